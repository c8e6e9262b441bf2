import { earliest, type Instant, latest } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { type Category, laneOf } from "../report/category.ts";
import { explanationAtMost } from "../report/native.ts";
import type { Evidence, Report } from "../report/report.ts";
import { asWrittenTo, boundedEvidence, clipped, withHold } from "./bounds.ts";
import { type ContactAnswer, countriesOf } from "./candidate.ts";
import type { Notice, Review, TargetCase } from "./case.ts";
import { reportKeyOf } from "./case-id.ts";
import { onClock } from "./desk-clock.ts";
import type { CaseEvent, CommonEvent } from "./event.ts";
import { afterWord, evolveNotice, withNotice, withReply } from "./evolve-notice.ts";
import { evolveReviews, isOpenAboutMail, withOpenReviews, withoutAnswered } from "./evolve-reviews.ts";
import { forgetfulTarget } from "./forget.ts";
import { allWithdrew, isFormerHost, told } from "./ladder/asked.ts";
import { standsInDns } from "./name-gone.ts";
import { asksHost, isHostAsked, isMissedEverywhere, sighted, whereabouts } from "./networks.ts";
import { type Question, questionFacts } from "./question.ts";
import { replyMeanings } from "./reply-class.ts";
import { saysGone, withSaid } from "./said.ts";
import { asParsed, withSpelling } from "./spellings.ts";

/** The state that a first report makes, at version 0: nothing is written yet. */
export const beginTarget = (event: Extract<CaseEvent, { type: "opened" }>): TargetCase => {
  const { report } = event;
  return {
    kind: "case",
    id: event.caseId,
    version: 0,
    lane: event.lane,
    category: report.category,
    channel: report.channel,
    target: asParsed(report.target),
    joinsByPage: true,
    ...withSpelling({ target: report.target }, report.target),
    ...boundedEvidence(report.evidence),
    live: report.live,
    domainIsMalicious: report.domainIsMalicious,
    openedAt: event.at,
    firstSeenAt: report.seenAt,
    lastSeenAt: seenBy(event.at, report.seenAt),
    reports: 1,
    reporters: [report.reporter],
    withdrawn: [],
    standing: { [report.reporter]: 1 },
    silentLookups: 0,
    rung: -1,
    notices: [],
    holds: [],
    reviews: [],
    cleared: [],
    mails: [],
    quiet: false,
  };
};

/** A sighting in the future is a clock that goes wrong; it counts as seen when it was reported. */
const seenBy = (reportedAt: Instant, seenAt: Instant): Instant => (seenAt < reportedAt ? seenAt : reportedAt);

type Told = Extract<CaseEvent, { type: "status" }>;

/** The state after one more fact. Total: an event that fits nothing (a notice that is not there) changes nothing. What comes late brings nothing back. */
export const evolveTarget = (state: TargetCase, event: CaseEvent): TargetCase => {
  const next = onClock(state, afterFact(state, event), event.at);
  return state.forgottenAt === undefined ? next : forgetfulTarget(next, state.forgottenAt);
};

const afterFact = (state: TargetCase, event: CaseEvent): TargetCase => {
  switch (event.type) {
    case "asked":
    case "announced":
    case "agreed":
      return evolveReviews(state, event);
    case "forgotten":
      return forgetfulTarget(state, event.at);
    case "closed": {
      const { at, outcome, saidAt } = event;
      return { ...state, reviews: [], closed: { at, outcome, ...(saidAt && { saidAt }) } };
    }
    case "answered": {
      const review = state.reviews.find(({ id }) => id === event.reviewId);
      const answered = withoutAnswered(state, event.reviewId);
      return review ? afterVerdict(answered, review, event) : answered;
    }
    default: {
      const next = afterEvent(state, event);
      return withOpenReviews(next, (review) => isOpen(next, review));
    }
  }
};

/** Once it is known that it is still up, the questions about that have their answer, as those about a send have. */
const isOpen = (state: TargetCase, review: Review): boolean => {
  if (review.question === "name-gone") return state.contact === undefined || !standsInDns(state.contact);
  if (review.question === "said-gone") return state.reporters.some((reporter) => saysGone(state, reporter));
  return isOpenAboutMail(state.notices, review);
};

const afterEvent = (state: TargetCase, event: Exclude<CaseEvent, CommonEvent>): TargetCase => {
  switch (event.type) {
    case "opened":
      return state;
    case "joined":
      return joined(state, event.report.category, event);
    case "status":
      return afterStatus(withSaid(state, event.message), event);
    case "contact-answered": {
      const found = event.answer.candidates.some(({ confidence }) => confidence !== "guess") || event.answer.forms.length > 0;
      const { lookAgain: _, ...rest } = lookedUp(resolvesAgain(state, event.answer), event.answer);
      return { ...rest, silentLookups: found || !event.answer.retry ? 0 : state.silentLookups + 1 };
    }
    case "host-moved":
      return event.left === undefined ? goneOrMoved(state, event) : leftBehind(state, event.answer, event.left);
    case "climbed":
      return { ...state, rung: event.rung, ...(event.name !== undefined && { rungName: event.name }), climbedAt: event.at, quiet: false };
    case "notice-queued": {
      const { noticeId: id, rung, step, to, notBefore, window } = event;
      // It takes the place of one that was cancelled (`ladder/queue.ts`), whose attempts keep their numbers.
      const before = state.notices.find((notice) => notice.id === id);
      const { attempts, doubtedAttempt } = { attempts: 0, ...before };
      const notice: Notice = {
        id,
        rung,
        step,
        to: asWrittenTo(to),
        notBefore,
        ...(window && { window }),
        ...(asksHost({ step, to }) && state.contact && { where: whereabouts(state.contact) }),
        state: "queued",
        attempts,
        ...(doubtedAttempt !== undefined && { doubtedAttempt }),
      };
      return { ...state, notices: [...state.notices.filter((other) => other.id !== id), notice] };
    }
    case "notice-requeued":
      return withNotice(state, event.noticeId, ({ window: _, digest: __, ...notice }) =>
        notice.state === "queued" || __
          ? {
              ...notice,
              state: "queued",
              notBefore: event.notBefore,
              dueAt: notice.dueAt ?? notice.notBefore,
              ...(event.window && { window: event.window }),
              ...(event.paced && { paced: true }),
            }
          : notice,
      );
    case "notice-gathered":
      return withNotice(state, event.noticeId, (notice) => ({
        ...notice,
        state: "gathered",
        digest: { id: event.digestId, heard: event.heard },
        ...(notice.state === "unknown" && { doubtedAttempt: notice.attempts }),
      }));
    case "digest-heard":
      return withNotice(state, event.noticeId, (notice) => (notice.digest ? { ...notice, digest: { ...notice.digest, heard: event.upTo } } : notice));
    case "notice-cancelled":
    case "send-claimed":
    case "send-declined":
    case "refused":
    case "sent":
    case "send-unknown":
    case "delivered":
    case "bounced":
    case "complained":
      return evolveNotice(state, event);
    case "replied":
      return afterReply(state, event);
    case "corrected":
      return { ...state, evidence: { ...state.evidence, explanation: event.explanation } };
    case "desk-stopped":
      return passedOver(state, event.noticeId);
    case "held":
      return {
        ...state,
        holds: withHold(state.holds, { by: event.by, why: event.why, since: event.at, ...(event.until && { until: event.until }) }, state.reporters),
      };
    case "released":
      return unheld({ ...state, holds: [] });
    default:
      return event satisfies never;
  }
};

/** The police clear for their own country: with another one they are asked again. */
const clearedIn = (state: TargetCase, answer: ContactAnswer, isAnotherHost: boolean): readonly Question[] => {
  const known = state.contact ? countriesOf(state.contact) : [];
  const isAbroad = state.contact !== undefined && countriesOf(answer).some((country) => !known.includes(country));
  const holds = { case: true, country: !isAbroad, host: !isAnotherHost } as const;
  return state.cleared.filter((question) => holds[questionFacts[question].clearedFor]);
};

/** After a look-up: what it found, and at which desks it did not find the host. */
const lookedUp = (state: TargetCase, answer: ContactAnswer): TargetCase => {
  const notices = sighted(state, answer);
  const isAnotherHost = isMissedEverywhere({ notices }) && !isMissedEverywhere(state);
  const cleared = clearedIn(state, answer, isAnotherHost);
  return { ...state, contact: answer, notices, cleared, quiet: state.quiet && !isAnotherHost };
};

/** Its desks are asked nothing more. One that had a notice is owed its withdrawal wherever the host stands now. */
const ends = (notice: Notice): Notice => ({
  ...notice,
  ended: true,
  ...(notice.state === "queued" && notice.step !== "withdrawal" && { state: "cancelled" }),
});

/** The old thread ends; the new host is owed a first rung of its own. */
const movedAltogether = (state: TargetCase, answer: ContactAnswer): TargetCase => {
  const { climbedAt: _, lookAgain: __, ...rest } = state;
  return {
    ...rest,
    contact: answer,
    silentLookups: answer.retry ? 1 : 0,
    rung: -1,
    quiet: false,
    cleared: state.cleared.filter((question) => questionFacts[question].clearedFor === "case"),
    notices: state.notices.map(ends),
  };
};

/** A name that is gone for now: what was asked rests, and is remembered. */
const goneOrMoved = (state: TargetCase, { answer, isGone }: Extract<CaseEvent, { type: "host-moved" }>): TargetCase => {
  const next = movedAltogether(state, answer);
  if (!isGone) return next;
  const ended = state.notices.filter((notice) => !notice.ended).map(({ id }) => id);
  return { ...next, beforeGone: { rung: state.rung, ...(state.climbedAt && { climbedAt: state.climbedAt }), ended } };
};

/**
 * The name stands again, and nobody was told meanwhile: who was asked is asked on, and hears of nothing twice, as often as a name server
 * may say the one and then the other. Where it stands elsewhere now is the look-up's to say.
 */
const resolvesAgain = (state: TargetCase, answer: ContactAnswer): TargetCase => {
  const { beforeGone, ...rest } = state;
  if (!beforeGone || !standsInDns(answer)) return state;
  if (state.rung >= 0) return rest;
  const { rung, climbedAt, ended } = beforeGone;
  const asksOn = ({ ended: _, ...notice }: Notice): Notice => notice;
  return { ...rest, rung, ...(climbedAt && { climbedAt }), notices: rest.notices.map((notice) => (ended.includes(notice.id) ? asksOn(notice) : notice)) };
};

/** Some of its desks are none any more: the others are asked on, and where there are none the next one is owed a first rung of its own. */
const leftBehind = (state: TargetCase, answer: ContactAnswer, left: readonly string[]): TargetCase => {
  const mailboxes = state.notices.filter(({ id }) => left.includes(id)).map(({ to }) => to.email);
  const hasLeft = ({ to }: Notice) => mailboxes.some((email) => isSameMailbox(email, to.email));
  const { lookAgain: _, ...known } = lookedUp(state, answer);
  const next = { ...known, silentLookups: 0, notices: known.notices.map((notice) => (hasLeft(notice) ? ends(notice) : notice)) };
  if (isHostAsked(next)) return next;
  const { climbedAt: __, ...rest } = next;
  return { ...rest, rung: -1, quiet: false };
};

/** A second report makes a case stricter, never milder: live or urgent stays so, the earliest sighting counts. */
const joined = (state: TargetCase, category: Category, event: Extract<CaseEvent, { type: "joined" }>): TargetCase => {
  const { report } = event;
  const live = state.live || report.live;
  const lane = state.lane === "urgent" ? "urgent" : laneOf(category, live);
  // What waited for a working day or for others waits no longer; what waits for a person's word does, if not as long (`react.ts`).
  const waitsForAPerson = ({ id }: Notice) => state.reviews.some(({ question, noticeId }) => question === "new-contact" && noticeId === id);
  const hastened = (notice: Notice): Notice => {
    if (notice.state !== "queued" || waitsForAPerson(notice)) return notice;
    const { window: _, ...alone } = notice;
    return { ...alone, notBefore: earliest(notice.notBefore, event.at) ?? event.at };
  };
  return {
    ...state,
    live,
    lane,
    notices: lane === state.lane ? state.notices : state.notices.map(hastened),
    domainIsMalicious: state.domainIsMalicious || report.domainIsMalicious,
    ...withSpelling(state, report.target),
    ...withEvidence(state, report),
    firstSeenAt: earliest(report.seenAt, state.firstSeenAt) ?? state.firstSeenAt,
    lastSeenAt: latest(state.lastSeenAt, seenBy(event.at, report.seenAt)),
    reports: state.reports + 1,
    reporters: state.reporters.includes(report.reporter) ? state.reporters : [...state.reporters, report.reporter],
    ...standingAgain(state, report.reporter),
  };
};

/** What a report adds that none before it said. */
const withEvidence = (state: TargetCase, report: Report): Pick<TargetCase, "evidence" | "hashesLeftOut"> => {
  const { evidence, ...leftOut } = boundedEvidence(report.evidence);
  return {
    ...(state.evidence.hashes === undefined && leftOut),
    evidence: { ...evidence, ...state.evidence, ...explainedByTwo(state, report) },
  };
};

/**
 * The second reporter's explanation stands beside the first's: whoever reported first, by mistake or to spoil it, must not decide alone
 * what a desk reads. Two are enough for a desk; together they are no longer than one may be.
 */
const explainedByTwo = (state: TargetCase, { reporter, evidence: { explanation } }: Report): Pick<Evidence, "explanation"> => {
  const before = state.evidence.explanation;
  const isSecond = state.reporters.length === 1 && !state.reporters.includes(reporter);
  if (!isSecond || before === undefined || explanation === undefined || before.includes(explanation)) return {};
  const both = `${before}\n${explanation}`;
  return { explanation: both.length <= explanationAtMost ? both : [before, explanation].map((text) => clipped(text, explanationAtMost / 2 - 1)).join("\n") };
};

const standingAgain = (state: TargetCase, reporter: string): Pick<TargetCase, "withdrawn" | "standing"> => ({
  withdrawn: state.withdrawn.filter((other) => other !== reporter),
  standing: { ...state.standing, [reporter]: (state.standing[reporter] ?? 0) + 1 },
});

/** Whether its report had stood until then. A line of before does not say, and whoever reads the history again from its beginning counts for itself. */
const hadStood = (state: TargetCase, { stood, message: { reporter, reportId } }: Told): boolean =>
  stood ?? !(state.takenBack ?? []).includes(reportKeyOf(reporter, reportId));

const countedHere = (state: TargetCase, { stood, message: { reporter, reportId, status } }: Told): Pick<TargetCase, "takenBack"> => {
  const key = reportKeyOf(reporter, reportId);
  const others = (state.takenBack ?? []).filter((other) => other !== key);
  if (stood !== undefined) return {};
  return { takenBack: status === "withdrawn" ? [...others, key] : others };
};

/** A reporter has withdrawn when none of their reports on this target stands. */
const takenBack = (state: TargetCase, event: Told): TargetCase => {
  const { reporter } = event.message;
  if (!hadStood(state, event)) return state;
  const left = Math.max(0, (state.standing[reporter] ?? 0) - 1);
  return {
    ...state,
    ...countedHere(state, event),
    standing: { ...state.standing, [reporter]: left },
    withdrawn: left > 0 || state.withdrawn.includes(reporter) ? state.withdrawn : [...state.withdrawn, reporter],
  };
};

/** Who was told of what every reporter took back may have taken something down: they are owed the word, also after the end. */
const openForWithdrawals = (state: TargetCase): TargetCase => {
  const { closed, ...open } = state;
  return closed && closed.outcome !== "withdrawn" && allWithdrew(state) && told(state).length > 0 ? open : state;
};

const afterStatus = (state: TargetCase, event: Told): TargetCase => {
  const { message, at, toldTo } = event;
  if (toldTo !== undefined) return state;
  switch (message.status) {
    case "withdrawn":
      return openForWithdrawals(takenBack(state, event));
    case "hold":
      if (state.holds.some(({ by }) => by === message.reporter)) return state;
      return {
        ...state,
        holds: withHold(state.holds, { by: message.reporter, why: message.note ?? "asked by the reporter", since: at }, state.reporters),
      };
    case "release":
      return unheld({ ...state, holds: state.holds.filter((hold) => hold.by !== message.reporter) });
    case "still-up": {
      const { closed: _, ...open } = state;
      const stands = hadStood(state, event) && !state.withdrawn.includes(message.reporter);
      const again = stands ? {} : { ...standingAgain(state, message.reporter), ...countedHere(state, event) };
      return { ...open, ...again, quiet: false };
    }
    case "gone":
      return state;
    default:
      return message.status satisfies never;
  }
};

/** With the last hold goes the question about it. */
const unheld = (state: TargetCase): TargetCase =>
  state.holds.length > 0 ? state : { ...state, reviews: state.reviews.filter(({ question }) => question !== "held") };

const afterReply = (state: TargetCase, event: Extract<CaseEvent, { type: "replied" }>): TargetCase => {
  const about = state.notices.find(({ id }) => id === event.noticeId);
  // Whoever holds a leaked token could otherwise silence the whole ladder.
  const acts = replyMeanings[event.replyClass].saysRemoved && event.authenticated && !(about && isFormerHost(state, about));
  return { ...withReply(state, event), quiet: state.quiet || acts };
};

const passedOver = (state: TargetCase, noticeId: string | undefined): TargetCase => {
  const email = state.notices.find(({ id }) => id === noticeId)?.to.email.toLowerCase();
  return email === undefined || state.passedOver?.includes(email) ? state : { ...state, passedOver: [...(state.passedOver ?? []), email] };
};

const afterVerdict = (before: TargetCase, review: Review, { verdict, at, waitUntil }: Extract<CaseEvent, { type: "answered" }>): TargetCase => {
  const state = waitUntil ? { ...before, waitUntil } : before;
  switch (verdict.decision) {
    case "clear":
    case "continue":
      return afterYes(state, review, at);
    case "pass-over":
      return passedOver(state, review.noticeId);
    case "look-again":
      return { ...state, lookAgain: true, silentLookups: 0 };
    case "treat-as-sent":
    case "send-again":
      return afterWord(state, review.noticeId, verdict.decision, at);
    case "send-to":
      // Whoever names a desk though the name is out of DNS is not asked about it again.
      // The same holds for a name that DNS never gives.
      return questionFacts[review.question].isClearedBySendTo ? { ...state, cleared: [...state.cleared, review.question] } : state;
    case "climb":
    case "wait":
    case "close":
      return state;
    default:
      return verdict satisfies never;
  }
};

/** A person said yes, or that they have noted it. */
const afterYes = (state: TargetCase, { question, noticeId, askedAt }: Review, at: Instant): TargetCase => {
  const { onYes } = questionFacts[question];
  switch (onYes) {
    case "cleared":
      return { ...state, cleared: state.cleared.includes(question) ? state.cleared : [...state.cleared, question] };
    case "holds-end":
      // A hold that came after the question is none that the person spoke of; it is asked about anew.
      return { ...state, holds: state.holds.filter(({ since }) => since > askedAt) };
    case "notice-approved":
      return withNotice(state, noticeId ?? "", (notice) => ({ ...notice, approved: true, notBefore: at }));
    case "reminders-go-on":
      return { ...state, quiet: false };
    case "noted":
      return state;
    default:
      return onYes satisfies never;
  }
};
