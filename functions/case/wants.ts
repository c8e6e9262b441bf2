import { earliest, type Instant, msOf, plusMinutes } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { CaseEvent } from "./event.ts";
import type { Policy } from "./policy.ts";

/** A function that works for a case when it is hinted at. */
export type Hinted = "find-contact" | "send-notice" | "tell-channel";

/**
 * What a case wants at a moment. `record` are consequences to write down first; only when there
 * are none left do the others count. `wakeAt` is when it wants to be looked at again without being
 * asked: the one source of every timer.
 */
export type Wants<Fact = CaseEvent> = {
  readonly record: readonly Fact[];
  readonly hints: readonly Hinted[];
  /** Open reviews of which on-call is to be told now, or again; what blocks first. */
  readonly announce: readonly string[];
  readonly wakeAt?: Instant;
};

export const nothing: Wants<never> = { record: [], hints: [], announce: [] };
export const record = <Fact>(...events: readonly Fact[]): Wants<Fact> => ({ ...nothing, record: events });

/**
 * However long its function has stood still, a case is hinted at again within so many minutes: a
 * hint may be lost, too.
 */
const hintsAgainWithinMinutes: Readonly<Record<Lane, number>> = { urgent: 15, standard: 60 };

/**
 * When a hint that was not acted upon is dropped again. Hints that lie on a queue wait there for
 * days: where the function stands still, each further one is one more to work off. So each waits
 * half as long as was waited before it. `since`: when it was due.
 */
export const hintAgainAt = (
  { lane }: { readonly lane: Lane },
  since: Instant | undefined,
  policy: Policy,
  now: Instant,
): Instant => everRarer(since, policy, now, hintsAgainWithinMinutes[lane]);

/** Half as long again as it was waited already, within bounds. */
export const everRarer = (
  since: Instant | undefined,
  { hintAgainAfterMinutes }: Policy,
  now: Instant,
  minutesAtMost: number,
): Instant => {
  const waitedMinutes = since === undefined ? 0 : (msOf(now) - msOf(since)) / 60_000;
  return plusMinutes(now, Math.min(minutesAtMost, Math.max(hintAgainAfterMinutes, waitedMinutes / 2)));
};

export const wake = (...moments: readonly (Instant | undefined)[]): { readonly wakeAt?: Instant } => {
  const first = earliest(...moments);
  return first ? { wakeAt: first } : {};
};
