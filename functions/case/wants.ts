import { earliest, type Instant, msOf, plusMinutes } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { CaseEvent } from "./event.ts";

export type Hinted = "find-contact" | "send-notice" | "tell-channel";

/** `record` is written down first; only if it is empty the rest counts. `wakeAt` is every timer's source. */
export type Wants = {
  readonly record: readonly CaseEvent[];
  readonly hints: readonly Hinted[];
  /** Open reviews of which on-call is to be notified now, or again; what blocks first. */
  readonly announce: readonly string[];
  readonly wakeAt?: Instant;
};

export const nothing: Wants = { record: [], hints: [], announce: [] };

export const hintAgainAfterMinutes = 5;
/** However long its function has stood still: a hint may be lost, too. */
const hintsAgainWithinMinutes: Readonly<Record<Lane, number>> = { urgent: 15, standard: 60 };

/** Each wait is half of what was waited since `since`: hints pile up where the function stands still. */
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
