import { type Instant, plusHours, plusMinutes } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { ask, isAsked } from "./ask.ts";
import type { TargetCase } from "./case.ts";
import { changesNothing } from "./check.ts";
import { cancelQueued, close } from "./close.ts";
import { restsUntil } from "./desk-clock.ts";
import type { CaseEvent, EventOf } from "./event.ts";
import { droppedBy } from "./given.ts";
import { waysOfDesk } from "./held-form.ts";
import { queueTo } from "./ladder/queue.ts";
import { customersTime } from "./ladder/remind.ts";
import { asksBeforeTakingBack, takesBack } from "./ladder/take-back.ts";
import { allWithdrew, isFormerHost, mailedDesks, tellingOnRung } from "./ladder/told.ts";
import { isAtDesk } from "./networks.ts";
import type { Notice } from "./notice.ts";
import type { Policy } from "./policy.ts";
import { isOnCalls } from "./question.ts";
import {
  afterCheck,
  askWhetherGone,
  checkOf,
  isLeftToRules,
  wantCheckOr,
  whereOthersAreSilent,
} from "./react-check.ts";
import {
  afterMail,
  askOnce,
  type Circumstances,
  closes,
  questionAbout,
  type Replied,
  roomFor,
  wayOf,
} from "./react-mail.ts";
import { replyMeanings } from "./reply-class.ts";
import { hasClimbed } from "./rung.ts";
import { lastSaid, notSayingGone } from "./said.ts";
import { tells } from "./step.ts";
import { machinesAnswer } from "./write-letter.ts";

/**
 * What follows from one fact at once, whatever the time: `state` is the case after the fact. What
 * follows from time passing is `decide`'s.
 */
export const reactTarget = (
  state: TargetCase,
  event: CaseEvent,
  policy: Policy,
  now: Instant,
): readonly CaseEvent[] => {
  // What comes in after the end is kept in the history and moves nothing but a verdict on whether it is back;
  // "still up" opens the case again before it gets here.
  return [...droppedBy(state, event, now), ...(state.closed ? [] : reactOpen(state, event, policy, now))];
};

const reactOpen = (state: TargetCase, event: CaseEvent, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const mailed = afterMail(state, event, now);
  if (mailed.length > 0) return mailed;
  switch (event.type) {
    case "notice-queued": {
      return event.asksUntil === undefined
        ? []
        : [askAboutContact(state, now, event.noticeId, event.to.email, event.asksUntil)];
    }
    case "notice-requeued":
      return event.paced ? askAboutRoom(state, event, now) : [];
    case "joined":
      return [...keepStanding(state, now), ...hastenApproval(state, policy, now)];
    case "corrected":
      // What still waits, another correction or a first notice, is written when it goes out, and by
      // then from what is right.
      return mailedDesks(state)
        .filter((notice) => !isFormerHost(state, notice))
        .filter(
          ({ to }) =>
            !state.notices.some(
              (other) =>
                other.step === "correction" && other.state === "queued" && isSameMailbox(other.to.email, to.email),
            ),
        )
        .map((notice) => queueTo(state, notice, "correction", policy, now));
    case "complained":
      return cancelQueued(state, now, "the recipient complained", isTo(state, event.noticeId));
    case "desk-stopped":
      return cancelQueued(
        state,
        now,
        "the desk complained about a notice of another case",
        isTo(state, event.noticeId),
      );
    case "bounced":
      return event.permanent
        ? cancelQueued(
            state,
            now,
            event.untried ? "SES suppresses the mailbox" : "the mailbox takes no mail",
            isTo(state, event.noticeId),
          )
        : [];
    case "status":
      return event.seenSince ? [] : afterStatus(state, event, policy, now);
    case "host-moved":
      // A name that resolves no more went nowhere that its old desk could be told of; and while the
      // registries are silent it may be the old desk's still.
      if (event.isGone || event.answer.addresses.length === 0 || event.answer.retry) return [];
      return mailedDesks(state)
        .filter((notice) => hasLeft(state, notice, event) && !isToldOfMove(state, notice.to.email))
        .map((notice) => queueTo(state, notice, "moved", policy, now));
    // While a person is asked whether desks hear of a withdrawal, no word that it is gone ends the case before them.
    case "replied":
      return isAsked(state, "withdrawal") ? [] : afterReply(state, event, policy, now);
    case "check-ended":
      return isAsked(state, "withdrawal") ? [] : afterCheck(state, event, now);
    default:
      return [];
  }
};

/** A desk that had all its mails of an hour has room within the hour; who waits longer waits behind many. */
const waitsForRoomHours: Readonly<Record<TargetCase["lane"], number>> = { urgent: 2, standard: 24 };

const askAboutRoom = (
  state: TargetCase,
  { noticeId, why }: EventOf<"notice-requeued">,
  now: Instant,
): readonly CaseEvent[] => {
  const since = state.notices.find(({ id }) => id === noticeId)?.dueAt;
  if (since === undefined || now < plusHours(since, waitsForRoomHours[state.lane])) return [];
  const reason = `It has waited since ${since.slice(0, 16)}Z, as ${why}. It goes out once there is room.`;
  return askOnce(state, now, { question: "notice-refused", blocking: false, reason }, noticeId);
};

/** Somebody stands by it again: what was still to be taken back stands. */
const keepStanding = (state: TargetCase, now: Instant): readonly CaseEvent[] =>
  cancelQueued(state, now, "reported again", ({ step }) => step === "withdrawal");

const askAboutContact = (
  state: TargetCase,
  now: Instant,
  noticeId: string,
  email: string,
  until: Instant,
): CaseEvent => {
  const reason = `${email} was not written to before; the notice goes out at ${until.slice(0, 16)}Z if nobody answers.`;
  return ask(state, now, { question: "new-contact", blocking: false, reason, noticeId });
};

/**
 * In the urgent lane a new contact waits for a person's word as short as that lane allows, also
 * where the case has come into it since.
 */
const hastenApproval = (state: TargetCase, { approvalWaitMinutes }: Policy, now: Instant): readonly CaseEvent[] => {
  const until = plusMinutes(now, approvalWaitMinutes);
  const waitsLonger = ({ id, notBefore }: Notice) =>
    notBefore > until && state.reviews.some(({ question, noticeId }) => question === "new-contact" && noticeId === id);
  return state.lane !== "urgent"
    ? []
    : state.notices
        .filter(waitsLonger)
        .flatMap(({ id, to }) => [
          { type: "notice-requeued", at: now, noticeId: id, notBefore: until, why: "reported as urgent" },
          askAboutContact(state, now, id, to.email, until),
        ]);
};

const isTo = (state: TargetCase, noticeId: string) => {
  const about = state.notices.find(({ id }) => id === noticeId);
  return ({ to }: Notice): boolean => about !== undefined && isSameMailbox(to.email, about.to.email);
};

/**
 * Nothing more is asked of this desk: what it was asked has ended, and the host stands nowhere else
 * in its care.
 */
const hasLeft = (
  state: TargetCase,
  notice: Notice,
  { answer, left }: Extract<CaseEvent, { type: "host-moved" }>,
): boolean => {
  const { to } = notice;
  const asked = state.notices.filter((other) => tells(other) && isSameMailbox(other.to.email, to.email));
  return asked.some(({ id }) => left.includes(id)) && asked.every(({ ended }) => ended) && !isAtDesk(answer, notice);
};

/**
 * One that was cancelled, as the host went on before it went out, told nobody; and whoever was
 * asked again since hears of it again.
 */
const isToldOfMove = (state: TargetCase, email: string): boolean =>
  state.notices.findLast(
    (notice) =>
      (tells(notice) || notice.step === "moved") &&
      notice.state !== "cancelled" &&
      isSameMailbox(notice.to.email, email),
  )?.step === "moved";

/**
 * A queue that stands still for a night delays a word by hours; one that comes later than this was
 * a dead letter.
 */
const lateAfterHours = 24;

const afterStatus = (
  state: TargetCase,
  event: Extract<CaseEvent, { type: "status" }>,
  policy: Policy,
  now: Instant,
): readonly CaseEvent[] => {
  const { message } = event;
  switch (message.status) {
    case "gone": {
      const others = notSayingGone(state).filter((reporter) => reporter !== message.reporter);
      if (others.length === 0)
        return isLeftToRules(state, policy)
          ? []
          : close(state, now, "gone", `${message.reporter} says that it is gone`, { saidAt: message.at });
      return isLeftToRules(state, policy)
        ? whereOthersAreSilent(state, event, others, policy, now)
        : askWhetherGone(state, now, message.reporter);
    }
    case "withdrawn": {
      // Who is left may have said that it is gone already.
      if (!allWithdrew(state))
        return notSayingGone(state).length === 0 && !isLeftToRules(state, policy)
          ? close(state, now, "gone", "every reporter who stands by it says that it is gone", {
              saidAt: lastSaid(state, "gone"),
            })
          : [];
      // Said again, it must not stop what was put in line when it was said first.
      return [
        ...cancelQueued(state, now, "withdrawn by every reporter", ({ step }) => step !== "withdrawal"),
        ...(asksBeforeTakingBack(state) ? [] : takesBack(state, policy, now)),
      ];
    }
    case "still-up":
      return [...keepStanding(state, now), ...afterStillUp(state, event, policy, now)];
    case "hold":
    case "release":
      return [];
    default:
      return message.status satisfies never;
  }
};

const afterStillUp = (
  state: TargetCase,
  event: EventOf<"status">,
  policy: Policy,
  now: Instant,
): readonly CaseEvent[] => {
  const { message } = event;
  // What was said days ago says little about now: a person looks before anything goes out.
  const isLate = plusHours(message.at, lateAfterHours) < now;
  const asks = (): CaseEvent => {
    const says = isLate ? `said at ${message.at.slice(0, 16)}Z` : "says";
    const reason = `${message.reporter} ${says} that it is still up.`;
    return ask(state, now, { question: "still-up", blocking: isLate, reason });
  };
  // Nobody was told yet, and will be; but where the name is out of DNS, a person weighs the
  // reporter's word. One that blocks is asked beside one that does not: nothing goes out before
  // it is answered.
  const isOpen = state.reviews.some(({ question, blocking }) => question === "still-up" && (blocking || !isLate));
  // Who was asked has answered, and the machine knows how it goes on.
  const isAnswer =
    state.checks !== undefined &&
    policy.checkers.has(message.reporter) &&
    changesNothing(state.checks, { anyCheck: state.lane === "standard" });
  const isWeighed = isLate || isAsked(state, "name-gone");
  if (isAnswer && !isWeighed) return [];
  // What came back is told anew by itself; in the urgent lane a person sees it as well.
  if (isOfReturn(state, event.at, policy) && !isWeighed) return state.lane === "urgent" ? [asks()] : [];
  if (goesOnByItself(state, event.at) && !isWeighed) return [];
  if (isOpen || (!hasClimbed(state) && !isWeighed)) return [];
  // A desk disputes it, and now they say so again: the next rung hears by itself.
  if (!isLate && climbsOnWord(state, message.at, now)) return [];
  return [asks()];
};

/** It came back by this word; or, in the standard lane, by another so lately that it is the same news. */
const isOfReturn = ({ cameBack, lane }: TargetCase, at: Instant, { checkWithinMinutes }: Policy): boolean =>
  cameBack !== undefined &&
  (cameBack.at === at || (lane === "standard" && at <= plusMinutes(cameBack.at, checkWithinMinutes)));

/**
 * In the standard lane its ladder goes on in its time, as a desk's word that it acted counts no more. What
 * a person closed is a person's, and so is what a question keeps.
 */
const goesOnByItself = ({ lane, reviews, reopened }: TargetCase, at: Instant): boolean =>
  lane === "standard" &&
  !reviews.some(({ blocking }) => blocking) &&
  (reopened?.at !== at || reopened.outcome === "gone");

/** A desk of this rung disputes what was reported, this word came after, and nothing keeps the case. */
const climbsOnWord = (state: TargetCase, saidAt: Instant, now: Instant): boolean =>
  state.lane === "standard" &&
  state.holds.length === 0 &&
  !state.reviews.some(({ blocking }) => blocking) &&
  restsUntil(state, now) === undefined &&
  tellingOnRung(state).some(({ taken, answeredAt = "" }) => taken?.way === "reporter" && answeredAt < saidAt);

/**
 * An API's list says what became of a report, and not when: of one that was made before the case was opened
 * again, it may be what was done before.
 */
const isListedBefore = ({ reopened }: TargetCase, { to, sentAt }: Notice): boolean =>
  to.channel !== undefined && sentAt !== undefined && reopened !== undefined && sentAt <= reopened.at;

/** What counts for a reply to this notice, but whether the machine may answer it. */
const circumstancesOf = (state: TargetCase, noticeId: string, policy: Policy, now: Instant): Circumstances => {
  const about = state.notices.find(({ id }) => id === noticeId);
  const isOfBefore = about !== undefined && (about.wasRemoved === true || isListedBefore(state, about));
  return {
    isHostNow: about === undefined || !(isFormerHost(state, about) || isOfBefore),
    isOfBefore,
    // Said once it was not believed, or not for long. What went out as it was opened again is of after that.
    isDisputed:
      state.reopened?.outcome === "removed" && about?.sentAt !== undefined && about.sentAt < state.reopened.at,
    isUrgent: state.lane === "urgent",
    returns: state.cameBack?.times ?? 0,
    ...waysOfDesk(state.notices, noticeId, state.lane, policy, now),
  };
};

/** What a desk wrote moves its case by its class. */
const afterReply = (state: TargetCase, event: Replied, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const { noticeId } = event;
  const answer = machinesAnswer(state, event, now);
  const circumstances = { ...circumstancesOf(state, noticeId, policy, now), mayAnswer: answer !== undefined };
  const open = state.checks?.open;
  const check = checkOf(event);
  if (closes(event, circumstances)) {
    if (open?.closes) return [];
    const end = close(state, now, "removed", "the desk says that it is removed");
    return wantCheckOr(state, check && { ...check, closes: true }, policy, now, end);
  }
  const asked = questionAbout(event, circumstances);
  const taken = takenBy(state, event, circumstances, answer, now);
  if (!asked && taken.length === 0) return afterHandover(state, event, policy, now);
  // A desk that has answered is not reminded, also where the reminder was on its way to it already.
  // A stranger's line ends no reminder.
  const isItsReminder = (notice: Notice) =>
    event.authenticated && notice.step === "reminder" && isTo(state, noticeId)(notice);
  const unreminded = cancelQueued(state, now, "the desk answered", isItsReminder);
  // Who is to say whether it is still there may be able to look.
  if (!asked)
    return [
      ...unreminded,
      ...taken,
      ...(open || !taken.some(asksReporter) ? [] : wantCheckOr(state, check, policy, now, [])),
    ];
  // Of a mail about several cases the same answer is one question (`asked-alike.ts`).
  const isOfMany = state.notices.some(({ id, mail }) => id === noticeId && mail);
  const about = { ...asked, ...(isOfMany && { mailHash: event.mailHash }) };
  const asks = askOnce(state, now, about, noticeId, roomFor(event));
  if (asks.length === 0) return unreminded;
  if (!isOnCalls(state.lane, asked)) return [...unreminded, ...asks];
  // In the urgent lane a person is asked as ever, and the checker beside them. What is open already
  // puts nothing off: whoever writes again and again would put it off for ever.
  const then =
    circumstances.isUrgent || open
      ? [...asks, ...(open ? [] : wantCheckOr(state, check, policy, now, []))]
      : wantCheckOr(state, check && { ...check, asks: asked }, policy, now, asks);
  return [...unreminded, ...then];
};

const asksReporter = (event: CaseEvent): boolean => event.type === "answer-taken" && event.way === "reporter";

/** What policy makes of an answer, once for each thing that the desk says; and the machine's answer to it. */
const takenBy = (
  { notices }: TargetCase,
  event: Replied,
  circumstances: Circumstances,
  answer: CaseEvent | undefined,
  now: Instant,
): readonly CaseEvent[] => {
  const { noticeId, namedParty: party } = event;
  const way = wayOf(event, circumstances);
  const known = notices.find(({ id }) => id === noticeId)?.taken;
  if (way === "person" || way === "to-read" || (known?.way === way && known.party === party)) return [];
  const { heldForm: held } = circumstances;
  const taken = {
    type: "answer-taken",
    at: now,
    noticeId,
    way,
    ...(party !== undefined && { party }),
    ...(held && event.replyClass === "use-our-form" && { held }),
  } as const;
  return way === "answers" && answer ? [taken, answer] : [taken];
};

/**
 * A reminder that is in line already waits for the time that the desk gave its customer, too; it is
 * put in line anew when that is over.
 */
const afterHandover = (
  state: TargetCase,
  { noticeId, authenticated, replyClass }: Replied,
  policy: Policy,
  now: Instant,
): readonly CaseEvent[] => {
  const about = state.notices.find(({ id }) => id === noticeId);
  if (!about || !authenticated || replyMeanings[replyClass].shows !== "handover") return [];
  const until = customersTime(state, about, policy);
  if (until === undefined || until <= now) return [];
  return cancelQueued(
    state,
    now,
    "the desk gave its customer time",
    (notice) => notice.step === "reminder" && isTo(state, noticeId)(notice),
  );
};
