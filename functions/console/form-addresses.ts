import { deeds } from "./case/read-deed.ts";
import type { Routes } from "./pages.tsx";
import { ownSessionsAddress } from "./sign-in/session.ts";

/** What is done to a case at its own address. */
const ofCases = [...deeds, "reserve", "give-back", "entry", "reviews/:reviewId"];

/** The page of each form that has none at its own address. */
const pageOfForm = {
  "/lists": "/",
  "/reviews/together": "/",
  "/reviews/chosen": "/",
  "/reviews/take-back": "/",
  "/sending/stop": "/sending",
  "/stopped-desks/:desk": "/stopped-desks",
  "/dead-letters/:queue": "/dead-letters",
  [ownSessionsAddress]: "/settings",
  "/settings/proposals/:id/agree": "/settings/proposals/:id",
  "/settings/proposals/:id/take-back": "/settings/proposals/:id",
  "/settings/rows/:id/change": "/settings/rows/:id",
  "/settings/rows/:id/end": "/settings/rows/:id",
  ...Object.fromEntries(ofCases.map((does) => [`/cases/:id/${does}`, "/cases/:id"])),
};

/** From a refused form's address, which people reload, to the form's page, keeping its list. */
export const formAddressRoutes: Routes = (app) => {
  for (const [form, page] of Object.entries(pageOfForm))
    app.get(form, (context) => {
      const from = page === "/cases/:id" ? context.req.query("in") : undefined;
      const to = page.replace(":id", encodeURIComponent(context.req.param("id") ?? ""));
      return context.redirect(from === undefined ? to : `${to}?in=${encodeURIComponent(from)}`, 302);
    });
};
