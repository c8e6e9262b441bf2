import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { make as findContact } from "../../functions/handlers/find-contact.ts";
import { make as followUp } from "../../functions/handlers/follow-up.ts";
import { make as sendNotice } from "../../functions/handlers/send-notice.ts";
import { make as takeInDelivery } from "../../functions/handlers/take-in-delivery.ts";
import { make as takeInReply } from "../../functions/handlers/take-in-reply.ts";
import { make as takeInReport } from "../../functions/handlers/take-in-report.ts";
import { make as tellChannel } from "../../functions/handlers/tell-channel.ts";
import { make as tellReporters } from "../../functions/handlers/tell-reporters.ts";
import type { Clock } from "../../functions/kernel/instant.ts";
import { checkerQueue } from "../../functions/report/own-queue.ts";
import {
  checkQueue,
  deliveryQueues,
  type QueueName,
  queues,
  type StageQueueName,
  topology,
} from "../stack/topology.ts";
import type { SesEvent } from "./servers/ses-events.ts";
import type { SqsServer } from "./servers/sqs.ts";
import type { Stand } from "./stand.ts";

const makers = {
  "take-in-report": takeInReport,
  "find-contact": findContact,
  "send-notice": sendNotice,
  "tell-channel": tellChannel,
  "take-in-delivery": takeInDelivery,
  "take-in-reply": takeInReply,
  "tell-reporters": tellReporters,
} as const;
const isFed = (name: string): name is keyof typeof makers => name in makers;

/** The queues as a consumer sees them, wherever their server runs. */
export type QueuesAt = { readonly queues: SQSClient; readonly sqs: Pick<SqsServer, "queueUrl" | "deadLetterUrl"> };

export type Feed = {
  readonly queue: StageQueueName;
  readonly batchSize: number;
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>;
};

/** The very functions that are deployed, made once and fed as `infra/stack/topology.ts` says. */
export const feedsOf = (
  stand: Pick<Stand, "variables" | "log" | "checks"> & { readonly clock: Clock },
): { readonly feeds: readonly Feed[]; readonly sweep: () => Promise<{ readonly looked: number }> } => {
  const feeds = Object.entries(topology).flatMap(([name, { fedBy, batchSize = 1 }]) => {
    if (!isFed(name) || typeof fedBy === "string") return [];
    const handler = makers[name](stand.variables, stand.clock, stand.log);
    return fedBy.map((queue) => ({ queue, batchSize, handler }));
  });
  const { checks } = stand;
  const answers = feeds.find(({ queue }) => queue === "report-standard");
  const checker: readonly Feed[] =
    checks && answers
      ? [
          { ...answers, queue: checkerQueue },
          { queue: checkQueue, batchSize: 5, handler: checks },
        ]
      : [];
  return { feeds: [...feeds, ...checker], sweep: followUp(stand.variables, stand.clock, stand.log) };
};

/** A message as Lambda hands it over. */
export const recordOf = (queue: StageQueueName, message: Message): SQSRecord => ({
  messageId: message.MessageId ?? "",
  receiptHandle: message.ReceiptHandle ?? "",
  body: message.Body ?? "",
  attributes: {
    ApproximateReceiveCount: message.Attributes?.ApproximateReceiveCount ?? "1",
    SentTimestamp: message.Attributes?.SentTimestamp ?? "0",
    SenderId: "local",
    ApproximateFirstReceiveTimestamp: message.Attributes?.ApproximateFirstReceiveTimestamp ?? "0",
  },
  messageAttributes: {},
  md5OfBody: message.MD5OfBody ?? "",
  eventSource: "aws:sqs",
  eventSourceARN: `arn:aws:sqs:us-east-1:123456789012:takedown-local-${queue}`,
  awsRegion: "us-east-1",
});

/** Puts one message on a queue. */
export const enqueue = async (
  { queues: client, sqs }: QueuesAt,
  queue: StageQueueName,
  body: string,
): Promise<void> => {
  await client.send(new SendMessageCommand({ QueueUrl: sqs.queueUrl(queue), MessageBody: body }));
};

/** Puts an event of SES on its lane's queue, as the rules on the bus do (`constructs/mail.ts`). */
export const enqueueEvent = (to: QueuesAt, event: SesEvent): Promise<void> =>
  enqueue(to, deliveryQueueOf(event), JSON.stringify(event));

/** The queue of a mail's lane, by the name of its configuration set, which ends in the lane's. */
export const deliveryQueueOf = ({ resources }: SesEvent): QueueName => {
  const lane = /-?(urgent|standard)$/.exec(String(resources))?.[1];
  if (lane !== "urgent" && lane !== "standard")
    throw new Error(`An event of SES names no lane's configuration set: ${String(resources)}.`);
  return deliveryQueues[lane];
};

/**
 * Takes one batch off a queue, runs its function, deletes what was done. What was kept for later is
 * made visible at once: nothing here waits for the real clock. Gives the number of messages that
 * were received.
 */
export const workBatch = async (
  { queues: client, sqs }: QueuesAt,
  { queue, batchSize, handler }: Feed,
  waitSeconds: number,
  signal?: AbortSignal,
): Promise<number> => {
  const QueueUrl = sqs.queueUrl(queue);
  const received = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: Math.min(batchSize, 10),
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ["All"],
      AttributeNames: ["All"],
    }),
    signal ? { abortSignal: signal } : {},
  );
  const messages = received.Messages ?? [];
  if (messages.length === 0) return 0;
  const { batchItemFailures } = await handler({ Records: messages.map((message) => recordOf(queue, message)) });
  const kept = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const done = messages.filter(({ MessageId }) => !kept.has(MessageId ?? ""));
  if (done.length > 0)
    await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: done.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle })),
      }),
    );
  for (const { MessageId, ReceiptHandle } of messages) {
    if (kept.has(MessageId ?? ""))
      await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  }
  return messages.length;
};

/** Works all queues until none holds anything, each lane beside the other. */
export const drain = async (stand: Stand, feeds: readonly Feed[]): Promise<void> => {
  for (;;) {
    const received = await Promise.all(feeds.map((feed) => workBatch(stand, feed, 0)));
    if (received.every((count) => count === 0)) return;
  }
};

/**
 * Messages that were received too often to be read again; they wait in the dead letters for a
 * person.
 */
export const deadLetters = async ({ queues: client, sqs }: QueuesAt): Promise<number> => {
  const names = Object.keys(queues).filter((name): name is QueueName => name in queues);
  const counts = await Promise.all(
    names.map(async (queue) => {
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: sqs.deadLetterUrl(queue), AttributeNames: ["All"] }),
      );
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};
