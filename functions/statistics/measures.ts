import { type Instant, msOf } from "../kernel/instant.ts";
import { issuedAt, type Statistic } from "./statistic.ts";

/** Whether what was reported is off, by anybody's word. */
export const isRemoved = ({ closed }: Statistic): boolean =>
  closed?.outcome === "removed" || closed?.outcome === "gone";

/** At least 0: a reporter may say "gone" just before the notice's answer comes in. */
export const hoursBetween = (from: Instant, to: Instant): number => Math.max(0, msOf(to) - msOf(from)) / 3_600_000;

/** The value at or below which `part` of the values lie, by nearest rank; none of none. */
export const nearestRank = (values: readonly number[], part: number): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(part * values.length) - 1)];

export const groupings = ["country", "provider", "category", "month"] as const;

export type Grouping = (typeof groupings)[number];

/** Hours from the first notice to the removal, where there were both. */
export const hoursToRemoval = (statistic: Statistic): number | undefined => {
  const issued = issuedAt(statistic);
  return statistic.closed && issued && isRemoved(statistic) ? hoursBetween(issued, statistic.closed.at) : undefined;
};

export const nameIn: Readonly<Record<Grouping, (statistic: Statistic) => string>> = {
  country: ({ country }) => country?.toUpperCase() ?? "unknown",
  provider: ({ asked }) => asked[0]?.provider ?? "nobody was asked",
  category: ({ category }) => category,
  month: ({ openedAt }) => openedAt.slice(0, 7),
};
