import { type Instant, plusHours } from "../kernel/instant.ts";
import { isSameMailbox, readMailbox } from "../kernel/mailbox.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { isOfName, isSites } from "../kernel/scope.ts";
import type { Candidate } from "./candidate.ts";
import type { Case, Review } from "./case.ts";
import { awaitsClearance } from "./clearance.ts";
import { close } from "./close.ts";
import { restsUntil } from "./desk-clock.ts";
import type { Answer, CaseEvent, Verdict } from "./event.ts";
import { evolveTarget } from "./evolve.ts";
import { hoursToWait, whichHours } from "./hours-to-wait.ts";
import { hasEscalated } from "./level.ts";
import { nextRound } from "./lists.ts";
import { escalate } from "./path/escalate.ts";
import { whyNotNeeded } from "./path/not-needed.ts";
import { queued } from "./path/queue.ts";
import { takesBack } from "./path/take-back.ts";
import { isForbidden, isUnderTarget } from "./path/who.ts";
import type { Level, Policy } from "./policy.ts";
import { questionFacts } from "./question.ts";
import { isRightHoldersAlone } from "./right-holder.ts";

/** Fails with a sentence where the answer can't be followed. Pure. */
export const answerFacts = (
  state: Case,
  review: Review,
  answer: Answer,
  policy: Policy,
  now: Instant,
): Result<readonly CaseEvent[], { readonly reason: string }> => {
  const { verdict, by, why } = answer;
  if (verdict.decision === "wait" && verdict.hours !== undefined && !hoursToWait[state.lane].includes(verdict.hours))
    return fail({ reason: whichHours([state.lane]) });
  const waitUntil = restsFor(state, review, verdict, policy, now);
  const answered = {
    type: "answered",
    at: now,
    reviewId: review.id,
    ...answer,
    ...(waitUntil && { waitUntil }),
  } as const;
  const after = evolveTarget(state, answered);
  switch (verdict.decision) {
    case "close":
      return ok([answered, ...close(state, now, verdict.outcome, `${by}: ${why}`)]);
    case "send-to": {
      const refused = whyNotTo(state, verdict.email, policy);
      return refused ? fail({ reason: refused }) : ok([answered, ...sendTo(after, verdict.email, policy, now, by)]);
    }
    case "send-again": {
      const about = state.notices.find(({ id }) => id === review.noticeId);
      const why = about && whyNotNeeded(state, about, policy);
      return why === undefined ? ok([answered]) : fail({ reason: `It is not sent again: ${why}.` });
    }
    case "clear":
      return ok([answered, ...(review.question === "withdrawal" ? takesBack(after, policy, now) : [])]);
    case "pass-over":
      return ok([answered, ...leftOut(state, review, answer, now)]);
    case "escalate": {
      const escalated = escalate(after, policy, now, `${by} decided`);
      return escalated
        ? ok([answered, ...escalated])
        : fail({ reason: "No further level has a contact that may be notified; choose another answer." });
    }
    default:
      return ok([answered]);
  }
};

/** After a person has spoken the machine does not ask about silence again at once. `undefined`: no such answer. */
const restsFor = (
  state: Case,
  { question, blocking }: Review,
  verdict: Verdict,
  policy: Policy,
  now: Instant,
): Instant | undefined => {
  const { restsAfter } = questionFacts(question);
  if (restsAfter !== "any" && restsAfter !== verdict.decision) return undefined;
  if (verdict.decision === "wait" && verdict.hours !== undefined) return plusHours(now, verdict.hours);
  if (verdict.decision === "wait" && state.lane === "urgent") return nextRound(now);
  const [days] = policy.slowReminders;
  const isPatient = question === "unanswered" && verdict.decision === "wait" && days !== undefined;
  // It waits already: the same word again changes nothing.
  if (isPatient && !blocking && restsUntil(state, now) !== undefined) return undefined;
  return plusHours(now, isPatient ? 24 * days : policy.row.escalatesAfterHours);
};

const leftOut = (
  state: Case,
  { question, noticeId }: Review,
  { by, why }: Pick<Answer, "by" | "why">,
  now: Instant,
): readonly CaseEvent[] => {
  if (question === "withdrawal") return close(state, now, "withdrawn", `${by}: ${why}`);
  return noticeId === undefined
    ? []
    : [{ type: "notice-cancelled", at: now, noticeId, why: `${by} named it the wrong mailbox` }];
};

/** A person may lift what is only a suspicion, and nothing else. */
const whyNotTo = (state: Case, written: string, policy: Policy): string | undefined => {
  const mailbox = readMailbox(written);
  if (!mailbox.ok) return `The address was refused: ${mailbox.error.reason}.`;
  const email = mailbox.value;
  if (isForbidden(state, namedBy(email, "a person"), policy))
    return "This mailbox asked never to be written to, or is our own.";
  if (policy.row.neverTo.some(isSites) && isUnderTarget(state, email))
    return "For this category the reported site's own mailbox is never told; it may be the offender's.";
  if (isRightHoldersAlone(state, { ...namedBy(email, "a person"), scope: scopeOf(state, email) }))
    return "A notice of copyright there is void but from the right holder (17 U.S.C. 512(c)(3)).";
  if (awaitsClearance(state))
    return "The host's side hears once the police have cleared it, or a person has classified it: answer that first.";
  const isTold = state.notices.some(
    (notice) =>
      isSameMailbox(notice.to.email, email) && notice.step !== "moved" && notice.state !== "cancelled" && !notice.ended,
  );
  return isTold ? "This mailbox had a notice about this case already; it is in the list of notices." : undefined;
};

const namedBy = (email: string, by: string): Candidate => ({
  email,
  scope: "network",
  source: "person",
  confidence: "high",
  remarks: [`named by ${by}`],
});

const nameOf = (level: Level | undefined) => (level ? { id: level.id, name: level.name } : {});

/** The registrar's mailbox stays the registrar's, whoever names it: it hosts nothing. */
const scopeOf = ({ contact }: Case, email: string): Candidate["scope"] => {
  const known = contact?.candidates.find((candidate) => isSameMailbox(candidate.email, email))?.scope;
  return known && isOfName(known) ? known : "network";
};

const sendTo = (state: Case, written: string, policy: Policy, now: Instant, by: string): readonly CaseEvent[] => {
  const mailbox = readMailbox(written);
  const email = mailbox.ok ? mailbox.value : written;
  const level = Math.max(state.level, 0);
  const to = { ...namedBy(email, by), scope: scopeOf(state, email) };
  const why = `${by} named a contact`;
  const escalated: readonly CaseEvent[] = hasEscalated(state)
    ? []
    : [{ type: "escalated", at: now, level, ...nameOf(policy.row.path[level]), why }];
  return [...escalated, queued(state, level, "first", to, policy, now)];
};
