import { isLabelled } from "../../functions/case/labels.ts";
import { csvOf } from "../../functions/kernel/csv.ts";
import { definitions, type Figures, tallyBy } from "../../functions/statistics/figures.ts";
import type { Grouping } from "../../functions/statistics/measures.ts";
import { eachOfMonths, monthsBetween } from "../../functions/statistics/months.ts";
import { bothLanes, type Day, overviewDefinitions, readOverview } from "../../functions/statistics/overview.ts";
import { isCounted, type Statistic, statisticOf } from "../../functions/statistics/statistic.ts";
import { actions, tallyYear, type YearRow, yearDefinitions } from "../../functions/statistics/year.ts";
import type { CountsTable, DayList, StatisticsTable } from "../../functions/store/ports.ts";
import { readRunState } from "../local/run-state.ts";
import { asIndentedJson } from "./as-json.ts";
import { reached, storeAt, type Where } from "./connection.ts";
import { type Cell, lined } from "./lined.ts";
import { eachOpened, type Period, periodOf } from "./opened-cases.ts";
import { printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";

export type StatsOptions = Where & {
  readonly by: Grouping;
  readonly from?: string;
  readonly to?: string;
  readonly reporter?: string;
  readonly label?: string;
  readonly yearReport?: string;
  readonly days?: number;
  readonly csv?: true;
  readonly json?: true;
};

/**
 * Prints figures of the cases opened in a period, or the yearly table of notices, with what they
 * mean beside them.
 */
export const showStats = async (options: StatsOptions): Promise<void> => {
  const store = storeAt(options);
  const now =
    (options.table === undefined ? readRunState(options.folder)?.simulatedNow : undefined) ?? new Date().toISOString();
  printText(await statsText(store, options, now));
};

/** What `stats` prints, at a moment. Throws `CommandProblem` for a day or a year that is none. */
export const statsText = async (
  store: StatisticsTable & CountsTable & DayList,
  options: StatsOptions,
  now: string,
): Promise<string> => {
  if (options.days !== undefined) return daily(store, options, options.days, now);
  return options.yearReport === undefined
    ? figures(store, options, now)
    : yearTable(store, options, options.yearReport);
};

const figures = async (store: StatisticsTable & DayList, options: StatsOptions, now: string): Promise<string> => {
  const { from, to } = periodOf(options.from ?? `${now.slice(0, 4)}-01-01`, options.to ?? "today", now);
  const tally = tallyBy(options.by);
  const add = (statistic: Statistic) => {
    const day = statistic.openedAt.slice(0, 10);
    if (day >= from && day <= to) tally.add(statistic);
  };
  if (options.label === undefined) await eachOf(store, options, monthsBetween(from.slice(0, 7), to.slice(0, 7)), add);
  else await ofLabel(store, options, { from, to }, add);
  const rows = tally.rows();
  if (options.csv)
    return csvOf([[options.by, ...figureHeads.map(inHours)], ...rows.map((row) => figureCells(row, plain))]);
  if (options.json) return asIndentedJson({ from, to, by: options.by, rows, total: tally.total() });
  if (rows.length === 0)
    return `No case was opened from ${from} to ${to} about which anybody was asked, or that was closed.`;
  return [
    `Cases opened from ${from} to ${to}, by ${options.by}`,
    "",
    lined([[options.by, ...figureHeads], ...[...rows, tally.total()].map((row) => figureCells(row, spoken))]),
    "",
    ...definitions,
  ].join("\n");
};

/** Fourteen months of books, each of a day's few lines. */
const daysAtMost = 400;

/** What came in and went out day by day, from the counts that the console's overview draws. */
const daily = async (store: CountsTable, options: StatsOptions, days: number, now: string): Promise<string> => {
  const { since, ...overview } = await reached(
    options,
    readOverview(store, now, { days: Math.min(days, daysAtMost), months: 1 }),
  );
  const rows = overview.days.map((day) => [day.day, ...dayColumns.map(([, of]) => of(day))]);
  const heads = ["day", ...dayColumns.map(([head]) => head)];
  if (options.csv) return csvOf([heads, ...rows]);
  if (options.json) return asIndentedJson({ since, days: overview.days });
  if (since === undefined) return "Nothing has been counted yet. It begins with the next case that changes.";
  const [first, , , , , last] = overviewDefinitions;
  return [`Counted since ${since.slice(0, 10)}`, "", lined([heads, ...rows]), "", first, last].join("\n");
};

const dayColumns: readonly (readonly [string, (day: Day) => number])[] = [
  ["in", (day) => bothLanes(day.in)],
  ["urgent", (day) => day.in.urgent],
  ["out", (day) => bothLanes(day.out)],
  ["open", (day) => bothLanes(day.open)],
  ["asked", (day) => day.asked],
  ["answered", (day) => day.answered],
  ["sent", (day) => day.sent],
  ["delivered", (day) => day.delivered],
  ["bounced", (day) => day.bounced],
  ["complained", (day) => day.complained],
];

const yearTable = async (store: StatisticsTable, options: StatsOptions, year: string): Promise<string> => {
  if (!/^\d{4}$/.test(year)) throw new CommandProblem("--year-report takes a year like 2026.");
  const tally = tallyYear(year);
  await eachOf(
    store,
    options,
    monthsBetween(`${String(Number(year) - 1).padStart(4, "0")}-01`, `${year}-12`),
    tally.add,
  );
  const rows = tally.rows();
  const heads = ["provider", "role", "category", "notices", ...actions, "median hours"];
  if (options.csv) return csvOf([heads, ...rows.map((row) => yearCells(row, plain))]);
  if (options.json) return asIndentedJson({ year, rows });
  if (rows.length === 0) return `No notice was first sent in ${year}.`;
  return [
    `Notices first sent in ${year} (Regulation (EU) 2022/2065, Art. 22(3))`,
    "",
    lined([heads, ...rows.map((row) => yearCells(row, spoken))]),
    "",
    ...yearDefinitions,
  ].join("\n");
};

/** No statistic has labels, since it outlives its case: they are the cases' own, while those are kept. */
const ofLabel = (
  store: DayList,
  options: StatsOptions,
  period: Period,
  add: (statistic: Statistic) => void,
): Promise<void> =>
  reached(
    options,
    eachOpened(store, period, (states) => {
      const meant = states.filter((state) => isLabelled(state, options.label)).map(statisticOf);
      meant.filter((one) => isCounted(one) && isOfReporter(one, options)).forEach(add);
    }),
  );

const isOfReporter = ({ reporters }: Statistic, { reporter }: StatsOptions): boolean =>
  reporter === undefined || reporters.includes(reporter);

/** Of one reporter alone, where one is named. */
const eachOf = (
  store: StatisticsTable,
  options: StatsOptions,
  months: readonly string[],
  add: (statistic: Statistic) => void,
): Promise<void> =>
  eachOfMonths(
    months,
    (month) => reached(options, store.statistics(month)),
    (statistic) => {
      if (isOfReporter(statistic, options)) add(statistic);
    },
  );

type Writing = { readonly hours: (hours: number | undefined) => Cell; readonly share: (share: number) => Cell };
const plain: Writing = {
  hours: (hours) => (hours === undefined ? "" : Number(hours.toFixed(3))),
  share: (share) => Number(share.toFixed(4)),
};
const spoken: Writing = {
  hours: (hours) => (hours === undefined ? "–" : inWords(hours)),
  share: (share) => `${(share * 100).toFixed(1)} %`,
};

/** Hours up to two days, then days: `40 min`, `26.5 h`, `3.2 d`. */
const inWords = (hours: number): string =>
  hours < 1 ? `${Math.round(hours * 60)} min` : hours < 48 ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} d`;

const figureHeads = [
  "cases",
  "share",
  "asked",
  "acknowledged",
  "acknowledged after",
  "bounced",
  "closed",
  "removed",
  "came back",
  "times back",
  "median",
  "90th percentile",
];
/** CSV says the unit where the table says it in each cell. */
const inHours = (head: string): string =>
  head === "acknowledged after" || head === "median" || head === "90th percentile" ? `${head} hours` : head;
const figureCells = (
  {
    name,
    cases,
    share,
    asked,
    acknowledged,
    bounced,
    closed,
    removed,
    cameBack,
    returns,
    medianHoursToAcknowledge,
    medianHours,
    p90Hours,
  }: Figures,
  write: Writing,
): readonly Cell[] => [
  name,
  cases,
  write.share(share),
  asked,
  acknowledged,
  write.hours(medianHoursToAcknowledge),
  bounced,
  closed,
  removed,
  cameBack,
  returns,
  write.hours(medianHours),
  write.hours(p90Hours),
];
const yearCells = (
  { provider, scope, category, notices, actions: taken, medianHours }: YearRow,
  write: Writing,
): readonly Cell[] => [
  provider,
  scope,
  category,
  notices,
  ...actions.map((action) => taken[action]),
  write.hours(medianHours),
];
