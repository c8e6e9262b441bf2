import type { StandingAnswer } from "../kernel/in-force.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import type { Lane } from "../report/category.ts";
import type { AnswerWays } from "./answer-ways.ts";
import type { Notice } from "./notice.ts";
import type { Policy } from "./policy.ts";

/** What policy makes of answers to a notice, and whose word it is for its desk's form, where a person gave one. */
type WaysOfDesk = { readonly ways: AnswerWays; readonly heldForm?: Pick<StandingAnswer, "row" | "by" | "until"> };

/**
 * A person may say, as a rule with an end, that nobody fills in a desk's form: it is passed over where it
 * answers by it, and the next rung is told. In the urgent lane a person is asked each time.
 */
export const waysOfDesk = (
  notices: readonly Notice[],
  noticeId: string,
  lane: Lane,
  { answerWays, standingAnswers }: Policy,
  now: Instant,
): WaysOfDesk => {
  const ways = answerWays[lane];
  const desk = notices.find(({ id }) => id === noticeId)?.to.email;
  const held = standingAnswers.find(
    ({ question, desks, until }) =>
      question === "form-only" &&
      until > now &&
      desk !== undefined &&
      desks.some((other) => isSameMailbox(other, desk)),
  );
  if (lane === "urgent" || !held) return { ways };
  const { row, by, until } = held;
  return { ways: { ...ways, "use-our-form": "climbs" }, heldForm: { row, by, until } };
};
