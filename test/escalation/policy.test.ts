import { describe, expect, test } from "vitest";
import { notBefore } from "../../functions/case/quiet-hours.ts";
import { policyOf, policyTable, rowsOf } from "../../functions/escalation/policy.ts";
import { readPolicyTable } from "../../functions/escalation/read-policy-table.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { type Scope, scopes } from "../../functions/kernel/scope.ts";
import type { CountryRow } from "../../functions/kernel/settings.ts";
import { hotlineCategories } from "../../functions/kernel/settings-rows.ts";
import { laneOf } from "../../functions/report/category.ts";
import { aCase, anAnswer, aSettings, morning } from "../support/a-case.ts";

const rows = [...policyTable.values()];
const spoilt = (category: string, change: object) =>
  rows.map((row) => (row.category === category ? { ...row, ...change } : row));
/** A category's row with its checks changed. */
const checks = (category: string, change: object, others: object = {}) =>
  rows.map((row) => (row.category === category ? { ...row, ...others, checks: { ...row.checks, ...change } } : row));

describe("the policy table", () => {
  test("has a row for each category, and no path but exposed data's that names the site's own mailbox", () => {
    expect(rows).toHaveLength(12);
    const telling = rows.filter(({ path }) => path.some(({ to }) => to.some(({ anyOf }) => anyOf.includes("site"))));
    expect(telling.map(({ category }) => category)).toEqual(["exposed-data"]);
  });

  test("tells every kind of recipient on some escalation path", () => {
    const isOnPath = {
      platform: true,
      network: true,
      upstream: true,
      registrar: true,
      hotline: true,
      cert: true,
      site: true,
    } satisfies Record<Scope, boolean>;
    const told = new Set(rows.flatMap(({ path }) => path.flatMap(({ to }) => to.flatMap(({ anyOf }) => anyOf))));
    expect(Object.fromEntries(scopes.map((scope) => [scope, told.has(scope)]))).toEqual(isOnPath);
  });

  test("has a hotline's step in the categories that a hotline's entry can say it takes", () => {
    const withHotline = rows.filter(({ path }) =>
      path.some(({ to }) => to.some(({ anyOf }) => anyOf.includes("hotline"))),
    );
    expect(withHotline.map(({ category }) => category)).toEqual(hotlineCategories);
  });

  test("asks no registrar to act on content, only who lends out names: ICANN's RAA 3.18 is about DNS abuse", () => {
    const withRegistrar = rows
      .filter(({ path }) =>
        path.some(({ to }) => to.some(({ anyOf, onlyIf }) => anyOf.includes("registrar") && onlyIf !== "name-is-lent")),
      )
      .map(({ category }) => category);
    // Of child abuse a person says so (`case/registrar-turn.ts`).
    expect(withRegistrar).toEqual(["csam", "csem", "phishing", "malware", "botnet", "fraud"]);
  });

  test("escalates phishing and malware after a day, is on-call's after four, or as the stage says", () => {
    const clocks = (category: string, of = policyTable) => {
      const { reminderAfterHours, escalatesAfterHours, onCallAfterHours } = of.get(category) ?? {};
      return [reminderAfterHours, escalatesAfterHours, onCallAfterHours];
    };
    for (const category of ["phishing", "malware"]) expect(clocks(category)).toEqual([24, 24, 4 * 24]);
    for (const category of ["botnet", "fraud"]) expect(clocks(category)).toEqual([24, 48, 7 * 24]);
    const own = rowsOf({ clocks: { phishing: { escalatesAfterHours: 48 } } });
    expect([clocks("phishing", own), clocks("malware", own)]).toEqual([
      [24, 48, 4 * 24],
      [24, 24, 4 * 24],
    ]);
  });

  test("waits for a desk's customer no longer than its slowest path for the host, and never for urgent", () => {
    const most = (category: "brand" | "csam", lane: "standard" | "urgent") =>
      policyOf(aSettings())({ ...aCase({}), category, lane }).customersHoursAtMost;
    const standard = rows.filter(({ category }) => laneOf(category, false) === "standard");
    expect(most("brand", "standard")).toBe(5 * 24);
    expect(Math.max(...standard.map(({ escalatesAfterHours }) => escalatesAfterHours))).toBe(5 * 24);
    expect([most("csam", "urgent"), most("brand", "urgent")]).toEqual([0, 0]);
  });

  test.each([
    ["a missing category", rows.slice(1), /no row for: csam/],
    ["a category twice", [...rows, ...rows.slice(0, 1)], /two rows/],
    ["a reminder after the escalation", spoilt("phishing", { reminderAfterHours: 72 }), /reminderAfterHours/],
    ["on-call before the escalation", spoilt("phishing", { onCallAfterHours: 1 }), /escalatesAfterHours/],
    [
      "two steps with one id",
      spoilt("brand", {
        path: ["the host", "the carrier"].map((name) => ({ id: "x", name, to: [{ anyOf: ["network"] }] })),
      }),
      /one id/,
    ],
    ["an unknown scope", spoilt("brand", { path: [{ id: "x", name: "x", to: [{ anyOf: ["police"] }] }] }), /anyOf/],
    [
      "an escalation path to who must never be told",
      spoilt("csam", { path: [{ id: "x", name: "x", to: [{ anyOf: ["site"] }] }] }),
      /neverTo forbids/,
    ],
    ["an urgent case that a checker closes", checks("csam", { allSayGone: "closes" }), /where a person decides/],
    ["an urgent case that a registry closes", checks("csem", { registryHolds: "closes" }), /registryHolds must be/],
    ["an urgent case that waits for a checker", checks("ncii", { answerWithinMinutes: 31 }), /at most 30/],
    ["a case that ends by silence", checks("phishing", { silence: "closes" }), /silence/],
    [
      "a checker waited for longer than an escalation level",
      checks("phishing", { answerWithinMinutes: 1440 }, { reminderAfterHours: 12, escalatesAfterHours: 23 }),
      /longer than a level/,
    ],
    ["a misspelt field", spoilt("ncii", { remindersAtMots: 1 }), /remindersAtMots/],
  ])("is refused with %s", (_, table, message) => {
    expect(() => readPolicyTable(table)).toThrow(message);
  });
});

describe("quiet hours", () => {
  const policy = (category: "brand" | "phishing", country = "NL", spoilt: Partial<CountryRow> = {}) => {
    const settings = aSettings({ countries: [{ country, ...spoilt }] });
    return policyOf(settings)(
      aCase({ category }, [{ type: "contact-answered", at: morning, answer: anAnswer({ country }) }], settings),
    );
  };

  test.each([
    ["in the working day goes out at once", "2026-11-24T10:00:00.000Z", "2026-11-24T10:00:00.000Z"],
    [
      "in the evening waits for the morning of the host's country",
      "2026-11-24T20:30:00.000Z",
      "2026-11-25T07:00:00.000Z",
    ],
    ["on Friday evening waits for Monday", "2026-11-27T17:00:00.000Z", "2026-11-30T07:00:00.000Z"],
    ["before the day waits for its first hour", "2026-11-24T03:00:00.000Z", "2026-11-24T07:00:00.000Z"],
    [
      "on Christmas Eve's evening waits for the Monday after both holidays",
      "2026-12-24T17:30:00.000Z",
      "2026-12-28T07:00:00.000Z",
    ],
    ["in summer waits for eight", "2026-07-01T20:00:00.000Z", "2026-07-02T06:00:00.000Z"],
    [
      "on the Friday before the clock goes forward waits for eight by the new time",
      "2027-03-26T20:00:00.000Z",
      "2027-03-30T06:00:00.000Z",
    ],
  ])("a brand notice queued %s", (_, now, expected) => {
    expect(notBefore(now, policy("brand"), "standard")).toBe(expected);
  });

  test.each([
    ["US", {}, "2026-11-26T16:00:00.000Z", "2026-11-27T14:00:00.000Z"],
    ["JP", {}, "2026-11-24T10:00:00.000Z", "2026-11-24T23:00:00.000Z"],
    ["IN", { timeZone: "Asia/Kolkata" }, "2026-11-24T20:00:00.000Z", "2026-11-25T02:30:00.000Z"],
    ["NL", { workingHours: { from: 9, to: 17 } }, "2026-11-24T16:30:00.000Z", "2026-11-25T08:00:00.000Z"],
    ["NL", { holidays: ["2026-11-24", "2026-11-25"] }, "2026-11-24T10:00:00.000Z", "2026-11-26T07:00:00.000Z"],
  ] as const)(
    "are those of %s with what the operator says of it (%j): queued at %s, out at %s",
    (country, spoilt, now, expected) => {
      expect(notBefore(now, policy("brand", country, spoilt as Partial<CountryRow>), "standard")).toBe(expected);
    },
  );

  test("end one day, also where every day is listed as a day off", () => {
    const holidays = Array.from({ length: 60 }, (_, day) => plusHours(morning, 24 * day).slice(0, 10));
    expect(notBefore(morning, policy("brand", "NL", { holidays }), "standard")).toBe("2026-12-25T07:00:00.000Z");
  });

  test("do not exist for phishing, nor for anything in the urgent lane", () => {
    const night = "2026-12-25T23:00:00.000Z";
    expect(notBefore(night, policy("phishing"), "standard")).toBe(night);
    expect(notBefore(night, policy("brand"), "urgent")).toBe(night);
  });
});
