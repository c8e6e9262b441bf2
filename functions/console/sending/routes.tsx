import { errorName } from "../../kernel/log.ts";
import { lanes } from "../../report/category.ts";
import { readWhy, whyAtMost } from "../case/read-verdict.ts";
import type { Routes } from "../pages.tsx";
import { SendingBanners, StopSending } from "../reviews/sending-banner.tsx";
import { changedSending, lanesIn } from "./form.ts";
import { NotStopped } from "./not-stopped.tsx";

/** A page of its own: it is needed most when the first page is full or fails. */
export const sendingRoutes: Routes = (app, { work, sending, log }, { show }) => {
  app.get("/sending", async (context) => {
    const state = await sending.state();
    return show(
      context,
      "Stop sending",
      <>
        <SendingBanners sending={state} />
        <StopSending sending={state} />
      </>,
      "sending",
    );
  });

  app.post("/sending/stop", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const named = lanesIn(form);
    try {
      // An unclear form stops everything: that can be undone, a mail can't. Whoever stopped first is kept.
      const stopped = await sending.pause.stop(named.length > 0 ? named : lanes, {
        at: work.clock.now(),
        by: context.get("signedIn").name,
        why: readWhy(form).slice(0, whyAtMost),
      });
      if (stopped) log.info("sending.paused");
    } catch (error) {
      log.error("unforeseen", { error: errorName(error), source: "console" });
      return show(context, "Sending is NOT stopped", <NotStopped tried />, undefined, 503);
    }
    return context.redirect(changedSending, 303);
  });
};
