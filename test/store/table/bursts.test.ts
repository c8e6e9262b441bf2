import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import { dynamoBursts, readBursts } from "../../../functions/store/table/bursts.ts";
import { type Table, tableOf } from "../../../functions/store/table/table.ts";
import { tableName } from "../../../infra/local/stand.ts";
import { aSettings, morning } from "../../support/a-case.ts";
import { aStand } from "../../support/a-stand.ts";
import { counted } from "../../support/counted.ts";

let house: Awaited<ReturnType<typeof aStand>>;
const client = () => new DynamoDBClient({});
let table: Table;

beforeAll(async () => {
  house = await aStand();
  table = tableOf(client(), tableName);
});
afterAll(() => house.close());

const reporters = aSettings().reporters.map((reporter) => ({ ...reporter, reportsAMinute: 2 }));

test("counts a minute's reports for all processes together, by reporter and lane, and notes a burst", async () => {
  const [one, other] = [dynamoBursts(table, () => reporters), dynamoBursts(table, () => reporters)];
  const told = [
    await one.isOver("hotline", "standard", morning),
    await other.isOver("hotline", "standard", morning),
    await one.isOver("hotline", "standard", morning),
    await one.isOver("hotline", "standard", morning),
    await one.isOver("hotline", "urgent", morning),
    await one.isOver("cert", "standard", morning),
    await one.isOver("hotline", "standard", plusMinutes(morning, 1)),
  ];
  expect(told).toEqual([false, false, true, true, false, false, false]);
  expect(await readBursts(table)).toEqual([{ reporter: "hotline", lane: "standard", at: morning }]);
});

test("writes down each tenth report of a process, and lets in little more than the limit that they share", async () => {
  const many = aSettings().reporters.map((reporter) => ({ ...reporter, reportsAMinute: 300 }));
  const counting = counted(client());
  const processes = Array.from({ length: 10 }, () => dynamoBursts(tableOf(counting.client, tableName), () => many));
  const later = plusMinutes(morning, 5);
  let letIn = 0;
  for (let report = 0; report < 1_000; report++)
    if (!(await processes[report % 10]?.isOver("hotline", "standard", later))) letIn++;
  expect(letIn).toBeGreaterThanOrEqual(300);
  expect(letIn).toBeLessThanOrEqual(400);
  // Each tenth, and one by each process to note the burst.
  expect(counting.calls()).toBeLessThanOrEqual(60);
  const next = plusMinutes(later, 1);
  for (let report = 0; report < 9; report++)
    expect(await processes[0]?.isOver("hotline", "standard", next)).toBe(false);
});
