import type { Instant } from "../../kernel/instant.ts";
import { askedAtVersion } from "../ask.ts";
import { boundedForms, clipped, droppedCharacters, reasonCharacters } from "../bounds.ts";
import type { Case, Hold, Review } from "../case.ts";
import type { EventOf, Verdict } from "../event.ts";
import { afterWord, withNotice } from "../evolve-notice.ts";
import { questionFacts } from "../question.ts";
import { openedByAnswer } from "./back.ts";

export const passedOver = (state: Case, noticeId: string | undefined): Case => {
  const email = state.notices.find(({ id }) => id === noticeId)?.to.email.toLowerCase();
  return email === undefined || state.passedOver?.includes(email)
    ? state
    : { ...state, passedOver: [...(state.passedOver ?? []), email] };
};

/** Only who says to wait with an urgent case has said that it is still up, and that nothing else is to be done. */
const resting = (state: Case, { question }: Review, { decision }: Verdict, waitUntil: Instant): Case => {
  const { isWaitedWith: _, ...rest } = state;
  const isWaitedWith = state.lane === "urgent" && question === "unanswered" && decision === "wait";
  return { ...rest, waitUntil, ...(isWaitedWith && { isWaitedWith }) };
};

/** "Wait" has silent desks reminded anew, or goes on with what waits; other words end that. */
const patient = (state: Case, { question }: Review, verdict: Verdict, waitsAnew: boolean): Case => {
  const { slowReminders: _, ...rest } = state;
  if (question !== "unanswered") return state;
  if (verdict.decision !== "wait" || verdict.hours !== undefined || state.lane !== "standard") return rest;
  return waitsAnew || state.slowReminders === undefined ? { ...rest, slowReminders: 0 } : state;
};

export const afterVerdict = (before: Case, review: Review, { verdict, at, waitUntil }: EventOf<"answered">): Case => {
  const rests = waitUntil ? resting(before, review, verdict, waitUntil) : before;
  const state = patient(rests, review, verdict, waitUntil !== undefined);
  switch (verdict.decision) {
    case "clear":
    case "continue":
      return afterYes(state, review, at);
    case "pass-over":
      return review.question === "registrar" ? { ...state, noRegistrar: true } : passedOver(state, review.noticeId);
    case "reopen":
      return openedByAnswer(state, at);
    case "look-again":
      return { ...state, lookAgain: at, silentLookups: 0 };
    case "treat-as-sent":
    case "send-again":
      return afterWord(state, review.noticeId, verdict.decision, at);
    case "send-to":
      // Whoever names a desk all the same is not asked about the name again.
      return questionFacts(review.question).isClearedBySendTo
        ? { ...state, cleared: [...state.cleared, review.question] }
        : state;
    case "escalate":
    case "wait":
    case "close":
      return state;
    default:
      return verdict satisfies never;
  }
};

/** By version: a hold and its question come in one change, some milliseconds apart. */
const cameAfter = ({ version, since }: Hold, review: Review): boolean => {
  const askedAt = askedAtVersion(review);
  return askedAt === undefined ? since > review.askedAt : version > askedAt;
};

const afterYes = (state: Case, review: Review, at: Instant): Case => {
  const { question, noticeId } = review;
  const { onYes } = questionFacts(question);
  switch (onYes) {
    case "cleared":
      return { ...state, cleared: state.cleared.includes(question) ? state.cleared : [...state.cleared, question] };
    case "holds-end":
      // A hold that came after the question is asked about anew.
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

export type ReviewEvent = EventOf<
  "asked" | "announced" | "agreed" | "verdict-given" | "verdict-taken-back" | "verdict-dropped"
>;

export const evolveReviews = (state: Case, event: ReviewEvent): Case => ({
  ...state,
  reviews:
    event.type === "asked"
      ? [...state.reviews, asked(event)]
      : state.reviews.map((review) => (isAbout(event, review) ? after(review, event) : review)),
});

type LaterEvent = Exclude<ReviewEvent, EventOf<"asked">>;

const isAbout = (event: LaterEvent, { id }: Review): boolean =>
  event.type === "announced" ? event.reviewIds.includes(id) : event.reviewId === id;

const after = (review: Review, event: LaterEvent): Review => {
  const { given, ...undecided } = review;
  switch (event.type) {
    case "announced":
      return { ...review, announced: true, announcedAt: event.rangAt ?? event.at };
    case "agreed":
      return { ...review, agreedBy: event.by };
    case "verdict-given": {
      const { type: _, reviewId: __, ...verdict } = event;
      return { ...review, given: verdict };
    }
    case "verdict-taken-back":
      return undecided;
    case "verdict-dropped": {
      if (!given) return review;
      // What it was in full stands in the history.
      const by = clipped(given.by, droppedCharacters.by);
      const why = clipped(event.why, droppedCharacters.why);
      return { ...undecided, dropped: { decision: given.verdict.decision, by, at: event.at, why } };
    }
    default:
      return event satisfies never;
  }
};

const asked = ({ type: _, reviewId: id, at: askedAt, reason, forms, ...rest }: EventOf<"asked">): Review => ({
  ...rest,
  id,
  askedAt,
  reason: clipped(reason, reasonCharacters),
  announced: false,
  ...(forms && { forms: boundedForms(forms) }),
});

export const isOpenAboutMail = ({ notices }: Case, { question, noticeId }: Review): boolean => {
  const sent = notices.find(({ id }) => id === noticeId)?.state;
  const { openWhile } = questionFacts(question);
  return openWhile === undefined || (sent !== undefined && openWhile.includes(sent));
};
