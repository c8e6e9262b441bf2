import { deeds } from "./case/by-hand-part.tsx";
import type { Routes } from "./pages.tsx";
import { ownSessionsAddress } from "./sign-in/session.ts";

/** What is done about a case at an address of its own. */
const ofCases = [...deeds, "reserve", "note", "give-back", "write", "entry", "reviews/:reviewId"];

/** The page on which each form stands that has no page at its own address. */
const pageOfForm = {
  "/waiting/saved": "/waiting",
  "/reviews/together": "/waiting",
  "/reviews/take-back": "/waiting",
  "/sending/stop": "/sending",
  "/sending/reason": "/",
  "/sending/resume": "/",
  "/stopped-desks/:desk": "/stopped-desks",
  "/dead-letters/:queue": "/dead-letters",
  [ownSessionsAddress]: "/settings",
  "/settings/proposals/:id/agree": "/settings/proposals/:id",
  "/settings/proposals/:id/take-back": "/settings/proposals/:id",
  "/settings/rows/:id/end": "/settings/rows/:id",
  ...Object.fromEntries(ofCases.map((does) => [`/cases/:id/${does}`, "/cases/:id"])),
};

/**
 * A form's address that is opened as a page: it stands in the address bar after the form was refused, where
 * people load it again or copy it. It leads to the form's page, and keeps the list that a case was opened from.
 */
export const formAddressRoutes: Routes = (app) => {
  for (const [form, page] of Object.entries(pageOfForm))
    app.get(form, (context) => {
      const from = page === "/cases/:id" ? context.req.query("in") : undefined;
      const to = page.replace(":id", encodeURIComponent(context.req.param("id") ?? ""));
      return context.redirect(from === undefined ? to : `${to}?in=${encodeURIComponent(from)}`, 302);
    });
};
