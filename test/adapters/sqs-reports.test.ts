import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sourceOf } from "../../functions/adapters/sqs-dead-letters.ts";
import { sqsReports } from "../../functions/adapters/sqs-reports.ts";
import { aStand } from "../support/a-stand.ts";

let house: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => {
  house = await aStand();
});
afterAll(() => house.close());

const queuesByTheirDeadLetters = () => {
  const urls = JSON.parse(house.stand.variables.DEAD_LETTER_URLS ?? "");
  return { urgent: sourceOf(urls["report-urgent"]), standard: sourceOf(urls["report-standard"]) };
};

const bodiesOn = async (queue: "report-urgent" | "report-standard"): Promise<readonly string[]> => {
  const { queues, sqs } = house.stand;
  const { Messages = [] } = await queues.send(
    new ReceiveMessageCommand({ QueueUrl: sqs.queueUrl(queue), MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
  );
  return Messages.flatMap(({ Body }) => Body ?? []).sort();
};

test("reports go on the queue of their lane", async () => {
  const put = sqsReports(house.stand.queues, queuesByTheirDeadLetters());
  const done = await put([
    { body: "one", lane: "standard" },
    { body: "two", lane: "urgent" },
    { body: "three", lane: "standard" },
  ]);
  expect(done).toEqual({ left: [] });
  expect([await bodiesOn("report-urgent"), await bodiesOn("report-standard")]).toEqual([["two"], ["one", "three"]]);
});

test("what a queue does not take is given back, with the name of what went wrong", async () => {
  const { urgent } = queuesByTheirDeadLetters();
  const put = sqsReports(house.stand.queues, { urgent, standard: `${urgent}-that-is-not-there` });
  const { left, error } = await put([
    { body: "four", lane: "standard" },
    { body: "five", lane: "urgent" },
  ]);
  expect(left).toEqual([{ body: "four", lane: "standard" }]);
  expect(error).toBeDefined();
});
