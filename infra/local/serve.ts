import { setTimeout } from "node:timers/promises";
import { make as watchdog } from "../../functions/handlers/watchdog.ts";
import { type Instant, plusMinutes } from "../../functions/kernel/instant.ts";
import type { Deliveries } from "./deliveries.ts";
import { tellsReporters } from "./history-feed.ts";
import { letHappen } from "./outside-world.ts";
import { writeRunState } from "./run-state.ts";
import type { Stand } from "./stand.ts";
import { drain, feedsOf, workBatch } from "./work-queues.ts";

const longPollSeconds = 20;
/** However fast the simulated clock runs, the machine looks at what is due this often at most. */
const shortestPauseMs = 500;
const longestPauseMs = 60_000;
/** Soon enough for a person who watches. */
const tellPauseMs = 250;

/**
 * Runs the flow until `signal` says stop: each queue is long-polled, the sweep comes each simulated
 * minute, and what the outside world does happens at its simulated moment. Ends after the batch in
 * hand and what it left on the queues, so that no report that was accepted is lost with the queues'
 * memory.
 */
export const serve = async (
  stand: Stand,
  deliveries: Deliveries,
  began: Instant,
  speed: number,
  signal: AbortSignal,
): Promise<void> => {
  const { feeds, sweep } = feedsOf(stand);
  let swept: Instant = began;
  let sweptBefore: Instant = began;
  // On a fast clock minutes pass while a sweep works, or a write that makes a case due. What was
  // due when the last one began must be done when this one ends.
  const watch = watchdog(stand.variables, { now: () => sweptBefore }, stand.log);
  const isOver = (error: unknown): boolean => signal.aborted && error instanceof Error && error.name === "AbortError";
  const consumers = feeds.map(async (feed) => {
    while (!signal.aborted) {
      try {
        await workBatch(stand, feed, longPollSeconds, signal);
      } catch (error) {
        // The long poll was cut short because we stop.
        if (!isOver(error)) throw error;
      }
    }
  });
  const pauseMs = Math.min(longestPauseMs, Math.max(shortestPauseMs, 60_000 / speed));
  const minute = async () => {
    while (!signal.aborted) {
      const now = stand.clock.now();
      await letHappen(stand, deliveries, now);
      if (now >= plusMinutes(swept, 1)) {
        [sweptBefore, swept] = [swept, now];
        await anotherMinute(sweep);
        await anotherMinute(watch);
      }
      writeRunState(stand.folder, began, stand.clock.now(), stand.clock.speed());
      await pause(pauseMs, signal);
    }
  };
  const tell = tellsReporters(stand);
  const telling = async () => {
    while (!signal.aborted) {
      await tell();
      await pause(tellPauseMs, signal);
    }
  };
  await Promise.all([...consumers, minute(), telling()]);
  await drain(stand, feeds);
  await tell();
  writeRunState(stand.folder, began, stand.clock.now(), speed);
};

/** As in AWS: what failed is in the log, and the schedule invokes it again a minute later. */
const anotherMinute = (invoke: () => Promise<unknown>): Promise<unknown> => invoke().catch(() => undefined);

/** Ends early where `signal` says stop, and takes its listener away again: a run lasts for days. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);
