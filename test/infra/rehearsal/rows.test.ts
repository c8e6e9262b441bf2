import { expect, test } from "vitest";
import { type Row, step, tableOf, verdictOn } from "../../../infra/rehearsal/rows.ts";

const said: string[] = [];
const rowOf = (sees: () => Promise<string>): Promise<Row> => step("It is so", sees, (line) => said.push(line));

test("a row of the rehearsal that fails says so and why, and fails the run", async () => {
  const rows = [
    await rowOf(async () => {
      throw new Error("two mails went out");
    }),
    await rowOf(async () => "seen"),
  ];
  expect(said).toEqual([
    expect.stringMatching(/^ {2}FAILS It is so \([\d.]+ s\): \n {8}two mails went out$/),
    expect.stringMatching(/^ {2}ok {4}It is so \([\d.]+ s\): seen$/),
  ]);
  expect(verdictOn(rows)).toEqual({ says: "1 of 2 hold", isFine: false });
  expect(verdictOn(rows.slice(1))).toEqual({ says: "1 of 1 hold", isFine: true });
  expect(tableOf(rows).split("\n")).toEqual([
    expect.stringMatching(/^ {2}fails +\d+\.\d s {2}It is so$/),
    expect.stringMatching(/^ {2}holds +\d+\.\d s {2}It is so$/),
  ]);
});
