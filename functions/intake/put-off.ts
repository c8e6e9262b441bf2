import { type Instant, plusMs } from "../kernel/instant.ts";
import type { PutOff } from "../report/put-off.ts";
import type { TakeInWork } from "./work.ts";

/** So many seconds from now. */
export const later = ({ clock }: TakeInWork, seconds: number): Instant => plusMs(clock.now(), seconds * 1000);

/** Keeps it in the table until then; the sweep puts it on its queue again. */
export const putOff = async ({ putOffs, log }: TakeInWork, what: PutOff, dueAt: Instant): Promise<"done"> => {
  await putOffs.keep(what, dueAt);
  log.info("report.put-off", { lane: what.queueLane });
  return "done";
};

const putOffAtMostSeconds = 15 * 60;

const nextMinuteSeconds = 60;

/**
 * Seconds until a report over the limit comes again: after the minute that is full, and spread over
 * a quarter of an hour, so that a burst does not come back as a burst. `jitter` from 0 to 1. What
 * is too much then is put off again.
 */
export const putOffSeconds = (jitter: number): number =>
  nextMinuteSeconds + Math.floor(jitter * (putOffAtMostSeconds - nextMinuteSeconds));

/**
 * What is said of a report that should have come up by now comes again as soon as this, which is
 * with the next sweep.
 */
export const wordPutOffSeconds = 10;
