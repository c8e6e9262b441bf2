import type { Instant } from "../kernel/instant.ts";
import { isOfName } from "../kernel/scope.ts";
import { clipped, notesAtMost, withHold, wrongReasonCharacters, wrongReasonsAtMost } from "./bounds.ts";
import type { Case, Review } from "./case.ts";
import { isUnclassified } from "./clearance.ts";
import { onClock } from "./desk-clock.ts";
import type { CaseEvent, EventOf } from "./event.ts";
import { openedByHand, unwaited } from "./evolve/back.ts";
import { afterCheck, withCheck, withoutCheck } from "./evolve/check.ts";
import { afterLookUp, leftBehind, nameGone } from "./evolve/host.ts";
import { joined } from "./evolve/report.ts";
import { afterVerdict, evolveReviews, isOpenAboutMail, passedOver, type ReviewEvent } from "./evolve/verdict.ts";
import { afterStatus, askedAnew, unheld } from "./evolve/words.ts";
import { evolveNotice, leftToAPerson, queued, requeued, withNotice, withReply } from "./evolve-notice.ts";
import { withStanding } from "./first-reports.ts";
import { forgetfulTarget } from "./forget.ts";
import { standsInDns } from "./name-gone.ts";
import { hasTold } from "./networks.ts";
import type { Notice } from "./notice.ts";
import { isAnswered } from "./notice-progress.ts";
import { allWithdrew, isFormerHost } from "./path/notified.ts";
import { questionFacts } from "./question.ts";
import { isForPerson } from "./registrar-turn.ts";
import { replyMeanings } from "./reply-class.ts";
import { lastSaid, saysGone, withSaid } from "./said.ts";

const escalated = (state: Case, { level, id, name, below, at }: EventOf<"escalated">): Case => {
  const { levelId: _, levelsBelow: __, slowReminders: ___, ...rest } = state;
  const named = { ...(id && { levelId: id }), ...(name && { levelName: name }) };
  return { ...rest, ...named, ...(below && { levelsBelow: below }), level, escalatedAt: at, quiet: false };
};

/** Total: an event that fits nothing changes nothing. What comes late brings nothing back. */
export const evolveTarget = (state: Case, event: CaseEvent): Case => {
  const next = onClock(state, askedAnew(afterFact(state, event)), event.at);
  return state.forgottenAt === undefined ? next : forgetfulTarget(next, state.forgottenAt);
};

const afterFact = (state: Case, event: CaseEvent): Case => {
  switch (event.type) {
    case "asked":
      return askedAgain(leftToAPerson(evolveReviews(state, event), event), event);
    case "announced":
    case "agreed":
    case "verdict-given":
    case "verdict-taken-back":
    case "verdict-dropped":
      return evolveReviews(state, event);
    case "forgotten":
      return forgetfulTarget(state, event.at);
    case "closed": {
      const { type: _, why: __, ...closed } = event;
      const { returned: ___, ...rest } = withoutCheck(state);
      return { ...rest, reviews: [], closed };
    }
    case "answered": {
      const review = state.reviews.find(({ id }) => id === event.reviewId);
      const answered = { ...state, reviews: state.reviews.filter((other) => other !== review) };
      return review ? afterVerdict(withoutGoneOf(answered, review), review, event) : answered;
    }
    default: {
      const next = withCheck(afterEvent(state, event), event);
      return { ...next, reviews: next.reviews.filter((review) => isOpen(next, review)) };
    }
  }
};

/** Whether it is back is asked once for each end; where all took it back, other questions are moot. */
const askedAgain = (state: Case, { question: asked }: EventOf<"asked">): Case => {
  if (asked === "may-be-back" && state.closed) return { ...state, closed: { ...state.closed, askedAgain: true } };
  if (asked !== "withdrawal") return state;
  const isAskedStill = ({ question }: Review) => question === asked || questionFacts(question).isAboutSending;
  return { ...state, reviews: state.reviews.filter(isAskedStill) };
};

/** A person has said what a reporter's *gone* comes to: the same word is not asked about again. */
const withoutGoneOf = (state: Case, { question }: Review): Case => {
  const { goneHeardAt: _, ...rest } = state;
  return question === "said-gone" ? rest : state;
};

const isOpen = (state: Case, review: Review): boolean => {
  if (review.question === "name-gone") return state.contact === undefined || !standsInDns(state.contact);
  if (review.question === "unclassified") return isUnclassified(state);
  if (review.question === "said-gone") return state.reporters.some(saysGone(state));
  if (review.question === "withdrawal") return allWithdrew(state);
  if (review.question === "registrar") return isRegistrarOpen(state);
  if (review.question === "may-be-back") return mayBeBack(state, review);
  return isOpenAboutMail(state, review);
};

const isRegistrarOpen = (state: Case): boolean =>
  isForPerson(state) && !state.notices.some((notice) => isOfName(notice.to.scope) && hasTold(notice));

const mayBeBack = (state: Case, { askedAt }: Review): boolean =>
  state.closed !== undefined &&
  state.reporters.some(
    (reporter) => !state.withdrawn.includes(reporter) && (lastSaid(state, "gone", reporter) ?? "") < askedAt,
  );

type LaterEvent = Exclude<CaseEvent, ReviewEvent | EventOf<"answered" | "closed" | "forgotten">>;

const afterEvent = (state: Case, event: LaterEvent): Case => {
  switch (event.type) {
    case "opened":
      return state;
    case "joined":
      return joined(state, event.report.category, event);
    case "status": {
      const known = event.toldTo === undefined ? withStanding(state, event.message) : state;
      return event.seenSince ? known : afterStatus(withSaid(known, event.message), event);
    }
    case "contact-answered":
      return afterLookUp(state, event.answer);
    case "host-moved":
      return event.isGone ? nameGone(state, event.answer) : leftBehind(state, event.answer, event.left);
    case "check-wanted":
    case "check-ended":
      return afterCheck(state, event);
    case "escalated":
      return escalated(state, event);
    case "replied":
      return afterReply(state, event);
    case "answer-taken":
      return afterTaken(state, event);
    case "answer-held":
      return { ...state, waitUntil: event.waitUntil, slowReminders: state.slowReminders ?? 0 };
    case "returned-to-reporter":
      return { ...state, returned: true };
    case "protector-claimed":
      return { ...state, protector: { at: event.at } };
    case "protector-answered":
      if (!state.protector || event.ticket === undefined) return state;
      return { ...state, protector: { ...state.protector, ticket: event.ticket } };
    case "reminded-slowly":
      return { ...state, waitUntil: event.waitUntil, slowReminders: event.nth };
    case "corrected":
      return withExplanation(state, event.explanation, event.at);
    case "desk-stopped":
      return passedOver(state, event.noticeId);
    case "channel-failed":
      return passedOver(evolveNotice(state, event), event.noticeId);
    case "held":
      return withHold(state, event);
    case "released":
      return unheld({ ...state, holds: [] });
    case "reopened":
      return openedByHand(state, event.at);
    case "noted": {
      const { type: _, ...note } = event;
      return { ...state, notes: [...(state.notes ?? []), note].slice(-notesAtMost) };
    }
    case "notice-queued":
      return queued(state, event);
    case "notice-requeued":
      return withNotice(state, event.noticeId, (notice) => requeued(notice, event));
    default:
      return evolveNotice(state, event);
  }
};

const afterReply = (state: Case, event: EventOf<"replied">): Case => {
  const about = state.notices.find(({ id }) => id === event.noticeId);
  // Else whoever holds a leaked token could silence the whole escalation path.
  const acts =
    replyMeanings[event.replyClass].saysRemoved &&
    event.authenticated &&
    !(about && (isFormerHost(state, about) || about.wasRemoved));
  const breaksSilence = about !== undefined && !isFormerHost(state, about) && answersSilence(state, about, event);
  // A person who said to wait meant silent desks.
  return { ...withReply(breaksSilence ? unwaited(state) : state, event), quiet: state.quiet || acts };
};

/** A desk's first answer to what is asked now. In the urgent lane a person is asked about it at once. */
const answersSilence = ({ lane }: Case, about: Notice, { authenticated, replyClass }: EventOf<"replied">): boolean =>
  lane === "standard" &&
  authenticated &&
  !about.wasRemoved &&
  !isAnswered(about) &&
  replyClass !== "unclear" &&
  replyMeanings[replyClass].shows === "answer";

/** A desk that says that the host is not theirs is not notified again, and the host is looked up anew. */
const afterTaken = (state: Case, { at, noticeId, way, party }: EventOf<"answer-taken">): Case => {
  const taken = withNotice(state, noticeId, (notice) => ({
    ...notice,
    taken: { way, ...(party !== undefined && { party }) },
  }));
  return way === "right-party" ? { ...taken, lookAgain: at } : taken;
};

/** The wrong explanation is kept, so that the correction can say to each desk what was wrong. */
const withExplanation = (state: Case, explanation: string, at: Instant): Case => {
  const { explanation: text } = state.evidence;
  const wrong = { ...(text !== undefined && { text: clipped(text, wrongReasonCharacters) }), until: at };
  return {
    ...state,
    evidence: { ...state.evidence, explanation },
    wrongReasons: [...(state.wrongReasons ?? []), wrong].slice(-wrongReasonsAtMost),
  };
};
