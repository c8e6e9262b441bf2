import { describe, expect, test } from "vitest";
import { afterOutage } from "./outage.ts";
import {
  apiStories,
  castStories,
  casts,
  chosenStories,
  expectUnbroken,
  schedules,
  seed,
  singles,
  walked,
} from "./promises.ts";

describe(`the whole house, simulated (seed ${seed})`, () => {
  test("keeps every promise under every single fault at every await of stories of each kind", async () => {
    expectUnbroken(await singles(chosenStories), { runs: 1_900 });
  });

  test("keeps every promise under every single fault in the stories of readers, settings and returns", async () => {
    expectUnbroken(await singles(castStories), { runs: 200 });
  });

  test("keeps every promise under every single fault where clocks change while cases wait", async () => {
    expectUnbroken(await singles(walked), { runs: 200 });
  });

  test("a report to a provider's API keeps every promise under every single fault at every await", async () => {
    expectUnbroken(await singles(apiStories), { runs: 150 });
  });

  test("keeps every promise in its first seeded schedules", async () => {
    expectUnbroken(await schedules(1_000), { faults: 200 });
  });

  test.each(casts)("keeps every promise where $law", async ({ among }) => {
    expectUnbroken(await schedules(3_000, among), { faults: 2_000 });
  });
});

test("after six hours of outage the due are caught up with in order, and no reminder goes out twice", async () => {
  const waiting = 2_000;
  expect(await afterOutage(waiting, seed)).toMatchObject({
    cases: waiting,
    sent: waiting,
    twice: 0,
    stillDue: 0,
    outOfOrderMinutes: 0,
  });
});
