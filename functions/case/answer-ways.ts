import type { Lane } from "../report/category.ts";
import type { ReplyClass } from "./reply-class.ts";

/* What policy makes of an answer that ends nothing, in the standard lane, of the proven desk of the host. */

/** Why a desk does not act, where its words say so: others can, or there is nothing to act upon. */
export type RefusalGround = "competence" | "fact";

/** What a desk wrote, as far as policy tells answers apart. */
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
 * What follows from an answer. `person`: a person says. `climbs`: this desk is passed over, and the
 * next rung is told once nobody on its own is left. `right-party`: the same, after another look-up,
 * and whoever the desk names is told first where the registries name them for this host.
 * `reporter`: the reporter is asked whether it is still there, and this desk's rung is left only
 * when they say so. `clock`: the reporter is asked, and the ladder goes on in its time. `to-read`:
 * so does it, and the answer stands in a list to be read. `answers`: the machine answers once what a
 * desk asks, where the report holds it; else it stands in that list.
 */
export const answerWays = ["person", "climbs", "right-party", "reporter", "clock", "to-read", "answers"] as const;
export type AnswerWay = (typeof answerWays)[number];
/** What is noted of an answer; of the others a person is asked, or it stands to be read. */
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

/** The ways by lane; nothing but a person in the urgent one. */
export type WaysOfLanes = Readonly<Record<Lane, AnswerWays>> & { readonly urgent: typeof allToAPerson };

/** What kind of answer a reply is; `undefined` where policy has no row for it. */
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
