import type { Case } from "../../functions/case/case.ts";
import { namesOf } from "../../functions/case/first-reports.ts";
import { csvOf } from "../../functions/kernel/csv.ts";
import { pageUrlOf } from "../../functions/report/target.ts";
import { isWatched } from "../../functions/review/views.ts";
import { hoursToRemoval } from "../../functions/statistics/measures.ts";
import { issuedAt, statisticOf } from "../../functions/statistics/statistic.ts";
import type { DayList } from "../../functions/store/ports.ts";
import { dynamoViews } from "../../functions/store/table/views.ts";
import { inertId } from "../../functions/webhooks/message.ts";
import { askerAt } from "./caller.ts";
import { nowAt, reached, storeAt, tableAt, type Where } from "./connection.ts";
import { eachOpened, type Period, periodOf } from "./opened-cases.ts";
import { printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";

export type ExportOptions = Where & {
  readonly from: string;
  readonly to: string;
  readonly columns?: string;
  readonly urls?: true;
};

type Cells = Readonly<Record<string, (state: Case) => string | number>>;

const cells: Cells = {
  case: ({ id }) => id,
  reporters: ({ reporters }) => reporters.join("; "),
  reports: ({ firstReports }) =>
    namesOf(firstReports)
      .map(({ reportId }) => inertId(reportId))
      .join("; "),
  category: ({ category }) => category,
  lane: ({ lane }) => lane,
  labels: ({ labels = [] }) => labels.join("; "),
  country: ({ contact }) => contact?.country?.toUpperCase() ?? "",
  opened: ({ openedAt }) => openedAt,
  noticed: (state) => issuedAt(statisticOf(state)) ?? "",
  desks: (state) => [...new Set(statisticOf(state).asked.map(({ provider }) => provider))].join("; "),
  outcome: ({ closed }) => closed?.outcome ?? "",
  closed: ({ closed }) => closed?.at ?? "",
  hours: (state) => hoursToRemoval(statisticOf(state))?.toFixed(2) ?? "",
};
const addressCells: Cells = {
  host: ({ target }) => target.host,
  url: ({ target }) => pageUrlOf(target) ?? "",
};
const allCells: Cells = { ...cells, ...addressCells };

const isAddress = (column: string): boolean => Object.hasOwn(addressCells, column);

/** The columns, in the order asked. Throws `CommandProblem` for one that is none or that wants `--urls`. */
export const columnsAsked = ({ columns, urls }: Pick<ExportOptions, "columns" | "urls">): readonly string[] => {
  if (columns === undefined) return Object.keys(urls ? allCells : cells);
  const asked = columns.split(",").map((name) => name.trim());
  const unknown = asked.find((name) => !Object.hasOwn(allCells, name));
  if (unknown !== undefined)
    throw new CommandProblem(`--columns has no column "${unknown}". There are ${Object.keys(allCells).join(", ")}.`);
  const address = asked.find(isAddress);
  if (address !== undefined && !urls)
    throw new CommandProblem(`The column ${address} names reported addresses. Add --urls, which is recorded.`);
  return asked;
};

/**
 * A row of each case of the period, below the columns' names. `note` records that somebody saw a case's address;
 * where it fails, so does this, and nothing is given.
 */
export const exportedOf = async (
  store: Pick<DayList, "openedOn">,
  note: (state: Case) => Promise<void>,
  period: Period,
  columns: readonly string[],
): Promise<string> => {
  const rows: (string | number)[][] = [];
  await eachOpened(store, period, async (states) => {
    if (columns.some(isAddress)) await Promise.all(states.map(note));
    rows.push(...states.map((state) => columns.map((name) => allCells[name]?.(state) ?? "")));
  });
  return csvOf([columns, ...rows]);
};

/**
 * Prints the cases opened in a period as CSV. Reported addresses are in it with `--urls` alone, and of each case whose
 * looks are recorded (`isWatched`), this look is.
 */
export const exportCases = async (options: ExportOptions): Promise<void> => {
  const now = nowAt(options);
  const [period, columns] = [periodOf(options.from, options.to, now), columnsAsked(options)];
  const views = dynamoViews(tableAt(options));
  const by = options.urls ? (await askerAt(options)).name : "";
  const note = async (state: Case) => {
    if (isWatched(state)) await views.note({ caseId: state.id, by, at: now });
  };
  printText(await reached(options, exportedOf(storeAt(options), note, period, columns)));
};
