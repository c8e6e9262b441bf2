import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dynamoCaseStore } from "../../functions/adapters/dynamo-case-store.ts";
import { createTable } from "../../infra/local/create-table.ts";
import { startDynamoDb } from "../../infra/local/servers/dynamodb.ts";
import type { Running } from "../../infra/local/servers/loopback.ts";
import { caseStoreContract } from "../contracts/case-store.ts";

let server: Running;
let client: DynamoDBClient;
let tables = 0;

beforeAll(async () => {
  server = await startDynamoDb({ port: 0 });
  client = new DynamoDBClient({ endpoint: server.url, region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } });
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

const freshStore = async () => {
  const name = `cases-${tables++}`;
  await createTable(client, name);
  return dynamoCaseStore(client, name);
};

caseStoreContract("the store in DynamoDB", freshStore);

test("throws when there is no table, so that the message goes back to its queue", async () => {
  const store = dynamoCaseStore(client, "no-such-table");
  await expect(store.read("TD-A")).rejects.toThrow();
});
