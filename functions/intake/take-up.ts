import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import type { DuePutOffs } from "../report/put-off.ts";
import type { PutReports } from "../report/put-reports.ts";

export type TakeUpWork = {
  readonly clock: Clock;
  readonly log: Log;
  readonly duePutOffs: DuePutOffs;
  readonly putReports: PutReports;
};

const atATime = 10;

/**
 * Puts due put-offs on their report queue again, the oldest first, until none is due or `mayGoOn` says no; the rest
 * waits for the next sweep. Each is queued before it leaves the table: it may be there twice, and is never gone.
 * Throws at the end where a queue did not take one, which stays due. Gives how many went back.
 */
export const takeUp = async (work: TakeUpWork, mayGoOn: () => boolean): Promise<number> => {
  let taken = 0;
  let left = 0;
  let error: string | undefined;
  // What is left stays due, and would be found again at once.
  while (left === 0 && mayGoOn()) {
    const due = await work.duePutOffs(work.clock.now());
    if (due.length === 0) break;
    for (let from = 0; from < due.length && mayGoOn(); from += atATime) {
      const those = due.slice(from, from + atATime);
      // Each by itself: ten of the largest are more than SQS takes in one request.
      const put = await Promise.all(
        those.map(async ({ queueLane: lane, message: body, done }) => {
          const failed = await work.putReports([{ lane, body }]);
          if (failed.left.length === 0) await done();
          return failed;
        }),
      );
      const failed = put.filter((one) => one.left.length > 0);
      taken += put.length - failed.length;
      left += failed.length;
      error ??= failed[0]?.error;
    }
  }
  if (taken > 0) work.log.info("report.taken-up", { count: taken });
  if (left > 0) throw new Error(`SQS did not take ${left} of what was put off: ${error}`);
  return taken;
};
