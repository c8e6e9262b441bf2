import type { Instant } from "../../kernel/instant.ts";
import { fail } from "../../kernel/result.ts";
import { answerFacts } from "../answer.ts";
import type { TargetCase } from "../case.ts";
import type { Answer, CaseEvent } from "../event.ts";
import { type Decided, dropGiven, isDecided } from "../given.ts";
import type { Policy } from "../policy.ts";
import { onReportersSide } from "../reporters-side.ts";
import type { Rule, Want } from "./rule.ts";

/** Whoever has come to stand for a reporter since clears nothing, nor does their word count as one of two. */
const whyNotFollowed = (state: TargetCase, { given, agreedBy }: Decided, policy: Policy): string | undefined =>
  given.verdict.decision === "clear" &&
  [given.by, agreedBy].some((person) => person !== undefined && onReportersSide(state, policy, person) !== undefined)
    ? "Whoever said yes has come to stand for a reporter of this case; somebody else has to clear it."
    : undefined;

/** The facts of a verdict whose minute is over; why not, else. */
const effectOf = (state: TargetCase, review: Decided, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const { verdict, by, why, deskSaid, at: givenAt } = review.given;
  const answer: Answer = { verdict, by, why, ...(deskSaid && { deskSaid }) };
  const notFollowed = whyNotFollowed(state, review, policy);
  const effect = notFollowed ? fail({ reason: notFollowed }) : answerFacts(state, review, answer, policy, now);
  if (!effect.ok) return [{ type: "verdict-dropped", at: now, reviewId: review.id, why: effect.error.reason }];
  return effect.value.map((fact) =>
    fact.type === "answered" ? { ...fact, givenAt } : fact.type === "closed" ? { ...fact, wordAt: givenAt } : fact,
  );
};

export const givenVerdict = {
  name: "given-verdict",
  why:
    "What a person decided takes effect once the minute is over in which it can be taken back, and not where its " +
    "case has become urgent meanwhile.",
  wants: (state, policy, now) => {
    // In the urgent lane none waits: it was given before, by somebody who did not know.
    const becameUrgent = state.lane === "urgent" ? dropGiven(state, now, "The case has become urgent.") : [];
    if (becameUrgent.length > 0) return { record: becameUrgent };
    const decided = state.reviews.filter(isDecided);
    // One after the other, since each is followed from what the one before it has made of the case.
    const [due] = decided.filter(({ given }) => given.takesEffectAt <= now);
    return due
      ? { record: effectOf(state, due, policy, now) }
      : { wakes: decided.map(({ given }) => given.takesEffectAt) };
  },
} as const satisfies Rule;
