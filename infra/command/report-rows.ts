import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { visible } from "../../functions/console/shown.ts";
import type { Instant } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { missingFact } from "../../functions/notice/required.ts";
import { type Category, type Lane, laneOf } from "../../functions/report/category.ts";
import { wrongMoment } from "../../functions/report/moments.ts";
import { plain, targetOf } from "../../functions/report/plain.ts";
import { readReport } from "../../functions/report/read-report.ts";
import type { Report, Unreadable } from "../../functions/report/report.ts";
import { readWritten } from "../../functions/report/written.ts";
import { oneAddressOnly } from "../../functions/report/written-checks.ts";
import { writtenFields } from "../../functions/report/written-fields.ts";
import { readTable } from "../../functions/report/written-table.ts";
import { sayProblem } from "../../functions/report/written-words.ts";
import { pastMomentOf } from "./moment.ts";
import { CommandProblem } from "./problem.ts";

/** One message to send. `row` is as a person finds it in their file. */
export type GoodRow = {
  readonly row: string;
  readonly body: string;
  readonly lane: Lane;
  readonly reporter: string;
  readonly reportId: string;
  /** What a notice of it needs and it does not say: a person is asked. */
  readonly lacks?: string;
};
/** One message to send, or why a row is none. */
export type Row = GoodRow | { readonly row: string; readonly problem: string };

/** Who reports, and when; `known` are the reporters that the settings know, where they can be read. */
export type Reporting = {
  readonly known: Settings["reporters"] | undefined;
  readonly reporter: string | undefined;
  readonly now: Instant;
};

/** Who reports where a report does not say: whom somebody named, or the only one there is; none of several. */
export const whoReports = (named: string | undefined, known: Reporting["known"]): string | undefined =>
  named ?? (known?.length === 1 ? known[0]?.id : undefined);

const sayWhoReports = (known: Reporting["known"]): CommandProblem =>
  new CommandProblem(
    "Say who reports with --reporter; " +
      (known ? `the settings know: ${known.map(({ id }) => id).join(", ")}.` : "the stage's settings have to know it."),
  );

export type UrlOptions = {
  readonly category?: Category;
  readonly channel: string;
  readonly explanation?: string;
  readonly imitates?: string;
  readonly legitimateSite?: string;
  readonly detectedBy?: string;
  readonly seenAt?: string;
  readonly live?: true;
  readonly domainIsMalicious?: true;
  readonly label?: readonly string[];
};

/** Reads a message as the function will; who the reporter is it can't tell where the settings can't be read. */
const readAs = (row: string, body: string, named: string, { known, now }: Reporting): Row => {
  const read = readReport(body, { allowReserved: true, reporters: known ?? [{ id: named, contact: "" }] });
  if (!read.ok && known === undefined && read.error.field === "reporter.contact")
    return { row, body, lane: "standard", reporter: "(by its contact)", reportId: "(XARF)" };
  if (!read.ok) return { row, problem: sayRefusal(read.error) };
  const moment = wrongMoment(read.value, now);
  if (moment) return { row, problem: sayRefusal(moment) };
  const { reporter, reportId } = read.value;
  if (read.value.kind === "status") return { row, body, lane: "standard", reporter, reportId };
  return { row, body, lane: laneOf(read.value.category, read.value.live), reporter, reportId, ...lacking(read.value) };
};

const lacking = (report: Report): Pick<GoodRow, "lacks"> => {
  const lacks = missingFact(report);
  return lacks === undefined ? {} : { lacks };
};

const sayRefusal = ({ field, reason, fix }: Unreadable): string => `${field}: ${reason} ${fix}`;

const checked = (row: string, message: object, reporting: Reporting): Row =>
  readAs(
    row,
    JSON.stringify(message),
    "reporter" in message && typeof message.reporter === "string" ? message.reporter : "",
    reporting,
  );

/** A report of one URL, or of a host. Throws `CommandProblem` for an option that is wrong. */
export const ofUrl = (url: string, options: UrlOptions, reporting: Reporting): Row => {
  const { category, channel, explanation, imitates, legitimateSite, detectedBy, live, domainIsMalicious, label } =
    options;
  if (!category) throw new CommandProblem("Say what is reported with --category, like --category phishing.");
  const white = oneAddressOnly(url);
  if (white !== undefined) return { row: url, problem: white };
  if (reporting.reporter === undefined) throw sayWhoReports(reporting.known);
  const seenAt = pastMomentOf("--seen-at", options.seenAt ?? "now", reporting.now);
  return checked(
    url,
    native({
      reporter: reporting.reporter,
      category,
      channel,
      target: targetOf(plain(url)),
      seenAt,
      live,
      domainIsMalicious,
      labels: label,
      evidence: evidenceIn({
        explanation,
        imitates,
        legitimateSite: legitimateSite && plain(legitimateSite),
        detectedBy,
      }),
    }),
    reporting,
  );
};

/** Nothing where nothing is said: a report's own number is made of what it says. */
const evidenceIn = (said: Readonly<Record<string, string | undefined>>): object | undefined => {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
};

/**
 * Gives a report without an id one that is the same for the same content, whenever it is sent:
 * sending a file twice reports nothing twice.
 */
const native = ({ reporter, reportId, ...rest }: Readonly<Record<string, unknown>>): object => {
  const report = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const named =
    reportId ??
    `cli-${createHash("sha256")
      .update(JSON.stringify({ ...report, seenAt: undefined }))
      .digest("hex")
      .slice(0, 16)}`;
  return { version: 1, reporter, reportId: named, ...report };
};

const bytesOf = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch {
    throw new CommandProblem(`There is no readable file ${path}.`);
  }
};

/** The messages of a file, one a line. Throws `CommandProblem` for a file that is no UTF-8. */
export const ofFile = (path: string, reporting: Reporting): readonly Row[] => {
  const bytes = bytesOf(path);
  if (!isUtf8(bytes) || bytes.includes(0))
    throw new CommandProblem(`--file: ${visible(path)} is no UTF-8. Save it as UTF-8; nothing was sent.`);
  return bytes
    .toString()
    .split("\n")
    .map((line, at) => ({ line: line.trim(), row: `line ${at + 1}` }))
    .filter(({ line }) => line !== "")
    .map(({ line, row }) => readAs(row, line, reporterIn(line), reporting));
};

/** The reporter that a line names, wherever an envelope hides it. */
const reporterIn = (line: string): string => /\\?"reporter\\?"\s*:\s*\\?"([^"\\]+)/.exec(line)?.[1] ?? "";

/**
 * The reports of a CSV file with a heading, with commas, semicolons or tabs. Throws `CommandProblem` for
 * a file that is none.
 */
export const ofCsv = (path: string, { known, reporter, now }: Reporting): readonly Row[] => {
  const table = readTable(bytesOf(path).toString(), { atMost: Number.POSITIVE_INFINITY });
  if (!table.ok) throw new CommandProblem(`The CSV file: ${table.error}`);
  const { rows, leftOut } = table.value;
  if (leftOut.length > 0)
    throw new CommandProblem(
      `The CSV file has columns that a report has not: ${leftOut.map(visible).join(", ")}. Remove them. ` +
        'Only a column named "explanation" is mailed to the host as the reason: rename one if that is what it is. ' +
        `A report may have: ${writtenFields.join(", ")}.`,
    );
  const good = rows.filter(({ problem }) => problem === undefined);
  if (reporter === undefined && good.length > 0 && good.every(({ written }) => written.reporter === undefined))
    throw sayWhoReports(known);
  return rows.map(({ row: number, written, problem }): Row => {
    const row = `row ${number}`;
    if (problem !== undefined) return { row, problem };
    const named = { ...written, reporter: written.reporter ?? reporter ?? "" };
    const rules = { allowReserved: true, reporters: known ?? [{ id: named.reporter, contact: "" }] };
    const read = readWritten(named, { rules, now, idsBegin: "cli", writtenIn: "file" });
    if (!read.ok) return { row, problem: read.error.map(sayProblem).join(" ") };
    const { body, lane, report } = read.value;
    return { row, body, lane, reporter: report.reporter, reportId: report.reportId, ...lacking(report) };
  });
};
