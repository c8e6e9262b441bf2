import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { dynamoSettings } from "../../../functions/store/table/settings.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { aRow, settingsStoreContract } from "../../contracts/settings-store.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { memorySettingsStore } from "../../support/memory-settings-store.ts";

const aTable = aTableServer();
const inDynamo = async () => {
  const { client, name: TableName } = await aTable();
  const table = DynamoDBDocumentClient.from(client);
  return { table, TableName, store: dynamoSettings(tableOf(client, TableName)) };
};

settingsStoreContract("the table", async () => (await inDynamo()).store);
settingsStoreContract("the double", memorySettingsStore);

const line = { at: "2026-11-24T03:00:00.000Z", by: ["jane"], why: "they asked", does: "add", ids: [] } as const;

test("a table that was restored to an earlier moment says so to who had seen more, and in the audit", async () => {
  const { table, TableName, store } = await inDynamo();
  await store.record({ rows: [aRow(1)], proposals: [], line }, 0);
  await table.send(new PutCommand({ TableName, Item: { pk: "SETTINGS", sk: "HEAD", version: 1, changedAt: line.at } }));
  expect(await store.record({ rows: [aRow(2)], proposals: [], line }, 3)).toEqual({
    ok: false,
    error: { kind: "went-back" },
  });
  expect((await store.audit(10)).map(({ does, version }) => [does, version])).toEqual([
    ["went-back", 1],
    ["add", 1],
  ]);
  expect((await store.audit(1))[0]?.why).toBe(
    "The table is at version 1, and 3 had been seen: it was restored to an earlier moment.",
  );
  expect((await store.read()).rows).toEqual([aRow(1)]);
});

test("more than a transaction holds is refused, and nothing of it is written", async () => {
  const { store } = await inDynamo();
  const rows = Array.from({ length: 3_000 }, (_, number) => aRow(number, { why: "w".repeat(2_000) }));
  expect(await store.record({ rows, proposals: [], line }, 0)).toEqual({ ok: false, error: { kind: "full" } });
  expect(await store.head()).toEqual({ version: 0 });
});

test.each([
  ["that says nothing", { id: "opt-out-9", kind: "opt-out" }],
  ["of a kind that a newer version knows", { ...aRow(9), kind: "no-mail-at-night" }],
])("a row %s is an error, and never passed over", async (_, row) => {
  const { table, TableName, store } = await inDynamo();
  await store.record({ rows: [aRow(1)], proposals: [], line }, 0);
  await table.send(
    new PutCommand({
      TableName,
      Item: { pk: "SETTINGS", sk: "ROWS#00", rows: JSON.stringify([row]), proposals: "[]" },
    }),
  );
  await expect(store.read()).rejects.toThrow();
  await table.send(new DeleteCommand({ TableName, Key: { pk: "SETTINGS", sk: "ROWS#00" } }));
});
