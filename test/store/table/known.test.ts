import { randomBytes } from "node:crypto";
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { dynamoKnown } from "../../../functions/store/table/known.ts";
import { dynamoRegistryPace } from "../../../functions/store/table/registry-pace.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { knownStoreContract } from "../../contracts/known-store.ts";
import { registryPaceContract } from "../../contracts/registry-pace.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { masterKeys } from "../../support/master-keys.ts";

const newTable = aTableServer();
const freshTable = async () => {
  const { client, name } = await newTable();
  return tableOf(client, name);
};

knownStoreContract("the store in DynamoDB", async () => dynamoKnown(await freshTable(), masterKeys));
registryPaceContract("the store in DynamoDB", async () => dynamoRegistryPace(await freshTable()));

test("what look-ups know, and of which domain they know it, can't be read off the table", async () => {
  const { client, name: TableName } = await newTable();
  const table = DynamoDBDocumentClient.from(client);
  const store = dynamoKnown(tableOf(client, TableName), masterKeys);
  const key = "domain#secret.bad.example";
  const kept = { text: "its desk is abuse@secret.bad.example", freshUntilMs: 1, keptUntilMs: 2 };
  await store.write(key, kept);
  expect(await store.claim(key, "holder", 10, 0)).toBe(true);
  const { Items = [] } = await table.send(new ScanCommand({ TableName }));
  expect(Items.map(({ sk }) => sk).sort()).toEqual(["KEPT", "TURN"]);
  const legible = JSON.stringify(
    Items.map((item) =>
      Object.values(item).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value)),
    ),
  );
  expect(legible).not.toMatch(/secret|example/);
  expect(await store.read([key, "domain#other.example"], 0)).toEqual(new Map([[key, kept]]));
  // What this program did not write is not known.
  const item = Items.find(({ sk }) => sk === "KEPT");
  await table.send(new PutCommand({ TableName, Item: { ...item, sealed: randomBytes(60) } }));
  expect(await store.read([key], 0)).toEqual(new Map());
});

test("after a rotation of the master keys nothing is known, so that registries are asked again", async () => {
  const table = await freshTable();
  await dynamoKnown(table, masterKeys).write("k", { text: "a", freshUntilMs: 1, keptUntilMs: 2 });
  const { keys } = await masterKeys();
  const after = dynamoKnown(table, async () => ({
    current: "k2",
    keys: { ...keys, k2: "the master key that came after" },
  }));
  expect(await after.read(["k"], 0)).toEqual(new Map());
});
