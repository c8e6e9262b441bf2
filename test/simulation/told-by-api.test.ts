import { expect, test } from "vitest";
import { sample } from "../support/long.ts";
import { lightCompose } from "./cast.ts";
import { allSingles, aTally } from "./exhaustive.ts";
import { scenarios } from "./scenarios.ts";

const byApi = scenarios.filter(({ name }) => ["told-by-api", "api-said-told", "api-out"].includes(name));

test("a report to a provider's API keeps every promise under every single fault at every await", async () => {
  const tally = aTally();
  for (const scenario of sample(byApi, 1)) await allSingles(scenario, tally, { compose: lightCompose });
  const broken = tally.failures.map(({ name, breach }) => `${name}: ${breach.promise}, ${breach.what}`);
  expect([broken, tally.runs > 50]).toEqual([[], true]);
}, 600_000);
