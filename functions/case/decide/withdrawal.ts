import { isSameMailbox } from "../../kernel/mailbox.ts";
import { ask, isAsked } from "../ask.ts";
import type { Case, Review } from "../case.ts";
import { cancelQueued, close } from "../close.ts";
import type { Notice } from "../notice.ts";
import { allWithdrew, toldDesks } from "../path/notified.ts";
import { asksBeforeTakingBack, desksToTakeBackFrom } from "../path/take-back.ts";
import { questionFacts } from "../question.ts";
import { heldQuestion } from "./gates.ts";
import { standstill } from "./holds.ts";
import { inOrder, type Rule } from "./rule.ts";
import { isWaiting, sendingRules } from "./sendings.ts";

const isAboutSending = ({ question }: Review): boolean => questionFacts(question).isAboutSending;

const isOwed = (state: Case, { step, to }: Notice): boolean =>
  step === "withdrawal" && toldDesks(state).some((notice) => isSameMailbox(notice.to.email, to.email));

const isUnderWay = ({ notices }: Case): boolean =>
  notices.some((notice) => isWaiting(notice) || notice.state === "on-wire");

/** Questions to a person are moot, but for withdrawals that did not go out, or may not have. */
export const withdrawalRules = [
  {
    name: "moot-notice",
    why:
      "Nothing more is asked of anybody, whatever queues a notice now: " +
      "a verdict, a host that moved, a late refusal.",
    wants: (state, _, now) => ({
      record: cancelQueued(state, now, "withdrawn by every reporter", (notice) => !isOwed(state, notice)),
    }),
  },
  {
    name: "held-withdrawal",
    why: "A hold keeps a withdrawal back as it keeps everything, and one without an end is a person's to lift.",
    wants: (state, _, now) => {
      const stop = isUnderWay(state) ? standstill(state, now) : undefined;
      const record = isUnderWay(state) ? heldQuestion(state, now) : [];
      return stop ? { record, wakes: [stop.until], isLast: true } : { record };
    },
  },
  {
    name: "send-withdrawal",
    why: "Who was told may have taken something down, and is owed the word.",
    wants: (state, policy, now) =>
      isUnderWay(state) ? { ...inOrder(sendingRules)(state, policy, now), isLast: true } : undefined,
  },
  {
    name: "withdrawal-before-a-person",
    why: "A withdrawal that was refused, or may not have gone out, is not done.",
    wants: ({ notices, reviews }) => {
      const isBeforeAPerson = ({ id }: Notice) =>
        reviews.some((review) => isAboutSending(review) && review.noticeId === id);
      return notices.some((notice) => notice.step === "withdrawal" && isBeforeAPerson(notice))
        ? { isLast: true }
        : undefined;
    },
  },
  {
    name: "withdrawal-asked-first",
    why: "Of child abuse, intimate images and terrorism a person says whether the desks hear that it was taken back.",
    wants: (state, policy, now) => {
      const desks = asksBeforeTakingBack(state) ? desksToTakeBackFrom(state, policy) : [];
      if (desks.length === 0) return undefined;
      const reason = `Every reporter took the report back. Notified before: ${desks.join(", ")}. Nobody is reminded.`;
      const record = isAsked(state, "withdrawal")
        ? []
        : [ask(state, now, { question: "withdrawal", blocking: true, reason })];
      return { record, isLast: true };
    },
  },
  {
    name: "close-withdrawn",
    why: "Nobody stands by the report any more, and whoever was told and is to know it does.",
    wants: (state, _, now) => ({ record: close(state, now, "withdrawn", "every reporter took the report back") }),
  },
] as const satisfies readonly Rule[];

export const withdrawn = {
  name: "withdrawn",
  why: "What every reporter took back is only taken back from who was told of it, and nothing else is done about it.",
  wants: (state, policy, now) =>
    allWithdrew(state) ? { ...inOrder(withdrawalRules)(state, policy, now), isLast: true } : undefined,
} as const satisfies Rule;
