import { type Message, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sqsHints } from "../../functions/adapters/sqs-hints.ts";
import { aStand } from "../support/a-stand.ts";

let house: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => {
  house = await aStand();
});
afterAll(() => house.close());

const taken = async (queue: "contact-standard" | "notice-urgent" | "notice-standard"): Promise<readonly Message[]> => {
  const { queues, sqs } = house.stand;
  const { Messages = [] } = await queues.send(
    new ReceiveMessageCommand({
      QueueUrl: sqs.queueUrl(queue),
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 0,
      AttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    }),
  );
  return Messages;
};

test("a hint goes to the queue of its lane, fair by the reporter on whose account it is", async () => {
  const drop = sqsHints(house.stand.queues, JSON.parse(house.stand.variables.HINT_QUEUE_URLS ?? ""));
  await drop("send-notice", "urgent", { caseId: "TD-A" }, "hotline");
  await drop("send-notice", "urgent", { caseId: "TD-DIGEST" });
  const hints = (await taken("notice-urgent")).map(({ Body, Attributes, MessageAttributes }) => [
    Body,
    Attributes?.MessageGroupId,
    MessageAttributes,
  ]);
  expect(hints).toEqual([
    ['{"caseId":"TD-A"}', "hotline", undefined],
    ['{"caseId":"TD-DIGEST"}', undefined, undefined],
  ]);
});

test("a report's hint is on the account of the case's first reporter, and says nothing of the report", async () => {
  const { batch, report } = house;
  // Taken in by hand, so that its hint is left lying.
  const answer = await batch("report-standard", [
    report("r-1", { reporter: "cert", target: { url: "https://shop.bad.example/secret-path" } }),
  ]);
  expect(answer).toEqual({ batchItemFailures: [] });
  const [hint] = await taken("contact-standard");
  expect(hint?.Attributes?.MessageGroupId).toBe("cert");
  expect(JSON.stringify(hint)).not.toMatch(/bad\.example|secret/);

  // Once its contact is found, the notice's hint is on the same account, also after another
  // reporter has joined.
  await batch("report-standard", [
    report("r-2", { reporter: "hotline", target: { url: "https://shop.bad.example/secret-path" } }),
  ]);
  await batch("contact-standard", [hint?.Body ?? ""]);
  const [notice] = await taken("notice-standard");
  expect(notice?.Attributes?.MessageGroupId).toBe("cert");
});

test("a batch of look-ups puts each notice on its queue, on its own reporter's account", async () => {
  const { batch, report } = house;
  const reporters = { "b-1": "hotline", "b-2": "cert", "b-3": "hotline" };
  const queued = async () => new Set((await taken("contact-standard")).map(({ Body }) => Body ?? ""));
  const before = await queued();
  await batch(
    "report-standard",
    Object.entries(reporters).map(([id, reporter]) =>
      report(id, { reporter, target: { url: `https://${id}.bad.example/` } }),
    ),
  );
  const hints = [...(await queued())].filter((hint) => !before.has(hint));
  const known = (await taken("notice-standard")).length;
  expect(await batch("contact-standard", hints)).toEqual({ batchItemFailures: [] });
  const groups = (await taken("notice-standard")).slice(known).map(({ Attributes }) => Attributes?.MessageGroupId);
  expect(groups.sort()).toEqual(["cert", "hotline", "hotline"]);
});
