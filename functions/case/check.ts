import { type Instant, latest, plusMinutes } from "../kernel/instant.ts";
import { checkerId } from "../report/own-queue.ts";
import { pageUrlOf } from "../report/target.ts";
import type { Case, Checks } from "./case.ts";
import type { CheckReason } from "./check-reason.ts";
import type { Check, EventOf } from "./event.ts";
import type { Policy } from "./policy.ts";
import { lastSaid, saysGone } from "./said.ts";

const routine: readonly CheckReason[] = ["before-reminder", "before-next-rung", "before-a-person"];

/** Whether a *still up* changes nothing. `anyCheck`: whatever that check was for. */
export const changesNothing = (
  { lastAskedAt, stillUpAt, stillUpTo }: Checks,
  { anyCheck }: { readonly anyCheck: boolean },
): boolean =>
  stillUpAt !== undefined &&
  stillUpAt >= lastAskedAt &&
  (anyCheck || (stillUpTo !== undefined && routine.includes(stillUpTo)));

/** How far a checker's clock may be behind ours. */
const clocksDifferByMinutes = 5;

export const answers = ({ askedAt, reporters }: Check, reporter: string, saidAt: Instant): boolean =>
  reporters.includes(reporter) && saidAt >= plusMinutes(askedAt, -clocksDifferByMinutes);

/** Then the case goes on as without a checker. */
const checksAtMost = 40;

/** A checker that says both within this time is heard out, and the later word counts. */
const settlesAfterMinutes = 1;

const stands = ({ withdrawn }: Case, reporter: string): boolean => !withdrawn.includes(reporter);

/** What the operator's own checker is asked. `looks`: how many have to agree that it is gone. */
export type Look = { readonly address: string; readonly marker?: string; readonly looks: 1 | 2 };

/**
 * Of the standard lane alone, so of nothing that may not be looked at. One look is enough beside
 * the word of the host's own desk; else a host that hides for an hour would end its case.
 */
export const lookFor = (
  { lane, target, evidence: { marker } }: Case,
  { why, unproven }: Pick<Check, "why" | "unproven">,
): Look | undefined => {
  const address = lane === "standard" ? pageUrlOf(target) : undefined;
  if (address === undefined || !/^https?:/.test(address)) return undefined;
  return { address, ...(marker !== undefined && { marker }), looks: why === "desk-says-removed" && !unproven ? 1 : 2 };
};

export const checkersOf = (state: Case, { checkers, hasChecker }: Policy): readonly string[] => {
  if (checkers.size === 0 && !hasChecker) return [];
  const standing = state.reporters.filter((reporter) => stands(state, reporter));
  const own = standing.filter((reporter) => checkers.has(reporter));
  const looks = hasChecker && standing.length > 0 && lookFor(state, { why: "before-reminder" }) !== undefined;
  return looks ? [...own, checkerId] : own;
};

/** Those who have not said that it is gone; none where the case asked too often. */
export const checkersToAsk = (state: Case, policy: Policy): readonly string[] => {
  const checkers = checkersOf(state, policy);
  if (checkers.length === 0 || (state.checks?.causes.length ?? 0) >= checksAtMost) return [];
  const saysSo = saysGone(state);
  return checkers.filter((one) => !saysSo(one));
};

export const awaited = (state: Case, check: Check): readonly string[] =>
  check.reporters.filter((reporter) => {
    const gone = lastSaid(state, "gone", reporter);
    return stands(state, reporter) && !(gone !== undefined && answers(check, reporter, gone));
  });

/** When *gone* counts: after a while in which reporters may say otherwise. */
export const settledAt = ({ goneHeardAt }: Case): Instant | undefined =>
  goneHeardAt === undefined ? undefined : plusMinutes(goneHeardAt, settlesAfterMinutes);

export type CheckWanted = Pick<Check, "why" | "noticeId" | "closes" | "asks" | "unproven"> & {
  readonly cause: string;
  readonly reporters?: readonly string[];
  /** Nothing is due before it, so nobody has to hurry. */
  readonly dueAt?: Instant;
};

/** Nothing where nobody can be asked, or they were asked for this cause before. */
export const wantCheck = (
  state: Case,
  { why, cause, dueAt, reporters = [], ...further }: CheckWanted,
  policy: Policy,
  now: Instant,
): readonly EventOf<"check-wanted">[] => {
  // What was gone may be back: whoever said so before is asked again.
  const toAsk = why === "after-removal" ? checkersOf(state, policy) : checkersToAsk(state, policy);
  const isFull = (state.checks?.causes.length ?? 0) >= checksAtMost;
  const asked = isFull ? [] : toAsk.filter((reporter) => reporters.length === 0 || reporters.includes(reporter));
  const about = `${why}.${cause}${state.cameBack ? `.back-${state.cameBack.times}` : ""}`;
  if (asked.length === 0 || state.checks?.causes.includes(about)) return [];
  const atLeast = plusMinutes(now, policy.checkWithinMinutes);
  const until = latest(atLeast, dueAt) ?? atLeast;
  return [{ type: "check-wanted", at: now, why, cause: about, reporters: asked, until, ...further }];
};
