import { openKeysOf } from "../case/case-id.ts";
import type { Report } from "../report/report.ts";
import type { TakeInWork } from "./work.ts";

type Reported = Pick<Report, "target" | "category">;
type Work<Reads extends keyof TakeInWork["store"]> = { readonly store: Pick<TakeInWork["store"], Reads> };

/** What is found by the first of a target's keys in a category that leads anywhere. */
const firstFound = async (
  { target, category }: Reported,
  find: (key: string) => Promise<string | undefined>,
): Promise<string | undefined> => {
  for (const key of openKeysOf(target, category)) {
    const found = await find(key);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The case of a target in a category by which it was last removed, whatever became of it since. */
export const removedCaseOf = ({ store }: Work<"removedCaseOfTarget">, reported: Reported) =>
  firstFound(reported, (key) => store.removedCaseOfTarget(key));

/** The case that is open on a target in a category. */
export const openCaseOf = ({ store }: Work<"openCaseOfTarget">, reported: Reported) =>
  firstFound(reported, (key) => store.openCaseOfTarget(key));
