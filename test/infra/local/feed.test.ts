import { expect, test } from "vitest";
import { type Clock, instant } from "../../../functions/kernel/instant.ts";
import { catalogue, type LogCode } from "../../../functions/kernel/log.ts";
import { feedLog } from "../../../infra/local/feed.ts";

const clock: Clock = { now: () => instant(Date.parse("2026-11-24T10:00:00Z")) };

const saidOf = (code: LogCode): readonly string[] => {
  const lines: string[] = [];
  feedLog(clock, (line) => lines.push(line)).info(code, { caseId: "TD-7K3M-9QXZ-4B2N" });
  return lines;
};

test("says what happens to a case", () => {
  expect(saidOf("notice.sent")).toEqual(["2026-11-24 10:00  TD-7K3M-9QXZ-4B2N  SES accepted a notice."]);
});

test("does not say each minute that the watchdog looked, nor beside each webhook's message that it was taken", () => {
  const routine = (Object.keys(catalogue) as LogCode[]).filter((code) => code.startsWith("watchdog."));
  expect(routine.length).toBeGreaterThan(3);
  expect([...routine, "webhook.told" as const].flatMap(saidOf)).toEqual([]);
  expect(saidOf("webhook.not-told")).toHaveLength(1);
});
