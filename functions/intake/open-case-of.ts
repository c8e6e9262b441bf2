import { targetKeyOf } from "../case/case-id.ts";
import type { Report } from "../report/report.ts";
import type { TakeInWork } from "./work.ts";

type Reported = Pick<Report, "target" | "category">;
type Work<Reads extends keyof TakeInWork["store"]> = { readonly store: Pick<TakeInWork["store"], Reads> };

/** The case by which a target was last removed in a category, whatever became of it since. */
export const removedCaseOf = ({ store }: Work<"removedCaseOfTarget">, { target, category }: Reported) =>
  store.removedCaseOfTarget(targetKeyOf(target, category));

export const openCaseOf = ({ store }: Work<"openCaseOfTarget">, { target, category }: Reported) =>
  store.openCaseOfTarget(targetKeyOf(target, category));
