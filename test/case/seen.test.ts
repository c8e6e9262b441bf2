import { expect, test } from "vitest";
import { beginTarget, joined } from "../../functions/case/evolve/report.ts";
import { anOpening, aReport } from "../support/a-case.ts";

const seen = (seenAt: string, firstSeenAt?: string) => ({ seenAt, ...(firstSeenAt && { firstSeenAt }) });
const opened = (report: object) => beginTarget({ ...anOpening(), report: aReport(report) });
const then = (report: object, before: object) =>
  joined(opened(before), "phishing", { type: "joined", at: "2026-11-24T12:00:00.000Z", report: aReport(report) });

test("a case was first seen when its report says so, else when that was seen", () => {
  expect(opened(seen("2026-11-23T09:00:00.000Z")).firstSeenAt).toBe("2026-11-23T09:00:00.000Z");
  expect(opened(seen("2026-11-23T09:00:00.000Z", "2026-11-20T09:00:00.000Z")).firstSeenAt).toBe(
    "2026-11-20T09:00:00.000Z",
  );
});

test.each([
  ["what a later report says of before", "2026-11-24T09:00:00.000Z", "2026-11-19T09:00:00.000Z", "2026-11-19"],
  ["an earlier sighting", "2026-11-18T09:00:00.000Z", undefined, "2026-11-18"],
  ["what was known, before what is later", "2026-11-24T09:00:00.000Z", "2026-11-22T09:00:00.000Z", "2026-11-20"],
])("of several reports the earliest counts: %s", (_, seenAt, firstSeenAt, day) => {
  const before = seen("2026-11-23T09:00:00.000Z", "2026-11-20T09:00:00.000Z");
  expect(then(seen(seenAt, firstSeenAt), before).firstSeenAt.slice(0, 10)).toBe(day);
});

test("what one report says of the evidence stands, and another's adds to it", () => {
  const first = { evidence: { explanation: "One.", redirects: ["https://a.example/"] } };
  const second = { evidence: { redirects: ["https://b.example/"], screenshot: true, rightNumber: "EUTM 1" } };
  expect(then(second, first).evidence).toEqual({
    explanation: "One.",
    redirects: ["https://a.example/"],
    screenshot: true,
    rightNumber: "EUTM 1",
  });
});

test("redirects that a case has no room for stand in the history alone", () => {
  const redirects = Array.from({ length: 10 }, (_, at) => `https://a.example/${at}/${"é".repeat(900)}`);
  expect(opened({ evidence: { redirects } }).evidence.redirects).toEqual(redirects.slice(0, 2));
});
