import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sqsDeadLetters } from "../../functions/adapters/sqs-dead-letters.ts";
import type { DeadLetters } from "../../functions/review/dead-letters.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { tableName } from "../../infra/local/stand.ts";
import { type QueueName, queueNames } from "../../infra/stack/topology.ts";
import { morning } from "../support/a-case.ts";
import { aStand } from "../support/a-stand.ts";

let house: Awaited<ReturnType<typeof aStand>>;
let deadLetters: DeadLetters;
let at: Parameters<typeof sqsDeadLetters>[0];
beforeAll(async () => {
  house = await aStand();
  const { queues: sqs } = house.stand;
  const table = tableOf(new DynamoDBClient({}), tableName);
  at = { sqs, table, urls: JSON.parse(house.stand.variables.DEAD_LETTER_URLS ?? "") };
  deadLetters = sqsDeadLetters(at);
});
afterAll(() => house.close());

const jane = { at: morning, by: "jane", why: "The key's policy was wrong." };

/** A message that was left in every receive, so that SQS set it aside. */
const die = async (queue: QueueName, body: string) => {
  const { queues: sqs, sqs: server } = house.stand;
  const QueueUrl = server.queueUrl(queue);
  const dead = at.urls[queue] ?? "";
  const before = await countIn(dead);
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body, MessageGroupId: "cert" }));
  // A receive in the very millisecond of the one before finds nothing, so they can't be counted.
  for (let receives = 0; (await countIn(dead)) === before; receives++) {
    if (receives > 100) throw new Error(`SQS has not set "${body}" aside after ${receives} receives.`);
    await sqs.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0 }));
  }
};
const countIn = async (QueueUrl: string) => {
  const { Attributes } = await house.stand.queues.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages);
};
const taken = async (queue: QueueName, wait = 2) => {
  const QueueUrl = house.stand.sqs.queueUrl(queue);
  const bodies: string[] = [];
  for (;;) {
    const { Messages = [] } = await house.stand.queues.send(
      new ReceiveMessageCommand({
        QueueUrl,
        WaitTimeSeconds: bodies.length === 0 ? wait : 0,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 600,
        AttributeNames: ["All"],
      }),
    );
    if (Messages.length === 0) return bodies;
    bodies.push(
      ...Messages.map(
        ({ Body, Attributes }) =>
          `${Body} of ${Attributes?.MessageGroupId}, receive ${Attributes?.ApproximateReceiveCount}`,
      ),
    );
  }
};

test("all queues are counted, each by itself, with nobody who sent any back", async () => {
  await die("contact-urgent", "one");
  await die("contact-urgent", "two");
  const looked = await deadLetters.look();
  expect(looked).toEqual(queueNames.map((queue) => ({ queue, messages: queue === "contact-urgent" ? 2 : 0 })));
});

test("all go back to the queue that they came from as new ones, and who, when and why is noted", async () => {
  await die("delivery", "one");
  expect(await deadLetters.sendBack("delivery", jane)).toEqual({
    ok: true,
    value: { ...jane, messages: 1, move: { kind: "done", moved: 1 } },
  });
  expect(await taken("delivery", 10)).toEqual(["one of cert, receive 1"]);
  expect((await deadLetters.look()).find(({ queue }) => queue === "delivery")).toEqual({
    queue: "delivery",
    messages: 0,
    lastSentBack: { ...jane, messages: 1 },
    move: { kind: "done", moved: 1 },
  });
});

/** SQS that takes an order and says of it what the test tells it to. */
const aQueueWhoseTasks = (...says: readonly object[]) => {
  const asked: { readonly name: string; readonly input: Record<string, unknown> }[] = [];
  const told = [...says];
  const sqs = {
    send: async (command: {
      readonly constructor: { readonly name: string };
      readonly input: Record<string, unknown>;
    }) => {
      asked.push({ name: command.constructor.name, input: command.input });
      const QueueArn = "arn:aws:sqs:eu-central-1:123456789012:takedown-mine-delivery-dead-letters";
      if (command.constructor.name === "GetQueueAttributesCommand")
        return { Attributes: { QueueArn, ApproximateNumberOfMessages: "3" } };
      if (command.constructor.name === "ListMessageMoveTasksCommand")
        return { Results: [told.length > 1 ? told.shift() : told[0]] };
      return {};
    },
  };
  const rested: number[] = [];
  const url = "https://sqs.eu-central-1.amazonaws.com/123456789012/takedown-mine-delivery-dead-letters";
  const table = tableOf(new DynamoDBClient({}), tableName);
  const letters = sqsDeadLetters({
    sqs: sqs as unknown as Parameters<typeof sqsDeadLetters>[0]["sqs"],
    table,
    urls: { told: url },
    rest: async (ms) => void rested.push(ms),
  });
  return { letters, asked, rested };
};

describe("an order to send all back", () => {
  test("names where they go, since SQS does not know it of what EventBridge laid there", async () => {
    const { letters, asked } = aQueueWhoseTasks({ Status: "COMPLETED", ApproximateNumberOfMessagesMoved: 3 });
    await letters.sendBack("told", jane);
    expect(asked.find(({ name }) => name === "StartMessageMoveTaskCommand")?.input).toMatchObject({
      SourceArn: "arn:aws:sqs:eu-central-1:123456789012:takedown-mine-delivery-dead-letters",
      DestinationArn: "arn:aws:sqs:eu-central-1:123456789012:takedown-mine-delivery",
    });
  });

  test("that SQS takes and gives up a moment later is not said to be on its way, and its reason is given", async () => {
    const failed = {
      Status: "FAILED",
      FailureReason: "CouldNotDetermineMessageSource",
      ApproximateNumberOfMessagesMoved: 0,
    };
    const { letters } = aQueueWhoseTasks({ Status: "RUNNING" }, { Status: "RUNNING" }, failed);
    expect(await letters.sendBack("told", jane)).toEqual({
      ok: false,
      error: { kind: "gave-up", reason: "CouldNotDetermineMessageSource" },
    });
    expect((await letters.look())[0]?.move).toEqual({
      kind: "gave-up",
      moved: 0,
      reason: "CouldNotDetermineMessageSource",
    });
  });

  test("that goes on is said to, with how far it has come, after some seconds of watching", async () => {
    const { letters, rested } = aQueueWhoseTasks({ Status: "RUNNING", ApproximateNumberOfMessagesMoved: 2 });
    expect(await letters.sendBack("told", jane)).toMatchObject({
      ok: true,
      value: { move: { kind: "going-on", moved: 2 } },
    });
    expect(rested.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(5_000);
  });
});

test("a few go back alone, for a try, and the others lie where they lay", async () => {
  for (const body of ["one", "two", "three"]) await die("reply", body);
  const later = { ...jane, at: "2026-11-24T11:00:00.000Z" };
  expect(await deadLetters.sendBack("reply", later, 2)).toEqual({ ok: true, value: { ...later, messages: 2 } });
  expect((await taken("reply")).sort()).toEqual(["one of cert, receive 1", "two of cert, receive 1"]);
  expect(await countIn(house.stand.sqs.deadLetterUrl("reply"))).toBe(1);
  expect(await deadLetters.sendBack("reply", later, 9)).toEqual({ ok: true, value: { ...later, messages: 1 } });
});

test("a second order while they are on their way finds them under way", async () => {
  for (const body of ["1", "2", "3", "4", "5", "6", "7", "8"]) await die("notice-urgent", body);
  const impatient = sqsDeadLetters({ ...at, rest: async () => {} });
  expect(await impatient.sendBack("notice-urgent", jane)).toMatchObject({
    ok: true,
    value: { move: { kind: "going-on" } },
  });
  expect(await impatient.sendBack("notice-urgent", jane)).toEqual({ ok: false, error: { kind: "under-way" } });
});

test.each(["payments", "__proto__", ""])("there is no queue %j", async (queue) => {
  expect(await deadLetters.sendBack(queue, jane)).toEqual({ ok: false, error: { kind: "no-such-queue" } });
});
