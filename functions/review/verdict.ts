import { answerFacts } from "../case/answer.ts";
import { alikeKey, isOfSeveralDesks } from "../case/asked-alike.ts";
import { givenAtMost } from "../case/bounds.ts";
import type { Case, Given, Review } from "../case/case.ts";
import type { CaseEvent, Verdict } from "../case/event.ts";
import { isDecided, onReportersSide, takesEffectAt, undecided } from "../case/given.ts";
import type { PolicyOf } from "../case/policy.ts";
import { questionFacts } from "../case/question.ts";
import type { ReplyClass } from "../case/reply-class.ts";
import { openCaseOf } from "../intake/open-case-of.ts";
import type { Instant } from "../kernel/instant.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import { isSamePerson, signedInAlike } from "../kernel/person.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { judgedBy } from "../statistics/judged.ts";
import { changeCase } from "../store/change-case.ts";
import type { Change } from "../store/ports.ts";
import { isJudgedIn } from "../store/verdicts-in.ts";
import type { CaseWork } from "../store/work.ts";
import { answersTo, type Decision } from "./questions.ts";

/** All of it goes into the history. */
export type GivenVerdict = {
  readonly caseId: string;
  readonly reviewId: string;
  readonly verdict: Verdict;
  readonly by: string;
  readonly why: string;
  /** What the desk's reply said, if the question is about one and the person tells it. */
  readonly deskSaid?: ReplyClass;
  /** The case as the person saw it, if one answer is for many; changed since, it takes none. */
  readonly seenVersion?: number;
  /** One of several that take the same answer. */
  readonly together?: true;
};

export type VerdictRefused =
  | { readonly kind: "no-case" }
  /** Somebody else answered it, or the case moved on. Show the case again. */
  | { readonly kind: "no-longer-open" }
  /** Somebody has decided it, and can take that back until it takes effect. */
  | { readonly kind: "decided-already"; readonly given: Given }
  | { readonly kind: "changed-since" }
  | { readonly kind: "not-an-answer"; readonly reason: string }
  /** It takes somebody else: who reported may not clear it, and one person does not count twice. */
  | { readonly kind: "not-yours"; readonly reason: string }
  | { readonly kind: "contended" };

/**
 * The case goes on at once in the urgent lane, after a minute in the standard one. Writes one change; idempotent,
 * as the review is open once. `no-longer-open` and `decided-already` are no faults: the other's verdict stands.
 */
export const recordVerdict = async (work: CaseWork, given: GivenVerdict): Promise<Result<Case, VerdictRefused>> => {
  let refused: VerdictRefused | undefined;
  let waits = false;
  const other = await openBeside(work, given);
  const changed = await changeCase(
    work,
    given.caseId,
    (state) => {
      const facts = factsOf(state, given, other, work);
      refused = facts.ok ? undefined : facts.error;
      waits = facts.ok && facts.value.some(({ type }) => type === "verdict-given");
      return facts.ok ? facts.value : undefined;
    },
    { also: (state) => (waits ? {} : notedBy(state, given, work.clock.now())) },
  );
  if (changed.ok) return ok(changed.value.next);
  if (changed.error.kind === "no-op") return fail(refused ?? { kind: "no-longer-open" });
  return fail(changed.error);
};

/** The case open on the same target, where the answer would open this one beside it. */
const openBeside = async (work: CaseWork, { caseId, verdict }: GivenVerdict): Promise<string | undefined> => {
  const closed = verdict.decision === "reopen" ? await work.store.read(caseId) : undefined;
  return closed?.closed && closed.forgottenAt === undefined ? openCaseOf(work, closed) : undefined;
};

const factsOf = (
  state: Case,
  given: GivenVerdict,
  other: string | undefined,
  { policyOf, clock }: CaseWork,
): Result<readonly CaseEvent[], VerdictRefused> => {
  if (!isAsSeen(state, given)) return fail({ kind: "changed-since" });
  return other === undefined
    ? givenFacts(state, given, policyOf, clock.now())
    : fail({ kind: "not-an-answer", reason: `The same is open as ${other}. Go on there.` });
};

/** What is asked no more, or decided, says so by itself, whatever else has changed. */
const isAsSeen = (state: Case, { reviewId, seenVersion }: GivenVerdict): boolean =>
  seenVersion === undefined ||
  (seenVersion >= (state.asOf ?? state.version) && seenVersion <= state.version) ||
  !undecided(state).some(({ id }) => id === reviewId);

/**
 * With an answer that takes effect at once: how the reply was read and what the person took it for, for statistics,
 * and who decided what, for the list by day. Else the change itself says so (`store/verdicts-in.ts`).
 */
const notedBy = (
  state: Case,
  { reviewId, ...given }: GivenVerdict,
  at: Instant,
): Pick<Change, "judged" | "decided"> => {
  const review = state.reviews.find(({ id }) => id === reviewId);
  if (!review) return {};
  const judged = isJudgedIn(state, review) ? judgedBy(review, given) : undefined;
  const { by, verdict, together } = given;
  const { question } = review;
  const decided = { at, caseId: state.id, reviewId, question, decision: verdict.decision, by };
  return { decided: [{ ...decided, ...(together && { together }) }], ...(judged && { judged: [judged] }) };
};

/** What a verdict means for a case as it stands; else why it can't be followed. Pure. */
export const verdictFacts = (
  state: Case,
  given: Omit<GivenVerdict, "caseId" | "seenVersion">,
  policyOf: PolicyOf,
  now: Instant,
): Result<readonly CaseEvent[], VerdictRefused> => {
  const { reviewId, verdict, by, why, deskSaid } = given;
  const review = state.reviews.find(({ id }) => id === reviewId);
  if (!review) return fail({ kind: "no-longer-open" });
  if (review.given) return fail({ kind: "decided-already", given: review.given });
  const problem = whyNoAnswer(state, review, given);
  if (problem) return fail({ kind: "not-an-answer", reason: problem });
  // Somebody who may report and clear could alone use the dispatcher to silence others (ASVS V2.3.5).
  const policy = policyOf(state);
  const reportersSide = (person: string) => onReportersSide(state, policy, person);
  const side = reportersSide(by);
  if (verdict.decision === "clear" && side !== undefined)
    return fail({ kind: "not-yours", reason: `You ${side} of this case; somebody else has to clear it.` });
  if (questionFacts(review.question).needsTwo && verdict.decision === "clear") {
    // Two different persons, for the same reason. Whoever signed in differently may be the first person, and the
    // first may now stand for a reporter who joined: then the second's word takes the first's place.
    if (
      review.agreedBy === undefined ||
      !signedInAlike(review.agreedBy, by) ||
      reportersSide(review.agreedBy) !== undefined
    )
      return ok([{ type: "agreed", at: now, reviewId, by, why }]);
    if (isSamePerson(review.agreedBy, by))
      return fail({ kind: "not-yours", reason: "You agreed already; a second, different person has to agree." });
  }
  // Where the question is about no reply, there is nothing that a desk said.
  const said = review.asRead && deskSaid ? { deskSaid } : {};
  const facts = answerFacts(state, review, { verdict, by, why, ...said }, policy, now);
  return facts.ok ? facts : fail({ kind: "not-an-answer", ...facts.error });
};

/**
 * In the standard lane a verdict can be taken back for a minute, and its events follow then (`case/given.ts`). The
 * first of two persons only agrees, which changes nothing yet. A case is opened again at once. Pure.
 */
const givenFacts = (
  state: Case,
  given: Omit<GivenVerdict, "caseId" | "seenVersion">,
  policyOf: PolicyOf,
  now: Instant,
): Result<readonly CaseEvent[], VerdictRefused> => {
  const facts = verdictFacts(state, given, policyOf, now);
  const effectAt = takesEffectAt(state.lane, now);
  const [answered] = facts.ok ? facts.value.filter(({ type }) => type === "answered") : [];
  // Whether another case of its target is open is known at this moment alone.
  const isAtOnce = effectAt === undefined || given.verdict.decision === "reopen";
  if (isAtOnce || answered?.type !== "answered") return facts;
  if (state.reviews.filter(isDecided).length >= givenAtMost)
    return fail({ kind: "not-an-answer", reason: "So many answers of it wait to take effect. Try in a minute." });
  const { reviewId, verdict, by, why, deskSaid } = answered;
  const { together } = given;
  return ok([
    {
      type: "verdict-given",
      at: now,
      reviewId,
      verdict,
      by,
      why,
      takesEffectAt: effectAt,
      ...(deskSaid && { deskSaid }),
      ...(together && { together }),
    },
  ]);
};

/** What several cases may be answered at once: no end of an urgent case, no mailbox for those of several desks. */
export const answersForAll = (state: Case, review: Review): readonly Decision[] =>
  answersTo(review.question).filter(
    (decision) =>
      !(decision === "close" && state.lane === "urgent") &&
      !(decision === "send-to" && isOfSeveralDesks(state, review)),
  );

/** What stands alone in the list is answered alone, whatever a page or program sends. */
const whyNotTogether = (state: Case, review: Review, { verdict, together }: Answer): string | undefined => {
  if (!together) return undefined;
  if (alikeKey(state, review) === undefined) return "This question is answered for its own case alone. Open the case.";
  if (answersForAll(state, review).includes(verdict.decision)) return undefined;
  if (verdict.decision === "close")
    return "An urgent case is closed by itself, by somebody who has looked at it. Open the case.";
  return verdict.decision === "send-to"
    ? "These are cases of several desks, and one mailbox is not for all of them. Open the case."
    : undefined;
};

type Answer = Pick<GivenVerdict, "verdict" | "by" | "why" | "together">;

const whyNoAnswer = (state: Case, review: Review, answer: Answer): string | undefined => {
  const { verdict, by, why } = answer;
  const alone = whyNotTogether(state, review, answer);
  if (alone) return alone;
  const answers = answersTo(review.question);
  if (!answers.includes(verdict.decision)) return `This question takes one of: ${answers.join(", ")}.`;
  if (by.trim() === "") return "Say who decides.";
  if (why.trim() === "") return "Say why in a sentence; it goes into the case's history.";
  const mailbox = verdict.decision === "send-to" ? readMailbox(verdict.email) : undefined;
  return mailbox && !mailbox.ok ? `The address was refused: ${mailbox.error.reason}.` : undefined;
};
