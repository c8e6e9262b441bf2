import { earliest, type Instant, msOf, plusMinutes } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { CaseEvent } from "./event.ts";

/** A function that works for a case when it is hinted at. */
export type Hinted = "find-contact" | "send-notice" | "tell-channel";

/**
 * What a case wants at a moment. `record` are consequences to write down first; only when there
 * are none left do the others count. `wakeAt` is when it wants to be looked at again without being
 * asked: the one source of every timer.
 */
export type Wants = {
  readonly record: readonly CaseEvent[];
  readonly hints: readonly Hinted[];
  /** Open reviews of which on-call is to be told now, or again; what blocks first. */
  readonly announce: readonly string[];
  readonly wakeAt?: Instant;
};

export const nothing: Wants = { record: [], hints: [], announce: [] };

/** At first a hint is dropped again so soon. */
export const hintAgainAfterMinutes = 5;
/** However long its function has stood still: a hint may be lost, too. */
const hintsAgainWithinMinutes: Readonly<Record<Lane, number>> = { urgent: 15, standard: 60 };

/**
 * When a hint that was not acted upon is dropped again: each waits half as long as was waited before it, as hints pile
 * up where the function stands still. `since`: when it was due.
 */
export const hintAgainAt = ({ lane }: { readonly lane: Lane }, since: Instant | undefined, now: Instant): Instant =>
  everRarer(since, now, hintsAgainWithinMinutes[lane]);

export const everRarer = (since: Instant | undefined, now: Instant, minutesAtMost: number): Instant => {
  const waitedMinutes = since === undefined ? 0 : (msOf(now) - msOf(since)) / 60_000;
  return plusMinutes(now, Math.min(minutesAtMost, Math.max(hintAgainAfterMinutes, waitedMinutes / 2)));
};

export const wake = (...moments: readonly (Instant | undefined)[]): { readonly wakeAt?: Instant } => {
  const first = earliest(...moments);
  return first ? { wakeAt: first } : {};
};
