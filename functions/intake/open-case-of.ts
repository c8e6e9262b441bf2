import { openKeysOf } from "../case/case-id.ts";
import type { Report } from "../report/report.ts";
import type { TakeInWork } from "./work.ts";

/** The case of a target in a category by which it was last removed, whatever became of it since. */
export const removedCaseOf = async (
  { store }: Pick<TakeInWork, "store">,
  { target, category }: Pick<Report, "target" | "category">,
): Promise<string | undefined> => {
  for (const key of openKeysOf(target, category)) {
    const found = await store.removedCaseOfTarget(key);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The case that is open on a target in a category. */
export const openCaseOf = async (
  { store }: Pick<TakeInWork, "store">,
  { target, category }: Pick<Report, "target" | "category">,
): Promise<string | undefined> => {
  for (const key of openKeysOf(target, category)) {
    const found = await store.openCaseOfTarget(key);
    if (found !== undefined) return found;
  }
  return undefined;
};
