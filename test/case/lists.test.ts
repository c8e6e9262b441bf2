import { expect, test } from "vitest";
import { nextRound } from "../../functions/case/lists.ts";

test.each([
  ["2026-11-24T02:59:00.000Z", "2026-11-24T07:00:00.000Z"],
  // Four hours later it would be the day after tomorrow's morning.
  ["2026-11-24T03:01:00.000Z", "2026-11-24T07:00:00.000Z"],
  ["2026-11-24T06:59:00.000Z", "2026-11-24T07:00:00.000Z"],
  ["2026-11-24T07:01:00.000Z", "2026-11-25T07:00:00.000Z"],
  ["2026-11-24T22:00:00.000Z", "2026-11-25T07:00:00.000Z"],
])("who waits with an urgent case at %s is asked again at %s", (now, round) => {
  expect(nextRound(now)).toBe(round);
});
