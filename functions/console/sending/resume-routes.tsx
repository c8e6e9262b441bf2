import { readWhy, whyIsWrong } from "../case/read-verdict.ts";
import { showsList } from "../list/show-list.tsx";
import type { Routes } from "../pages.tsx";
import { changedSending, lanesIn, stopsSeen } from "./form.ts";

/** Why sending was paused, and its end: by the banners of the first page, which says what was wrong. */
export const resumeRoutes: Routes = (app, deps, pages) => {
  const { work, sending, log } = deps;
  const showList = showsList(deps, pages);

  app.post("/sending/reason", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const why = readWhy(form);
    const says = whyIsWrong(why);
    if (says !== undefined) return showList(context, {}, { problem: { form: "reason", says, why } });
    await sending.pause.explain(stopsSeen(form), why);
    return context.redirect(changedSending, 303);
  });

  app.post("/sending/resume", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const ends = form.get("ends") === "pause" ? "pause" : "breaker";
    const why = readWhy(form);
    const says =
      why === "" && ends === "breaker"
        ? "Say in a sentence what was corrected; it is kept with your name."
        : whyIsWrong(why);
    if (says !== undefined) return showList(context, {}, { problem: { form: ends, says, why } });
    const by = context.get("signedIn").name;
    if (ends === "pause") {
      if (await sending.pause.resume(lanesIn(form), stopsSeen(form), { at: work.clock.now(), by, why }))
        log.info("sending.unpaused");
      // Sent twice, or somebody was first: it runs already, and their reason stands.
    } else if ((await sending.state()).lane.kind === "stopped") {
      await sending.resume(work.clock.now(), by, why);
      log.info("sending.resumed");
    }
    return context.redirect(changedSending, 303);
  });
};
