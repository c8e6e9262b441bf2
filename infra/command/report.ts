import { reportKeyOf } from "../../functions/case/case-id.ts";
import { visible } from "../../functions/console/shown.ts";
import { idsOf, reporterOf } from "../../functions/kernel/reporter-ids.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { nativeStatus } from "../../functions/report/native.ts";
import { firstIssue } from "../../functions/report/read-target.ts";
import { dynamoPutOffs } from "../../functions/store/table/put-offs.ts";
import { asJson } from "./as-json.ts";
import { keysAt, nowAt, reached, reportQueuesAt, storeAt, tableAt, type Where } from "./connection.ts";
import { settingsInForceAt } from "./in-force.ts";
import { pastMomentOf } from "./moment.ts";
import { paint } from "./paint.ts";
import { printErrorLine, printLine } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import { putAll } from "./put-all.ts";
import {
  type GoodRow,
  ofCsv,
  ofFile,
  ofUrl,
  type Reporting,
  type Row,
  type UrlOptions,
  whoReports,
} from "./report-rows.ts";

export type ReportOptions = Where &
  UrlOptions & {
    readonly reporter?: string;
    readonly file?: string;
    readonly csv?: string;
    readonly json?: true;
  };

/**
 * Puts reports on the queue, with a bar while it works. Rows that are not reports are named with
 * their reason and not sent; the others are. Exit code 1 when any row was refused.
 */
export const sendReports = async (urls: readonly string[], options: ReportOptions): Promise<void> => {
  checkGiven(urls, options);
  const known = await reportersAt(options);
  const reporter = whoReports(options.reporter, known);
  if (reporter !== undefined) checkKnown(reporter, known);
  const rows = rowsOf(urls, options, { known, reporter, now: nowAt(options) });
  if (rows.length === 0) throw new CommandProblem("Nothing to report. Give URLs, --file or --csv; --help tells more.");
  const good = rows.flatMap((row) => ("body" in row ? [row] : []));
  await putAll(await reached(options, reportQueuesAt(options)), good);
  if (good.length < rows.length) process.exitCode = 1;
  if (options.json) for (const row of rows) printLine(asJson(told(row)));
  else say(rows, good);
};

const checkGiven = (urls: readonly string[], { file, csv, category }: ReportOptions): void => {
  const given = [
    urls.length > 0 ? "URLs" : "",
    file === undefined ? "" : "--file",
    csv === undefined ? "" : "--csv",
  ].filter((name) => name !== "");
  if (given.length > 1)
    throw new CommandProblem(`Give one of URLs, --file and --csv, not ${given.join(" and ")} together.`);
  if (given[0] !== "URLs" && category)
    throw new CommandProblem("--category goes with URLs; in a file each report names its own.");
};

const rowsOf = (urls: readonly string[], options: ReportOptions, reporting: Reporting): readonly Row[] =>
  options.file !== undefined
    ? ofFile(options.file, reporting)
    : options.csv !== undefined
      ? ofCsv(options.csv, reporting)
      : urls.map((url) => ofUrl(url, options, reporting));

/** The reporters in force; nothing where a queue's address is all that is known. */
const reportersAt = async (where: Where): Promise<Settings["reporters"] | undefined> =>
  where.queueUrl !== undefined && where.stage === undefined ? undefined : (await settingsInForceAt(where)).reporters;

const checkKnown = (reporter: string, known: Settings["reporters"] | undefined): void => {
  if (known === undefined || reporterOf(known, reporter)) return;
  throw new CommandProblem(
    `--reporter is ${visible(reporter)}, which the settings do not know. ` +
      `They know: ${known.map(({ id }) => id).join(", ")}.`,
  );
};

const told = (row: Row) =>
  "problem" in row
    ? row
    : {
        row: row.row,
        reporter: row.reporter,
        reportId: row.reportId,
        lane: row.lane,
        ...(row.lacks !== undefined && { lacks: row.lacks }),
        queued: true,
      };

const say = (rows: readonly Row[], good: readonly GoodRow[]): void => {
  for (const row of rows)
    if ("problem" in row) printErrorLine(`${paint("red", row.row, process.stderr)}: ${row.problem}`);
  for (const { row, lacks } of good)
    if (lacks !== undefined)
      printErrorLine(
        `${paint("yellow", row, process.stderr)}: it lacks ${lacks}; a person is asked before any notice goes out.`,
      );
  const refused = rows.length - good.length;
  const reporters = [...new Set(good.map(({ reporter }) => reporter))];
  printLine(
    `${good.length} of ${rows.length} reports ${good.length === 1 ? "is" : "are"} on the queue` +
      `${reporters.length > 0 ? `, reported by ${visible(reporters.join(", "))}` : ""}` +
      `${refused > 0 ? `; ${refused} ${refused === 1 ? "was" : "were"} refused, each named above` : ""}.`,
  );
  for (const row of good.slice(0, idsPrinted)) printLine(`  ${row.reporter} ${row.reportId}  ${row.row}`);
  if (good.length > idsPrinted) printLine(`  and ${good.length - idsPrinted} more`);
};

/** Enough to follow one up with `status`; the whole list stands in the reporter's own file. */
const idsPrinted = 20;

type StatusOptions = Where & {
  readonly reporter: string;
  readonly reportId: string;
  readonly case?: string;
  readonly at?: string;
  readonly note?: string;
  readonly json?: true;
};

/** Says more about a report of ours. Refuses one that nobody has taken in, where the table can be asked. */
export const sendStatus = async (status: string, options: StatusOptions): Promise<void> => {
  const { reporter, reportId, note, case: caseId } = options;
  const now = nowAt(options);
  const message = {
    version: 1,
    reporter,
    reportId,
    ...(caseId !== undefined && { caseId }),
    status,
    at: pastMomentOf("--at", options.at ?? "now", now),
    ...(note !== undefined && { note }),
  };
  const read = nativeStatus.safeParse(message);
  if (!read.success) {
    const { field, reason } = firstIssue(read.error);
    throw new CommandProblem(`${field}: ${reason}`);
  }
  const known = await reportersAt(options);
  checkKnown(reporter, known);
  const row = known && reporterOf(known, reporter);
  await checkTakenIn(row ? idsOf(row) : [reporter], options);
  const queues = await reached(options, reportQueuesAt(options));
  await putAll(queues, [{ body: JSON.stringify(message), lane: "urgent" }]);
  printLine(
    options.json
      ? asJson({ ...message, queued: true })
      : `"${status}" for ${reporter}'s report ${reportId} is on the queue.`,
  );
};

/** A word about a report that nobody knows would lie before a person, who can do nothing with it. */
const checkTakenIn = async (ids: readonly string[], options: StatusOptions): Promise<void> => {
  if (options.table === undefined && (options.queueUrl !== undefined || options.stage !== undefined)) return;
  const table = tableAt(options);
  const putOffs = dynamoPutOffs(table, keysAt(options));
  for (const id of ids) {
    const key = reportKeyOf(id, options.reportId);
    if ((await reached(options, storeAt(options).caseOfReport(key))) !== undefined) return;
    if ((await reached(options, putOffs.reportDueAt(key))) !== undefined) return;
  }
  throw new CommandProblem(
    `--report-id: no report ${visible(options.reportId)} of ${visible(options.reporter)} was taken in. ` +
      "Correct the id; if the report was sent this moment, say it again in some seconds. Nothing was sent.",
  );
};
