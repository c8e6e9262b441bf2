import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { createTable } from "../../infra/local/create-table.ts";
import { startDynamoDb } from "../../infra/local/servers/dynamodb.ts";
import type { Running } from "../../infra/local/servers/loopback.ts";

/**
 * A DynamoDB on loopback for the tests of one file; each call of what it gives makes a table of its
 * own.
 */
export const aTableServer = () => {
  let server: Running;
  let client: DynamoDBClient;
  let tables = 0;
  beforeAll(async () => {
    server = await startDynamoDb({ port: 0 });
    client = new DynamoDBClient({
      endpoint: server.url,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
  });
  return async () => {
    const name = `table-${tables++}`;
    await createTable(client, name);
    return { client, name };
  };
};
