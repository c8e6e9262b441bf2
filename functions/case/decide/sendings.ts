import { earliest, type Instant, latest, plusMinutes } from "../../kernel/instant.ts";
import { isSameMailbox } from "../../kernel/mailbox.ts";
import type { Case } from "../case.ts";
import { waitsForClearance } from "../clearance.ts";
import type { CaseEvent } from "../event.ts";
import { isDoubted } from "../name-gone.ts";
import type { Notice } from "../notice.ts";
import type { Policy } from "../policy.ts";
import { tells, wantsAction } from "../step.ts";
import { hintAgainAt } from "../wants.ts";
import { standstill } from "./holds.ts";
import { freshUntil, isLookedUp, unansweredSince, unlocatedHost } from "./look-up.ts";
import type { Rule } from "./rule.ts";

export const isWaiting = ({ state }: Notice): boolean => state === "queued";

/** It waits until SES has said whether the desk has the notice that it is about. */
const waitsForTheWire = (state: Case, { step, to }: Notice): boolean =>
  !wantsAction(step) &&
  state.notices.some((notice) => notice.state === "on-wire" && isSameMailbox(notice.to.email, to.email));

const isKeptBack = (state: Case, notice: Notice): boolean =>
  waitsForTheWire(state, notice) || waitsForClearance(state, notice);

export const isStopped = (state: Case, now: Instant): boolean =>
  state.closed !== undefined || standstill(state, now) !== undefined || isDoubted(state);

/** Nothing holds this notice back but its window's end and a lookup. */
export const mayGo = (state: Case, notice: Notice, now: Instant): boolean =>
  isWaiting(notice) && !isStopped(state, now) && !isKeptBack(state, notice);

/** Not taken along by then, it may be held, or its batch's timer is lost: `send-notice` sets it anew. */
const missedAfterMinutes = 20;
/** A batch may be late for good reasons. */
const looksAgainAfterMinutes = 60;
const looksUpAheadMinutes = 10;
const sentBy = ({ to }: Notice): "send-notice" | "tell-channel" =>
  to.channel === undefined ? "send-notice" : "tell-channel";

const queuedIn = ({ notices }: Case): readonly Notice[] => notices.filter(isWaiting);
const readyIn = (state: Case, now: Instant): readonly Notice[] =>
  queuedIn(state).filter((notice) => !notice.window && notice.notBefore <= now && !isKeptBack(state, notice));

const looksAheadAt = (state: Case, policy: Policy, now: Instant): readonly Instant[] => {
  const windows = queuedIn(state).flatMap(({ window }) => window ?? []);
  const isStale = windows.some(
    (window) => !isLookedUp(state, policy, plusMinutes(window > now ? window : now, looksUpAheadMinutes)),
  );
  return isStale ? windows.map((window) => plusMinutes(window, -looksUpAheadMinutes)) : [];
};

const orInAnHour = (at: Instant, now: Instant): Instant => (at > now ? at : plusMinutes(now, looksAgainAfterMinutes));

export const sendingRules = [
  {
    name: "missed-window",
    why: "A notice that waits since its window, though nothing stops it, may have lost the timer of its batch.",
    wants: (state, _, now) => ({
      hints: missedWindows(state, now).length > 0 ? ["send-notice"] : [],
      wakes: queuedIn(state).flatMap(({ window, notBefore }) =>
        window ? [orInAnHour(plusMinutes(notBefore, missedAfterMinutes), now)] : [],
      ),
    }),
  },
  {
    name: "due-notice",
    why: "A due notice goes out once the host was looked up afresh: nobody gets a mail about a host that moved away.",
    wants: (state, policy, now) => {
      const ready = readyIn(state, now);
      if (ready.length === 0) return undefined;
      const since = earliest(...ready.map(({ notBefore }) => notBefore));
      return {
        hints: isLookedUp(state, policy, now) ? ready.map(sentBy) : ["find-contact"],
        wakes: [hintAgainAt(state, since, now)],
      };
    },
  },
  {
    name: "look-up-ahead",
    why: "The hosts of a window are looked up before its end, so that its mail need not wait for them.",
    wants: (state, policy, now) => {
      const ahead = looksAheadAt(state, policy, now);
      const isNow = ahead.some((at) => at <= now);
      // What is due already has the same hint dropped again, at its own pace.
      const again = isNow && readyIn(state, now).length === 0 ? [hintAgainAt(state, undefined, now)] : [];
      return { hints: isNow ? ["find-contact"] : [], wakes: [...again, ...ahead.map((at) => orInAnHour(at, now))] };
    },
  },
  unlocatedHost,
  {
    name: "later-notice",
    why: "What may not go out yet, at night or after a definite no, goes out in its time.",
    wants: (state, _, now) => ({
      wakes: queuedIn(state).flatMap(({ window, notBefore }) => (!window && notBefore > now ? [notBefore] : [])),
    }),
  },
] as const satisfies readonly Rule[];

export const afterFailedLookUp = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const due = queuedIn(state).filter((notice) => notice.notBefore <= now && mayGo(state, notice, now));
  if (due.length === 0 || isLookedUp(state, policy, now)) return [];
  const since = latest(freshUntil(state, policy), earliest(...due.map(({ notBefore }) => notBefore)));
  return unansweredSince(state, since ?? now, now)?.record ?? [];
};

export const sendsAlone = (state: Case, now: Instant): boolean => readyIn(state, now).length > 0;

export const tellsByApi = (state: Case, now: Instant): boolean =>
  readyIn(state, now).some(({ to }) => to.channel !== undefined);

export const missedWindows = (state: Case, now: Instant): readonly Notice[] =>
  queuedIn(state).filter(
    (notice) => notice.window && plusMinutes(notice.notBefore, missedAfterMinutes) <= now && mayGo(state, notice, now),
  );

/** In the order in which they were queued. */
export const readyToSend = (state: Case, policy: Policy, now: Instant): readonly Notice[] =>
  readyNow(state, policy, now).filter(({ to }) => to.channel === undefined);

export const readyToTell = (state: Case, policy: Policy, now: Instant): readonly Notice[] =>
  readyNow(state, policy, now).filter((notice) => notice.to.channel !== undefined && tells(notice));

export const isReadyInWindow = (state: Case, notice: Notice, policy: Policy, now: Instant): boolean =>
  notice.window !== undefined && notice.notBefore <= now && mayGo(state, notice, now) && isLookedUp(state, policy, now);

const readyNow = (state: Case, policy: Policy, now: Instant): readonly Notice[] =>
  isStopped(state, now) || !isLookedUp(state, policy, now) ? [] : readyIn(state, now);
