import { targetKeyOf } from "../case/case-id.ts";
import type { Report } from "../report/report.ts";
import type { TakeInWork } from "./work.ts";

type Reported = Pick<Report, "target" | "category">;
type Work<Reads extends keyof TakeInWork["store"]> = { readonly store: Pick<TakeInWork["store"], Reads> };

/** The case of a target in a category by which it was last removed, whatever became of it since. */
export const removedCaseOf = ({ store }: Work<"removedCaseOfTarget">, { target, category }: Reported) =>
  store.removedCaseOfTarget(targetKeyOf(target, category));

/** The case that is open on a target in a category. */
export const openCaseOf = ({ store }: Work<"openCaseOfTarget">, { target, category }: Reported) =>
  store.openCaseOfTarget(targetKeyOf(target, category));
