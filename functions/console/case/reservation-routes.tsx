import { noteOnCase } from "../../review/note.ts";
import { reservationOf } from "../../review/reservations.ts";
import { filterIn, openedFrom } from "../list/filter.ts";
import { type Here, isCaseId, type Routes } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import { shown } from "../shown.ts";
import { moment } from "../words.ts";
import { showsCase } from "./show-case.tsx";

const wordAtMost = 200;

/** Reserve, take over with a word, give back, and notes. */
export const reservationRoutes: Routes = (app, deps, pages) => {
  const { work, reservations, log } = deps;
  const showCase = showsCase(deps, pages);
  const backTo = (context: Here, caseId: string) => {
    const filter = filterIn(context.req.url);
    return context.redirect(`/cases/${encodeURIComponent(caseId)}${filter ? openedFrom(filter) : ""}`, 303);
  };

  app.post("/cases/:id/reserve", async (context) => {
    const caseId = context.req.param("id");
    const state = isCaseId(caseId) ? await work.store.read(caseId) : undefined;
    if (!state) return pages.noSuchCase(context);
    const form = new URLSearchParams(await context.req.text());
    const by = context.get("signedIn").name;
    const [seenBy, seenAt] = [form.get("seen-by"), form.get("seen-at")];
    const seen = seenBy && seenAt ? { by: seenBy, at: seenAt } : undefined;
    const why = (form.get("why") ?? "").trim().slice(0, wordAtMost);
    if (seen && why === "") return showCase(context, state, { said: wordMissing(seen.by), status: 422 });
    const taken = await reservations.take(
      reservationOf(caseId, by, work.clock.now(), seen && { from: seen.by, why }),
      seen,
    );
    if (!taken.ok) return showCase(context, state, { said: somebodyHasIt(taken.error), status: 409 });
    log.info("case.reserved", { caseId });
    return backTo(context, caseId);
  });

  app.post("/cases/:id/note", async (context) => {
    const caseId = context.req.param("id");
    const state = isCaseId(caseId) ? await work.store.read(caseId) : undefined;
    if (!state) return pages.noSuchCase(context);
    const written = new URLSearchParams(await context.req.text()).get("note") ?? "";
    const text = written.replace(/\r\n/g, "\n").trim();
    const kept = await noteOnCase(work, { caseId, by: context.get("signedIn").name, text });
    if (!kept.ok) {
      const says = kept.error.kind === "refused" ? kept.error.reason : "Others changed the case. Send it once more.";
      const said: Said = { kind: "bad", title: "Not kept", fields: [{ id: "note", says }] };
      return showCase(context, state, { said, status: 422 });
    }
    log.info("case.noted", { caseId });
    return backTo(context, caseId);
  });

  app.post("/cases/:id/give-back", async (context) => {
    const caseId = context.req.param("id");
    if (!isCaseId(caseId)) return pages.noSuchCase(context);
    await reservations.release(caseId, context.get("signedIn").name);
    return backTo(context, caseId);
  });
};

const somebodyHasIt = ({ by, until }: { readonly by: string; readonly until: string }): Said => ({
  kind: "note",
  title: `${shown(by)} has it`,
  text: `They were first, until ${moment(until)}. You can take it over with a word, or answer all the same.`,
});

const wordMissing = (by: string): Said => ({
  kind: "bad",
  title: "Not taken over",
  fields: [{ id: "reserve-why", says: `Write a word to ${shown(by)}: why you take it over.` }],
});
