import { expect, test } from "vitest";
import { DocumentClient, PutCommand } from "../../functions/adapters/document-client.ts";
import { dynamoWalk } from "../../functions/adapters/dynamo-walk.ts";
import { morning } from "../support/a-case.ts";
import { aTableServer } from "../support/a-table-server.ts";

const newTable = aTableServer();

test("how far new clocks have reached stands in the table, for every sweep, as it was noted last", async () => {
  const { client, name } = await newTable();
  const table = DocumentClient.from(client);
  const [one, other] = [dynamoWalk(table, name), dynamoWalk(table, name)];
  expect(await one.read()).toBeUndefined();
  for (const walk of [
    { clocks: "one", since: morning, cursor: "further" },
    { clocks: "one", since: morning, isDone: true },
    { clocks: "other", since: morning },
  ] as const) {
    await one.note(walk);
    expect(await other.read()).toEqual(walk);
  }
});

test("what can't be read is a walk that has not begun", async () => {
  const { client, name } = await newTable();
  const table = DocumentClient.from(client);
  await table.send(new PutCommand({ TableName: name, Item: { pk: "REACH", sk: "WALK", clocks: 7 } }));
  expect(await dynamoWalk(table, name).read()).toBeUndefined();
});
