import type { Case } from "../../functions/case/case.ts";
import { namesOf } from "../../functions/case/first-reports.ts";
import { csvOf } from "../../functions/kernel/csv.ts";
import { type Instant, instant, msOf, plusHours } from "../../functions/kernel/instant.ts";
import { pageUrlOf } from "../../functions/report/target.ts";
import { type CaseViews, isWatched } from "../../functions/review/views.ts";
import { hoursToRemoval } from "../../functions/statistics/measures.ts";
import { issuedAt, statisticOf } from "../../functions/statistics/statistic.ts";
import { sayDamaged } from "../../functions/store/damaged-case.ts";
import type { DayList } from "../../functions/store/ports.ts";
import { dynamoViews } from "../../functions/store/table/views.ts";
import { askerAt } from "./caller.ts";
import { nowAt, reached, storeAt, tableAt, type Where } from "./connection.ts";
import { dayOf } from "./moment.ts";
import { printErrorLine, printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";

export type ExportOptions = Where & {
  readonly from: string;
  readonly to: string;
  readonly columns?: string;
  readonly urls?: true;
};

/** A cell of each case. Several values are separated by blanks, labels by semicolons. */
const cells: Readonly<Record<string, (state: Case) => string | number>> = {
  case: ({ id }) => id,
  reporters: ({ reporters }) => reporters.join(" "),
  reports: ({ firstReports }) =>
    namesOf(firstReports)
      .map(({ reportId }) => reportId)
      .join(" "),
  category: ({ category }) => category,
  lane: ({ lane }) => lane,
  labels: ({ labels = [] }) => labels.join("; "),
  country: ({ contact }) => contact?.country?.toUpperCase() ?? "",
  opened: ({ openedAt }) => openedAt,
  noticed: (state) => issuedAt(statisticOf(state)) ?? "",
  // A site's own mailbox is "the site itself": its domain is what was reported.
  desks: (state) => [...new Set(statisticOf(state).asked.map(({ provider }) => provider))].join("; "),
  outcome: ({ closed }) => closed?.outcome ?? "",
  closed: ({ closed }) => closed?.at ?? "",
  minutes: (state) => {
    const hours = hoursToRemoval(statisticOf(state));
    return hours === undefined ? "" : Math.round(hours * 60);
  },
};
const addressCells: typeof cells = {
  host: ({ target }) => target.host,
  url: ({ target }) => pageUrlOf(target) ?? "",
};
const everyCell = { ...cells, ...addressCells };

/** The columns, in the order asked. Throws `CommandProblem` for one that is none or that wants `--urls`. */
export const columnsAsked = ({ columns, urls }: Pick<ExportOptions, "columns" | "urls">): readonly string[] => {
  if (columns === undefined) return Object.keys(urls ? everyCell : cells);
  const asked = columns.split(",").map((name) => name.trim());
  const unknown = asked.find((name) => !Object.hasOwn(everyCell, name));
  if (unknown !== undefined)
    throw new CommandProblem(`--columns has no column "${unknown}". There are ${Object.keys(everyCell).join(", ")}.`);
  const address = asked.find((name) => Object.hasOwn(addressCells, name));
  if (address !== undefined && !urls)
    throw new CommandProblem(`The column ${address} names reported addresses. Add --urls, which is recorded.`);
  if (urls && address === undefined)
    throw new CommandProblem("--urls goes with a column host or url. Add one to --columns, or leave out --urls.");
  return asked;
};

/** From the first day to the last, both included. Throws `CommandProblem` for days that are none. */
export const daysAsked = ({ from, to }: Pick<ExportOptions, "from" | "to">, now: Instant): readonly string[] => {
  const [first, last] = [dayOf("--from", from, now), dayOf("--to", to, now)];
  if (first > last)
    throw new CommandProblem(`The period ends on ${last}, before it begins on ${first}. Put the earlier day in --from.`);
  const noon = instant(Date.parse(`${first}T12:00:00Z`));
  const days = Math.round((Date.parse(`${last}T12:00:00Z`) - msOf(noon)) / 86_400_000) + 1;
  return Array.from({ length: days }, (_, at) => plusHours(noon, 24 * at).slice(0, 10));
};

type ExportDeps = {
  readonly store: Pick<DayList, "openedOn">;
  /** Notes that the caller saw a case's address, before it is printed. Where it fails, nothing is printed of it. */
  readonly note: (state: Case) => Promise<void>;
  readonly print: (text: string) => void;
  readonly progress: (line: string) => void;
};

/** One row for each case opened in the days, a page of the index at a time: memory holds one page. */
export const writeExport = async (
  { store, note, print, progress }: ExportDeps,
  days: readonly string[],
  columns: readonly string[],
): Promise<void> => {
  const shows = columns.some((name) => Object.hasOwn(addressCells, name));
  print(csvOf([columns]));
  let written = 0;
  for (const day of days) {
    let cursor: string | undefined;
    do {
      const page = await store.openedOn(day, 100, cursor);
      for (const caseId of page.damaged ?? []) progress(sayDamaged(caseId));
      if (shows) await Promise.all(page.items.map(note));
      if (page.items.length > 0)
        print(csvOf(page.items.map((state) => columns.map((name) => everyCell[name]?.(state) ?? ""))));
      const before = written;
      written += page.items.length;
      if (Math.floor(written / 1000) > Math.floor(before / 1000)) progress(`${written} cases, up to ${day}`);
      ({ cursor } = page);
    } while (cursor !== undefined);
  }
  progress(`${written} cases.`);
};

/**
 * Prints a CSV table of the cases opened in a period. Addresses stand in it by `--urls` alone, and of each case of
 * which the console notes who looked at it (`isWatched`), this is noted, too.
 */
export const exportCases = async (options: ExportOptions): Promise<void> => {
  const now = nowAt(options);
  const [days, columns] = [daysAsked(options, now), columnsAsked(options)];
  const by = options.urls ? (await askerAt(options)).name : "";
  const views: CaseViews | undefined = options.urls && dynamoViews(tableAt(options));
  const note = async (state: Case) => {
    if (isWatched(state)) await views?.note({ caseId: state.id, by, at: now });
  };
  const deps = { store: storeAt(options), note, print: printText, progress: printErrorLine };
  await reached(options, writeExport(deps, days, columns));
};
