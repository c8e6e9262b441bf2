import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll } from "vitest";
import type { CaseStore } from "../../functions/store/ports.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { createTable } from "../../infra/local/create-table.ts";
import { startDynamoDb, type TableOptions } from "../../infra/local/servers/dynamodb.ts";
import type { Running } from "../../infra/local/servers/loopback.ts";
import { masterKeys } from "./master-keys.ts";

/**
 * A DynamoDB on loopback for the tests of one file; each call of what it gives makes a table of its
 * own.
 */
export const aTableServer = (onRecords?: TableOptions["onRecords"]) => {
  let server: Running;
  let client: DynamoDBClient;
  let tables = 0;
  beforeAll(async () => {
    server = await startDynamoDb({ port: 0, ...(onRecords && { onRecords }) });
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

/** Case stores on such tables, each on one of its own. */
export const aTableStore = () => {
  const aTable = aTableServer();
  return async (): Promise<CaseStore> => {
    const { client, name } = await aTable();
    return dynamoCaseStore(client, name, masterKeys);
  };
};
