import { errorName } from "../kernel/log.ts";
import type { DuePutOff, DuePutOffs } from "../report/put-off.ts";
import { takeInPutOff } from "./take-in-read.ts";
import type { TakeInWork } from "./work.ts";

export type TakeUpWork = TakeInWork & { readonly duePutOffs: DuePutOffs };

const atATime = 10;

/**
 * Takes in what was put off and is due, the oldest first, until none is due or `mayGoOn` says no;
 * the rest waits for the next sweep. What is put off again is written anew before the old one is
 * taken away. Throws at the end where a message could not be taken in: it stays due, and no other
 * waits for it. Gives how many were taken up.
 */
export const takeUp = async (work: TakeUpWork, mayGoOn: () => boolean): Promise<number> => {
  let taken = 0;
  let left = 0;
  // What is left stays due, and would be found again at once.
  while (left === 0 && mayGoOn()) {
    const due = await work.duePutOffs(work.clock.now());
    if (due.length === 0) break;
    // What is said of a report waits as long as the report, and finds it only where that was taken
    // in before.
    for (const those of [due.filter(({ kind }) => kind === "report"), due.filter(({ kind }) => kind === "status")]) {
      for (let from = 0; from < those.length && mayGoOn(); from += atATime) {
        const isTaken = await Promise.all(those.slice(from, from + atATime).map((one) => takeUpOne(work, one)));
        taken += isTaken.filter(Boolean).length;
        left += isTaken.filter((is) => !is).length;
      }
    }
  }
  if (taken > 0) work.log.info("report.taken-up", { count: taken });
  if (left > 0)
    throw new Error(
      `${left} message${left > 1 ? "s that were" : " that was"} put off could not be taken in; the log says why.`,
    );
  return taken;
};

const takeUpOne = async (work: TakeUpWork, { read, done }: DuePutOff): Promise<boolean> => {
  try {
    if ((await takeInPutOff(work, await read())) === "later") return false;
    await done();
    return true;
  } catch (error) {
    work.log.error("unforeseen", { error: errorName(error) });
    return false;
  }
};
