import { expect, test } from "vitest";
import type { JudgedCount } from "../../../functions/statistics/judged.ts";
import { type RepliesOptions, repliesText } from "../../../infra/command/replies.ts";

const model = { reader: "a model" } as const;
const months: Readonly<Record<string, readonly JudgedCount[]>> = {
  "2026-11": [
    { rules: "unclear", other: "refused", tenths: 9, ...model, together: "refused", was: "refused", times: 6 },
    { rules: "refused", other: "removed", tenths: 3, ...model, together: "refused", was: "refused", times: 2 },
    { rules: "question", ...model, together: "question", times: 4 },
  ],
  "2026-09": [{ rules: "unclear", together: "unclear", was: "not-found", times: 2 }],
  "2026-08": [{ rules: "unclear", together: "unclear", was: "unclear", times: 100 }],
};
const store = { judged: async (month: string) => months[month] ?? [] };
const said = (spoilt: Partial<RepliesOptions> = {}) =>
  repliesText(store, { folder: ".local", months: 3, ...spoilt }, "2026-11-24T03:00:00.000Z");

test("prints how each reader read, what was taken for what, and what the figures mean", async () => {
  const lines = (await said()).split("\n").map((line) => line.split(/ {2,}/));
  expect(lines.slice(0, 17)).toEqual([
    [
      "Questions about replies that persons answered from 2026-09 to 2026-11: 14; " +
        "of 10 the answer tells what the desk had said",
    ],
    [""],
    ["reader", "replies", "silent", "right", "rules right", "removed", "wrongly"],
    ["The rules", "10", "0", "2 (20.0 %)", "2 (20.0 %)", "0", "0"],
    ["The second reader (a model)", "8", "0", "6 (75.0 %)", "2 (25.0 %)", "2", "2"],
    ["Both together (a model)", "8", "0", "8 (100.0 %)", "2 (25.0 %)", "0", "0"],
    [""],
    ["The rules, where it was wrong"],
    ["the desk said", "read as", "replies"],
    ["refuses", "unclear", "6"],
    ["does not find it", "unclear", "2"],
    [""],
    ["The second reader (a model), where it was wrong"],
    ["the desk said", "read as", "replies"],
    ["refuses", "removed", "2"],
    [""],
    ["The second reader, by how sure it was"],
  ]);
  expect(lines.flat()).toContain(
    "Right: read as the person told it. Together: what the rules and the second " +
      "reader came to, by which the case went on. In shadow: what they would have come to, while the rules alone " +
      "decided.",
  );
});

test("of so many months, and as JSON with what was read right", async () => {
  const read: unknown = JSON.parse(await said({ months: 1, json: true }));
  expect(read).toMatchObject({ from: "2026-11", to: "2026-11", judged: 12, told: 8 });
  expect(JSON.stringify(read)).toContain('{"was":"refused","read":"refused","times":8}');
});

test("says where nobody was asked, and where no answer tells anything", async () => {
  const empty = { judged: async () => [] };
  const silent = { judged: async () => [{ rules: "refused", together: "refused", times: 3 } as const] };
  const options = { folder: ".local", months: 1 };
  const at = "2026-11-24T03:00:00.000Z";
  expect(await repliesText(empty, options, at)).toBe("No person has answered a question about a reply in 2026-11.");
  expect(await repliesText(silent, options, at)).toMatch(/in 2026-11: 3; of 0 the answer tells/);
});
