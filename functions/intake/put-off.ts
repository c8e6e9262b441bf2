import { type Instant, plusMs } from "../kernel/instant.ts";
import type { PutOff } from "../report/put-off.ts";
import type { TakeInWork } from "./work.ts";

/** So many seconds from now. */
export const later = ({ clock }: TakeInWork, seconds: number): Instant => plusMs(clock.now(), seconds * 1000);

/** Keeps it in the table until then; the sweep takes it up. */
export const putOff = async ({ putOffs, log }: TakeInWork, what: PutOff, dueAt: Instant): Promise<"done"> => {
  await putOffs.keep(what, dueAt);
  log.info("report.put-off", { lane: what.queueLane });
  return "done";
};
