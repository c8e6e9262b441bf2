import { errorName } from "../../kernel/log.ts";
import { lanes } from "../../report/category.ts";
import { lanesNamed, type Stops } from "../../send/pause.ts";
import { readWhy, whyAtMost, whyIsWrong } from "../case/read-verdict.ts";
import { Title } from "../elements.tsx";
import type { Here, Routes } from "../pages.tsx";
import { FlashBanner } from "../parts.tsx";
import { NotPaused, PauseAudit, pauseAddress, pauseCommand } from "./pause-sending.tsx";
import { PausedBanners, type SendingProblem, sendingForms, sendsAll } from "./paused-banners.tsx";

/** A page of its own: it is needed most when the first page is full or fails. */
export const sendingRoutes: Routes = (app, { work, sending, log }, { show }) => {
  const showSending = async (context: Here, problem?: SendingProblem) => {
    const [state, lines] = await Promise.all([sending.state(), sending.audit()]);
    context.set("sending", state);
    return show(
      context,
      "Sending",
      <>
        <Title of={sendsAll(state) ? "Mail is going out" : "Sending"}>
          Mail that SES has already can’t be called back. To pause in a terminal: <code>{pauseCommand}</code>
        </Title>
        <FlashBanner
          said={
            problem && {
              kind: "bad",
              title: "Not recorded",
              fields: [{ id: `${problem.form}-why`, says: problem.says }],
            }
          }
        />
        <PausedBanners state={state} problem={problem} />
        <PauseAudit lines={lines} now={work.clock.now()} />
      </>,
      "sending",
      problem === undefined ? 200 : 422,
    );
  };
  app.get("/sending", (context) => showSending(context));

  app.post(pauseAddress, async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const named = lanesIn(form);
    try {
      // An unclear form pauses everything: that can be undone, a mail can't. Whoever paused first is kept.
      const paused = await sending.pause.stop(named.length > 0 ? named : lanes, {
        at: work.clock.now(),
        by: context.get("signedIn").name,
        why: readWhy(form).slice(0, whyAtMost),
      });
      if (paused) log.info("sending.paused");
    } catch (error) {
      log.error("unforeseen", { error: errorName(error), source: "console" });
      return show(context, "Sending is NOT paused", <NotPaused tried />, "sending", 503);
    }
    return context.redirect("/sending", 303);
  });

  app.post("/sending", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const does = sendingForms.find((one) => one === form.get("does"));
    const why = readWhy(form);
    const says = whyIsWrong(why);
    if (does !== undefined && says !== undefined) return showSending(context, { form: does, says, why });
    const word = { at: work.clock.now(), by: context.get("signedIn").name, why };
    // Sent twice, or somebody was first: it is so already, and their reason is kept.
    if (does === "reason") await sending.pause.explain(stopsSeen(form), why);
    if (does === "pause" && (await sending.pause.resume(lanesIn(form), stopsSeen(form), word)))
      log.info("sending.unpaused");
    if (does === "breaker" && (await sending.state()).lane.kind === "stopped") {
      await sending.resume(word.at, word.by, why);
      log.info("sending.resumed");
    }
    return context.redirect("/sending", 303);
  });
};

/** The pauses that the page showed: a later one has its own reason and is not ended unread. */
const stopsSeen = (form: URLSearchParams): Stops =>
  Object.fromEntries(
    lanes.flatMap((lane) =>
      form.get(`seen-${lane}`) ? [[lane, { at: form.get(`seen-${lane}`) ?? "", by: "", why: "" }]] : [],
    ),
  );

/** The lanes that a form names. None if it uses no words that we know. */
const lanesIn = (form: URLSearchParams) => {
  const named = ([...lanes, "all"] as const).find((lane) => lane === form.get("lane"));
  return named === undefined ? [] : lanesNamed(named);
};
