import { visibleInLine } from "../../functions/kernel/visible.ts";

export type Cell = string | number;

/** Columns lined up, a line a row: words to the left, figures to the right. */
export const lined = (cells: readonly (readonly Cell[])[]): string => {
  const rows = cells.map((row) => row.map((cell) => (typeof cell === "string" ? visibleInLine(cell) : cell)));
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  const isWords = widths.map((_, at) =>
    rows.slice(1).every((row) => typeof row[at] === "string" && !/^[\d–]/.test(row[at])),
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          isWords[at] ? String(cell).padEnd(widths[at] ?? 0) : String(cell).padStart(widths[at] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
