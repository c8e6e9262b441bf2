import type { ReplyClass } from "../case/reply-class.ts";
import { earliest, type Instant, msOf } from "../kernel/instant.ts";
import { type Category, categories } from "../report/category.ts";
import { issuedAt, type Statistic } from "./statistic.ts";

/** By what cases are put together. */
export const groupings = ["country", "provider", "category", "month"] as const;
export type Grouping = (typeof groupings)[number];

/** One row of figures. Hours have no value where nothing was removed. */
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
  readonly medianHoursToAcknowledge?: number;
  readonly medianHours?: number;
  readonly p90Hours?: number;
};

/** What the figures mean; printed beside them, since a median without its clock says nothing. */
export const definitions: readonly string[] = [
  "Cases: opened in the period, where a provider was asked to act or that were closed without it. One case is one target in one category, however many reports joined it and however often it was closed.",
  "Asked: a first notice went out. Acknowledged: a desk, or its machine, said that it has the notice; after how long, the median from the first notice. Bounced: a mail of the case came back for good.",
  "Removed: closed as removed or gone. Closed: for whatever reason, also withdrawn or dismissed; a case that was opened again is not closed.",
  "Time to removal: from the first notice's going out until the case was closed as removed or gone. Median and 90th percentile by nearest rank, over the removed cases that had a notice.",
  "Country: where the network is registered, by its registry. Provider: whoever had the first notice, by the registered domain of its mailbox. Month: when the case was opened, UTC.",
];

const isRemoved = ({ closed }: Statistic): boolean => closed?.outcome === "removed" || closed?.outcome === "gone";

/** Hours from the first notice to the removal, where there were both. */
const hoursToRemoval = (statistic: Statistic): number | undefined => {
  const issued = issuedAt(statistic);
  return statistic.closed && issued && isRemoved(statistic) ? hoursBetween(issued, statistic.closed.at) : undefined;
};

const nameIn: Readonly<Record<Grouping, (statistic: Statistic) => string>> = {
  country: ({ country }) => country?.toUpperCase() ?? "unknown",
  provider: ({ asked }) => asked[0]?.provider ?? "nobody was asked",
  category: ({ category }) => category,
  month: ({ openedAt }) => openedAt.slice(0, 7),
};

/** The value below or at which `part` of the sorted values lie, by nearest rank: always one that was measured. */
const nearestRank = (sorted: readonly number[], part: number): number | undefined => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];

type Group = {
  cases: number;
  asked: number;
  acknowledged: number;
  bounced: number;
  closed: number;
  removed: number;
  readonly hours: number[];
  readonly hoursToAcknowledge: number[];
};
const emptyGroup = (): Group => ({ cases: 0, asked: 0, acknowledged: 0, bounced: 0, closed: 0, removed: 0, hours: [], hoursToAcknowledge: [] });

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
  const hours = hoursToRemoval(statistic);
  if (hours !== undefined) group.hours.push(hours);
};

const figuresOf = (name: string, { hours, hoursToAcknowledge, ...counts }: Group, all: number): Figures => {
  const sorted = hours.sort((a, b) => a - b);
  const medianHours = nearestRank(sorted, 0.5);
  const p90Hours = nearestRank(sorted, 0.9);
  const medianHoursToAcknowledge = nearestRank(
    hoursToAcknowledge.sort((a, b) => a - b),
    0.5,
  );
  return {
    name,
    ...counts,
    share: all === 0 ? 0 : counts.cases / all,
    ...(medianHoursToAcknowledge !== undefined && { medianHoursToAcknowledge }),
    ...(medianHours !== undefined && { medianHours }),
    ...(p90Hours !== undefined && { p90Hours }),
  };
};

/** A row that was written for a case which was opened again before anybody was asked says nothing yet. */
const counts = ({ asked, closed }: Statistic): boolean => asked.length > 0 || closed !== undefined;

export type Tally = {
  readonly add: (statistic: Statistic) => void;
  /** The largest group first; months in their order. */
  readonly rows: () => readonly Figures[];
  readonly total: () => Figures;
};

/** Puts cases together, one after the other, so that a year of them need never be held at once. */
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

/** What a provider did about one notice, as far as is known. The first that fits. */
export const actions = ["not delivered", "refused", "not theirs", "removed", "withdrawn by us", "answered otherwise", "no action known", "open"] as const;
export type Action = (typeof actions)[number];

/** One line of the yearly report: a provider, in one role, in one category. */
export type YearRow = {
  readonly provider: string;
  readonly scope: string;
  readonly category: Category;
  /** Cases about which this provider was asked; a reminder is no further notice. */
  readonly notices: number;
  readonly actions: Readonly<Record<Action, number>>;
  readonly medianHours?: number;
};

/** > Reg. (EU) 2022/2065 Art. 22(3): the number of notices by identity of the provider, type of content notified, and action taken by the provider. */
export const yearDefinitions: readonly string[] = [
  "Notices: cases about which this provider was first asked in the year; reminders are not counted again. Provider: the registered domain of the mailbox that had the notice, in its role there.",
  "Action, the first that fits: not delivered (every mail came back); refused or not theirs (the desk said so); removed (the case was closed as removed or gone); withdrawn by us; answered otherwise; no action known (closed without one); open.",
  "Median: hours from this provider's first notice until the case was closed as removed or gone, by nearest rank.",
];

/** What an answer says of the provider's action by itself, whatever the case's end. */
const actionOfAnswer = {
  bounce: "answered otherwise",
  complaint: "answered otherwise",
  "auto-reply": "answered otherwise",
  acknowledgement: "answered otherwise",
  removed: "answered otherwise",
  "not-ours": "not theirs",
  "use-our-form": "answered otherwise",
  refused: "refused",
  question: "answered otherwise",
  unclear: "answered otherwise",
} as const satisfies Record<ReplyClass, Action>;

const actionOf = ({ closed }: Statistic, { mails, bounced, answer }: Statistic["asked"][number]): Action => {
  if (mails > 0 && bounced === mails) return "not delivered";
  const said = answer && actionOfAnswer[answer];
  if (said !== undefined && said !== "answered otherwise") return said;
  if (closed?.outcome === "removed" || closed?.outcome === "gone") return "removed";
  if (closed?.outcome === "withdrawn") return "withdrawn by us";
  if (said !== undefined) return said;
  return closed ? "no action known" : "open";
};

type YearGroup = {
  readonly row: Omit<YearRow, "medianHours" | "notices" | "actions">;
  notices: number;
  readonly actions: Record<Action, number>;
  readonly hours: number[];
};

/**
 * The table that a trusted flagger owes each year, for notices first sent in that year. Add what was opened in it and
 * in the year before: a case may wait for its contact over the turn of the year.
 */
export const tallyYear = (year: string): { readonly add: (statistic: Statistic) => void; readonly rows: () => readonly YearRow[] } => {
  const groups = new Map<string, YearGroup>();
  return {
    add: (statistic) => {
      for (const asked of statistic.asked.filter((one) => one.issuedAt.startsWith(`${year}-`))) {
        const { provider, scope } = asked;
        const key = JSON.stringify([provider, scope, statistic.category]);
        const group: YearGroup = groups.get(key) ?? { row: { provider, scope, category: statistic.category }, notices: 0, actions: noActions(), hours: [] };
        groups.set(key, group);
        group.notices++;
        group.actions[actionOf(statistic, asked)]++;
        if (statistic.closed && isRemoved(statistic)) group.hours.push(hoursBetween(asked.issuedAt, statistic.closed.at));
      }
    },
    rows: () =>
      [...groups.values()]
        .map(({ row, notices, actions: taken, hours }): YearRow => {
          const medianHours = nearestRank(
            hours.sort((a, b) => a - b),
            0.5,
          );
          return { ...row, notices, actions: taken, ...(medianHours !== undefined && { medianHours }) };
        })
        .sort((a, b) => order(a.provider, b.provider) || order(a.scope, b.scope) || categories.indexOf(a.category) - categories.indexOf(b.category)),
  };
};

const noActions = (): Record<Action, number> => ({
  "not delivered": 0,
  refused: 0,
  "not theirs": 0,
  removed: 0,
  "withdrawn by us": 0,
  "answered otherwise": 0,
  "no action known": 0,
  open: 0,
});
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** A reporter may say "gone" in the moment before the notice's answer comes in; that is no time at all. */
const hoursBetween = (from: Instant, to: Instant): number => Math.max(0, msOf(to) - msOf(from)) / 3_600_000;

/** The months from one to another, both included: `2026-11`, `2026-12`, `2027-01`. None when the first is the later one. */
export const monthsBetween = (first: string, last: string): readonly string[] => {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const [from, to] = [number(first), number(last)];
  return Array.from(
    { length: Math.max(0, to - from + 1) },
    (_, at) => `${String(Math.floor((from + at) / 12)).padStart(4, "0")}-${String(((from + at) % 12) + 1).padStart(2, "0")}`,
  );
};
