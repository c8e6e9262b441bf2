import type { Instant } from "../../kernel/instant.ts";
import { fail } from "../../kernel/result.ts";
import { answerFacts } from "../answer.ts";
import type { Case } from "../case.ts";
import type { Answer, CaseEvent } from "../event.ts";
import { type Decided, dropGiven, givenUntil, isDecided, onReportersSide, undecided } from "../given.ts";
import { looksForNameAt } from "../name-gone.ts";
import { allWithdrew } from "../path/notified.ts";
import type { Policy } from "../policy.ts";
import { questionFacts } from "../question.ts";
import { looksAt } from "./look-up.ts";
import type { Rule } from "./rule.ts";

/** What keeps all back; withdrawals wait for holds and verdicts alone. `until`: where it ends by itself. */
export const standstill = (state: Case, now: Instant): { readonly until?: Instant } | undefined => {
  const holds = state.holds.filter(({ until }) => until === undefined || until > now);
  if (holds.length > 0) {
    const ends = holds.flatMap(({ until }) => until ?? []).sort();
    return ends.length === holds.length && ends.at(-1) ? { until: ends.at(-1) } : {};
  }
  // A clearance keeps the host's side alone (`clearance.ts`).
  if (
    !allWithdrew(state) &&
    undecided(state).some(({ blocking, question }) => blocking && !questionFacts(question).keepsHostsSide)
  )
    return {};
  // What a person has decided may be that nothing more goes out.
  const until = givenUntil(state);
  return until === undefined ? undefined : { until };
};

export const endedHold = {
  name: "ended-hold",
  why: "A hold that was given an end is over by itself.",
  wants: ({ holds }, _, now) => {
    const isOver = holds.length > 0 && holds.every(({ until }) => until !== undefined && until <= now);
    return { record: isOver ? [{ type: "released", at: now, by: "the clock", why: "the hold was until now" }] : [] };
  },
} as const satisfies Rule;

export const standstillRule = {
  name: "standstill",
  why:
    "While a hold stands, a question blocks or a verdict can be taken back nothing goes out; " +
    "only a name that may be gone is looked up on.",
  wants: (state, _, now) => {
    const stop = standstill(state, now);
    if (!stop) return undefined;
    const look = looksAt(state, looksForNameAt(state), now);
    return { ...look, wakes: [stop.until, ...(look?.wakes ?? [])], isLast: true };
  },
} as const satisfies Rule;

/** Whoever has come to stand for a reporter since clears nothing, nor counts as one of two. */
const whyNotFollowed = (state: Case, { given, agreedBy }: Decided, policy: Policy): string | undefined =>
  given.verdict.decision === "clear" &&
  [given.by, agreedBy].some((person) => person !== undefined && onReportersSide(state, policy, person) !== undefined)
    ? "Whoever said yes has come to stand for a reporter of this case; somebody else has to clear it."
    : undefined;

const effectOf = (state: Case, review: Decided, policy: Policy, now: Instant): readonly CaseEvent[] => {
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
    // One by one, since each follows from what the one before has made of the case.
    const [due] = decided.filter(({ given }) => given.takesEffectAt <= now);
    return due
      ? { record: effectOf(state, due, policy, now) }
      : { wakes: decided.map(({ given }) => given.takesEffectAt) };
  },
} as const satisfies Rule;
