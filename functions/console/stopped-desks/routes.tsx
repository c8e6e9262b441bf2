import type { StoppedDesk } from "../../store/ports.ts";
import { readWhy, whyIsWrong } from "../case/read-verdict.ts";
import { casesAPage, type Here, type Routes, readCursor } from "../pages.tsx";
import type { Flash } from "../parts.tsx";
import { type NotAllowed, StoppedDesksPage } from "./stopped-desks-page.tsx";

const allowed: Flash = {
  kind: "good",
  title: "Recorded",
  text: "Notices go to that desk again. Cases that passed it over stay with whom they notified instead.",
};

export const stoppedDeskRoutes: Routes = (app, { work, log }, { show, sayOnly }) => {
  const showAll = async (context: Here, said: Flash | undefined, notAllowed?: NotAllowed) => {
    const { items, cursor } = await work.store.stoppedDesks(casesAPage, readCursor(context));
    const named = await Promise.all(items.map(withName));
    const page = <StoppedDesksPage {...{ items: named, cursor, now: work.clock.now(), said, notAllowed }} />;
    return show(context, "Complaints", page, undefined, notAllowed ? 422 : 200);
  };
  /** A name that is not kept is in its case, as long as that is. */
  const withName = async (stop: StoppedDesk): Promise<StoppedDesk> => {
    const state = stop.email === undefined ? await work.store.read(stop.caseId) : undefined;
    const notice =
      state?.kind === "case" && !state.forgottenAt ? state.notices.find(({ id }) => id === stop.noticeId) : undefined;
    return notice ? { ...stop, email: notice.to.email } : stop;
  };

  app.get("/stopped-desks", (context) =>
    showAll(context, context.req.query("allowed") === undefined ? undefined : allowed),
  );

  app.post("/stopped-desks/:desk", async (context) => {
    const desk = context.req.param("desk");
    const why = readWhy(new URLSearchParams(await context.req.text()));
    const problem = whyIsWrong(why);
    if (problem !== undefined)
      return showAll(context, { kind: "bad", title: "Not recorded", text: problem }, { desk, why, problem });
    const isKnown = await work.store.allow(desk, { at: work.clock.now(), by: context.get("signedIn").name, why });
    if (!isKnown) return sayOnly(context, 404, "No such desk", "No desk of that number has complained.");
    log.info("desk.allowed");
    return context.redirect("/stopped-desks?allowed", 303);
  });
};
