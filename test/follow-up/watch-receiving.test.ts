import { describe, expect, test } from "vitest";
import { watchReplies, watchRuleSet } from "../../functions/follow-up/watchdog.ts";
import type { Log } from "../../functions/kernel/log.ts";

const ours = { set: "takedown-example", rule: "takedown-example" };

const countSaid = async (look: (log: Log) => Promise<void>): Promise<unknown> => {
  const said: unknown[] = [];
  await look({ info: (_, fields = {}) => void said.push(fields.count), error: () => {} });
  return said[0];
};

test.each([
  ["is right where ours has our rule", "takedown-example", ["other", "takedown-example"], 0],
  ["is wrong where another is active, with our rule's name", "company", ["takedown-example"], 1],
  ["is wrong where none is active", undefined, [], 1],
  ["is wrong where ours lacks our rule, or has it disabled", "takedown-example", ["other"], 1],
] as const)("the rule set: %s", async (_, set, rules, count) => {
  const activeRules = async () => ({ set, rules });
  expect(await countSaid((log) => watchRuleSet({ activeRules, ours, log }))).toBe(count);
});

describe("replies", () => {
  const said = (sent: Readonly<Record<string, number>>, replied: string | undefined, now: string): Promise<unknown> =>
    countSaid((log) =>
      watchReplies({
        store: {
          counts: async (book, month) =>
            new Map(
              Object.entries(sent)
                .filter(([day]) => book === "days" && day.startsWith(month))
                .map(([day, count]) => [day.slice(8), { sent: count }]),
            ),
        },
        silence: async () => (replied === undefined ? {} : { repliedMs: Date.parse(replied) }),
        clock: { now: () => now },
        log,
      }),
    );

  test.each([
    ["have stopped where none came since the beginning of a day of twenty mails", 20, "2026-11-23T23:59:00.000Z", 1],
    ["have stopped where none ever came", 20, undefined, 1],
    ["have not where one came that day", 20, "2026-11-24T00:01:00.000Z", 0],
    ["have not where one came later", 500, "2026-11-26T08:00:00.000Z", 0],
    ["are not expected of nineteen mails", 19, undefined, 0],
  ] as const)("%s", async (_, sent, replied, count) => {
    expect(await said({ "2026-11-24": sent }, replied, "2026-11-26T09:00:00.000Z")).toBe(count);
  });

  test("have a whole day to come in, also after an evening's mails", async () => {
    expect(await said({ "2026-11-24": 20 }, undefined, "2026-11-25T23:50:00.000Z")).toBe(0);
    expect(await said({ "2026-11-24": 20 }, undefined, "2026-11-26T00:00:00.000Z")).toBe(1);
  });

  test("of a month's last day are counted in the next month", async () => {
    expect(await said({ "2026-11-30": 20, "2026-12-30": 0 }, undefined, "2026-12-02T09:00:00.000Z")).toBe(1);
  });
});
