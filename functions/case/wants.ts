import type { Wants as WantsOf } from "../engine/matter.ts";
import { earliest, type Instant, msOf, plusHours, plusMinutes } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { Notice } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { isBound } from "./in-line.ts";
import type { Policy } from "./policy.ts";

export type Wants = WantsOf<CaseEvent>;

export const nothing: Wants = { record: [], hints: [], announce: [] };
export const record = (...events: readonly CaseEvent[]): Wants => ({ ...nothing, record: events });

/** However long its function has stood still, a case is hinted at again within so many minutes: a hint may be lost, too. */
const hintsAgainWithinMinutes: Readonly<Record<Lane, number>> = { urgent: 15, standard: 60 };

/**
 * When a hint that was not acted upon is dropped again. Hints that lie on a queue wait there for days: where the function stands
 * still, each further one is one more to work off. So each waits half as long as was waited before it. `since`: when it was due.
 */
export const hintAgainAt = ({ lane }: { readonly lane: Lane }, since: Instant | undefined, policy: Policy, now: Instant): Instant =>
  everRarer(since, policy, now, hintsAgainWithinMinutes[lane]);

/** Half as long again as it was waited already, within bounds. */
export const everRarer = (since: Instant | undefined, { hintAgainAfterMinutes }: Policy, now: Instant, minutesAtMost: number): Instant => {
  const waitedMinutes = since === undefined ? 0 : (msOf(now) - msOf(since)) / 60_000;
  return plusMinutes(now, Math.min(minutesAtMost, Math.max(hintAgainAfterMinutes, waitedMinutes / 2)));
};

export const wake = (...moments: readonly (Instant | undefined)[]): { readonly wakeAt?: Instant } => {
  const first = earliest(...moments);
  return first ? { wakeAt: first } : {};
};

/** Attempts on the wire without an answer. Evidence settles them; time alone only shows them to a person. */
export const unsettled = ({ notices }: { readonly notices: readonly Notice[] }, policy: Policy, now: Instant): Wants => {
  const onWire = notices.filter((notice) => notice.state === "on-wire" && !notice.digest);
  const ends = onWire.map((notice) => ({ id: notice.id, at: plusMinutes(notice.wireAt ?? now, policy.unknownAfterMinutes) }));
  const late = ends.filter(({ at }) => at <= now);
  if (late.length > 0) return record(...late.map(({ id }): CaseEvent => ({ type: "send-unknown", at: now, noticeId: id })));
  // What is in a digest hears from it; where that was lost, looking at the case is enough.
  const listens = notices.some(isBound) ? plusHours(now, looksForDigestAfterHours) : undefined;
  return { ...nothing, ...wake(listens, ...ends.map(({ at }) => at)) };
};

const looksForDigestAfterHours = 1;
