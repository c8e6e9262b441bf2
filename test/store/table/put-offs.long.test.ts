import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import type { PutOff } from "../../../functions/report/put-off.ts";
import { dynamoDuePutOffs, dynamoPutOffs } from "../../../functions/store/table/put-offs.ts";
import type { MasterKeys } from "../../../functions/store/table/sealed.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { aReport, morning } from "../../support/a-case.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { masterKeys } from "../../support/master-keys.ts";

const newTable = aTableServer();
const aPlace = async (keys: MasterKeys = masterKeys) => {
  const { client, name } = await newTable();
  const documents = tableOf(client, name);
  return {
    table: DynamoDBDocumentClient.from(client),
    name,
    putOffs: dynamoPutOffs(documents, keys),
    due: dynamoDuePutOffs(documents, keys),
  };
};
const report: PutOff = {
  said: aReport({ reportId: "r-1", target: { kind: "host", host: "secret.bad.example" } }),
  queueLane: "standard",
};
const hold: PutOff = {
  said: { kind: "status", reporter: "hotline", reportId: "r-1", status: "hold", at: morning },
  queueLane: "standard",
};

test("gives back what was put off when it is due, a report before what is said of it, until it is done", async () => {
  const { putOffs, due } = await aPlace();
  const dueAt = plusMinutes(morning, 5);
  await putOffs.keep(hold, dueAt);
  await putOffs.keep(report, dueAt);
  expect(await due(plusMinutes(morning, 4))).toEqual([]);
  const found = await due(dueAt);
  expect(await Promise.all(found.map(({ read }) => read()))).toEqual([report, hold]);
  await found[0]?.done();
  expect(await Promise.all((await due(plusMinutes(morning, 60))).map(({ read }) => read()))).toEqual([hold]);
});

test("knows until when a report waits", async () => {
  const { putOffs } = await aPlace();
  await putOffs.keep(report, plusMinutes(morning, 5));
  await putOffs.keep(report, plusMinutes(morning, 9));
  expect([await putOffs.reportDueAt("hotline/r-1"), await putOffs.reportDueAt("hotline/r-2")]).toEqual([
    plusMinutes(morning, 9),
    undefined,
  ]);
});

test("keeps nothing of it readably, and opens it still after the master keys were rotated", async () => {
  const keys = { current: "k1", keys: { k1: "a master key for tests that opens nothing" } as Record<string, string> };
  const { table, name, putOffs, due } = await aPlace(async () => ({ ...keys }));
  await putOffs.keep(report, morning);
  const { Items } = await table.send(new ScanCommand({ TableName: name }));
  expect(JSON.stringify(Items)).not.toMatch(/secret|bad\.example|r-1|hotline/);
  keys.keys.k2 = "another master key for tests that opens nothing";
  keys.current = "k2";
  expect(await (await due(morning))[0]?.read()).toEqual(report);
});

test("finds all of a large burst, some at a time", async () => {
  const { putOffs, due } = await aPlace();
  const many = Array.from(
    { length: 750 },
    (_, at): PutOff => ({ said: aReport({ reportId: `r-${at}` }), queueLane: "standard" }),
  );
  for (let from = 0; from < many.length; from += 50)
    await Promise.all(many.slice(from, from + 50).map((one) => putOffs.keep(one, morning)));
  const seen = new Set<string>();
  for (let found = await due(morning); found.length > 0; found = await due(morning)) {
    for (const { read } of found) seen.add(JSON.stringify(await read()));
    await Promise.all(found.map(({ done }) => done()));
  }
  expect(seen.size).toBe(750);
});
