import { expect, test } from "vitest";
import type { OnCallLog } from "../../functions/kernel/notified.ts";
import { type DaySpent, daySpentBy, type SendQuota, tellOfDaySpent } from "../../functions/send/day-quota.ts";

const minute = 60_000;
const hour = 60 * minute;
const now = Date.parse("2026-11-24T10:00:00.000Z");
const aQuota = (spoilt: Partial<SendQuota> = {}): SendQuota => ({
  perSecond: 14,
  perDay: 50_000,
  sentInLastDay: 0,
  askedAtMs: now,
  ...spoilt,
});

test.each([
  ["is not spent below nine tenths", aQuota({ sentInLastDay: 44_999 }), undefined],
  [
    "is spent for the standard lane at nine tenths; the rest is urgent mail's",
    aQuota({ sentInLastDay: 45_000 }),
    "standard",
  ],
  ["is still there for urgent mail with one left", aQuota({ sentInLastDay: 49_999 }), "standard"],
  ["is spent for all with none left", aQuota({ sentInLastDay: 50_000 }), "all"],
  ["of a sandbox keeps 20 of its 200 mails", aQuota({ perDay: 200, perSecond: 1, sentInLastDay: 180 }), "standard"],
  ["has no end where SES names none", aQuota({ perDay: -1, sentInLastDay: 1_000_000 }), undefined],
  [
    "is said by a word within the hour in which a waiting notice asks again",
    aQuota({ sentInLastDay: 50_000, askedAtMs: now - 64 * minute }),
    "all",
  ],
  [
    "is not said by an older word: nothing waits any more",
    aQuota({ sentInLastDay: 50_000, askedAtMs: now - 66 * minute }),
    undefined,
  ],
  ["is unknown before SES was asked", undefined, undefined],
] as const)("the day's quota: %s", (_, word, spent) => {
  expect(daySpentBy(word, now)).toBe(spent);
});

test("on-call is told once a day for as long as it is spent, and at once when urgent mail waits, too", async () => {
  const notes = new Map<string, string>();
  const told: OnCallLog = { lastAt: async (of) => notes.get(of), note: async (of, at) => void notes.set(of, at) };
  const said: (readonly [number, DaySpent])[] = [];
  for (let hours = 0; hours < 60; hours++) {
    const nowMs = now + hours * hour;
    const sentInLastDay = hours === 0 || hours >= 55 ? 0 : hours >= 10 && hours < 20 ? 50_000 : 46_000;
    const given = {
      lastWord: async () => aQuota({ sentInLastDay, askedAtMs: nowMs - minute }),
      told,
      nowMs: () => nowMs,
    };
    await tellOfDaySpent(given, async (spent) => void said.push([hours, spent]));
  }
  expect(said).toEqual([
    [1, "standard"],
    [10, "all"],
    [25, "standard"],
    [49, "standard"],
  ]);
});

test("what could not be told is told at the next look", async () => {
  const noted: string[] = [];
  const told: OnCallLog = { lastAt: async () => undefined, note: async (of) => void noted.push(of) };
  const given = { lastWord: async () => aQuota({ sentInLastDay: 50_000 }), told, nowMs: () => now };
  await expect(tellOfDaySpent(given, () => Promise.reject(new Error("SNS does not answer")))).rejects.toThrow(
    "SNS does not answer",
  );
  expect(noted).toEqual([]);
});
