import { type Instant, plusHours, plusMs } from "../kernel/instant.ts";
import type { Report, StatusMessage } from "../report/report.ts";
import type { Received, TakeInWork } from "./work.ts";

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

/** Whether a report of this key waits or is on its queue; what takes more than a day is a dead letter. */
export const isExpected = async ({ putOffs, clock }: TakeInWork, reportKey: string): Promise<boolean> => {
  const dueAt = await putOffs.reportDueAt(reportKey);
  return dueAt !== undefined && plusHours(dueAt, lostAfterHours) > clock.now();
};

const putOffAtMostSeconds = 15 * 60;

const nextMinuteSeconds = 60;

/**
 * Seconds until a report over the limit comes again: after the full minute, spread over a quarter of an hour, lest
 * a burst come back as one. `jitter` from 0 to 1. What is too much then is put off again.
 */
export const putOffSeconds = (jitter: number): number =>
  nextMinuteSeconds + Math.floor(jitter * (putOffAtMostSeconds - nextMinuteSeconds));

/** For what is said of a report that should be here by now: it comes again with the next sweep. */
export const wordPutOffSeconds = 10;
