import type { Instant } from "../../kernel/instant.ts";
import { askedAtVersion } from "../ask.ts";
import type { Case, Hold, Review } from "../case.ts";
import type { CaseEvent, Verdict } from "../event.ts";
import { afterWord, withNotice } from "../evolve-notice.ts";
import { questionFacts } from "../question.ts";
import { openedByAnswer } from "./back.ts";

export const passedOver = (state: Case, noticeId: string | undefined): Case => {
  const email = state.notices.find(({ id }) => id === noticeId)?.to.email.toLowerCase();
  return email === undefined || state.passedOver?.includes(email)
    ? state
    : { ...state, passedOver: [...(state.passedOver ?? []), email] };
};

/** Nobody waits any more for desks that were silent, nor are they reminded. */
export const unwaited = ({ waitUntil: _, slowReminders: __, ...state }: Case): Case => state;

/**
 * Whoever says to wait for silent desks has them reminded anew, or goes on with what waits already; any
 * other word ends that, also when to be asked again.
 */
const patient = (state: Case, { question }: Review, verdict: Verdict, waitsAnew: boolean): Case => {
  const { slowReminders: _, ...rest } = state;
  if (question !== "unanswered") return state;
  if (verdict.decision !== "wait" || verdict.hours !== undefined || state.lane !== "standard") return rest;
  return waitsAnew || state.slowReminders === undefined ? { ...rest, slowReminders: 0 } : state;
};

export const afterVerdict = (
  before: Case,
  review: Review,
  { verdict, at, waitUntil }: Extract<CaseEvent, { type: "answered" }>,
): Case => {
  const state = patient(waitUntil ? { ...before, waitUntil } : before, review, verdict, waitUntil !== undefined);
  switch (verdict.decision) {
    case "clear":
    case "continue":
      return afterYes(state, review, at);
    case "pass-over":
      return review.question === "registrar" ? { ...state, noRegistrar: true } : passedOver(state, review.noticeId);
    case "reopen":
      return openedByAnswer(state, at);
    case "look-again":
      return { ...state, lookAgain: true, silentLookups: 0 };
    case "treat-as-sent":
    case "send-again":
      return afterWord(state, review.noticeId, verdict.decision, at);
    case "send-to":
      // Whoever names a desk though the name is out of DNS is not asked about it again.
      // The same holds for a name that DNS never gives.
      return questionFacts(review.question).isClearedBySendTo
        ? { ...state, cleared: [...state.cleared, review.question] }
        : state;
    case "climb":
    case "wait":
    case "close":
      return state;
    default:
      return verdict satisfies never;
  }
};

/**
 * By the case's version, as a hold and the question about it come in one change, each by a moment of its own:
 * the hold's may be the later one by some milliseconds.
 */
const cameAfter = ({ version, since }: Hold, review: Review): boolean => {
  const askedAt = askedAtVersion(review);
  return askedAt === undefined ? since > review.askedAt : version > askedAt;
};

/** A person said yes, or that they have noted it. */
const afterYes = (state: Case, review: Review, at: Instant): Case => {
  const { question, noticeId } = review;
  const { onYes } = questionFacts(question);
  switch (onYes) {
    case "cleared":
      return { ...state, cleared: state.cleared.includes(question) ? state.cleared : [...state.cleared, question] };
    case "holds-end":
      // A hold that came after the question is none that the person spoke of; it is asked about
      // anew.
      return { ...state, holds: state.holds.filter((hold) => cameAfter(hold, review)) };
    case "notice-approved":
      return noticeId === undefined
        ? state
        : withNotice(state, noticeId, (notice) => ({ ...notice, approved: true, notBefore: at }));
    case "reminders-go-on":
      return { ...state, quiet: false };
    case "noted":
      return state;
    default:
      return onYes satisfies never;
  }
};
