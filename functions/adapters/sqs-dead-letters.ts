import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
  SQSServiceException,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { fail, ok } from "../kernel/result.ts";
import type { DeadLetters, SentBack } from "../review/dead-letters.ts";

/** So that what comes back finds the functions at their everyday pace, and one that fails again is seen before all have. */
const messagesPerSecond = 5;

const attributes = z.object({ QueueArn: z.string(), ApproximateNumberOfMessages: z.coerce.number() });
const note = z.object({ sk: z.string(), by: z.string(), why: z.string(), messages: z.number() });

export type DeadLettersAt = {
  readonly sqs: SQSClient;
  /** URLs of the dead letters by the name of the queue that they came from. */
  readonly urls: Readonly<Record<string, string>>;
  readonly table: DynamoDBDocumentClient;
  readonly TableName: string;
};

/**
 * Dead letters in SQS; who sent them back is noted in the table. Network: to look, one GetQueueAttributes and one Query for
 * each queue; to send back, one of each call below. Throws what SQS and DynamoDB throw.
 */
export const sqsDeadLetters = ({ sqs, urls, table, TableName }: DeadLettersAt): DeadLetters => {
  const attributesOf = async (QueueUrl: string) => {
    const asked = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn", "ApproximateNumberOfMessages"] }));
    return attributes.parse(asked.Attributes);
  };
  const lastOf = async (queue: string): Promise<SentBack | undefined> => {
    const { Items } = await table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": `SENT-BACK#${queue}` },
        ScanIndexForward: false,
        Limit: 1,
      }),
    );
    if (!Items?.[0]) return undefined;
    const { sk: at, ...rest } = note.parse(Items[0]);
    return { at, ...rest };
  };
  return {
    look: () =>
      Promise.all(
        Object.entries(urls).map(async ([queue, url]) => {
          const [{ ApproximateNumberOfMessages: messages }, lastSentBack] = await Promise.all([attributesOf(url), lastOf(queue)]);
          return { queue, messages, ...(lastSentBack && { lastSentBack }) };
        }),
      ),
    sendBack: async (queue, { at, by, why }, atMost) => {
      const url = Object.hasOwn(urls, queue) ? urls[queue] : undefined;
      if (url === undefined) return fail({ kind: "no-such-queue" });
      const { QueueArn, ApproximateNumberOfMessages } = await attributesOf(url);
      const messages = Math.min(ApproximateNumberOfMessages, atMost ?? Number.POSITIVE_INFINITY);
      // Before it happens: nothing may move of which nobody knows by whom.
      await table.send(new PutCommand({ TableName, Item: { pk: `SENT-BACK#${queue}`, sk: at, by, why, messages } }));
      if (atMost !== undefined) return ok({ at, by, why, messages: await moveSome(sqs, url, atMost) });
      try {
        // Without a destination, each goes back to the queue that it came from (API Reference, StartMessageMoveTask).
        await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: QueueArn, MaxNumberOfMessagesPerSecond: messagesPerSecond }));
      } catch (error) {
        // InvalidParameterValue has many meanings; its text alone says which.
        if (error instanceof SQSServiceException && /already a task running/i.test(error.message)) return fail({ kind: "under-way" });
        throw error;
      }
      return ok({ at, by, why, messages });
    },
  };
};

/** A move task knows no number of messages, only all. */
const moveSome = async (sqs: SQSClient, url: string, atMost: number): Promise<number> => {
  const to = url.replace(/-dead-letters$/, "");
  for (let moved = 0; moved < atMost; moved++) {
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        VisibilityTimeout: 30,
        // A short poll asks some of SQS's servers only, and may find nothing where something is.
        WaitTimeSeconds: 1,
        // By its older name: both SQS and the embedded one read it.
        AttributeNames: ["All"],
        MessageAttributeNames: ["All"],
      }),
    );
    const [message] = Messages ?? [];
    if (!message) return moved;
    const { Body: MessageBody, MessageAttributes, Attributes: { MessageGroupId } = {}, ReceiptHandle } = message;
    // Sent before it is deleted: cut off in between it lies in both places and counts once, the other way round it is lost.
    await sqs.send(new SendMessageCommand({ QueueUrl: to, MessageBody, MessageAttributes, MessageGroupId }));
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
  }
  return atMost;
};
