import { CsvError, type InfoRecord, parse } from "csv-parse/sync";
import { fail, ok, type Result } from "../kernel/result.ts";
import { fieldOf, fieldsWith, isPage, leftOutOf, sameColumns } from "./column-headings.ts";
import type { Written, WrittenField } from "./written-fields.ts";

/** One row, by the number under which a person finds it, and why it is none, if so. */
export type TableRow = { readonly row: number; readonly written: Written; readonly problem?: string };
export type Table = {
  readonly rows: readonly TableRow[];
  /** Headings of columns that are neither read nor mailed. */
  readonly leftOut: readonly string[];
};

/** Read at once. */
export const rowsAtMost = 500;

/** In characters: more than a report may say. */
const recordAtMost = 20_000;

/** Rows of another length than the heading: the parser makes an error of each, and a megabyte took 16 s. */
const raggedAtMost = 10_000;
class TooRagged extends Error {
  override name = "TooRagged";
}

/** How .xlsx and .xls begin, read as text. */
const spreadsheets: readonly string[] = ["PK\u0003\u0004", "\ufffd\ufffd\u0011\u0871"];
const savedAsUtf8 = "Save it as UTF-8: in Excel as “CSV UTF-8”.";

/** Bytes that are no UTF-8 were read as U+FFFD, and UTF-16 has NULs: neither can be mailed. */
export const notUtf8 = (text: string): string | undefined => {
  if (spreadsheets.some((begins) => text.startsWith(begins)))
    return "This is a spreadsheet and no CSV file. In Excel, choose File, Save As, and the type “CSV UTF-8”.";
  const at = text.search(/\ufffd|\0/u);
  if (at === -1) return undefined;
  return `In line ${text.slice(0, at).split("\n").length} stands a character that can't be read. ${savedAsUtf8}`;
};

const delimiters = { ",": "a comma", ";": "a semicolon", "\t": "a tab" } as const;
type Delimiter = keyof typeof delimiters;

/** By the sign that stands most often in the heading. */
const delimiterOf = (text: string): Delimiter => {
  const [heading = ""] = text.split(/\r?\n/, 1);
  const counted = ([",", ";", "\t"] as const).map((sign) => [sign, heading.split(sign).length] as const);
  return counted.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
};

/** A heading's cells, or a row's where none is in quotes. */
export const cellsOf = (line: string): readonly string[] => line.split(delimiterOf(line));

/**
 * The reports of a CSV table with a heading, by commas, semicolons or tabs, with the headings that people use or
 * SCART's export. Refuses anything else, in a sentence. `explanation`: the heading of a column that somebody
 * said is the explanation, and so is mailed. Pure.
 */
export const readTable = (
  text: string,
  { atMost = rowsAtMost, explanation }: { readonly atMost?: number; readonly explanation?: string | undefined } = {},
): Result<Table, string> => {
  if (text.trim() === "") return fail("There is nothing in it. Choose a file, or paste its text.");
  const unreadable = notUtf8(text);
  if (unreadable !== undefined) return fail(unreadable);
  const delimiter = delimiterOf(text);
  let cells: readonly (readonly string[])[];
  try {
    cells = parse(text, {
      bom: true,
      delimiter,
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
      'Add a header row, e.g. `url,category`: it names the columns, one of them "url", "host", "account" or "peer".',
    );
  const twice = sameColumns(heading, fields);
  if (twice !== undefined) return fail(twice);
  const columns = widthOf(heading);
  const rows = rest
    .map(([row, ...given]) => {
      const width = widthOf(given);
      // What an unquoted comma cut off would be lost, and the rest of the sentence mailed.
      if (width > columns) return { row: Number(row), written: {}, problem: tooWide(width, columns, delimiter) };
      return rowOf(given, Number(row), heading, fields);
    })
    .filter((row) => row !== undefined);
  if (rows.length > atMost)
    return fail(`It has ${rows.length} rows. Send ${atMost} at most at once; takedown report --csv takes more.`);
  if (rows.length === 0) return fail("It has a heading and no rows below it: there is nothing to report.");
  return ok({ rows, leftOut: leftOutOf(heading, fields) });
};

/** Cells up to the last that says something: a spreadsheet adds blank ones behind. */
const widthOf = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== "") + 1;

const tooWide = (cells: number, columns: number, delimiter: Delimiter): string =>
  `It has ${cells} cells where the heading has ${columns}: ` +
  `put quotes (") around a text with ${delimiters[delimiter]} in it.`;

/** Puts its number in a spreadsheet before each row, and drops blank rows. Throws `TooRagged`. */
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

/** The error is in the row behind those that were read. */
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
  // A page says more than its host or address, which have columns of their own.
  const order = fields
    .map((field, at) => ({ field, at, page: isPage(heading[at] ?? "") }))
    .sort((a, b) => Number(b.page) - Number(a.page) || a.at - b.at);
  for (const { field, at } of order) {
    const cell = given[at]?.trim() ?? "";
    if (field !== undefined && cell !== "" && written[field] === undefined) written[field] = cell;
  }
  return { row, ...graded(written) };
};

/** SCART's classification says whether it is illegal at all; INHOPE's scale is another. */
const graded = ({ classification, ...written }: Written): Pick<TableRow, "written" | "problem"> => {
  const grade = classification?.toLowerCase().replace(/[\s-]/g, "_");
  if (grade === undefined || grade === "illegal") return { written };
  if (grade === "not_illegal" || grade === "ignore" || grade === "unset")
    return { written, problem: `Its classification is ${classification}: nothing is reported that is not illegal.` };
  return { written: { ...written, ...(classification !== undefined && { classification }) } };
};
