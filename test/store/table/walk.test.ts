import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { tableOf } from "../../../functions/store/table/table.ts";
import { dynamoWalk } from "../../../functions/store/table/walk.ts";
import { morning } from "../../support/a-case.ts";
import { aTableServer } from "../../support/a-table-server.ts";

const newTable = aTableServer();

test("how far new clocks have reached stands in the table, for every sweep, as it was noted last", async () => {
  const { client, name } = await newTable();
  const [one, other] = [dynamoWalk(tableOf(client, name)), dynamoWalk(tableOf(client, name))];
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
  const table = DynamoDBDocumentClient.from(client);
  await table.send(new PutCommand({ TableName: name, Item: { pk: "REACH", sk: "WALK", clocks: 7 } }));
  expect(await dynamoWalk(tableOf(client, name)).read()).toBeUndefined();
});
