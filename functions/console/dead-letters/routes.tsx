import { readWhy, whyIsWrong } from "../case/read-verdict.ts";
import type { Here, Routes } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import { shown } from "../shown.ts";
import { comesBack } from "../words.ts";
import { DeadLettersPage, type NotSent } from "./dead-letters-page.tsx";

export const deadLetterRoutes: Routes = (app, { work, log, deadLetters }, { show, sayOnly }) => {
  const showDeadLetters = async (
    context: Here,
    also: { readonly said?: Said; readonly notSent?: NotSent } = {},
    status: 200 | 409 | 422 = 200,
  ) => {
    const queues = await deadLetters.look();
    return show(
      context,
      "Dead letters",
      <DeadLettersPage queues={queues} now={work.clock.now()} {...also} />,
      undefined,
      status,
    );
  };
  app.get("/dead-letters", (context) => {
    const queue = context.req.query("sent-back");
    if (queue === undefined || !/^[a-z-]{1,40}$/.test(queue)) return showDeadLetters(context);
    const text =
      `A few a second go back to their queue. What fails again lies here again ${comesBack}; ` +
      "the counts lag by minutes.";
    return showDeadLetters(context, { said: { kind: "good", title: `On their way back to ${queue}`, text } });
  });
  app.post("/dead-letters/:queue", async (context) => {
    const queue = context.req.param("queue");
    const form = new URLSearchParams(await context.req.text());
    const why = readWhy(form);
    const problem = whyIsWrong(why);
    if (problem !== undefined)
      return showDeadLetters(
        context,
        { said: { kind: "bad", title: "Not sent back", text: problem }, notSent: { queue, why, problem } },
        422,
      );
    const sent = await deadLetters.sendBack(
      queue,
      { at: work.clock.now(), by: context.get("signedIn").name, why },
      form.get("how") === "one" ? 1 : undefined,
    );
    if (!sent.ok && sent.error.kind === "no-such-queue")
      return sayOnly(context, 404, "No such queue", "There are no dead letters of that name.");
    if (!sent.ok && "reason" in sent.error) {
      const reason = shown(sent.error.reason);
      const text =
        sent.error.kind === "refused"
          ? `AWS refused it, and nothing was sent back: ${reason}. If a right is missing, the page dead-letters of ` +
            "the runbook says how to put it back. If AWS limits calls, try again in a minute. Else send one back, to " +
            "try: that goes another way."
          : `SQS took the order and gave it up: ${reason}. What was not moved lies where it lay, and its fourteen ` +
            "days go on. Send one back, to try: that goes another way.";
      return showDeadLetters(
        context,
        { said: { kind: "bad", title: "Not sent back", text }, notSent: { queue, why } },
        409,
      );
    }
    if (!sent.ok) {
      const text = "They are being sent back already, a few a second. Look again in a minute.";
      return showDeadLetters(context, { said: { kind: "note", title: "Somebody was first", text } }, 409);
    }
    log.info("dead-letters.sent-back", { queue, count: sent.value.messages });
    return context.redirect(`/dead-letters?sent-back=${queue}`, 303);
  });
};
