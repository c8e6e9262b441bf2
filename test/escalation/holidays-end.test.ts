import { expect, test } from "vitest";
import { holidaysEnding, sayHolidaysEnd, tellOfHolidaysEnd } from "../../functions/escalation/holidays-end.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import type { OnCallTopic } from "../../functions/kernel/notified.ts";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { aSettings, morning } from "../support/a-case.ts";

const countries = (...rows: readonly object[]): Settings["countries"] => settingsSchema.shape.countries.parse(rows);
const india = countries({ country: "IN", timeZone: "Asia/Kolkata", holidays: ["2027-01-26"] });
const inYear = (day: string) => `${day}T10:00:00.000Z`;

test("are said a year before, for each country of the list", () => {
  const years = (day: string) => new Set(holidaysEnding(aSettings(), inYear(day)).map(({ lastYear }) => lastYear));
  expect(years("2034-12-30")).toEqual(new Set());
  expect(years("2035-01-01")).toEqual(new Set(["2035"]));
  expect(years("2040-01-01")).toEqual(new Set(["2035"]));
});

test("are those of the settings where a country stands there alone", () => {
  const ending = (day: string) => holidaysEnding({ countries: india }, inYear(day));
  expect([ending("2026-12-30"), ending("2027-01-01")]).toEqual([[], [{ country: "IN", lastYear: "2027" }]]);
});

test("are not made longer or shorter by days that the operator adds", () => {
  const added = countries({ country: "NL", holidays: ["2026-12-24", "2099-12-24"] });
  expect(holidaysEnding({ countries: added }, inYear("2026-12-30"))).toEqual([]);
  expect(holidaysEnding({ countries: added }, inYear("2035-06-01"))).toContainEqual({
    country: "NL",
    lastYear: "2035",
  });
});

test("are told on-call once a week, and not at all while they last", async () => {
  const noted = new Map<OnCallTopic, string>();
  const told = {
    lastAt: async (of: OnCallTopic) => noted.get(of),
    note: async (of: OnCallTopic, at: string) => void noted.set(of, at),
  };
  const said: string[] = [];
  const at = (now: string) =>
    tellOfHolidaysEnd({ settings: aSettings({ countries: india }), told, now }, async (ending) => {
      said.push(...sayHolidaysEnd(ending));
    });
  await at(morning);
  expect(said).toEqual([]);
  const soon = inYear("2027-02-01");
  for (const hours of [0, 24, 167, 168]) await at(plusHours(soon, hours));
  expect(said).toEqual(["2027: IN", "2027: IN"]);
});
