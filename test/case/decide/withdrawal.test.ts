import { ask } from "../../../functions/case/ask.ts";
import { withdrawalRules } from "../../../functions/case/decide/withdrawal.ts";
import { morning } from "../../support/a-case.ts";
import { aNotice, inLine, queuedOne } from "../../support/a-notice.ts";
import {
  cancels,
  closes,
  having,
  held,
  heldAsked,
  type Laws,
  later,
  lawsOf,
  minutes,
  noFacts,
  records,
  sent,
  takenBack,
  told,
  withdrawal,
} from "../../support/laws.ts";

lawsOf(withdrawalRules, {
  "moot-notice": [
    ["a first notice is still in line", takenBack(inLine), cancels(morning, "withdrawn by every reporter", queuedOne)],
    ["a withdrawal is in line to who was told", takenBack(having(sent, withdrawal)), noFacts],
    [
      "a withdrawal is in line to who turned out not to have the notice",
      takenBack(having(aNotice("bounced"), withdrawal)),
      cancels(morning, "withdrawn by every reporter", withdrawal),
    ],
  ],
  "held-withdrawal": [
    [
      "a hold with an end stands",
      held(takenBack(having(sent, withdrawal)), later(1)),
      { record: [], wakes: [later(1)], isLast: true },
    ],
    [
      "a hold without an end stands",
      held(takenBack(having(sent, withdrawal))),
      { record: heldAsked(told), wakes: [undefined], isLast: true },
    ],
    ["no hold stands", takenBack(having(sent, withdrawal)), noFacts],
  ],
  "send-withdrawal": [
    [
      "a withdrawal is in line",
      takenBack(having(sent, withdrawal)),
      { hints: ["send-notice"], wakes: [minutes(5)], isLast: true },
    ],
    ["everybody knows it", takenBack(told)],
  ],
  "withdrawal-before-a-person": [
    [
      "SES refused the withdrawal",
      {
        ...takenBack(having(sent, aNotice("failed", { id: withdrawal.id, step: "withdrawal" }))),
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
      { isLast: true },
    ],
    ["the withdrawal went out", takenBack(having(sent, aNotice("sent", { id: withdrawal.id, step: "withdrawal" })))],
  ],
  "withdrawal-asked-first": [
    ["of phishing the withdrawal went out by itself", takenBack(told)],
    [
      "a host was notified of child abuse",
      takenBack({ ...told, category: "csam" }),
      {
        record: [
          ask(told, morning, {
            question: "withdrawal",
            blocking: true,
            reason: `Every reporter took the report back. Notified before: ${sent.to.email}. Nobody is reminded.`,
          }),
        ],
        isLast: true,
      },
    ],
    [
      "it was sent the withdrawal",
      takenBack({
        ...told,
        category: "csam",
        notices: [sent, aNotice("sent", { id: withdrawal.id, step: "withdrawal" })],
      }),
    ],
    ["nobody was notified", takenBack({ ...told, category: "csam", notices: [aNotice("bounced")] })],
  ],
  "close-withdrawn": [
    [
      "nothing is left to be said",
      takenBack(told),
      records(closes("withdrawn", "every reporter took the report back")),
    ],
  ],
} satisfies Laws<typeof withdrawalRules>);
