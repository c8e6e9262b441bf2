import type { Instant } from "../../kernel/instant.ts";
import { isSameMailbox } from "../../kernel/mailbox.ts";
import type { Lane } from "../../report/category.ts";
import type { Case } from "../case.ts";
import { close } from "../close.ts";
import type { CaseEvent } from "../event.ts";
import { machinesAnswer } from "../machines-answer.ts";
import type { Notice } from "../notice.ts";
import { isFormerHost } from "../path/notified.ts";
import type { Policy } from "../policy.ts";
import { isOnCalls } from "../question.ts";
import { askOnce, type Circumstances, closes, questionAbout, type Replied, roomFor, wayOf } from "./mail.ts";
import { checkOf, wantCheckOr } from "./said-gone.ts";

/** An API's list says what became of a report, not when: maybe before the case was opened again. */
const isListedBefore = ({ reopened }: Case, { to, sentAt }: Notice): boolean =>
  to.channel !== undefined && sentAt !== undefined && reopened !== undefined && sentAt <= reopened.at;

const circumstancesOf = (state: Case, noticeId: string, policy: Policy, now: Instant): Circumstances => {
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
    ...waysOfDesk(about?.to.email, state.lane, policy, now),
  };
};

export const afterReply = (state: Case, event: Replied, policy: Policy, now: Instant): readonly CaseEvent[] => {
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
  if (!asked && taken.length === 0) return [];
  const looks = open ? [] : wantCheckOr(state, check, policy, now, []);
  if (!asked) return [...taken, ...(event.isLikelyRemoved || taken.some(asksReporter) ? looks : [])];
  // Of a mail about several cases the same answer is one question (`asked-alike.ts`).
  const isOfMany = state.notices.some(({ id, mail }) => id === noticeId && mail);
  const about = { ...asked, ...(isOfMany && { mailHash: event.mailHash }) };
  const asks = askOnce(state, now, about, noticeId, roomFor(event));
  // What likely says that it is removed is looked at before anybody reads it.
  if (asks.length === 0 || !(event.isLikelyRemoved || isOnCalls(state.lane, asked))) return asks;
  // In the urgent lane the checker is asked beside a person. What is open already puts nothing off.
  return circumstances.isUrgent || open
    ? [...asks, ...looks]
    : wantCheckOr(state, check && { ...check, asks: asked }, policy, now, asks);
};

const asksReporter = (event: CaseEvent): boolean => event.type === "answer-taken" && event.way === "reporter";

const takenBy = (
  { notices }: Case,
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
  const by = { ...(party !== undefined && { party }), ...(held && event.replyClass === "use-our-form" && { held }) };
  const taken = { type: "answer-taken", at: now, noticeId, way, ...by } as const;
  return way === "answers" && answer ? [taken, answer] : [taken];
};

/** A person's standing answer may pass over a desk that answers by its form. Not in the urgent lane. */
const waysOfDesk = (
  desk: string | undefined,
  lane: Lane,
  { answerWays, standingAnswers }: Policy,
  now: Instant,
): Pick<Circumstances, "ways" | "heldForm"> => {
  const ways = answerWays[lane];
  const held = standingAnswers.find(
    ({ question, desks, until }) =>
      question === "form-only" &&
      until > now &&
      desk !== undefined &&
      desks.some((other) => isSameMailbox(other, desk)),
  );
  if (lane === "urgent" || !held) return { ways };
  const { row, by, until } = held;
  return { ways: { ...ways, "use-our-form": "escalates" }, heldForm: { row, by, until } };
};
