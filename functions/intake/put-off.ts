import { type Instant, plusHours, plusMs } from "../kernel/instant.ts";
import type { Report, StatusMessage } from "../report/report.ts";
import type { Received, TakeInWork } from "./work.ts";

/** So many seconds from now. */
export const later = ({ clock }: TakeInWork, seconds: number): Instant => plusMs(clock.now(), seconds * 1000);

/** Keeps what was said, and how it came, in the table until then; the sweep puts it on its queue again. */
export const putOff = async (
  { putOffs, log }: TakeInWork,
  { queueLane, sender, owner, retryOf }: Received,
  said: Report | StatusMessage,
  dueAt: Instant,
): Promise<"done"> => {
  await putOffs.keep({ said, queueLane, sender, owner, retryOf }, dueAt);
  log.info("report.put-off", { lane: queueLane });
  return "done";
};

const lostAfterHours = 24;

/** Whether a report of this key waits, or did and is on its queue; what does not come within a day is a dead letter. */
export const isExpected = async ({ putOffs, clock }: TakeInWork, reportKey: string): Promise<boolean> => {
  const dueAt = await putOffs.reportDueAt(reportKey);
  return dueAt !== undefined && plusHours(dueAt, lostAfterHours) > clock.now();
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
