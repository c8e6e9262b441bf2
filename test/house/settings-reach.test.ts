import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { policyTable } from "../../functions/escalation/policy.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { countryRow, reporterRow } from "../../functions/kernel/settings-rows.ts";
import { reachTables, settingsReachPage } from "../../infra/guides/families/settings-reach.ts";
import { proofs } from "../flow/reach/proofs.ts";

test.each([
  ["settings", Object.keys(settingsSchema.shape)],
  ["reporters", Object.keys(reporterRow.shape)],
  ["countries", Object.keys(countryRow.shape)],
  ["policy", Object.keys([...policyTable.values()][0] ?? {})],
] as const)("the page of what a change reaches has a row for each field of %s", (name, fields) => {
  expect(Object.keys(reachTables[name]).sort()).toEqual([...fields].sort());
});

test("the page of what a change reaches is as it is written (if not: npm run generate -- runbook)", () => {
  expect(readFileSync("infra/guides/settings-reach.md", "utf8")).toBe(settingsReachPage());
});

test.each(["settings", "reporters", "countries", "policy"] as const)(
  "a flow proves each row of %s on the page of what a change reaches",
  (table) => {
    expect(Object.keys(proofs[table]).sort()).toEqual(Object.keys(reachTables[table]).sort());
  },
);
