import { expect } from "vitest";
import { lightCompose } from "./cast.ts";
import { allSingles, aTally, count, runScenario, type Tally } from "./exhaustive.ts";
import { type Scenario, scenarios } from "./scenarios.ts";
import { runSchedules } from "./schedules.ts";

/** Schedules that `npm test` plays are the first of those that `npm run test:long` and `npm run simulate` play. */
export const seed = 1;
const numbers = (to: number): readonly number[] => Array.from({ length: to }, (_, at) => at);
/** What a failure prints: what broke, and how to see it again. */
const broken = ({ failures }: Tally): readonly string[] =>
  failures.map(({ name, breach }) => `npm run simulate -- --replay ${name}: ${breach.promise}, ${breach.what}`);

/** A tally in which nothing broke, of as many runs and faults as its test promises. */
export const expectUnbroken = (tally: Tally, atLeast: { readonly runs?: number; readonly faults?: number }): void => {
  expect(broken(tally)).toEqual([]);
  expect(tally.runs).toBeGreaterThan(atLeast.runs ?? 0);
  expect(tally.faults).toBeGreaterThan(atLeast.faults ?? 0);
};

/** Each of these scenarios with every single fault at every await; a calm one as it is, without a fault. */
export const singles = async (played: readonly Scenario[], tally: Tally = aTally()): Promise<Tally> => {
  for (const scenario of played)
    if (scenario.calm) count(tally, await runScenario(scenario, new Map(), { compose: lightCompose }));
    else await allSingles(scenario, tally, { compose: lightCompose });
  return tally;
};

/** The first seeded schedules, in which these actors act. */
export const schedules = async (
  to: number,
  among?: NonNullable<Parameters<typeof runSchedules>[4]>["among"],
): Promise<Tally> => {
  const tally = aTally();
  await runSchedules(seed, numbers(to), tally, () => {}, among && { among });
  return tally;
};

/** Actors that change what the dispatcher believes, each group with its law. */
export const casts = [
  { law: "settings change at any await, and are changed back", among: ["changing-settings"] },
  {
    law: "reporters' checkers say this, that, both within a minute, or nothing",
    among: ["checker", "hostile-desk"],
  },
  {
    law: "what was removed comes back, and a registry holds a name and lets go",
    among: ["comes-back", "flipping-registry", "checker", "hostile-desk"],
  },
] as const;

const isWalked = (name: string): boolean => name.startsWith("settings-") && name.endsWith("-walked");
const beginWith = (...beginnings: readonly string[]): readonly Scenario[] =>
  scenarios.filter(({ name }) => !isWalked(name) && beginnings.some((text) => name.startsWith(text)));

/** Stories in which clocks, days off or retention change while cases wait. */
export const walked = scenarios.filter(({ name }) => isWalked(name));
/** Stories of the actors above. */
export const castStories = beginWith("reader-", "settings-", "back-", "held-by-");
/** Stories of a report to a provider's API. */
export const apiStories = scenarios.filter(({ name }) => ["told-by-api", "api-said-told", "api-out"].includes(name));
/** The others differ from these by a moment or a count; `npm run simulate` has them all. */
const singly = [
  "two-reporters-at-once",
  "desk-merges-two-tickets",
  "outside-first-notice",
  "settings-a-desk-opted-out",
  "stop",
  "complained-and-allowed",
  "person-writes",
  "a-desk-that-asks-again-and-again",
  "forgotten",
];
export const chosenStories = scenarios.filter(({ pairs, calm, name }) => pairs || calm || singly.includes(name));
