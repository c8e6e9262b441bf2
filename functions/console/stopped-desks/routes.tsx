import type { StoppedDesk } from "../../store/ports.ts";
import { readWhy, whyIsWrong } from "../case/read-verdict.ts";
import { casesAPage, type Here, type Routes, readCursor } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import { type NotAllowed, StoppedDesksPage } from "./stopped-desks-page.tsx";

export const stoppedDeskRoutes: Routes = (app, { work, log }, { show, sayOnly }) => {
  const showStoppedDesks = async (
    context: Here,
    also: { readonly said?: Said; readonly notAllowed?: NotAllowed } = {},
    status: 200 | 422 = 200,
  ) => {
    const { items, ...rest } = await work.store.stoppedDesks(casesAPage, readCursor(context));
    const desks = { items: await Promise.all(items.map(withName)), ...rest };
    return show(
      context,
      "Desks that complained",
      <StoppedDesksPage desks={desks} now={work.clock.now()} {...also} />,
      undefined,
      status,
    );
  };
  /** A name that is not kept is in its case, as long as that is. */
  const withName = async (stop: StoppedDesk): Promise<StoppedDesk> => {
    const state = stop.email === undefined ? await work.store.read(stop.caseId) : undefined;
    const notice =
      state?.kind === "case" && !state.forgottenAt ? state.notices.find(({ id }) => id === stop.noticeId) : undefined;
    return notice ? { ...stop, email: notice.to.email } : stop;
  };
  app.get("/stopped-desks", (context) =>
    context.req.query("allowed") === undefined
      ? showStoppedDesks(context)
      : showStoppedDesks(context, {
          said: {
            kind: "good",
            title: "Recorded",
            text: "Notices go to that desk again. Cases that passed it over stay with whom they told instead.",
          },
        }),
  );
  app.post("/stopped-desks/:desk", async (context) => {
    const desk = context.req.param("desk");
    const why = readWhy(new URLSearchParams(await context.req.text()));
    const problem = whyIsWrong(why);
    if (problem !== undefined)
      return showStoppedDesks(
        context,
        { said: { kind: "bad", title: "Not recorded", text: problem }, notAllowed: { desk, why, problem } },
        422,
      );
    const isKnown = await work.store.allow(desk, { at: work.clock.now(), by: context.get("signedIn").name, why });
    if (!isKnown) return sayOnly(context, 404, "No such desk", "No desk of that number has complained.");
    log.info("desk.allowed");
    return context.redirect("/stopped-desks?allowed", 303);
  });
};
