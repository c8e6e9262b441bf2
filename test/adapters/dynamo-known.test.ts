import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { dynamoKnown } from "../../functions/adapters/dynamo-known.ts";
import { dynamoRegistryPace } from "../../functions/adapters/dynamo-registry-pace.ts";
import { createTable } from "../../infra/local/create-table.ts";
import { startDynamoDb } from "../../infra/local/servers/dynamodb.ts";
import type { Running } from "../../infra/local/servers/loopback.ts";
import { knownStoreContract } from "../contracts/known-store.ts";
import { registryPaceContract } from "../contracts/registry-pace.ts";

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

const freshTable = async () => {
  const name = `known-${tables++}`;
  await createTable(client, name);
  return [DynamoDBDocumentClient.from(client), name] as const;
};

knownStoreContract("the store in DynamoDB", async () => dynamoKnown(...(await freshTable())));
registryPaceContract("the store in DynamoDB", async () => dynamoRegistryPace(...(await freshTable())));
