import { expect, test } from "vitest";
import { lightCompose } from "./cast.ts";
import { otherThanExpected, runScenario } from "./exhaustive.ts";
import { scenarios } from "./scenarios.ts";

test("each scenario without faults sends the mails that it expects, to whom it expects", {
  timeout: 300_000,
}, async () => {
  const unexpected: string[] = [];
  for (const scenario of scenarios)
    for (const order of ["together", "one-by-one"] as const) {
      const run = await runScenario(scenario, new Map(), { compose: lightCompose, order });
      for (const { what } of [...run.breaches, ...otherThanExpected(scenario, run)])
        unexpected.push(`${scenario.name}, ${order}: ${what}`);
    }
  expect(unexpected).toEqual([]);
});
