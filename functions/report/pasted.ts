import { fail, ok, type Result } from "../kernel/result.ts";
import { categories } from "./category.ts";
import { fieldOf } from "./column-headings.ts";
import { cellsOf, notUtf8, readTable, rowsAtMost, type Table } from "./written-table.ts";

/**
 * `line`: an address each, numbered as in a text; `row`: of a table, numbered as in a spreadsheet.
 */
export type Pasted = Table & { readonly of: "line" | "row" };

/** A heading names what is reported, or stands above it and names nothing that we know. */
const beginsTable = (first: string): boolean => {
  const cells = cellsOf(first);
  const fields = cells.map(fieldOf);
  const isHeading = fields.includes("address") || fields.includes("account") || fields.includes("peer");
  return isHeading || (cells.length > 1 && !/[.:]/.test(first));
};

/** Its category would be read as a part of the address. */
const isRowWithoutHeading = (line: string): boolean =>
  cellsOf(line)
    .slice(1)
    .some((cell) => categories.some((one) => one === cell.trim().toLowerCase()));

/** What people put before an address in a list. */
const bullet = /^(?:[-*•>]|\d{1,3}[.)])\s+/u;

/**
 * What somebody pasted or uploaded: addresses, one a line, or a table with a heading. Refuses what
 * is neither, in a sentence. `explanation`: as of `readTable`. Pure.
 */
export const readPasted = (text: string, explanation: string | undefined): Result<Pasted, string> => {
  const lines = text.split("\n").map((line) => line.trim());
  const first = lines.find((line) => line !== "") ?? "";
  if (beginsTable(first)) {
    const table = readTable(text, { explanation });
    return table.ok ? ok({ of: "row", ...table.value }) : table;
  }
  const unreadable = notUtf8(text);
  if (unreadable !== undefined) return fail(unreadable);
  if (lines.some(isRowWithoutHeading)) return fail("Add a header row, e.g. `url,category`.");
  const rows = lines.flatMap((line, at) =>
    line === "" ? [] : [{ row: at + 1, written: { address: line.replace(bullet, "") } }],
  );
  if (rows.length > rowsAtMost)
    return fail(`It has ${rows.length} lines. Send ${rowsAtMost} at most at once; takedown report takes more.`);
  return ok({ of: "line", rows, leftOut: [] });
};
