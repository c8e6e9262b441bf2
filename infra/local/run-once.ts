import { advance } from "../../functions/case/advance.ts";
import type { Case } from "../../functions/case/case.ts";
import type { PolicyOf } from "../../functions/case/policy.ts";
import { isOnCalls } from "../../functions/case/question.ts";
import { policyOf as policiesBy } from "../../functions/escalation/policy.ts";
import { earliest, type Instant, instant, msOf, plusHours } from "../../functions/kernel/instant.ts";
import { reviewItem } from "../../functions/store/damaged-case.ts";
import { isEntry } from "../../functions/store/queue-entry.ts";
import type { Deliveries } from "./deliveries.ts";
import { tellsReporters } from "./history-feed.ts";
import { letHappen } from "./outside-world.ts";
import type { Stand } from "./stand.ts";
import { drain, feedsOf } from "./work-queues.ts";

const farAhead = "9999-12-31T00:00:00.000Z";
/** Beyond every moment that a case may want by itself. */
const farOff = "9000-01-01T00:00:00.000Z";
/** More than the samples and the captured answers make. */
const casesAtMost = 1_000;
const minuteMs = 60_000;
/** Nothing of an open case is ever due so late; what is, is the forgetting of closed ones. */
const restDays = 60;
/**
 * The longest escalation path ends after 14 days; what is still moving after this is a fault that must show.
 */
const daysAtMost = 120;

/**
 * A case before a person that would do nothing but ring again: nobody answers while weeks pass in
 * seconds.
 */
export const onlyRings = (state: Case, policyOf: PolicyOf, now: Instant): boolean => {
  if (state.reviews.length === 0) return false;
  // What only stands to be read is announced to nobody.
  if (state.reviews.some((review) => !review.announced && isOnCalls(state.lane, review))) return false;
  const silent = { ...state, reviews: state.reviews.map((review) => ({ ...review, announcedAt: farOff })) };
  const { events, wants } = advance(silent, [], policyOf, now);
  return events.length === 0 && wants.hints.length === 0 && (wants.wakeAt === undefined || wants.wakeAt >= farOff);
};

/** When the first case is due that does not merely ring again. */
const nextDue = async ({ store, clock }: Stand, policyOf: PolicyOf): Promise<Instant | undefined> => {
  for (const { caseId, dueAt } of await store.due(farAhead, casesAtMost)) {
    const item = await reviewItem(store)(caseId);
    // An entry of the review queue does nothing until a person acts, but ring.
    const isQuiet = isEntry(item)
      ? item.reviews.some(({ announced }) => announced)
      : item !== undefined && onlyRings(item, policyOf, clock.now());
    if (!isQuiet) return dueAt;
  }
  return undefined;
};

/**
 * Lets weeks pass in seconds: works off the queues, then jumps the clock to the next moment at
 * which anything is due, as the schedule does minute by minute. Ends when nothing is due any more
 * but questions that ring again: every case is closed or waits for a person. Throws when that does
 * not happen within 120 simulated days.
 */
export const runToRest = async (
  stand: Stand,
  deliveries: Deliveries,
  progress: (simulated: Instant) => void,
): Promise<void> => {
  const { clock } = stand;
  const policyOf = policiesBy(stand.settings);
  const { feeds, sweep } = feedsOf(stand);
  const tell = tellsReporters(stand);
  const last = plusHours(clock.now(), daysAtMost * 24);
  await letHappen(stand, deliveries, clock.now());
  await drain(stand, feeds);
  for (;;) {
    await tell();
    // What the checker is asked by now.
    await drain(stand, feeds);
    const next = earliest(await nextDue(stand, policyOf), deliveries.dueAt());
    if (!next || next > plusHours(clock.now(), restDays * 24)) return;
    if (next > last)
      throw new Error(`A case is due at ${next}, ${daysAtMost} days after the start, and nothing brings it to rest.`);
    // The sweep comes each minute, so what is due within one waits for the next full minute.
    clock.jumpTo(instant(Math.max(Math.ceil(msOf(next) / minuteMs) * minuteMs, msOf(clock.now()) + 1)));
    progress(clock.now());
    await letHappen(stand, deliveries, clock.now());
    await drain(stand, feeds);
    await sweep();
    await drain(stand, feeds);
  }
};
