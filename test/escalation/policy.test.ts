import { describe, expect, test } from "vitest";
import { notBefore } from "../../functions/case/quiet-hours.ts";
import { policyOf, policyTable, readPolicyTable } from "../../functions/escalation/policy.ts";
import { aCase, anAnswer, aSettings, morning } from "../support/a-case.ts";

const rows = [...policyTable.values()];
const spoilt = (category: string, change: object) => rows.map((row) => (row.category === category ? { ...row, ...change } : row));

describe("the policy table", () => {
  test("has a row for each category, and no ladder that names the site's own mailbox", () => {
    expect(rows).toHaveLength(12);
    expect(rows.flatMap(({ ladder }) => ladder.flatMap(({ to }) => to.flatMap(({ anyOf }) => anyOf)))).not.toContain("site");
  });

  test("never asks a registrar to act on content: ICANN's RAA 3.18 is about DNS abuse alone", () => {
    const withRegistrar = rows
      .filter(({ ladder }) => ladder.some(({ to }) => to.some(({ anyOf }) => anyOf.includes("registrar"))))
      .map(({ category }) => category);
    expect(withRegistrar).toEqual(["phishing", "malware", "botnet", "fraud"]);
  });

  test.each([
    ["a missing category", rows.slice(1), /no row for: csam/],
    ["a category twice", [...rows, ...rows.slice(0, 1)], /two rows/],
    ["a reminder after the climb", spoilt("phishing", { reminderAfterHours: 72 }), /reminderAfterHours/],
    ["on-call before the climb", spoilt("phishing", { onCallAfterHours: 1 }), /climbsAfterHours/],
    ["an unknown scope", spoilt("brand", { ladder: [{ name: "x", to: [{ anyOf: ["police"] }] }] }), /anyOf/],
    ["a ladder to who must never be told", spoilt("csam", { ladder: [{ name: "x", to: [{ anyOf: ["site"] }] }] }), /neverTo forbids/],
    ["a misspelt field", spoilt("ncii", { remindersAtMots: 1 }), /remindersAtMots/],
  ])("is refused with %s", (_, table, message) => {
    expect(() => readPolicyTable(table)).toThrow(message);
  });
});

describe("quiet hours", () => {
  const settings = aSettings({ countries: [{ country: "NL", utcOffsetHours: 1, lawEnforcementFirst: false }] });
  const policy = (category: "brand" | "phishing") =>
    policyOf(settings)(aCase({ category }, [{ type: "contact-answered", at: morning, answer: anAnswer() }], settings));

  test.each([
    ["in the working day goes out at once", "2026-11-24T10:00:00.000Z", "2026-11-24T10:00:00.000Z"],
    ["in the evening waits for the morning of the host's country", "2026-11-24T20:30:00.000Z", "2026-11-25T07:00:00.000Z"],
    ["on Friday evening waits for Monday", "2026-11-27T17:00:00.000Z", "2026-11-30T07:00:00.000Z"],
  ])("a brand notice queued %s", (_, now, expected) => {
    expect(notBefore(now, policy("brand"), "standard")).toBe(expected);
  });

  test("do not exist for phishing, nor for anything in the urgent lane", () => {
    const night = "2026-11-28T23:00:00.000Z";
    expect(notBefore(night, policy("phishing"), "standard")).toBe(night);
    expect(notBefore(night, policy("brand"), "urgent")).toBe(night);
  });
});
