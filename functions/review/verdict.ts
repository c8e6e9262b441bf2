import type { Case, Review, TargetCase } from "../case/case.ts";
import { type CaseWork, changeCase } from "../case/change-case.ts";
import type { CaseEvent, Verdict } from "../case/event.ts";
import { evolve } from "../case/evolve.ts";
import { climb, isForbidden, isUnderTarget, queued } from "../case/ladder.ts";
import type { Policy } from "../case/policy.ts";
import { close } from "../case/react.ts";
import { type Instant, plusHours } from "../kernel/instant.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { questionTexts } from "./questions.ts";

/** What a person decided: which review of which case, the answer, who and why. All of it goes into the history. */
export type GivenVerdict = { readonly caseId: string; readonly reviewId: string; readonly verdict: Verdict; readonly by: string; readonly why: string };

export type VerdictRefused =
  | { readonly kind: "no-case" }
  /** Somebody else answered it, or the case moved on. Show the case again. */
  | { readonly kind: "no-longer-open" }
  | { readonly kind: "not-an-answer"; readonly reason: string }
  /** It takes somebody else: who reported may not clear it, and one person does not count twice. */
  | { readonly kind: "not-yours"; readonly reason: string }
  | { readonly kind: "contended" };

/**
 * Records a verdict and lets the case go on from it. Writes one change; safe to repeat, since the review is open once.
 * `no-longer-open` is no fault: the other person's verdict stands.
 */
export const recordVerdict = async (work: CaseWork, given: GivenVerdict): Promise<Result<Case, VerdictRefused>> => {
  let refused: VerdictRefused | undefined;
  const changed = await changeCase(work, given.caseId, (state) => {
    const facts = factsOf(state, given, state.kind === "case" ? work.policyOf(state) : undefined, work.clock.now());
    refused = facts.ok ? undefined : facts.error;
    return facts.ok ? facts.value : undefined;
  });
  if (changed.ok) return ok(changed.value.next);
  if (changed.error.kind === "needless") return fail(refused ?? { kind: "no-longer-open" });
  return fail(changed.error);
};

/** The events that a verdict means for a case as it stands. Pure. */
const factsOf = (
  state: Case,
  { reviewId, verdict, by, why }: GivenVerdict,
  policy: Policy | undefined,
  now: Instant,
): Result<readonly CaseEvent[], VerdictRefused> => {
  const review = state.reviews.find(({ id }) => id === reviewId);
  if (!review) return fail({ kind: "no-longer-open" });
  const problem = whyNoAnswer(state, review, verdict, by, why, policy);
  if (problem) return fail({ kind: "not-an-answer", reason: problem });
  // Somebody who may report and clear could alone use the dispatcher to silence others (ASVS V2.3.5).
  if (
    verdict.decision === "clear" &&
    state.kind === "case" &&
    state.reporters.some((reporter) => reporter === by || policy?.peopleOf.get(reporter)?.includes(by))
  )
    return fail({ kind: "not-yours", reason: "You stand for a reporter of this case; somebody else has to clear it." });
  if (review.question === "protected-target" && verdict.decision === "clear") {
    // Two different persons, for the same reason.
    if (review.agreedBy === undefined) return ok([{ type: "agreed", at: now, reviewId, by, why }]);
    if (review.agreedBy === by) return fail({ kind: "not-yours", reason: "You agreed already; a second, different person has to agree." });
  }
  // After a person has spoken the machine does not ask about silence again at once.
  const isAboutSilence = review.question === "unanswered" || (review.question === "form-only" && verdict.decision === "continue");
  const rests = isAboutSilence && policy ? { waitUntil: plusHours(now, policy.row.climbsAfterHours) } : {};
  const answered: CaseEvent = { type: "answered", at: now, reviewId, verdict, by, why, ...rests };
  if (verdict.decision === "close") return ok([answered, ...close(state, now, verdict.outcome, `${by}: ${why}`)]);
  if (state.kind !== "case" || !policy) return ok([answered]);
  const after = evolve(state, answered);
  if (after.kind !== "case") return ok([answered]);
  switch (verdict.decision) {
    case "send-to":
      return ok([answered, ...sendTo(after, verdict.email, policy, now, by)]);
    case "climb": {
      const climbed = climb(after, policy, now, `${by} decided`);
      return climbed
        ? ok([answered, ...climbed])
        : fail({ kind: "not-an-answer", reason: "There is no further rung with a contact that may be told; choose another answer." });
    }
    default:
      return ok([answered]);
  }
};

const whyNoAnswer = (state: Case, review: Review, verdict: Verdict, by: string, why: string, policy: Policy | undefined): string | undefined => {
  const { answers } = questionTexts[review.question];
  if (!answers.includes(verdict.decision)) return `This question takes one of: ${answers.join(", ")}.`;
  if (by.trim() === "") return "Say who decides.";
  if (why.trim() === "") return "Say why in a sentence; it goes into the case's history.";
  if (verdict.decision !== "send-to") return undefined;
  const mailbox = readMailbox(verdict.email);
  if (!mailbox.ok) return `The address was refused: ${mailbox.error.reason}.`;
  return state.kind === "case" && policy ? whyNotTo(state, mailbox.value, policy) : undefined;
};

/** A person may lift what is only a suspicion, and nothing else. */
const whyNotTo = (state: TargetCase, email: string, policy: Policy): string | undefined => {
  if (isForbidden(email, policy)) return "This mailbox asked never to be written to, or is our own.";
  if (policy.row.neverTo.includes("site") && isUnderTarget(state, email))
    return "For this category the reported site's own mailbox is never told; it may be the offender's.";
  const isTold = state.notices.some(
    ({ to, step, state: sent, ended }) => to.email.toLowerCase() === email.toLowerCase() && step !== "moved" && sent !== "cancelled" && !ended,
  );
  return isTold ? "This mailbox had a notice about this case already; it is in the list of notices." : undefined;
};

/** A contact that a person names: the notice goes to it on the rung now stood on, and the ladder waits for its answer. */
const sendTo = (state: TargetCase, written: string, policy: Policy, now: Instant, by: string): readonly CaseEvent[] => {
  const mailbox = readMailbox(written);
  const email = mailbox.ok ? mailbox.value : written;
  const rung = Math.max(state.rung, 0);
  const to = { email, scope: "network", source: "person", confidence: "high", remarks: [`named by ${by}`] } as const;
  const climbed: readonly CaseEvent[] = state.rung < 0 ? [{ type: "climbed", at: now, rung, why: `${by} named a contact` }] : [];
  return [...climbed, queued(state, rung, "first", to, policy, now)];
};
