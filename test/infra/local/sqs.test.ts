import { createServer } from "node:net";
import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { afterEach, expect, it } from "vitest";
import { startSqs } from "../../../infra/local/servers/sqs.ts";
import { receivesAtMost } from "../../../infra/stack/sizes.ts";
import { visibilitySeconds } from "../../../infra/stack/topology.ts";
import { local } from "./clients.ts";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const started = async (options: { visibilitySeconds?: number } = {}) => {
  const server = await startSqs({ port: 0, ...options });
  const client = new SQSClient(local(server.url));
  ends.push(server.close, () => client.destroy());
  return { server, client };
};

it("has every queue of the topology, with its visibility and its dead letters", async () => {
  const { server, client } = await started();
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: server.queueUrl("notice-urgent"), AttributeNames: ["All"] }),
  );
  expect(Attributes?.VisibilityTimeout).toBe(String(visibilitySeconds("notice-urgent")));
  expect(JSON.parse(Attributes?.RedrivePolicy ?? "{}")).toMatchObject({
    maxReceiveCount: receivesAtMost,
    deadLetterTargetArn: expect.stringMatching(/:notice-urgent-dead-letters$/),
  });
});

it("listens on loopback alone", async () => {
  const { server } = await started();
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(server.queueUrl("reply")).toBe(`${server.url}/123456789012/reply`);
});

it("hands a message that is left again and again to the dead letters", async () => {
  const { server, client } = await started();
  const QueueUrl = server.queueUrl("delivery");
  await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: "1", MessageBody: "poison" }] }));
  for (let receives = 0; receives < receivesAtMost; receives++)
    expect(
      (
        await client.send(
          new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 2, MaxNumberOfMessages: 1, VisibilityTimeout: 0 }),
        )
      ).Messages,
    ).toHaveLength(1);
  const dead = await client.send(
    new ReceiveMessageCommand({ QueueUrl: server.deadLetterUrl("delivery"), WaitTimeSeconds: 1 }),
  );
  expect(dead.Messages?.[0]?.Body).toBe("poison");
});

it("does not count it as a receive when a message is put back early", async () => {
  const { server, client } = await started();
  const QueueUrl = server.queueUrl("delivery");
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: "again" }));
  const receive = async () =>
    (
      await client.send(
        new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 2, MaxNumberOfMessages: 1, AttributeNames: ["All"] }),
      )
    ).Messages?.[0];
  const first = await receive();
  await client.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: 0 }),
  );
  expect((await receive())?.Attributes).toMatchObject({ ApproximateReceiveCount: "2" });
});

it("says in one sentence that its port is taken", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  ends.push(() => new Promise<void>((resolve) => other.close(() => resolve())));
  const { port } = other.address() as { port: number };
  await expect(startSqs({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is used by another program.`);
});
