import { type Instant, plusHours, plusMinutes } from "../../kernel/instant.ts";
import { checkerId } from "../../report/own-queue.ts";
import { ask, isAsked } from "../ask.ts";
import type { Case } from "../case.ts";
import { awaited, type CheckWanted, changesNothing, checkersToAsk, wantCheck } from "../check.ts";
import { close } from "../close.ts";
import { restsUntil } from "../desk-clock.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import { hasEscalated } from "../level.ts";
import { isAnswered } from "../notice-progress.ts";
import { tellingOnLevel } from "../path/notified.ts";
import type { Policy } from "../policy.ts";
import { replyMeanings } from "../reply-class.ts";
import { lastSaid, notSayingGone, saysGone } from "../said.ts";
import { askOnce, type Replied, roomFor } from "./mail.ts";

/* What follows at once where a reporter has a checker (`check.ts`); without one nothing here happens. */

const othersNamed = 3;

const named = (reporters: readonly string[], more: string): string =>
  reporters.length > othersNamed ? `${reporters.length} ${more}reporters` : reporters.join(", ");

/** Their last word, not taken back with the report: who took that back before has looked since. */
const isHeardSaying = (state: Case, reporter: string): boolean =>
  saysGone(state)(reporter) &&
  (!state.withdrawn.includes(reporter) ||
    (lastSaid(state, "gone", reporter) ?? "") > (lastSaid(state, "withdrawn", reporter) ?? ""));

/** Nobody is asked where it was seen since, or whoever said *gone* took the report back. */
export const askWhetherGone = (state: Case, now: Instant): readonly CaseEvent[] => {
  const others = notSayingGone(state);
  const say = state.reporters.filter((one) => isHeardSaying(state, one));
  if (say.length === 0 || isAsked(state, "said-gone")) return [];
  const who = `${named(say, "")} ${say.length > 1 ? "say" : "says"} that it is gone`;
  const rest = others.length > 1 ? "have not said so" : "has not said so";
  const reason = others.length === 0 ? `${who}.` : `${who}; ${named(others, "other ")} ${rest}.`;
  return [ask(state, now, { question: "said-gone", toRead: true, blocking: false, reason })];
};

/** The others are asked where all of them can look, else a person is. */
export const whereOthersAreSilent = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const reporters = notSayingGone(state);
  const open = state.checks?.open;
  const toCome = open ? awaited(state, open) : checkersToAsk(state, policy);
  const asks = askWhetherGone(state, now);
  if (!toCome.includes(checkerId) && !reporters.every((reporter) => toCome.includes(reporter))) return asks;
  const asked = [...reporters, checkerId];
  const check = { why: "another-says-gone", cause: lastSaid(state, "gone") ?? now, reporters: asked } as const;
  return open ? [] : wantCheckOr(state, check, policy, now, asks);
};

export const wantCheckOr = (
  state: Case,
  check: CheckWanted | undefined,
  policy: Policy,
  now: Instant,
  otherwise: readonly CaseEvent[],
): readonly CaseEvent[] => {
  const wanted = check ? wantCheck(state, check, policy, now) : [];
  return wanted.length > 0 ? wanted : otherwise;
};

export const checkOf = (replied: Replied): CheckWanted | undefined => {
  const { replyClass, noticeId, mailHash, authenticated, isLikelyRemoved } = replied;
  const saysRemoved = replyClass === "removed" || (isLikelyRemoved && authenticated);
  if (!saysRemoved && replyClass !== "not-found") return undefined;
  const why = saysRemoved ? "desk-says-removed" : "desk-finds-nothing";
  return { why, cause: mailHash.slice(0, 16), noticeId, ...(!authenticated && { unproven: true }) };
};

/** In the standard lane a proven desk's word closes the case; else a question is asked, if unanswered. */
export const putOffFor = (
  state: Case,
  { came, closes, asks, noticeId }: EventOf<"check-ended">,
  now: Instant,
): readonly CaseEvent[] => {
  const removed = "the desk says that it is removed";
  if (closes && state.lane === "standard")
    return close(
      state,
      now,
      "removed",
      came === "gone" ? `${removed}, and whoever could look says so too` : removed,
      // Whoever could look was asked when the desk's word came.
      { wordAt: state.checks?.lastAskedAt },
    );
  if (came === "gone") return [];
  // The case has become urgent since: a person confirms it.
  const reason = "The desk says that it is removed; please confirm.";
  const question = closes ? ({ question: "reply", blocking: false, reason } as const) : asks;
  return [
    ...(question && noticeId !== undefined
      ? askOnce(state, now, question, noticeId, roomFor({ authenticated: true }))
      : []),
    ...(state.goneHeardAt === undefined ? [] : askWhetherGone(state, now)),
  ];
};

/** A queue that stands still for a night delays a word by hours; later than this it was a dead letter. */
const lateAfterHours = 24;

export const afterStillUp = (
  state: Case,
  event: EventOf<"status">,
  policy: Policy,
  now: Instant,
): readonly CaseEvent[] => {
  const { message } = event;
  // A word of days ago says little about now: a person looks before anything goes out.
  const isLate = plusHours(message.at, lateAfterHours) < now;
  const asks = (): CaseEvent => {
    const says = isLate ? `said at ${message.at.slice(0, 16)}Z` : "says";
    const reason = `${message.reporter} ${says} that it is still up.`;
    return ask(state, now, { question: "still-up", blocking: isLate, reason });
  };
  // Nobody was notified yet, and will be; but where the name is out of DNS, a person weighs the word. One
  // that blocks is asked beside one that does not: nothing goes out before its answer.
  const isOpen = state.reviews.some(({ question, blocking }) => question === "still-up" && (blocking || !isLate));
  // Who was asked has answered, and the machine knows how it goes on.
  const isAnswer =
    state.checks !== undefined &&
    (policy.checkers.has(message.reporter) || message.reporter === checkerId) &&
    changesNothing(state.checks, { anyCheck: state.lane === "standard" });
  const isWeighed = isLate || isAsked(state, "name-gone");
  if (isKnownToBeUp(state, now) && !isWeighed) return [];
  if (isAnswer && !isWeighed) return [];
  // What came back notifies by itself; in the urgent lane a person sees it as well.
  if (isOfReturn(state, event.at, policy) && !isWeighed) return state.lane === "urgent" ? [asks()] : [];
  if (goesOnByItself(state, event.at) && !isWeighed) return [];
  if (isOpen || (!hasEscalated(state) && !isWeighed)) return [];
  // A desk disputes it, and now they say so again: the next step hears by itself.
  if (!isLate && escalatesOnWord(state, message.at, now)) return [];
  return [asks()];
};

/** A person is asked what next, or said to wait as it is still up: the same is no news, unless a desk denies it. */
const isKnownToBeUp = (state: Case, now: Instant): boolean =>
  state.lane === "urgent" &&
  !isSaidRemoved(state) &&
  ((state.isWaitedWith === true && restsUntil(state, now) !== undefined) ||
    state.reviews.some(({ question, blocking }) => question === "unanswered" && blocking));

const isSaidRemoved = ({ notices, reviews }: Case): boolean =>
  notices.some((one) => !one.wasRemoved && isAnswered(one) && replyMeanings[one.answer].saysRemoved) ||
  reviews.some(({ asRead }) => asRead !== undefined && replyMeanings[asRead.replyClass].saysRemoved);

/** It came back by this word; or, in the standard lane, by another so lately that it is the same news. */
const isOfReturn = ({ cameBack, lane }: Case, at: Instant, { checkWithinMinutes }: Policy): boolean =>
  cameBack !== undefined &&
  (cameBack.at === at || (lane === "standard" && at <= plusMinutes(cameBack.at, checkWithinMinutes)));

/** What a person closed, or a question keeps, is a person's. */
const goesOnByItself = ({ lane, reviews, reopened }: Case, at: Instant): boolean =>
  lane === "standard" &&
  !reviews.some(({ blocking }) => blocking) &&
  (reopened?.at !== at || reopened.outcome === "gone");

const escalatesOnWord = (state: Case, saidAt: Instant, now: Instant): boolean =>
  state.lane === "standard" &&
  state.holds.length === 0 &&
  !state.reviews.some(({ blocking }) => blocking) &&
  restsUntil(state, now) === undefined &&
  tellingOnLevel(state).some(({ taken, answeredAt = "" }) => taken?.way === "reporter" && answeredAt < saidAt);
