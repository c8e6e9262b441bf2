import { describe, expect, test } from "vitest";
import { spread } from "../support/spread.ts";
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

describe(`the whole house, simulated (seed ${seed}); \`npm run simulate\` plays all`, () => {
  test("keeps every promise under every single fault at every await of stories of each kind", async () => {
    expectUnbroken(await singles(spread(chosenStories, 6)), { runs: 150 });
  });

  test("keeps every promise under every single fault in the stories of readers, settings and returns", async () => {
    expectUnbroken(await singles(spread(castStories, 6)), { runs: 150 });
  });

  test("keeps every promise under every single fault where clocks change while cases wait", async () => {
    expectUnbroken(await singles(walked.slice(0, 1)), { runs: 150 });
  });

  test("a report to a provider's API keeps every promise under every single fault at every await", async () => {
    expectUnbroken(await singles(apiStories.slice(0, 1)), { runs: 50 });
  });

  test("keeps every promise in its first seeded schedules", async () => {
    expectUnbroken(await schedules(300), { faults: 200 });
  });

  test.each(casts)("keeps every promise where $law", async ({ among }) => {
    expectUnbroken(await schedules(300, among), { faults: 200 });
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
