import { expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { breakDue, breakDueOf } from "../../functions/review/breaks.ts";

const began = "2026-11-24T08:00:00.000Z";
const at = (...minutes: readonly number[]) =>
  minutes.toSorted((a, b) => b - a).map((minute) => plusMinutes(began, minute));
const each = (from: number, to: number, step = 5) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, nth) => from + nth * step);

test.each([
  ["after an hour without one", at(...each(0, 60)), 60],
  ["not before", at(...each(0, 55)), undefined],
  ["not again with the next answer", at(...each(0, 65)), undefined],
  ["again after twenty minutes more", at(...each(0, 80)), 80],
  ["not where there was a pause of ten minutes", at(...each(0, 40), ...each(50, 100)), undefined],
  ["by the time since the pause", at(...each(0, 40), ...each(50, 110)), 60],
  ["not for one answer, or none", at(0), undefined],
])("%s", (_, answers, minutes) => {
  expect(breakDue(answers)).toBe(minutes);
});

test("once, where many cases took the last answer", () => {
  const last = plusMinutes(began, 60);
  expect(breakDue([last, last, last, ...at(...each(0, 55))])).toBe(60);
});

test("by their own answers, and over midnight", async () => {
  const days: Record<string, { readonly at: string; readonly by: string }[]> = {};
  const midnight = "2026-11-25T00:00:00.000Z";
  for (const minute of each(-45, 15).toReversed())
    for (const by of ["jane", "ben"]) {
      if (by === "ben" && minute < 0) continue;
      const moment = plusMinutes(midnight, minute);
      const day = moment.slice(0, 10);
      days[day] = [...(days[day] ?? []), { at: moment, by }];
    }
  const decidedOn = async (day: string) => ({
    items: (days[day] ?? []).map((one) => ({
      ...one,
      caseId: "TD",
      reviewId: "r",
      question: "reply",
      decision: "wait",
    })),
  });
  const now = plusMinutes(midnight, 15);
  expect([await breakDueOf({ decidedOn }, "jane", now), await breakDueOf({ decidedOn }, "ben", now)]).toEqual([
    60,
    undefined,
  ]);
});
