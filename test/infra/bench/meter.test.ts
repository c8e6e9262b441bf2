import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { counter, meterDynamoDb, meterEventBridge, meterSes, meterSqs } from "../../../infra/bench/cost/meter.ts";
import { createTable, indexes } from "../../../infra/local/create-table.ts";
import { startDynamoDb } from "../../../infra/local/servers/dynamodb.ts";
import { startEventBridge } from "../../../infra/local/servers/event-bridge.ts";
import { type Running, startHttp } from "../../../infra/local/servers/loopback.ts";
import { startSqs } from "../../../infra/local/servers/sqs.ts";

const account = { region: "us-east-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
const count = counter();
const running: Running[] = [];
const started = async <T extends Running>(server: Promise<T>): Promise<T> => {
  const one = await server;
  running.push(one);
  return one;
};
let table: DynamoDBClient;
beforeAll(async () => {
  Object.assign(process.env, {
    AWS_REGION: account.region,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  });
  const server = await started(startDynamoDb({ port: 0 }));
  await createTable(new DynamoDBClient({ ...account, endpoint: server.url }), "cases");
  table = new DynamoDBClient({ ...account, endpoint: (await started(meterDynamoDb(server.url, indexes, count))).url });
});
afterEach(() => void count.take());
afterAll(async () => {
  for (const server of running.reverse()) await server.close();
});

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: "STATE" } });
const used = () => count.take().used;
const put = (pk: string, text: string, dueAt?: string) =>
  table.send(
    new PutItemCommand({
      TableName: "cases",
      Item: {
        ...key(pk),
        text: { S: text },
        ...(dueAt !== undefined && { dueShard: { S: "due#1" }, dueAt: { S: dueAt } }),
      },
    }),
  );

test("a put is charged for the item and its index entry, and its weight is kept", async () => {
  await put("a", "x".repeat(1500), "2026-01-01");
  expect(used()).toEqual({
    "dynamoDb.writeUnits": 2 + 1,
    "dynamoDb.storedBytes": 100 + 3 + 7 + 4 + 1500 + 8 + 5 + 5 + 10,
  });
});

test("an update is charged by the whole item, not by what it changes", async () => {
  await put("b", "x".repeat(2500), "2026-01-01");
  used();
  const move = {
    TableName: "cases",
    Key: key("b"),
    UpdateExpression: "SET dueAt = :at",
    ExpressionAttributeValues: { ":at": { S: "2026-01-02" } },
  };
  await table.send(new UpdateItemCommand(move));
  expect(used()["dynamoDb.writeUnits"]).toBe(3 + 2);
});

test("a transaction is charged twice for each item, a condition that is only checked among them", async () => {
  await put("c", "x");
  used();
  await table.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: "cases", Item: { ...key("d"), text: { S: "x".repeat(1500) } } } },
        { ConditionCheck: { TableName: "cases", Key: key("c"), ConditionExpression: "attribute_exists(pk)" } },
      ],
    }),
  );
  expect(used()["dynamoDb.writeUnits"]).toBe(4 + 2);
});

test("a write whose condition fails is charged, and its failure comes through", async () => {
  await put("e", "x".repeat(1500));
  used();
  const again = table.send(
    new PutItemCommand({ TableName: "cases", Item: key("e"), ConditionExpression: "attribute_not_exists(pk)" }),
  );
  await expect(again).rejects.toBeInstanceOf(ConditionalCheckFailedException);
  expect(used()).toEqual({ "dynamoDb.writeUnits": 2, "dynamoDb.storedBytes": 0 });
});

test("reads are charged by what they find, and by each key where nothing is", async () => {
  await put("f", "x".repeat(5000));
  used();
  await table.send(new GetItemCommand({ TableName: "cases", Key: key("f"), ConsistentRead: true }));
  expect(used()).toEqual({ "dynamoDb.readUnits": 2 });
  await table.send(
    new BatchGetItemCommand({ RequestItems: { cases: { Keys: [key("f"), key("nothing"), key("none")] } } }),
  );
  expect(used()).toEqual({ "dynamoDb.readUnits": 1 + 0.5 + 0.5 });
  await table.send(
    new QueryCommand({
      TableName: "cases",
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: "f" } },
    }),
  );
  expect(used()).toEqual({ "dynamoDb.readUnits": 1 });
});

test("an operation whose price is not known ends the run", async () => {
  await expect(
    new DynamoDBClient({ ...account, endpoint: await table.config.endpoint?.(), maxAttempts: 1 }).send(
      new ScanCommand({ TableName: "cases" }),
    ),
  ).rejects.toThrow();
});

test("what a call waits for in Lambda adds up, one after the other", async () => {
  count.takeWaitedMs();
  await table.send(new GetItemCommand({ TableName: "cases", Key: key("a") }));
  await table.send(new GetItemCommand({ TableName: "cases", Key: key("a") }));
  expect(count.takeWaitedMs()).toBe(5 + 5);
});

test("calls side by side wait as long as the longest chain of them, and the next run begins at nothing", () => {
  const { begins, takeWaitedMs } = counter();
  const [read, write] = [begins("DynamoDB GetItem"), begins("DynamoDB TransactWriteItems")];
  read();
  const after = begins("DynamoDB GetItem");
  write();
  after();
  expect([takeWaitedMs(), takeWaitedMs()]).toEqual([15, 0]);
  begins("DynamoDB GetItem")();
  begins("SES SendRawEmail")();
  expect(takeWaitedMs()).toBe(5 + 75);
});

test("SQS is charged by the 64 KB, and on top for a message with a group", async () => {
  const server = await started(startSqs({ port: 0 }));
  const meter = await started(meterSqs(server.url, count));
  const sqs = new SQSClient({ ...account, endpoint: meter.url });
  const QueueUrl = server.queueUrl("reply").replace(server.url, meter.url);
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "{}" }));
  expect(used()).toEqual({ "sqs.requests": 1 });
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "x".repeat(100_000) }));
  expect(used()).toEqual({ "sqs.requests": 2 });
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "{}", MessageGroupId: "cert" }));
  expect(used()).toEqual({ "sqs.requests": 1, "sqs.fairRequests": 1 });
});

test("EventBridge is charged by the event", async () => {
  const server = await started(startEventBridge({ port: 0, onPut: () => {} }));
  const bus = new EventBridgeClient({ ...account, endpoint: (await started(meterEventBridge(server.url, count))).url });
  const entry = { Source: "takedown-dispatcher", DetailType: "Reporter news", Detail: "{}", EventBusName: "reporters" };
  await bus.send(new PutEventsCommand({ Entries: [entry, entry, entry] }));
  expect(used()).toEqual({ "eventBridge.events": 3 });
});

test("SES's mails are counted with the bytes of what was composed", async () => {
  const server = await started(
    startHttp(0, () => ({
      status: 200,
      headers: { "content-type": "text/xml" },
      body:
        "<SendRawEmailResponse><SendRawEmailResult><MessageId>m</MessageId></SendRawEmailResult>" +
        "</SendRawEmailResponse>",
    })),
  );
  const ses = new SESClient({ ...account, endpoint: (await started(meterSes(server.url, count))).url });
  await ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from("Subject: x\r\n\r\nText") } }));
  expect(used()).toEqual({ "ses.mails": 1, "ses.bytes": 18 });
});
