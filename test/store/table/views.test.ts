import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { tableOf } from "../../../functions/store/table/table.ts";
import { dynamoViews } from "../../../functions/store/table/views.ts";
import { viewsContract } from "../../contracts/views.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { memoryViews } from "../../support/memory-views.ts";

const newTable = aTableServer();

viewsContract("the double", memoryViews);
viewsContract("DynamoDB", async () => {
  const { client, name } = await newTable();
  return dynamoViews(tableOf(client, name));
});

test("a view goes out of the table by itself a year after it was, and names nothing of the case", async () => {
  const { client, name } = await newTable();
  const table = DynamoDBDocumentClient.from(client);
  const views = dynamoViews(tableOf(client, name));
  const at = "2026-11-24T03:07:00.000Z";
  await views.note({ caseId: "TD-1", by: "jane", at });
  const { Items } = await table.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": "VIEWED#TD-1" },
    }),
  );
  expect(Items).toEqual([
    {
      pk: "VIEWED#TD-1",
      sk: expect.stringMatching(/^2026-11-24T03:00:00\.000Z#[0-9a-f]{16}$/),
      by: "jane",
      at,
      expiresAt: Date.parse("2027-11-25T03:07:00.000Z") / 1000,
    },
  ]);
  expect((await views.of("TD-1", 1, "no place")).items).toHaveLength(1);
});
