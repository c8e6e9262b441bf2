import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { SQSRecord } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventBridgeNews } from "../../functions/adapters/event-bridge-news.ts";
import { open } from "../../functions/case/advance.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { make } from "../../functions/handlers/tell-reporters.ts";
import type { ReporterNews } from "../../functions/news/reporter-news.ts";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { createTable } from "../../infra/local/create-table.ts";
import { historyStream } from "../../infra/local/history-feed.ts";
import { startDynamoDb } from "../../infra/local/servers/dynamodb.ts";
import { type PutEvent, startEventBridge } from "../../infra/local/servers/event-bridge.ts";
import type { Running } from "../../infra/local/servers/loopback.ts";
import { startSecretsManager } from "../../infra/local/servers/secrets-manager.ts";
import { startSqs } from "../../infra/local/servers/sqs.ts";
import { recordOf } from "../../infra/local/work-queues.ts";
import { local } from "../infra/local/clients.ts";
import { anOpening, aReport, aSettings, morning } from "../support/a-case.ts";
import { masterKeys } from "../support/master-keys.ts";

const asSecret = async () => {
  const { current, keys } = await masterKeys();
  return JSON.stringify({ current, ...keys });
};
const stream = historyStream();
const put: PutEvent[] = [];
const servers: Running[] = [];
const environment = { ...process.env };
let store: ReturnType<typeof dynamoCaseStore>;
let bus: EventBridgeClient;
let queues: SQSClient;
let historyQueue: string;

beforeAll(async () => {
  const dynamo = await startDynamoDb({ port: 0, onRecords: stream.put });
  const eventBridge = await startEventBridge({ port: 0, onPut: (event) => put.push(event) });
  const secrets = await startSecretsManager({ port: 0, secrets: { "master-keys": await asSecret() } });
  const sqs = await startSqs({ port: 0 });
  historyQueue = sqs.queueUrl("history-retry");
  servers.push(dynamo, eventBridge, secrets, sqs);
  Object.assign(process.env, {
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.url,
    AWS_ENDPOINT_URL_EVENTBRIDGE: eventBridge.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    AWS_ENDPOINT_URL_SQS: sqs.url,
  });
  queues = new SQSClient(local(sqs.url));
  const client = new DynamoDBClient(local(dynamo.url));
  await createTable(client, "cases");
  store = dynamoCaseStore(client, "cases", masterKeys);
  bus = new EventBridgeClient(local(eventBridge.url));
});
afterAll(async () => {
  // In place: what stubs the environment for a later file holds the object that was there first.
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  for (const server of servers) await server.close();
});
beforeEach(() => {
  put.length = 0;
});

const clock = { now: () => morning };
const said: string[] = [];
const log = {
  info: () => {},
  error: (code: string, fields?: object) => void said.push(JSON.stringify({ code, ...fields })),
};
const handler = () =>
  make(
    {
      TABLE_NAME: "cases",
      MASTER_KEYS_SECRET: "master-keys",
      EVENT_BUS_NAME: "takedown-test-reporters",
      HISTORY_QUEUE_URL: historyQueue,
    },
    clock,
    log,
  );
const work = () => ({ store, policyOf: policyOf(aSettings()), clock, dropHint: async () => {} });

const opened = async (caseId: string) => {
  const advanced = open({ ...anOpening({}), caseId }, policyOf(aSettings()));
  await store.commit({
    ...changeOf(advanced, morning),
    reportKeys: [`hotline/${caseId}`],
    targetKey: { key: caseId, does: "claim" },
  });
};
/** What waits on the queue of lines that are tried again, as Lambda hands it over; it is taken off. */
const waiting = async (): Promise<readonly SQSRecord[]> => {
  const request = { QueueUrl: historyQueue, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 };
  const { Messages = [] } = await queues.send(new ReceiveMessageCommand(request));
  for (const { ReceiptHandle } of Messages)
    await queues.send(new DeleteMessageCommand({ QueueUrl: historyQueue, ReceiptHandle }));
  return Messages.map((one) => recordOf("history-retry", one));
};
const owes = (caseId: string, version: number) => ({ caseId, version, duty: "reporters" });
const bodiesOf = (records: readonly SQSRecord[]) => records.map(({ body }) => JSON.parse(body) as unknown);
const details = (): readonly ReporterNews[] => put.map(({ Detail }) => JSON.parse(Detail) as ReporterNews);

describe("tell-reporters", () => {
  test("puts on the bus what each line of history holds, as it was written to the table", async () => {
    await opened("TD-A");
    await changeCase(work(), "TD-A", () => [
      { type: "joined", at: morning, report: aReport({ reporter: "cert", reportId: "c-1" }) },
    ]);
    await changeCase(work(), "TD-A", () => [{ type: "closed", at: morning, outcome: "removed", why: "it is gone" }]);
    const Records = [...stream.take(100)];
    expect(Records.map(({ dynamodb }) => dynamodb?.Keys?.sk?.S)).toEqual([
      "EVENT#000001",
      "EVENT#000002",
      "EVENT#000003",
    ]);
    await handler()({ Records, shardId: stream.shardId });
    const history = await store.history("TD-A");
    expect(details()).toEqual(newsIn("TD-A", history));
    expect(details().map(({ reporter, happened }) => `${reporter} ${happened}`)).toEqual([
      "hotline taken-in",
      "cert joined",
      "hotline closed",
      "cert closed",
    ]);
    expect(put[0]).toMatchObject({
      EventBusName: "takedown-test-reporters",
      Source: "takedown-dispatcher",
      DetailType: "Reporter news",
    });
  });

  test("tells from the queue what EventBridge did not take, each line for itself, with the same ids", async () => {
    await opened("TD-G");
    await changeCase(work(), "TD-G", () => [{ type: "closed", at: morning, outcome: "removed", why: "it is gone" }]);
    const Records = [...stream.take(100)];
    const url = process.env.AWS_ENDPOINT_URL_EVENTBRIDGE;
    process.env.AWS_ENDPOINT_URL_EVENTBRIDGE = "http://127.0.0.1:9";
    expect(await handler()({ Records, shardId: stream.shardId })).toEqual({ state: {}, batchItemFailures: [] });
    process.env.AWS_ENDPOINT_URL_EVENTBRIDGE = url;
    expect(put).toEqual([]);
    const messages = await waiting();
    expect(bodiesOf(messages)).toEqual([owes("TD-G", 1), owes("TD-G", 2)]);
    await handler()({ Records: messages });
    expect(details()).toEqual(newsIn("TD-G", await store.history("TD-G")));
  });

  test("tells each of a case's reports of a step, also those whose names the case does not hold itself", async () => {
    await opened("TD-H");
    for (let n = 2; n <= 14; n++)
      await changeCase(work(), "TD-H", () => [
        { type: "joined", at: morning, report: aReport({ reporter: "cert", reportId: `c-${n}` }) },
      ]);
    await changeCase(work(), "TD-H", () => [{ type: "closed", at: morning, outcome: "removed", why: "it is gone" }]);
    await handler()({ Records: [...stream.take(100)], shardId: stream.shardId });
    const closed = details().filter(({ happened }) => happened === "closed");
    expect(closed.flatMap(({ reportId, alsoReportIds = [] }) => [reportId, ...alsoReportIds])).toEqual([
      "r-1",
      ...Array.from({ length: 13 }, (_, n) => `c-${n + 2}`),
    ]);
    // Several requests of ten are under way at a time.
    expect(new Set(details())).toEqual(new Set(newsIn("TD-H", await store.history("TD-H"))));
  });

  test("is not made without a table, its master keys, a bus and the queue of what is tried again", () => {
    const needs = ["TABLE_NAME", "MASTER_KEYS_SECRET", "EVENT_BUS_NAME", "HISTORY_QUEUE_URL"] as const;
    const whole = Object.fromEntries(needs.map((name) => [name, "there"]));
    for (const name of needs)
      expect(() => make({ ...whole, [name]: undefined }, clock, log)).toThrow(`${name} is missing`);
  });
});

describe("the table's stream on loopback", () => {
  test("hands over new lines of history alone: no state, no index, and no line that is written anew", async () => {
    await opened("TD-D");
    await changeCase(work(), "TD-D", () => [{ type: "held", at: morning, by: "jane", why: "asked" }]);
    expect(stream.take(100).map(({ dynamodb }) => dynamodb?.Keys?.sk?.S)).toEqual(["EVENT#000001", "EVENT#000002"]);
  });
});

describe("news on EventBridge", () => {
  const news = (number: number): ReporterNews => ({
    version: 1,
    id: `TD-E/${number}`,
    reporter: "hotline",
    reportId: `r-${number}`,
    caseId: "TD-E",
    category: "phishing",
    caseVersion: 1,
    at: morning,
    happened: "taken-in",
  });

  test("goes out ten at a time, all of it", async () => {
    const many = Array.from({ length: 123 }, (_, number) => news(number));
    await eventBridgeNews(bus, "bus")(many);
    expect(new Set(details().map(({ id }) => id))).toEqual(new Set(many.map(({ id }) => id)));
    expect(put).toHaveLength(123);
  });

  test("throws when EventBridge takes a request and not all of its entries", async () => {
    const takesSome = {
      send: async () => ({ FailedEntryCount: 1, Entries: [{ ErrorCode: "ThrottlingException" }] }),
    } as unknown as EventBridgeClient;
    await expect(eventBridgeNews(takesSome, "bus")([news(1), news(2)])).rejects.toThrow(
      "EventBridge did not take 1 of 2 pieces of news.",
    );
  });
});
