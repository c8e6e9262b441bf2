import { earliest } from "../kernel/instant.ts";
import { type Grouping, hoursBetween, hoursToRemoval, isRemoved, nameIn, nearestRank } from "./measures.ts";
import { issuedAt, type Statistic } from "./statistic.ts";

/** Hours have no value where nothing was removed. */
export type Figures = {
  readonly name: string;
  readonly cases: number;
  /** Of all cases counted, from 0 to 1. */
  readonly share: number;
  readonly asked: number;
  readonly acknowledged: number;
  readonly bounced: number;
  readonly closed: number;
  readonly removed: number;
  /** Cases that came back after they had been closed as removed, and how often in all. */
  readonly cameBack: number;
  readonly returns: number;
  readonly medianHoursToAcknowledge?: number;
  readonly medianHours?: number;
  readonly p90Hours?: number;
};

/** Printed beside the figures. */
export const definitions: readonly string[] = [
  "Cases: opened in the period, where a provider was asked to act or that were closed without it. One " +
    "case is one target in one category, however many reports joined it and however often it was closed.",
  "Asked: a first notice went out. Acknowledged: a desk, or its machine, said that it has the notice; " +
    "after how long, the median from the first notice. Bounced: a mail of the case came back for good.",
  "Removed: closed as removed or gone. Closed: for whatever reason, also withdrawn, dismissed or returned; a " +
    "case that was opened again is not closed.",
  "Came back: closed as removed, and then reported again or said to be still up; how many cases, and " +
    "how many times in all. The provider is whoever had the case's first notice, also where it " +
    "came back elsewhere.",
  "Time to removal: from the first notice's going out until the case was closed as removed or gone. " +
    "Median and 90th percentile by nearest rank, over the removed cases that had a notice.",
  "Country: where the network is registered, by its registry. Provider: whoever had the first notice, " +
    "by the registered domain of its mailbox. Month: when the case was opened, UTC.",
];

type Group = {
  cases: number;
  asked: number;
  acknowledged: number;
  bounced: number;
  closed: number;
  removed: number;
  cameBack: number;
  returns: number;
  readonly hours: number[];
  readonly hoursToAcknowledge: number[];
};
const emptyGroup = (): Group => ({
  cases: 0,
  asked: 0,
  acknowledged: 0,
  bounced: 0,
  closed: 0,
  removed: 0,
  cameBack: 0,
  returns: 0,
  hours: [],
  hoursToAcknowledge: [],
});

const count = (group: Group, statistic: Statistic): void => {
  const { asked, closed } = statistic;
  group.cases++;
  if (asked.length > 0) group.asked++;
  const acknowledgedAt = earliest(...asked.map((one) => one.acknowledgedAt));
  const issued = issuedAt(statistic);
  if (acknowledgedAt && issued) {
    group.acknowledged++;
    group.hoursToAcknowledge.push(hoursBetween(issued, acknowledgedAt));
  }
  if (asked.some(({ bounced }) => bounced > 0)) group.bounced++;
  if (closed) group.closed++;
  if (isRemoved(statistic)) group.removed++;
  if (statistic.cameBack !== undefined) group.cameBack++;
  group.returns += statistic.cameBack ?? 0;
  const hours = hoursToRemoval(statistic);
  if (hours !== undefined) group.hours.push(hours);
};

const figuresOf = (name: string, { hours, hoursToAcknowledge, ...counts }: Group, all: number): Figures => {
  const medianHours = nearestRank(hours, 0.5);
  const p90Hours = nearestRank(hours, 0.9);
  const medianHoursToAcknowledge = nearestRank(hoursToAcknowledge, 0.5);
  return {
    name,
    ...counts,
    share: all === 0 ? 0 : counts.cases / all,
    ...(medianHoursToAcknowledge !== undefined && { medianHoursToAcknowledge }),
    ...(medianHours !== undefined && { medianHours }),
    ...(p90Hours !== undefined && { p90Hours }),
  };
};

/** A case that was opened again before anybody was asked has a row, and does not count yet. */
const counts = ({ asked, closed }: Statistic): boolean => asked.length > 0 || closed !== undefined;

export type Tally = {
  readonly add: (statistic: Statistic) => void;
  /** The largest group first; months in their order. */
  readonly rows: () => readonly Figures[];
  readonly total: () => Figures;
};

/** One case after the other, so that a year of them is never held at once. */
export const tallyBy = (grouping: Grouping): Tally => {
  const groups = new Map<string, Group>();
  const all = emptyGroup();
  return {
    add: (statistic) => {
      if (!counts(statistic)) return;
      const name = nameIn[grouping](statistic);
      const group = groups.get(name) ?? emptyGroup();
      groups.set(name, group);
      count(group, statistic);
      count(all, statistic);
    },
    rows: () =>
      [...groups]
        .map(([name, group]) => figuresOf(name, group, all.cases))
        .sort((a, b) => (grouping === "month" || a.cases === b.cases ? (a.name < b.name ? -1 : 1) : b.cases - a.cases)),
    total: () => figuresOf("all", all, all.cases),
  };
};
