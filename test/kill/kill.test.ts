import { expect, test } from "vitest";
import { killRun } from "./kill-run.ts";

test("processes that die in the middle of their work leave no notice twice, none lost, and to a person only what nothing proved", {
  timeout: 120_000,
}, async () => {
  const words: string[] = [];
  const {
    cutOff,
    takenBySes,
    settledByEvents,
    unknown,
    seconds: _,
    ...outcome
  } = await killRun({
    kills: 6,
    reports: 40,
    seed: 7,
    senders: 4,
    visibilitySeconds: 8,
    say: (line) => words.push(line),
  });
  expect(outcome, words.join("\n")).toEqual({
    reports: 40,
    cases: 40,
    kills: 6,
    aimed: 3,
    mailsExpected: 44,
    mails: 44 - (cutOff - takenBySes),
    duplicates: 0,
    lost: 0,
    deadLetters: 0,
    faults: [],
  });
  expect({ settledByEvents, unknown }).toEqual({ settledByEvents: takenBySes, unknown: cutOff - takenBySes });
});
