import type { Lane } from "../report/category.ts";
import type { ReplyClass } from "./reply-class.ts";

/* What policy makes of an answer that ends nothing, in the standard lane, of the proven desk of the host. */

/** `competence`: others can. `fact`: there is nothing to act upon. */
export type RefusalGround = "competence" | "fact";

export const takenAnswers = [
  "use-our-form",
  "not-ours",
  "refused",
  "refused-competence",
  "refused-fact",
  "not-found",
  "question",
  "unclear",
] as const;
export type TakenAnswer = (typeof takenAnswers)[number];

/**
 * `escalates`: this desk is passed over, and the next step is notified once nobody on its own is left.
 * `right-party`: the same after another lookup, and whoever the desk names comes first where the registries
 * name them for this host. `reporter`: the reporter is asked, and this desk's step is left only on *still
 * up*. `clock`: the reporter is asked, and the escalation path goes on in its time. `to-read`: so does it, and the
 * answer stands in a list to be read. `answers`: the machine answers once, where the report holds it; else as
 * `to-read`.
 */
export const answerWays = ["person", "escalates", "right-party", "reporter", "clock", "to-read", "answers"] as const;
export type AnswerWay = (typeof answerWays)[number];
export type TakenWay = Exclude<AnswerWay, "person" | "to-read">;
export type AnswerWays = Readonly<Record<TakenAnswer, AnswerWay>>;

export const allToAPerson: AnswerWays = {
  "use-our-form": "person",
  "not-ours": "person",
  refused: "person",
  "refused-competence": "person",
  "refused-fact": "person",
  "not-found": "person",
  question: "person",
  unclear: "person",
};

/** Nothing but a person in the urgent one. */
export type WaysOfLanes = Readonly<Record<Lane, AnswerWays>> & { readonly urgent: typeof allToAPerson };

/** `undefined` where policy has no row for it. */
export const takenAnswerOf = ({
  replyClass,
  refusal,
}: {
  readonly replyClass: ReplyClass;
  readonly refusal?: RefusalGround;
}): TakenAnswer | undefined => {
  if (replyClass === "refused") return refusal === undefined ? "refused" : `refused-${refusal}`;
  return takenAnswers.find((one) => one === replyClass);
};
