import { ask } from "../../../functions/case/ask.ts";
import { withdrawalRules } from "../../../functions/case/decide/withdrawal.ts";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import { morning } from "../../support/a-case.ts";
import { aNotice, inLine, queuedOne } from "../../support/a-notice.ts";
import {
  cancels,
  held,
  heldAsked,
  type Laws,
  later,
  lawsOf,
  sent,
  takenBack,
  told,
  withdrawal,
} from "../../support/laws.ts";

lawsOf(withdrawalRules, {
  "moot-notice": [
    {
      given: "a first notice is still in line",
      state: takenBack(inLine),
      wants: cancels(morning, "withdrawn by every reporter", queuedOne),
    },
    {
      given: "a withdrawal is in line to who was told",
      state: takenBack({ ...told, notices: [sent, withdrawal] }),
      wants: { record: [] },
    },
    {
      given: "a withdrawal is in line to who turned out not to have the notice",
      state: takenBack({ ...told, notices: [aNotice("bounced"), withdrawal] }),
      wants: cancels(morning, "withdrawn by every reporter", withdrawal),
    },
  ],
  "held-withdrawal": [
    {
      given: "a hold with an end stands",
      state: held(takenBack({ ...told, notices: [sent, withdrawal] }), later(1)),
      wants: { record: [], wakes: [later(1)], isLast: true },
    },
    {
      given: "a hold without an end stands",
      state: held(takenBack({ ...told, notices: [sent, withdrawal] })),
      wants: { record: heldAsked(told), wakes: [undefined], isLast: true },
    },
    { given: "no hold stands", state: takenBack({ ...told, notices: [sent, withdrawal] }), wants: { record: [] } },
  ],
  "send-withdrawal": [
    {
      given: "a withdrawal is in line",
      state: takenBack({ ...told, notices: [sent, withdrawal] }),
      wants: { hints: ["send-notice"], wakes: [plusMinutes(morning, 5)], isLast: true },
    },
    { given: "everybody knows it", state: takenBack(told), wants: undefined },
  ],
  "withdrawal-before-a-person": [
    {
      given: "SES refused the withdrawal",
      state: {
        ...takenBack({ ...told, notices: [sent, aNotice("failed", { id: withdrawal.id, step: "withdrawal" })] }),
        reviews: [
          {
            id: "notice-refused.1",
            question: "notice-refused",
            askedAt: morning,
            blocking: true,
            reason: "SES.",
            noticeId: withdrawal.id,
            announced: true,
          },
        ],
      },
      wants: { isLast: true },
    },
    {
      given: "the withdrawal went out",
      state: takenBack({ ...told, notices: [sent, aNotice("sent", { id: withdrawal.id, step: "withdrawal" })] }),
      wants: undefined,
    },
  ],
  "withdrawal-asked-first": [
    { given: "of phishing the withdrawal went out by itself", state: takenBack(told), wants: undefined },
    {
      given: "a host was notified of child abuse",
      state: takenBack({ ...told, category: "csam" }),
      wants: {
        record: [
          ask(told, morning, {
            question: "withdrawal",
            blocking: true,
            reason: `Every reporter took the report back. Notified before: ${sent.to.email}. Nobody is reminded.`,
          }),
        ],
        isLast: true,
      },
    },
    {
      given: "it was sent the withdrawal",
      state: takenBack({
        ...told,
        category: "csam",
        notices: [sent, aNotice("sent", { id: withdrawal.id, step: "withdrawal" })],
      }),
      wants: undefined,
    },
    {
      given: "nobody was notified",
      state: takenBack({ ...told, category: "csam", notices: [aNotice("bounced")] }),
      wants: undefined,
    },
  ],
  "close-withdrawn": [
    {
      given: "nothing is left to be said",
      state: takenBack(told),
      wants: {
        record: [{ type: "closed", at: morning, outcome: "withdrawn", why: "every reporter took the report back" }],
      },
    },
  ],
} satisfies Laws<typeof withdrawalRules>);
