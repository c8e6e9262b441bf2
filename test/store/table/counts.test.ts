import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { dynamoCaseStore } from "../../../functions/store/table/case-store.ts";
import { opened } from "../../contracts/case-store/changes.ts";
import { morning } from "../../support/a-case.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { masterKeys } from "../../support/master-keys.ts";

const newTable = aTableServer();

test("a case by many changes writes lines of its own shard, a handful for each", async () => {
  const { client, name } = await newTable();
  const table = DynamoDBDocumentClient.from(client);
  const store = dynamoCaseStore(client, name, masterKeys);
  for (let number = 0; number < 40; number++) await store.commit(opened(`TD-S${number}`));
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": "COUNT#open#now" },
    }),
  );
  expect(Items.length).toBeGreaterThan(8);
  expect(Items.length).toBeLessThanOrEqual(16);
  expect((await store.counts("open", "now")).get("all")).toEqual({ standard: 40 });
  expect(await store.countedSince()).toBe(morning);
});
