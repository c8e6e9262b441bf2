import { describe, expect, test } from "vitest";
import { lanes } from "../../functions/report/category.ts";
import { leftToday, quotaHoldsMsFor, type SendQuota } from "../../functions/send/day-quota.ts";
import { backoffMs, chainsOf, comesBackAfterMs, slackMs } from "../../functions/send/pacing.ts";

const aQuota = (spoilt: Partial<SendQuota> = {}): SendQuota => ({
  perSecond: 14,
  perDay: 50_000,
  sentInLastDay: 0,
  askedAtMs: 0,
  ...spoilt,
});
/**
 * Slots that can reach SES within one second of its clock when each may be used up to the slack
 * late.
 */
const mostInASecond = (everyMs: number) => Math.floor((1000 + slackMs) / everyMs + 1e-9) + 1;

describe("the slots of all chains together", () => {
  test.each([1, 2, 3, 4, 5, 7, 14, 50, 500])("are at most %d in any second of SES's clock", (perSecond) => {
    const chains = new Map(
      lanes.flatMap((lane) => chainsOf(lane, perSecond)).map(({ name, everyMs }) => [name, everyMs]),
    );
    expect([...chains.values()].reduce((sum, everyMs) => sum + mostInASecond(everyMs), 0)).toBeLessThanOrEqual(
      Math.max(perSecond, 2),
    );
  });

  test("use two thirds of SES's 14 a second, a third of that for urgent mail alone", () => {
    const perSecond = (lane: "urgent" | "standard", name: string) =>
      1000 / (chainsOf(lane, 14).find((chain) => chain.name === name)?.everyMs ?? 0);
    expect([perSecond("urgent", "urgent").toFixed(2), perSecond("standard", "standard").toFixed(2)]).toEqual([
      "3.08",
      "6.15",
    ]);
  });

  test("of a sandbox's one a second lie further apart than a second and its slack", () => {
    expect(chainsOf("standard", 1).map(({ everyMs }) => everyMs)).toEqual([1300]);
  });

  test("are none where SES allows nothing", () => {
    expect(lanes.flatMap((lane) => chainsOf(lane, 0))).toEqual([]);
  });
});

describe("a lane", () => {
  test("urgent takes from its own chain first and may take from the standard one; never the other way round", () => {
    expect([chainsOf("urgent", 14).map(({ name }) => name), chainsOf("standard", 14).map(({ name }) => name)]).toEqual([
      ["urgent", "standard"],
      ["standard"],
    ]);
  });

  test.each([1, 4, 14, 100])(
    "urgent may queue further ahead than standard on a chain that both use, at %d a second",
    (perSecond) => {
      const ahead = (lane: "urgent" | "standard") =>
        chainsOf(lane, perSecond).find(({ name }) => name !== "urgent")?.aheadMs ?? 0;
      expect(ahead("urgent")).toBeGreaterThan(ahead("standard"));
    },
  );

  test.each([
    ["urgent", 49_999, 1],
    ["standard", 44_999, 1],
    ["standard", 45_000, 0],
    ["urgent", 50_000, 0],
  ] as const)("%s, after %d of 50,000 mails of the day, has %d left", (lane, sentInLastDay, left) => {
    expect(leftToday(lane, aQuota({ sentInLastDay }))).toBe(left);
  });

  test("has no daily limit where SES names none", () => {
    expect(leftToday("standard", aQuota({ perDay: -1 }))).toBe(Number.POSITIVE_INFINITY);
  });
});

test.each([
  ["far from the day's end", 0, 60_000],
  ["near it", 44_160, 15_000],
  ["at it", 45_000, 1_000],
])("SES's word on the quota: %s is believed so long: %d sent, %d ms", (_, sentInLastDay, holdsMs) => {
  expect(quotaHoldsMsFor(aQuota({ sentInLastDay }))).toBe(holdsMs);
});

describe("waiting", () => {
  test("after a definite no doubles up to an hour, anywhere within it", () => {
    const attempts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 20];
    expect(attempts.map((before) => backoffMs(before, 0.999_999_99) / 1000)).toEqual([
      30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600,
    ]);
    expect(attempts.map((before) => backoffMs(before, 0))).toEqual(attempts.map(() => 0));
    expect(attempts.map((before) => backoffMs(before, 0.5) / 1000)).toEqual([
      15, 30, 60, 120, 240, 480, 960, 1800, 1800, 1800,
    ]);
  });

  test.each([
    ["rate", "urgent", 15, 30],
    ["rate", "standard", 60, 120],
    ["day", "urgent", 60, 120],
    ["day", "standard", 1800, 3600],
    ["stopped", "standard", 600, 1200],
  ] as const)("without a turn (%s) an %s notice comes back after %d to %d seconds", (why, lane, from, to) => {
    expect([comesBackAfterMs(why, lane, 0) / 1000, comesBackAfterMs(why, lane, 1) / 1000]).toEqual([from, to]);
  });
});
