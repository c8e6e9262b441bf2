import { readWhy, whyIsWrong } from "../case/read-verdict.ts";
import type { Here, Routes } from "../pages.tsx";
import type { Flash } from "../parts.tsx";
import { shown } from "../shown.ts";
import { comesBack } from "../words.ts";
import { DeadLettersPage, type NotSent } from "./dead-letters-page.tsx";

export const deadLetterRoutes: Routes = (app, { work, log, deadLetters }, { show, sayOnly }) => {
  const showAll = async (context: Here, said?: Flash, notSent?: NotSent, status: 200 | 409 | 422 = 200) => {
    const page = <DeadLettersPage {...{ queues: await deadLetters.look(), now: work.clock.now(), said, notSent }} />;
    return show(context, "Dead letters", page, undefined, status);
  };

  app.get("/dead-letters", (context) => {
    const queue = context.req.query("sent-back");
    if (queue === undefined || !/^[a-z-]{1,40}$/.test(queue)) return showAll(context);
    const text = `A few a second. What fails again is back here ${comesBack}; the counts lag by minutes.`;
    return showAll(context, { kind: "good", title: `On their way back to ${queue}`, text });
  });

  app.post("/dead-letters/:queue", async (context) => {
    const queue = context.req.param("queue");
    const form = new URLSearchParams(await context.req.text());
    const why = readWhy(form);
    const refuse = (text: string, problem?: string) =>
      showAll(context, { kind: "bad", title: "Not sent back", text }, { queue, why, problem }, problem ? 422 : 409);
    const problem = whyIsWrong(why);
    if (problem !== undefined) return refuse(problem, problem);
    const word = { at: work.clock.now(), by: context.get("signedIn").name, why };
    const sent = await deadLetters.sendBack(queue, word, form.get("how") === "one" ? 1 : undefined);
    if (sent.ok) {
      log.info("dead-letters.sent-back", { queue, count: sent.value.messages });
      return context.redirect(`/dead-letters?sent-back=${queue}`, 303);
    }
    const { error } = sent;
    if (error.kind === "no-such-queue")
      return sayOnly(context, 404, "No such queue", "There are no dead letters of that name.");
    if ("reason" in error)
      return refuse(
        error.kind === "refused"
          ? `AWS refused it, and nothing was sent back: ${shown(error.reason)}. If a right is missing, the page ` +
              "dead-letters of the runbook says how to restore it. If AWS limits calls, try again in a minute. Or " +
              "send one back, to try: that takes another way."
          : `SQS accepted the move and gave it up: ${shown(error.reason)}. What was not moved is still here, and its ` +
              "fourteen days go on. Send one back, to try: that takes another way.",
      );
    const text = "They are being sent back already, a few a second. Look again in a minute.";
    return showAll(context, { kind: "note", title: "Somebody was first", text }, undefined, 409);
  });
};
