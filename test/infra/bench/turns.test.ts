import { expect, test } from "vitest";
import { inTurns, timesOf, wholeNumber } from "../../../infra/bench/turns.ts";

test("ways are done in turns, and each has a figure for each turn", async () => {
  const done: string[] = [];
  const way = (name: string) => ({ name, does: () => void done.push(name) });
  const took = await inTurns([way("ours"), way("theirs")], 3, 0.01);
  expect(Object.entries(took).map(([name, turns]) => [name, turns.length])).toEqual([
    ["ours", 3],
    ["theirs", 3],
  ]);
  expect(new Set(done)).toEqual(new Set(["ours", "theirs"]));
});

test("one is so many times the other, turn by turn", () => {
  expect(timesOf({ ours: [2, 9, 6], theirs: [1, 3, 2] }, "ours", "theirs").median).toBe(3);
});

test("an option that is no whole number within its bounds is refused", () => {
  const read = wholeNumber(1, 10);
  expect(read("10")).toBe(10);
  for (const text of ["0", "11", "1.5", "-1", "ten", ""]) expect(() => read(text)).toThrow("from 1 to 10");
});
