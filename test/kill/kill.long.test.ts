import { expect, test } from "vitest";
import { killRun } from "./kill-run.ts";

test("processes that die at work leave no notice twice, none lost, and to a person only what nothing proved", {
  timeout: 240_000,
}, async () => {
  const words: string[] = [];
  const {
    aimed,
    cutOff,
    digestsCutOff: _,
    takenBySes,
    settledByEvents,
    byApi,
    takenByApi,
    settledByList,
    unknown,
    noticesUnknown,
    told,
    mails,
    digests,
    inDigests,
    seconds: __,
    ...outcome
  } = await killRun({
    kills: 6,
    reports: 40,
    seed: 7,
    senders: 4,
    visibilitySeconds: 8,
    minutesAtMost: 3.5,
    say: (line) => words.push(line),
  });
  expect(outcome, words.join("\n")).toEqual({
    reports: 40,
    cases: 40,
    kills: 6,
    noticesExpected: 44,
    duplicates: 0,
    lost: 0,
    deadLetters: 0,
    faults: [],
  });
  expect({ settledByEvents, unknown, told, mails }).toEqual({
    settledByEvents: takenBySes,
    unknown: cutOff - takenBySes - takenByApi,
    told: 44 - noticesUnknown,
    mails: told - byApi - inDigests + digests,
  });
  expect(settledByList).toBe(takenByApi);
  expect([byApi > 0, byApi <= 8]).toEqual([true, true]);
  expect(Math.min(aimed, digests)).toBeGreaterThan(0);
});
