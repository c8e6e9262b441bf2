import { type CountedBy, groupOf, type HourEdge } from "./counts.ts";
import { hoursToRemoval } from "./measures.ts";
import type { Statistic } from "./statistic.ts";

export const groupFigures = ["asked", "closed", "gone"] as const;
export type GroupFigure = (typeof groupFigures)[number];

/** Without `group`: of all. `within`: of what was gone after at most so many hours. */
export type OfGroup = {
  readonly by: CountedBy;
  readonly group?: string;
  readonly figure: GroupFigure;
  readonly within?: HourEdge;
};

/** Whether a case is counted in a figure, as the counts do. Pure. */
export const isBehind = (statistic: Statistic, { by, group, figure, within }: OfGroup): boolean => {
  if (statistic.asked.length === 0) return false;
  if (group !== undefined && groupOf(by, statistic) !== group) return false;
  if (figure === "closed") return statistic.closed !== undefined;
  if (figure === "asked") return true;
  const hours = hoursToRemoval(statistic);
  return hours !== undefined && (within === undefined || hours <= within);
};
