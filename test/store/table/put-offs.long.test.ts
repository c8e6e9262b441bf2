import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import { KeysUnusable } from "../../../functions/kernel/keys-unusable.ts";
import type { DuePutOff, PutOff } from "../../../functions/report/put-off.ts";
import { dynamoDuePutOffs, dynamoPutOffs, readPutOffs } from "../../../functions/store/table/put-offs.ts";
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
    due: dynamoDuePutOffs(documents),
    readAll: async (found: readonly DuePutOff[]) =>
      (await Promise.all(found.map(({ message }) => readPutOffs(message, keys)))).map((read) => read ?? []),
  };
};
const report = {
  said: aReport({ reportId: "r-1", target: { kind: "host", host: "secret.bad.example" } }),
  queueLane: "standard",
} as const satisfies PutOff;
const hold: PutOff = {
  said: { kind: "status", reporter: "hotline", reportId: "r-1", status: "hold", at: morning },
  queueLane: "standard",
};

const another: PutOff = { text: "a retried message", queueLane: "urgent", retryOf: "TD-1@3" };

test("gives what is due, a report with what is said of it behind it, until it is done", async () => {
  const { putOffs, due, readAll } = await aPlace();
  const dueAt = plusMinutes(morning, 5);
  await putOffs.keep(hold, dueAt);
  await putOffs.keep(report, dueAt);
  await putOffs.keep(another, plusMinutes(morning, 6));
  expect(await due(plusMinutes(morning, 4))).toEqual([]);
  expect(await readAll(await due(dueAt))).toEqual([[report, hold]]);
  const found = await due(plusMinutes(morning, 60));
  expect(await readAll(found)).toEqual([[report, hold], [another]]);
  expect(found.map(({ queueLane }) => queueLane)).toEqual(["standard", "urgent"]);
  await found[0]?.done();
  expect(await readAll(await due(plusMinutes(morning, 60)))).toEqual([[another]]);
});

test("believes no message that it did not seal, and none that says another's place", async () => {
  const { putOffs, due } = await aPlace();
  await putOffs.keep(report, morning);
  await putOffs.keep(another, morning);
  const [first = "", second = ""] = (await due(morning)).map(({ message }) => message);
  const [one, other] = [first, second].map((message) => JSON.parse(message).putOffs[0]);
  const moved = JSON.stringify({ putOffs: [{ ...one, place: other.place }] });
  for (const body of [moved, '{"putOffs":', JSON.stringify({ putOffs: [{ said: report.said }] }), "{}"])
    expect(await readPutOffs(body, masterKeys), body).toBe(undefined);
  const lost = async () => {
    throw new KeysUnusable("gone", "no key");
  };
  await expect(readPutOffs(first, lost)).rejects.toThrow(KeysUnusable);
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
  const { table, name, putOffs, due, readAll } = await aPlace(async () => ({ ...keys }));
  await putOffs.keep(report, morning);
  const { Items } = await table.send(new ScanCommand({ TableName: name }));
  expect(JSON.stringify(Items)).not.toMatch(/secret|bad\.example|r-1|hotline/);
  keys.keys.k2 = "another master key for tests that opens nothing";
  keys.current = "k2";
  expect(await readAll(await due(morning))).toEqual([[report]]);
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
    for (const { message } of found) seen.add(message);
    await Promise.all(found.map(({ done }) => done()));
  }
  expect(seen.size).toBe(750);
});
