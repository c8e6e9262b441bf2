import { expect, test } from "vitest";
import { open } from "../../functions/case/advance.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import { simulatedTable, storeOver } from "../../infra/command/scenarios/table-double.ts";
import { caseStoreContract } from "../contracts/case-store.ts";
import { anOpening, aSettings, morning } from "../support/a-case.ts";

caseStoreContract("the simulation's table", () => storeOver(simulatedTable(), async (_port, effect) => effect()));

test("the simulation's index of due times proposes late what was written, and still proposes what has gone", () => {
  let now = 0;
  const table = simulatedTable(
    () => now,
    () => 1000,
  );
  const opened = changeOf(open(anOpening(), policyOf(aSettings())), morning);
  table.commit({ ...opened, dueAt: "1970-01-01T00:00:00.000Z" });
  expect([table.due(morning, 10).length, table.nextDueMs()]).toEqual([0, 1000]);
  now = 1000;
  expect(table.due(morning, 10)).toHaveLength(1);
  table.postpone(opened.next.id, 1, "2030-01-01T00:00:00.000Z");
  expect(table.due(morning, 10)).toHaveLength(1);
  now = 2000;
  expect(table.due(morning, 10)).toHaveLength(0);
});
