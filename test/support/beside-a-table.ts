import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { createTable } from "../../infra/local/create-table.ts";
import { writeEndpoints } from "../../infra/local/endpoints.ts";
import { startDynamoDb } from "../../infra/local/servers/dynamodb.ts";
import type { Running } from "../../infra/local/servers/loopback.ts";
import { startSecretsManager } from "../../infra/local/servers/secrets-manager.ts";
import { type SqsServer, startSqs } from "../../infra/local/servers/sqs.ts";
import { aSettings } from "./a-case.ts";

const masterKeysSecret = "master-keys";
const keys = JSON.stringify({ current: "k1", k1: Buffer.alloc(32, 7).toString("base64") });

/**
 * Commands as they run on this machine: beside a table, queues and keys of their own, as a running `npm start` leaves
 * them in its folder; a new table for each test. `said`: what the command wrote.
 */
export const besideATable = () => {
  const folder = mkdtempSync(join(tmpdir(), "takedown-command-"));
  const before = { ...process.env };
  const said: string[] = [];
  let table: Running;
  let queues: SqsServer;
  let secrets: Running;
  let tables = 0;
  const tableName = () => `table-${tables}`;
  const sdk = () => ({
    AWS_ENDPOINT_URL_DYNAMODB: table.url,
    AWS_ENDPOINT_URL_SQS: queues.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  });
  beforeAll(async () => {
    [table, queues, secrets] = await Promise.all([
      startDynamoDb({ port: 0 }),
      startSqs({ port: 0 }),
      startSecretsManager({ port: 0, secrets: { [masterKeysSecret]: keys } }),
    ]);
  });
  afterAll(async () => {
    for (const name of Object.keys(sdk())) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    await Promise.all([table, queues, secrets].map((server) => server.close()));
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    said.length = 0;
    vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
    tables++;
    Object.assign(process.env, sdk());
    const client = new DynamoDBClient({});
    await createTable(client, tableName());
    client.destroy();
    const settingsFile = join(folder, "settings.json");
    writeFileSync(settingsFile, JSON.stringify(aSettings()));
    writeEndpoints(folder, {
      sdk: sdk(),
      tableName: tableName(),
      masterKeysSecret,
      reportQueues: { urgent: queues.queueUrl("report-urgent"), standard: queues.queueUrl("report-standard") },
      deadLetterUrls: { delivery: queues.deadLetterUrl("delivery") },
      hintQueueUrls: {
        "contact-urgent": queues.queueUrl("contact-urgent"),
        "contact-standard": queues.queueUrl("contact-standard"),
        "notice-urgent": queues.queueUrl("notice-urgent"),
        "notice-standard": queues.queueUrl("notice-standard"),
        "channel-urgent": queues.queueUrl("channel-urgent"),
        "channel-standard": queues.queueUrl("channel-standard"),
      },
      settingsFile,
      consoleUrl: "http://127.0.0.1:1/",
    });
  });
  afterEach(() => void vi.restoreAllMocks());
  return { folder, said, tableName };
};
