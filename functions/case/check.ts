import { type Instant, latest, plusMinutes } from "../kernel/instant.ts";
import type { Case } from "./case.ts";
import type { Ask, EventOf } from "./event.ts";
import type { Policy } from "./policy.ts";
import { lastSaid, notSayingGone } from "./said.ts";

/*
 * Whether it is gone is a question to whoever can look: a reporter whose settings say `checks` is asked by the news
 * `check-wanted`, and answers with *gone* or *still-up*. After the policy's time the machine goes on without an answer.
 * Nothing ends by silence.
 */

/** Why a reporter's checker is asked. */
export const checkWhys = [
  "desk-says-removed",
  "desk-finds-nothing",
  "another-says-gone",
  "before-reminder",
  "before-next-rung",
  "before-a-person",
  "out-of-dns",
  "after-removal",
] as const;
export type CheckReason = (typeof checkWhys)[number];

/** A check that is open: nobody who was asked has said that it is still up, and some said nothing. */
export type Check = {
  readonly why: CheckReason;
  readonly askedAt: Instant;
  readonly until: Instant;
  readonly reporters: readonly string[];
  readonly noticeId?: string;
  /** A proven desk said that it is removed: the case closes by that unless somebody sees it. */
  readonly closes?: true;
  /** Waits until the check is over, and is asked where nobody answers. */
  readonly asks?: Ask;
  /** Anybody may have written it who holds a copy of the notice: what is due does not wait for the answer. */
  readonly unproven?: true;
};

/** What a case remembers of its checks. */
export type Checks = {
  /** What each was asked for, so that nothing is asked twice for one cause. */
  readonly causes: readonly string[];
  readonly lastAskedAt: Instant;
  readonly open?: Check;
  /** When an answer *still up* to a check came in, the last one. */
  readonly stillUpAt?: Instant;
  /** What that check was for. */
  readonly stillUpTo?: CheckReason;
};

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
