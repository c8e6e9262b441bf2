import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetQueueAttributesCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dynamoBursts, readBursts } from "../../functions/adapters/dynamo-bursts.ts";
import { sqsPutBack } from "../../functions/adapters/sqs-put-back.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { tableName } from "../../infra/local/stand.ts";
import { recordOf } from "../../infra/local/work-queues.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aStand } from "../support/a-stand.ts";
import { counted } from "../support/counted.ts";

let house: Awaited<ReturnType<typeof aStand>>;
let table: DynamoDBDocumentClient;

beforeAll(async () => {
  house = await aStand();
  table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
}, 60_000);
afterAll(() => house.close());

const reporters = aSettings().reporters.map((reporter) => ({ ...reporter, reportsAMinute: 2 }));

test("counts a minute's reports for all processes together, by reporter and lane, and notes a burst", async () => {
  const [one, other] = [dynamoBursts(table, tableName, reporters), dynamoBursts(table, tableName, reporters)];
  const told = [
    await one.isOver("hotline", "standard", morning),
    await other.isOver("hotline", "standard", morning),
    await one.isOver("hotline", "standard", morning),
    await one.isOver("hotline", "standard", morning),
    await one.isOver("hotline", "urgent", morning),
    await one.isOver("cert", "standard", morning),
    await one.isOver("hotline", "standard", plusMinutes(morning, 1)),
  ];
  expect(told).toEqual([false, false, true, true, false, false, false]);
  expect(await readBursts(table, tableName)).toEqual([{ reporter: "hotline", lane: "standard", at: morning }]);
});

test("writes down every tenth report of a process, and lets in little more than the limit that they share", async () => {
  const many = aSettings().reporters.map((reporter) => ({ ...reporter, reportsAMinute: 300 }));
  const counting = counted(table);
  const processes = Array.from({ length: 10 }, () => dynamoBursts(counting.table, tableName, many));
  const later = plusMinutes(morning, 5);
  let letIn = 0;
  for (let report = 0; report < 1_000; report++) if (!(await processes[report % 10]?.isOver("hotline", "standard", later))) letIn++;
  expect(letIn).toBeGreaterThanOrEqual(300);
  expect(letIn).toBeLessThanOrEqual(400);
  // Each tenth, and one by each process to note the burst.
  expect(counting.calls()).toBeLessThanOrEqual(60);
  const next = plusMinutes(later, 1);
  for (let report = 0; report < 9; report++) expect(await processes[0]?.isOver("hotline", "standard", next)).toBe(false);
});

test("knows a report that was put back", async () => {
  const bursts = dynamoBursts(table, tableName, reporters);
  await bursts.notePutBack("hotline r-1", morning);
  expect([await bursts.wasPutBack("hotline r-1"), await bursts.wasPutBack("hotline r-2")]).toEqual([true, false]);
});

test("a message is put back as it came, a new one with its attributes, and hidden for its delay", async () => {
  const { queues, sqs } = house.stand;
  const QueueUrl = sqs.queueUrl("report-standard");
  const record = {
    ...recordOf("report-standard", { MessageId: "m-1", Body: "a report" }),
    messageAttributes: { source: { dataType: "String", stringValue: "crawler" } },
  };
  await sqsPutBack(queues)(record, QueueUrl, 0);
  const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ["All"], AttributeNames: ["All"] }));
  expect(
    Messages.map(({ Body, MessageAttributes, Attributes }) => [Body, MessageAttributes?.source?.StringValue, Attributes?.ApproximateReceiveCount]),
  ).toEqual([["a report", "crawler", "1"]]);
  await sqsPutBack(queues)(record, QueueUrl, 900);
  const { Attributes } = await queues.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
  expect(Attributes?.ApproximateNumberOfMessagesDelayed).toBe("1");
});

test("a message is put back fair by its reporter still", async () => {
  const sent: unknown[] = [];
  const client = { send: async ({ input }: { readonly input: unknown }) => void sent.push(input) } as unknown as Parameters<typeof sqsPutBack>[0];
  const bare = recordOf("report-standard", { Body: "a report" });
  await sqsPutBack(client)({ ...bare, attributes: { ...bare.attributes, MessageGroupId: "hotline" } }, "https://sqs.example/report-standard", 480);
  expect(sent).toEqual([
    { QueueUrl: "https://sqs.example/report-standard", MessageBody: "a report", DelaySeconds: 480, MessageAttributes: {}, MessageGroupId: "hotline" },
  ]);
});
