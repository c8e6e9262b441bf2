import { SingleBar } from "cli-progress";
import { lanes } from "../../functions/report/category.ts";
import type { PutReports, ToPut } from "../../functions/report/put-reports.ts";
import { CommandProblem } from "./problem.ts";

/** So many at a time, and the bar goes on. */
const atATime = 10;

/**
 * Puts all of these on their queues, the urgent ones first, with a bar where there are many. Goes on past what
 * a queue refuses, and stops where it takes nothing more. Throws `CommandProblem` with how many were not taken.
 */
export const putAll = async (put: PutReports, rows: readonly ToPut[]): Promise<void> => {
  const ordered = lanes.flatMap((lane) => rows.filter((row) => row.lane === lane));
  const bar = new SingleBar({ format: "Reporting {bar} {value} of {total}", hideCursor: true, clearOnComplete: true });
  if (process.stderr.isTTY && ordered.length > atATime) bar.start(ordered.length, 0);
  let [taken, error]: [number, string | undefined] = [0, undefined];
  for (let from = 0; from < ordered.length; from += atATime) {
    const some = ordered.slice(from, from + atATime);
    const came = await put(some.map(({ body, lane }) => ({ body, lane })));
    taken += some.length - came.left.length;
    error ??= came.error;
    if (came.left.length === some.length) break;
    bar.increment(some.length);
  }
  bar.stop();
  if (taken < ordered.length)
    throw new CommandProblem(
      `The queue did not take ${ordered.length - taken} of ${ordered.length} messages ` +
        `(${error ?? "no reason given"}). Send all of them again: what was taken counts once.`,
    );
};
