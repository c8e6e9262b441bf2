import { type Instant, latest, plusMinutes } from "../kernel/instant.ts";
import type { Case, Checks } from "./case.ts";
import type { CheckReason } from "./check-reason.ts";
import type { Check, EventOf } from "./event.ts";
import type { Policy } from "./policy.ts";
import { lastSaid, notSayingGone } from "./said.ts";

/** Before what the ladder does in its time: nobody has said that it is gone. */
const routine: readonly CheckReason[] = ["before-reminder", "before-next-rung", "before-a-person"];

/** Whether a *still up* of who was asked changes nothing. `anyCheck`: whatever that check was for. */
export const changesNothing = (
  { lastAskedAt, stillUpAt, stillUpTo }: Checks,
  { anyCheck }: { readonly anyCheck: boolean },
): boolean =>
  stillUpAt !== undefined &&
  stillUpAt >= lastAskedAt &&
  (anyCheck || (stillUpTo !== undefined && routine.includes(stillUpTo)));

/** The clock of whoever looks may be behind ours by so much. */
const clocksDifferByMinutes = 5;

/** Whether a word is an answer to what was asked, and not what was seen long before. */
export const answers = ({ askedAt, reporters }: Check, reporter: string, saidAt: Instant): boolean =>
  reporters.includes(reporter) && saidAt >= plusMinutes(askedAt, -clocksDifferByMinutes);

/* Whom a check asks, for how long, and what it is asked for (`check.ts`). */

/** A case asks so often at most; then it goes on as without a checker. */
const checksAtMost = 40;

/** A checker that says both within this time is heard out, and the later word counts. */
const settlesAfterMinutes = 1;

const stands = ({ withdrawn }: Case, reporter: string): boolean => !withdrawn.includes(reporter);

/** Reporters of the case whose reports stand and who have a checker. */
export const checkersOf = (state: Case, { checkers }: Policy): readonly string[] =>
  checkers.size === 0 ? [] : state.reporters.filter((reporter) => stands(state, reporter) && checkers.has(reporter));

/** Of these the ones who have not said that it is gone; none where the case was asked about too often. */
export const checkersToAsk = (state: Case, policy: Policy): readonly string[] => {
  const checkers = checkersOf(state, policy);
  if (checkers.length === 0 || (state.checks?.causes.length ?? 0) >= checksAtMost) return [];
  const silent = notSayingGone(state);
  return checkers.filter((reporter) => silent.includes(reporter));
};

/** Who was asked, stands by the report and has not answered. */
export const awaited = (state: Case, check: Check): readonly string[] =>
  check.reporters.filter((reporter) => {
    const gone = lastSaid(state, "gone", reporter);
    return stands(state, reporter) && !(gone !== undefined && answers(check, reporter, gone));
  });

/** When what reporters said may count: after a while in which they may say otherwise. */
export const settledAt = ({ goneHeardAt }: Case): Instant | undefined =>
  goneHeardAt === undefined ? undefined : plusMinutes(goneHeardAt, settlesAfterMinutes);

/** Of what a check is made; who is asked and until when follow from the case and its policy. */
export type CheckWanted = Pick<Check, "why" | "noticeId" | "closes" | "asks" | "unproven"> & {
  readonly cause: string;
  readonly reporters?: readonly string[];
  /** Nothing is due before it, so that nobody has to be in a hurry. */
  readonly dueAt?: Instant;
};

/** The checkers are asked; nothing where nobody can be, or they were asked for this cause before. */
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
  // Each step of the ladder that began anew is asked about as any other.
  const about = `${why}.${cause}${state.cameBack ? `.back-${state.cameBack.times}` : ""}`;
  if (asked.length === 0 || state.checks?.causes.includes(about)) return [];
  const atLeast = plusMinutes(now, policy.checkWithinMinutes);
  const until = latest(atLeast, dueAt) ?? atLeast;
  return [{ type: "check-wanted", at: now, why, cause: about, reporters: asked, until, ...further }];
};
