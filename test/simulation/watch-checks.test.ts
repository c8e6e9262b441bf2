import { expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { aCase, morning } from "../support/a-case.ts";
import { inForce } from "./in-force.ts";
import { aWatchOverChecks } from "./watch-checks.ts";

/* The watch over checkers sees what it is there for. */

const breachesOf = (lane: Case["lane"], ...events: readonly CaseEvent[]): readonly string[] => {
  const found: string[] = [];
  const watch = aWatchOverChecks((_, what) => void found.push(what));
  const next = { ...aCase({}), lane };
  for (const event of events) watch.committed({ next, events: [event], at: event.at }, inForce("nothing", false, true));
  return found;
};
const says = (status: "gone" | "still-up"): CaseEvent => ({
  type: "status",
  at: morning,
  message: { kind: "status", reporter: "hotline", reportId: "r-1", status, at: morning },
  stood: true,
});
const later = plusMinutes(morning, 1);
const wanted: CaseEvent = {
  type: "check-wanted",
  at: morning,
  why: "before-reminder",
  cause: "before-reminder.0.0",
  reporters: ["hotline"],
  until: later,
};
const closed = (at: string): CaseEvent => ({ type: "closed", at, outcome: "gone", why: "it is gone" });

test.each([
  ["an urgent case that a checker closes", "urgent", [says("gone"), closed(later)], 1],
  ["a case that is closed within a minute", "standard", [says("gone"), closed(morning)], 1],
  ["a question that is asked twice", "standard", [wanted, wanted], 1],
  ["nothing in a case that is closed after a minute", "standard", [wanted, says("gone"), closed(later)], 0],
] as const)("%s", (_, lane, events, count) => {
  expect(breachesOf(lane, ...events)).toHaveLength(count);
});

test("a case that a desk's word closes though it was seen since", () => {
  const found: string[] = [];
  const watch = aWatchOverChecks((_, what) => void found.push(what));
  const next = aCase({});
  const ended: CaseEvent = { type: "check-ended", at: later, why: "desk-says-removed", came: "silence", closes: true };
  const end: CaseEvent = { type: "closed", at: later, outcome: "removed", why: "the desk says that it is removed" };
  for (const events of [[wanted], [says("still-up")], [ended, end]])
    watch.committed({ next, events, at: later }, inForce("nothing", false, true));
  expect(found).toHaveLength(1);
});
