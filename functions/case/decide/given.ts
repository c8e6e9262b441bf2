import type { Instant } from "../../kernel/instant.ts";
import { fail, type Result } from "../../kernel/result.ts";
import { type Answer, answerFacts } from "../answer.ts";
import type { Case, Review } from "../case.ts";
import { closedByWordOf } from "../close.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import { type Decided, dropGiven, isDecided } from "../given.ts";
import type { Policy } from "../policy.ts";
import { onReportersSide } from "../reporters-side.ts";
import type { Rule, Want } from "./rule.ts";

type Verdicts = EventOf<"answered" | "verdict-dropped">;

/** What verdicts want whose minute is over, or will be. `effectOf`: the facts of one; why not, else. Pure. */
const givenWants = <Fact extends { readonly type: string }>(
  { reviews }: { readonly reviews: readonly Review[] },
  now: Instant,
  effectOf: (review: Decided) => Result<readonly Fact[], { readonly reason: string }>,
): Want<Fact | Verdicts> => {
  const decided = reviews.filter(isDecided);
  // One after the other, since each is followed from what the one before it has made of the case.
  const [due] = decided.filter(({ given }) => given.takesEffectAt <= now);
  if (!due) return { wakes: decided.map(({ given }) => given.takesEffectAt) };
  const effect = effectOf(due);
  if (!effect.ok) return { record: [{ type: "verdict-dropped", at: now, reviewId: due.id, why: effect.error.reason }] };
  const { at: givenAt } = due.given;
  return { record: effect.value.map((fact) => datedBy(fact, givenAt)) };
};

const datedBy = <Fact extends { readonly type: string }>(fact: Fact, givenAt: Instant): Fact =>
  fact.type === "answered" ? { ...fact, givenAt } : closedByWordOf(fact, givenAt);

/** A verdict as an answer that is given now. */
const asAnswer = ({ given: { verdict, by, why, deskSaid } }: Decided): Answer => ({
  verdict,
  by,
  why,
  ...(deskSaid && { deskSaid }),
});

/** Whoever has come to stand for a reporter since clears nothing, nor does their word count as one of two. */
const whyNotFollowed = (state: Case, { given, agreedBy }: Decided, policy: Policy): string | undefined =>
  given.verdict.decision === "clear" &&
  [given.by, agreedBy].some((person) => person !== undefined && onReportersSide(state, policy, person) !== undefined)
    ? "Whoever said yes has come to stand for a reporter of this case; somebody else has to clear it."
    : undefined;

export const givenVerdict = {
  name: "given-verdict",
  why:
    "What a person decided takes effect once the minute is over in which it can be taken back, and not where its " +
    "case has become urgent meanwhile.",
  wants: (state, policy, now) => {
    // In the urgent lane none waits: it was given before, by somebody who did not know.
    const becameUrgent = state.lane === "urgent" ? dropGiven(state, now, "The case has become urgent.") : [];
    if (becameUrgent.length > 0) return { record: becameUrgent };
    return givenWants<CaseEvent>(state, now, (review) => {
      const reason = whyNotFollowed(state, review, policy);
      return reason === undefined ? answerFacts(state, review, asAnswer(review), policy, now) : fail({ reason });
    });
  },
} as const satisfies Rule;
