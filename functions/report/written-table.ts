import { CsvError, type InfoRecord, parse } from "csv-parse/sync";
import { fail, ok, type Result } from "../kernel/result.ts";
import { isWrittenField, type Written, type WrittenField } from "./written-fields.ts";

/** One row of a table, by the number under which a person finds it, and why it is none, where it is. */
export type TableRow = { readonly row: number; readonly written: Written; readonly problem?: string };
export type Table = {
  readonly rows: readonly TableRow[];
  /** Headings whose columns are read by nobody and mailed to nobody. */
  readonly leftOut: readonly string[];
};

/** As many rows as are read at once. */
export const rowsAtMost = 500;

/** Characters of a row: more than a report may say. */
const recordAtMost = 20_000;

/** Rows of another length than the heading's: the parser makes an error of each, and a megabyte of them took 16 s. */
const raggedAtMost = 10_000;
class TooRagged extends Error {
  override name = "TooRagged";
}

/**
 * Which headings stand for which field, without signs and in small letters; a field's own name does. None but its own
 * name stands for the explanation: what somebody noted for themselves must not be mailed to a host.
 */
const headings: Partial<Readonly<Record<WrittenField, readonly string[]>>> = {
  address: ["url", "link", "uri", "page", "target", "website", "host", "hostname", "domain", "fqdn", "ip", "ipaddress"],
  service: ["platform"],
  account: ["accountname", "profile", "username", "handle"],
  peer: ["peeraddress", "peerip"],
  port: ["peerport"],
  category: ["type", "abusetype", "reporttype", "kategorie", "categorie"],
  reportId: ["id", "reference", "ref", "filenumber", "casenumber", "number", "ticket", "externalid"],
  seenAt: ["lastseen", "lastseenat", "date", "datetime", "timestamp", "observed", "reportedat"],
  firstSeenAt: ["firstseen"],
  imitates: ["brand", "targetbrand", "impersonates"],
  legitimateSite: ["officialsite", "realsite"],
  rightNumber: ["trademark", "trademarknumber", "registrationnumber"],
  classification: ["grade", "classificationcode"],
  detectedBy: ["foundby"],
};

const bare = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, "");
const fieldOfHeading: ReadonlyMap<string, WrittenField> = new Map(
  Object.entries(headings).flatMap(([field, names]) =>
    isWrittenField(field) ? names.map((name) => [name, field] as const) : [],
  ),
);
const ownNames = (name: string): WrittenField | undefined =>
  [
    ...new Set([
      "reporter",
      "explanation",
      "channel",
      "live",
      "domainIsMalicious",
      "reproduce",
      "source",
      "more",
      ...Object.keys(headings),
    ]),
  ]
    .filter(isWrittenField)
    .find((field) => bare(field) === name);

/** The field that a column's heading, or a name in a message, stands for. */
export const fieldOf = (heading: string): WrittenField | undefined =>
  ownNames(bare(heading)) ?? fieldOfHeading.get(bare(heading));

/** Columns of SCART's export that say nothing of what is reported. */
const scartsOwn: readonly string[] = ["firstntd", "status", "abuseemail", "country", "hoster", "registrar"];

/** What separates the columns: the sign that stands most often in the heading. */
const delimiterOf = (text: string): string => {
  const [heading = ""] = text.split(/\r?\n/, 1);
  const counted = [",", ";", "\t"].map((sign) => [sign, heading.split(sign).length] as const);
  return counted.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
};

/**
 * The reports of a table with a heading, as CSV with commas, semicolons or tabs, with the headings
 * that people use, SCART's export among them. Refuses what is no such table, in a sentence. Pure.
 *
 * `explanation`: the heading of a column that somebody said is the explanation, and so is mailed.
 */
export const readTable = (
  text: string,
  { atMost = rowsAtMost, explanation }: { readonly atMost?: number; readonly explanation?: string | undefined } = {},
): Result<Table, string> => {
  if (text.trim() === "") return fail("There is nothing in it. Choose a file, or paste its text.");
  let cells: readonly (readonly string[])[];
  try {
    cells = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: recordAtMost,
      skip_empty_lines: true,
      on_record: numbers(),
    });
  } catch (error) {
    if (error instanceof TooRagged) return fail(error.message);
    if (error instanceof CsvError) return fail(sayBroken(error));
    throw error;
  }
  const [[, ...heading] = [], ...rest] = cells;
  const fields = explanation === undefined ? heading.map(fieldOf) : fieldsWith(explanation, heading);
  if (!fields.includes("address") && !fields.includes("account") && !fields.includes("peer"))
    return fail(
      'Its first row has to name the columns, one of them "url" or "host" (or "account", or "peer"): ' +
        "write such a row above the others.",
    );
  const rows = rest
    .map(([row, ...given]) => rowOf(given, Number(row), heading, fields))
    .filter((row) => row !== undefined);
  if (rows.length > atMost)
    return fail(`It has ${rows.length} rows. Send ${atMost} at most at once; takedown report --csv takes more.`);
  if (rows.length === 0) return fail("It has a heading and no rows below it: there is nothing to report.");
  const leftOut = heading.filter(
    (name, at) => fields[at] === undefined && name.trim() !== "" && !scartsOwn.includes(bare(name)),
  );
  return ok({ rows, leftOut });
};

/** The chosen column alone is the explanation: the one of that name is then mailed no more. */
const fieldsWith = (explanation: string, heading: readonly string[]): readonly (WrittenField | undefined)[] =>
  heading.map((name) => {
    if (inOneLine(name) === inOneLine(explanation)) return "explanation";
    const field = fieldOf(name);
    return field === "explanation" ? undefined : field;
  });

// A form changes the line breaks of what it sends again.
const inOneLine = (heading: string): string => heading.trim().replace(/\s+/g, " ");

/** Puts its number before each row, as a spreadsheet counts, and keeps none that is blank. Throws `TooRagged`. */
const numbers = () => {
  let columns: number | undefined;
  let ragged = 0;
  return (cells: readonly string[], { records, empty_lines }: InfoRecord): string[] | null => {
    columns ??= cells.length;
    if (cells.length !== columns && ++ragged > raggedAtMost)
      throw new TooRagged(
        `More than ${raggedAtMost} of its rows have another number of columns than the heading. Take blank rows out, ` +
          "or save it as CSV once more, with commas, semicolons or tabs.",
      );
    const isBlank = records > 1 && cells.every((cell) => cell.trim() === "");
    return isBlank ? null : [String(records + empty_lines), ...cells];
  };
};

/** What ends the reading stands in the row behind those that were read. */
const sayBroken = ({ code, records, empty_lines }: CsvError): string => {
  const row = `row ${Number(records) + Number(empty_lines) + 1}`;
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return `A quotation mark (") opens a cell in ${row}, and none closes it. Close it, or take it out.`;
    case "CSV_MAX_RECORD_SIZE":
      return (
        `In ${row} there are more than ${recordAtMost} characters. ` +
        'Shorten it, or close the quotation mark (") that opens a cell in it.'
      );
    default:
      return `It can't be read as CSV in ${row}. Save it as CSV once more, with commas, semicolons or tabs.`;
  }
};

const rowOf = (
  given: readonly string[],
  row: number,
  heading: readonly string[],
  fields: readonly (WrittenField | undefined)[],
): TableRow | undefined => {
  if (given.every((cell) => cell.trim() === "")) return undefined;
  const written: Partial<Record<WrittenField, string>> = {};
  // A page says more than its host or address, which stand in columns of their own beside it.
  const order = fields
    .map((field, at) => ({ field, at, isPage: /^(url|link|uri|page)$/.test(bare(heading[at] ?? "")) }))
    .sort((a, b) => Number(b.isPage) - Number(a.isPage) || a.at - b.at);
  for (const { field, at } of order) {
    const cell = given[at]?.trim() ?? "";
    if (field !== undefined && cell !== "" && written[field] === undefined) written[field] = cell;
  }
  return { row, ...graded(written) };
};

/** SCART's own classification says whether it is illegal at all; the scale of INHOPE is another's. */
const graded = ({ classification, ...written }: Written): Pick<TableRow, "written" | "problem"> => {
  const grade = classification?.toLowerCase().replace(/[\s-]/g, "_");
  if (grade === undefined || grade === "illegal") return { written };
  if (grade === "not_illegal" || grade === "ignore" || grade === "unset")
    return { written, problem: `Its classification is ${classification}: nothing is reported that is not illegal.` };
  return { written: { ...written, ...(classification !== undefined && { classification }) } };
};
