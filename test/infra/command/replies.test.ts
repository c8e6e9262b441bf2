import { expect, test } from "vitest";
import type { JudgedCount } from "../../../functions/statistics/judged.ts";
import { type RepliesOptions, repliesText } from "../../../infra/command/replies.ts";

const months: Readonly<Record<string, readonly JudgedCount[]>> = {
  "2026-11": [
    { read: "refused", tenths: 9, was: "refused", times: 6 },
    { read: "removed", tenths: 3, was: "refused", times: 2 },
    { read: "question", times: 4 },
  ],
  "2026-09": [{ read: "unclear", isLikelyRemoved: true, was: "removed", times: 2 }],
  "2026-08": [{ read: "unclear", was: "unclear", times: 100 }],
};
const store = { judged: async (month: string) => months[month] ?? [] };
const said = (spoilt: Partial<RepliesOptions> = {}) =>
  repliesText(store, { folder: ".local", months: 3, ...spoilt }, "2026-11-24T03:00:00.000Z");

test("prints how replies were read, what was taken for what, and what the figures mean", async () => {
  const lines = (await said()).split("\n").map((line) => line.split(/ {2,}/));
  expect(lines.slice(0, 14)).toEqual([
    [
      "Questions about replies that persons answered from 2026-09 to 2026-11: 14; " +
        "of 10 the answer tells what the desk had said",
    ],
    [""],
    ["replies", "right", "removed", "wrongly", "likely removed", "wrongly"],
    ["", "10", "6 (60.0 %)", "2", "2", "2", "0"],
    [""],
    ["Where it was wrong"],
    ["the desk said", "read as", "replies"],
    ["refuses", "removed", "2"],
    ["removed", "unclear", "2"],
    [""],
    ["By how sure it was"],
    ["sure", "replies", "right"],
    ["from 0.3", "2", "0 (0.0 %)"],
    ["from 0.9", "6", "6 (100.0 %)"],
  ]);
  expect(lines.flat()).toContain("Right: read as the person told it.");
});

test("of so many months, and as JSON with what was read right", async () => {
  const read: unknown = JSON.parse(await said({ months: 1, json: true }));
  expect(read).toMatchObject({ from: "2026-11", to: "2026-11", judged: 12, told: 8 });
  expect(JSON.stringify(read)).toContain('{"was":"refused","read":"refused","times":6}');
});

test("says where nobody was asked, and where no answer tells anything", async () => {
  const empty = { judged: async () => [] };
  const silent = { judged: async () => [{ read: "refused", times: 3 } as const] };
  const options = { folder: ".local", months: 1 };
  const at = "2026-11-24T03:00:00.000Z";
  expect(await repliesText(empty, options, at)).toBe("No person has answered a question about a reply in 2026-11.");
  expect(await repliesText(silent, options, at)).toMatch(/in 2026-11: 3; of 0 the answer tells/);
});
