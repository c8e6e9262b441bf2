import { describe, expect, test } from "vitest";
import { lightCompose } from "./cast.ts";
import { runScenario } from "./exhaustive.ts";
import { readFaults, writeFaults } from "./faults.ts";
import { afterOutage } from "./outage.ts";
import { apiStories, casts, expectUnbroken, schedules, seed, singles, walked } from "./promises.ts";
import { scenarios } from "./scenarios.ts";
import { runSchedule } from "./schedules.ts";

const faultsIn = (text: string) => readFaults(text) ?? new Map();
const named = (...names: readonly string[]) => scenarios.filter(({ name }) => names.includes(name));

describe(`the whole house, simulated (seed ${seed}); \`npm run test:long\` plays far more`, () => {
  test("keeps every promise under every single fault at every await of a first notice", async () => {
    expectUnbroken(await singles(named("first-notice")), { runs: 40 });
  });

  test("keeps every promise in its first seeded schedules", async () => {
    expectUnbroken(await schedules(10), { faults: 5 });
  });

  test.each(casts)("keeps every promise where $law", async ({ among }) => {
    expectUnbroken(await schedules(8, among), { faults: 4 });
  });

  test("is early and late nowhere where clocks, days off or retention change while cases wait", async () => {
    for (const scenario of walked)
      expect((await runScenario(scenario, new Map(), { compose: lightCompose })).breaches).toEqual([]);
  });

  test("a report to a provider's API keeps every promise", async () => {
    for (const scenario of apiStories)
      expect((await runScenario(scenario, new Map(), { compose: lightCompose })).breaches).toEqual([]);
  });

  test("runs the same schedule the same way, to the letter", async () => {
    const [one, other] = [await runSchedule(seed, 17, { trace: true }), await runSchedule(seed, 17, { trace: true })];
    expect(other).toEqual(one);
    expect(one.lines.length).toBeGreaterThan(20);
  });

  test("reads the list of faults that it prints", () => {
    expect(writeFaults(faultsIn("12:fail-after,15:die-before"))).toBe("12:fail-after,15:die-before");
    expect(readFaults("12:explode")).toBeUndefined();
  });
});

test("after six hours of outage the due are caught up with in order, and no reminder goes out twice", async () => {
  const waiting = 60;
  expect(await afterOutage(waiting, seed)).toMatchObject({
    cases: waiting,
    sent: waiting,
    twice: 0,
    stillDue: 0,
    outOfOrderMinutes: 0,
  });
});
