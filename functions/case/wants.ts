import type { Wants as WantsOf } from "../engine/matter.ts";
import { earliest, type Instant, msOf, plusMinutes } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { CaseEvent } from "./event.ts";
import type { Policy } from "./policy.ts";

export type Wants = WantsOf<CaseEvent>;

export const nothing: WantsOf<never> = { record: [], hints: [], announce: [] };
export const record = <Fact>(...events: readonly Fact[]): WantsOf<Fact> => ({ ...nothing, record: events });

/** However long its function has stood still: a hint may be lost, too. */
const hintsAgainWithinMinutes: Readonly<Record<Lane, number>> = { urgent: 15, standard: 60 };

/**
 * When a hint that was not acted upon is dropped again: each waits half as long as was waited before it, as hints pile
 * up where the function stands still. `since`: when it was due.
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
