import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { SingleBar } from "cli-progress";
import { parse } from "csv-parse/sync";
import { type Instant, readInstant } from "../../functions/kernel/instant.ts";
import { type Category, type Lane, laneOf } from "../../functions/report/category.ts";
import { nativeStatus } from "../../functions/report/native.ts";
import { readReport } from "../../functions/report/read-report.ts";
import { firstIssue } from "../../functions/report/read-target.ts";
import { nowAt, type ReportQueues, reached, reportQueuesAt, type Where } from "./connection.ts";
import { CommandProblem } from "./problem.ts";

export type ReportOptions = Where & {
  readonly category?: Category;
  readonly channel: string;
  readonly reporter?: string;
  readonly explanation?: string;
  readonly seenAt?: string;
  readonly live?: true;
  readonly domainIsMalicious?: true;
  readonly file?: string;
  readonly csv?: string;
};

/** One message to send, or why a row is none. `row` is as a person finds it in their file. */
type Row =
  | {
      readonly row: string;
      readonly body: string;
      readonly lane: Lane;
      readonly reporter: string;
      readonly reportId: string;
    }
  | { readonly row: string; readonly problem: string };

/**
 * Puts reports on the queue, with a bar while it works. Rows that are not reports are named with
 * their reason and not sent; the others are. Exit code 1 when any row was refused.
 */
export const sendReports = async (urls: readonly string[], options: ReportOptions): Promise<void> => {
  const given = [
    urls.length > 0 ? "URLs" : "",
    options.file === undefined ? "" : "--file",
    options.csv === undefined ? "" : "--csv",
  ].filter((name) => name !== "");
  if (given.length > 1)
    throw new CommandProblem(`Give one of URLs, --file and --csv, not ${given.join(" and ")} together.`);
  if (given[0] !== "URLs" && options.category)
    throw new CommandProblem("--category goes with URLs; in a file each report names its own.");
  const queues = reportQueuesAt(options);
  const reporter = options.reporter ?? queues.reporters?.[0];
  if (reporter !== undefined && queues.reporters?.includes(reporter) === false)
    throw new CommandProblem(
      `--reporter is ${reporter}, which the settings do not know. They know: ${queues.reporters.join(", ")}.`,
    );
  const rows =
    options.file !== undefined
      ? ofFile(options.file)
      : options.csv !== undefined
        ? ofCsv(options.csv, reporter)
        : urls.map((url) => ofUrl(url, options, reporter));
  if (rows.length === 0) throw new CommandProblem("Nothing to report. Give URLs, --file or --csv; --help tells more.");
  const good = rows.flatMap((row) => ("body" in row ? [row] : []));
  await reached(options, sendAll(queues, good));
  for (const row of rows) if ("problem" in row) console.error(`${row.row}: ${row.problem}`);
  const refused = rows.length - good.length;
  console.log(
    `${good.length} of ${rows.length} reports are on the ` +
      `queue${refused > 0 ? `; ${refused} ${refused === 1 ? "was" : "were"} refused, each named above` : ""}.`,
  );
  for (const row of good.slice(0, idsPrinted)) console.log(`  ${row.reporter} ${row.reportId}  ${row.row}`);
  if (good.length > idsPrinted) console.log(`  and ${good.length - idsPrinted} more`);
  if (refused > 0) process.exitCode = 1;
};

/** Enough to follow one up with `status`; the whole list stands in the reporter's own file. */
const idsPrinted = 20;

const batchSize = 10;

const sendAll = async (
  { client, urlOf }: ReportQueues,
  rows: readonly { readonly body: string; readonly lane: Lane }[],
): Promise<void> => {
  const bar = new SingleBar({ format: "Reporting {bar} {value} of {total}", hideCursor: true, clearOnComplete: true });
  if (process.stderr.isTTY && rows.length > batchSize) bar.start(rows.length, 0);
  for (const lane of ["urgent", "standard"] as const) {
    const mine = rows.filter((row) => row.lane === lane);
    for (let from = 0; from < mine.length; from += batchSize) {
      const batch = mine.slice(from, from + batchSize);
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({
          QueueUrl: urlOf(lane),
          Entries: batch.map(({ body }, at) => ({ Id: String(at), MessageBody: body })),
        }),
      );
      if (Failed.length > 0)
        throw new CommandProblem(
          `The queue refused ${Failed.length} messages (${Failed[0]?.Code}). Send the rest again: ` +
            "a report that was taken in counts once.",
        );
      bar.increment(batch.length);
    }
  }
  bar.stop();
};

/**
 * Reads a message as the function will, but for who the reporter is: the settings that know stand
 * there.
 */
const checked = (row: string, message: object): Row => {
  const body = JSON.stringify(message);
  const named = "reporter" in message && typeof message.reporter === "string" ? message.reporter : "";
  const read = readReport(body, { allowReserved: true, reporters: [{ id: named, contact: "" }] });
  if (!read.ok) return { row, problem: `${read.error.field}: ${read.error.reason} ${read.error.fix}` };
  const { reporter, reportId } = read.value;
  return {
    row,
    body,
    lane: read.value.kind === "report" ? laneOf(read.value.category, read.value.live) : "standard",
    reporter,
    reportId,
  };
};

const ofUrl = (url: string, options: ReportOptions, reporter: string | undefined): Row => {
  const { category, channel, explanation, live, domainIsMalicious } = options;
  if (!category) throw new CommandProblem("Say what is reported with --category, like --category phishing.");
  const seenAt = momentOf("--seen-at", options.seenAt ?? new Date().toISOString());
  return checked(
    url,
    native({
      reporter,
      category,
      channel,
      target: { url },
      seenAt,
      live,
      domainIsMalicious,
      evidence: explanation === undefined ? undefined : { explanation },
    }),
  );
};

/** A moment as messages have it, with its seconds, of what a person wrote. */
const momentOf = (option: string, written: string): Instant => {
  const read = readInstant(written);
  if (!read) throw new CommandProblem(`${option} is a moment with its zone, like 2026-11-24T10:00Z.`);
  return read;
};

/**
 * Gives a report without an id one that is the same for the same content, whenever it is sent:
 * sending a file twice reports nothing twice.
 */
const native = ({ reporter, reportId, ...rest }: Readonly<Record<string, unknown>>): object => {
  if (reporter === undefined)
    throw new CommandProblem("Say who reports with --reporter; the id must be one that the stage's settings know.");
  const report = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const named =
    reportId ??
    `cli-${createHash("sha256")
      .update(JSON.stringify({ ...report, seenAt: undefined }))
      .digest("hex")
      .slice(0, 16)}`;
  return { version: 1, reporter, reportId: named, ...report };
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new CommandProblem(`There is no readable file ${path}.`);
  }
};

const ofFile = (path: string): readonly Row[] =>
  textOf(path)
    .split("\n")
    .map((line, at) => ({ line: line.trim(), row: `line ${at + 1}` }))
    .filter(({ line }) => line !== "")
    .map(({ line, row }) => {
      const read = readReport(line, { allowReserved: true, reporters: [{ id: reporterIn(line), contact: "" }] });
      if (!read.ok && read.error.field !== "reporter.contact")
        return { row, problem: `${read.error.field}: ${read.error.reason} ${read.error.fix}` };
      if (!read.ok) return { row, body: line, lane: "standard", reporter: "(by its contact)", reportId: "(XARF)" };
      const { reporter, reportId } = read.value;
      return {
        row,
        body: line,
        lane: read.value.kind === "report" ? laneOf(read.value.category, read.value.live) : "standard",
        reporter,
        reportId,
      };
    });

/**
 * The reporter that a line names, wherever an envelope hides it; who is known is the settings'
 * business.
 */
const reporterIn = (line: string): string => /\\?"reporter\\?"\s*:\s*\\?"([^"\\]+)/.exec(line)?.[1] ?? "";

const evidenceColumns = [
  "explanation",
  "reproduce",
  "imitates",
  "legitimateSite",
  "rightNumber",
  "classification",
  "detectedBy",
  "source",
];
const columns = [
  "url",
  "host",
  "category",
  "reporter",
  "reportId",
  "channel",
  "seenAt",
  "firstSeenAt",
  "live",
  "domainIsMalicious",
  ...evidenceColumns,
];
const yes = (text: string | undefined): true | undefined =>
  text !== undefined && /^(true|yes|1)$/i.test(text) ? true : undefined;

const ofCsv = (path: string, reporter: string | undefined): readonly Row[] => {
  const rows = csvRows(textOf(path));
  const unknown = Object.keys(rows[0] ?? {}).filter((name) => !columns.includes(name));
  if (unknown.length > 0)
    throw new CommandProblem(
      `The CSV file has columns that a report has not: ${unknown.join(", ")}. It may have: ${columns.join(", ")}.`,
    );
  return rows.map((given, at) => {
    const cell = (name: string): string | undefined => given[name]?.trim() || undefined;
    const evidence = Object.fromEntries(evidenceColumns.flatMap((name) => (cell(name) ? [[name, cell(name)]] : [])));
    const target = cell("url") !== undefined ? { url: cell("url") } : { host: cell("host") ?? "" };
    return checked(
      `row ${at + 2}`,
      native({
        reporter: cell("reporter") ?? reporter,
        reportId: cell("reportId"),
        category: cell("category"),
        channel: cell("channel"),
        target,
        seenAt: cell("seenAt") ?? new Date().toISOString(),
        firstSeenAt: cell("firstSeenAt"),
        live: yes(cell("live")),
        domainIsMalicious: yes(cell("domainIsMalicious")),
        evidence,
      }),
    );
  });
};

const csvRows = (text: string): readonly Readonly<Record<string, string>>[] => {
  try {
    return parse<Record<string, string>>(text, { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    throw new CommandProblem(`The CSV file can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** Says more about a report of ours. */
export const sendStatus = async (
  status: string,
  options: Where & {
    readonly reporter: string;
    readonly reportId: string;
    readonly case?: string;
    readonly at?: string;
    readonly note?: string;
  },
): Promise<void> => {
  const { reporter, reportId, note, case: caseId } = options;
  const at = momentOf("--at", options.at ?? nowAt(options));
  const message = {
    version: 1,
    reporter,
    reportId,
    ...(caseId !== undefined && { caseId }),
    status,
    at,
    ...(note !== undefined && { note }),
  };
  const read = nativeStatus.safeParse(message);
  if (!read.success) {
    const { field, reason } = firstIssue(read.error);
    throw new CommandProblem(`${field}: ${reason}`);
  }
  await reached(options, sendAll(reportQueuesAt(options), [{ body: JSON.stringify(message), lane: "urgent" }]));
  console.log(`"${status}" for ${reporter}'s report ${reportId} is on the queue.`);
};
