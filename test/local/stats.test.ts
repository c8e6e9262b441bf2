import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvOf } from "../../infra/local/command/stats.ts";
import { describeWithShared, sharedFile } from "../support/shared.ts";

test("a cell of CSV is what was put in, in quotes, and numbers stand as numbers", () => {
  const rows = [
    ["provider", "cases"],
    ['a "quoted", name', 12],
    ["zwei\nZeilen", 0.25],
  ];
  expect(csvOf(rows)).toBe('"provider","cases"\r\n"a ""quoted"", name",12\r\n"zwei\nZeilen",0.25');
  expect(parse(csvOf(rows))).toEqual(rows.map((row) => row.map(String)));
});

describeWithShared("CSV against formulas", () => {
  const texts = JSON.parse(sharedFile("data/attack/own/csv-formula.json")) as readonly string[];

  test.each(texts.map((text) => [text]))("no spreadsheet takes %j for a formula, however it splits cells", (text) => {
    const line = csvOf([[text, 1]]);
    const [[cell] = []] = parse(line) as readonly (readonly string[])[];
    expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    // All of it stands within quotes, so that no other separator begins a cell.
    expect(line).toMatch(/^"(?:[^"]|"")*",1$/);
  });
});
