import type { Instant } from "../../kernel/instant.ts";
import { ask, isAsked } from "../ask.ts";
import type { Case } from "../case.ts";
import { awaited, type CheckWanted, checkersToAsk, wantCheck } from "../checkers.ts";
import { close } from "../close.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import type { Policy } from "../policy.ts";
import { lastSaid, notSayingGone, saysGone } from "../said.ts";
import { askOnce, type Replied, roomFor } from "./mail.ts";

/*
 * What follows at once where a reporter has a checker (`check.ts`); without one nothing here
 * happens.
 */

const othersNamed = 3;

const named = (reporters: readonly string[], more: string): string =>
  reporters.length > othersNamed ? `${reporters.length} ${more}reporters` : reporters.join(", ");

/** It is their last word, and not taken back with the report: who took that back before has looked since. */
const isHeardSaying = (state: Case, reporter: string): boolean =>
  saysGone(state)(reporter) &&
  (!state.withdrawn.includes(reporter) ||
    (lastSaid(state, "gone", reporter) ?? "") > (lastSaid(state, "withdrawn", reporter) ?? ""));

/**
 * Some say that it is gone and others have not; or all do, and a person decides what ends the case.
 * Nobody is asked where nobody says so any more: it was seen since, or whoever said so took the report back.
 */
export const askWhetherGone = (state: Case, now: Instant): readonly CaseEvent[] => {
  const others = notSayingGone(state);
  const say = state.reporters.filter((one) => isHeardSaying(state, one));
  if (say.length === 0 || isAsked(state, "said-gone")) return [];
  const who = `${named(say, "")} ${say.length > 1 ? "say" : "says"} that it is gone`;
  const rest = others.length > 1 ? "have not said so" : "has not said so";
  const reason = others.length === 0 ? `${who}.` : `${who}; ${named(others, "other ")} ${rest}.`;
  return [ask(state, now, { question: "said-gone", blocking: false, reason })];
};

/**
 * A reporter says that it is gone, and others have not. Where all of these can look, they are asked
 * or have been; a person is asked where one cannot, or where they stay silent.
 */
export const whereOthersAreSilent = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const reporters = notSayingGone(state);
  const open = state.checks?.open;
  const toCome = open ? awaited(state, open) : checkersToAsk(state, policy);
  const asks = askWhetherGone(state, now);
  if (!reporters.every((reporter) => toCome.includes(reporter))) return asks;
  const check = { why: "another-says-gone", cause: lastSaid(state, "gone") ?? now, reporters } as const;
  return open ? [] : wantCheckOr(state, check, policy, now, asks);
};

/** The checkers are asked; or this follows, where nobody is asked. */
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

/**
 * What is asked of whoever can look, where a desk says something about what is there, or a word of which
 * the page alone tells what it came to.
 */
export const checkOf = (replied: Replied): CheckWanted | undefined => {
  const { replyClass, noticeId, mailHash, authenticated, isLikelyRemoved, byApi } = replied;
  if (byApi?.looks) return { why: "before-a-person", cause: mailHash.slice(0, 16), noticeId };
  const saysRemoved = replyClass === "removed" || (isLikelyRemoved && authenticated);
  if (!saysRemoved && replyClass !== "not-found") return undefined;
  const why = saysRemoved ? "desk-says-removed" : "desk-finds-nothing";
  return { why, cause: mailHash.slice(0, 16), noticeId, ...(!authenticated && { unproven: true }) };
};

/**
 * What was put off for a check that is over: a proven desk's word closes the case, in the standard
 * lane; a question is asked where nobody has answered it.
 */
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
  // The case has become urgent since: a person confirms it there.
  const reason = "The desk says that it is removed; please confirm.";
  const question = closes ? ({ question: "reply", blocking: false, reason } as const) : asks;
  return [
    ...(question && noticeId !== undefined
      ? askOnce(state, now, question, noticeId, roomFor({ authenticated: true }))
      : []),
    ...(state.goneHeardAt === undefined ? [] : askWhetherGone(state, now)),
  ];
};
