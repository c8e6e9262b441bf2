import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
  SQSServiceException,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { once } from "../kernel/once.ts";
import { fail, ok } from "../kernel/result.ts";
import * as z from "../kernel/zod.ts";
import type { DeadLetters, Move, SentBack } from "../review/dead-letters.ts";
import { PutCommand, QueryCommand } from "./document-client.ts";
import type { InTable } from "./in-table.ts";
import { realRests } from "./table-conflicts.ts";

/**
 * So that what comes back finds the functions at their everyday pace, and one that fails again is
 * seen before all have.
 */
const messagesPerSecond = 5;

const attributes = once(() => z.object({ QueueArn: z.string(), ApproximateNumberOfMessages: z.coerce.number() }));
const note = once(() => z.object({ sk: z.string(), by: z.string(), why: z.string(), messages: z.number() }));

const task = once(() =>
  z.object({
    Status: z.string(),
    FailureReason: z.optional(z.string()),
    ApproximateNumberOfMessagesMoved: z._default(z.number(), 0),
  }),
);

/** A dead letters' queue is named by its source (`infra/stack/constructs/hint-queue.ts`). */
export const sourceOf = (arnOrUrl: string): string => arnOrUrl.replace(/-dead-letters$/, "");

/**
 * So long an order is watched, in all: SQS gives up what it cannot do within a second or two, and
 * says so nowhere else.
 */
const watchesMs = [200, 400, 800, 1_200] as const;

export type DeadLettersAt = InTable & {
  readonly sqs: SQSClient;
  /** URLs of the dead letters by the name of the queue that they came from. */
  readonly urls: Readonly<Record<string, string>>;
  readonly rest?: (ms: number) => Promise<void>;
};

/** API Reference, ListMessageMoveTasksResultEntry, `Status`. */
const moveIn = ({
  Status,
  FailureReason,
  ApproximateNumberOfMessagesMoved: moved,
}: z.infer<ReturnType<typeof task>>): Move => {
  if (Status === "COMPLETED") return { kind: "done", moved };
  if (Status === "RUNNING") return { kind: "going-on", moved };
  return {
    kind: "gave-up",
    moved,
    reason: FailureReason ?? (Status === "FAILED" ? "SQS gives no reason" : "somebody stopped it"),
  };
};

const attributesOf = async (sqs: SQSClient, QueueUrl: string) => {
  const asked = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn", "ApproximateNumberOfMessages"] }),
  );
  return attributes().parse(asked.Attributes);
};

/** SQS keeps the tasks of a queue's last days, the newest first. */
const lastMoveOf = async (sqs: SQSClient, SourceArn: string): Promise<Move | undefined> => {
  const { Results = [] } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }));
  return Results[0] && moveIn(task().parse(Results[0]));
};

/** SQS takes an order first and looks afterwards whether it can carry it out. */
const watched = async (
  sqs: SQSClient,
  SourceArn: string,
  rest: (ms: number) => Promise<void>,
): Promise<Move | undefined> => {
  let move = await lastMoveOf(sqs, SourceArn);
  for (const ms of watchesMs) {
    if (move?.kind !== "going-on") return move;
    await rest(ms);
    move = await lastMoveOf(sqs, SourceArn);
  }
  return move;
};

const lastSentBackOf = async ({ table, TableName }: InTable, queue: string): Promise<SentBack | undefined> => {
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
  const { sk: at, ...rest } = note().parse(Items[0]);
  return { at, ...rest };
};

/**
 * Dead letters in SQS; who sent them back is noted in the table. Network: to look, one
 * GetQueueAttributes, one ListMessageMoveTasks and one Query for each queue; to send back, one of
 * each call below, and for all of them some looks at how it goes. Throws what SQS and DynamoDB
 * throw.
 */
export const sqsDeadLetters = ({ sqs, urls, table, TableName, rest = realRests.rest }: DeadLettersAt): DeadLetters => {
  return {
    look: () =>
      Promise.all(
        Object.entries(urls).map(async ([queue, url]) => {
          const [{ QueueArn, ApproximateNumberOfMessages: messages }, lastSentBack] = await Promise.all([
            attributesOf(sqs, url),
            lastSentBackOf({ table, TableName }, queue),
          ]);
          // Who sent a few back moved them here; SQS knows of no task then, or of one before.
          const move = lastSentBack && (await lastMoveOf(sqs, QueueArn));
          return { queue, messages, ...(lastSentBack && { lastSentBack }), ...(move && { move }) };
        }),
      ),
    sendBack: async (queue, { at, by, why }, atMost) => {
      const url = Object.hasOwn(urls, queue) ? urls[queue] : undefined;
      if (url === undefined) return fail({ kind: "no-such-queue" });
      const { QueueArn, ApproximateNumberOfMessages } = await attributesOf(sqs, url);
      const messages = Math.min(ApproximateNumberOfMessages, atMost ?? Number.POSITIVE_INFINITY);
      // Before it happens: nothing may move of which nobody knows by whom.
      await table.send(new PutCommand({ TableName, Item: { pk: `SENT-BACK#${queue}`, sk: at, by, why, messages } }));
      if (atMost !== undefined) return ok({ at, by, why, messages: await moveSome(sqs, url, atMost) });
      try {
        // The destination is named: by itself SQS finds it only for what came from a queue, and not
        // for what EventBridge laid there.
        const DestinationArn = sourceOf(QueueArn);
        await sqs.send(
          new StartMessageMoveTaskCommand({
            SourceArn: QueueArn,
            DestinationArn,
            MaxNumberOfMessagesPerSecond: messagesPerSecond,
          }),
        );
      } catch (error) {
        // InvalidParameterValue has many meanings; its text alone says which.
        if (error instanceof SQSServiceException && /already a task running/i.test(error.message))
          return fail({ kind: "under-way" });
        throw error;
      }
      const move = await watched(sqs, QueueArn, rest);
      return move?.kind === "gave-up"
        ? fail({ kind: "gave-up", reason: move.reason })
        : ok({ at, by, why, messages, ...(move && { move }) });
    },
  };
};

/** A move task knows no number of messages, only all. */
const moveSome = async (sqs: SQSClient, url: string, atMost: number): Promise<number> => {
  const to = sourceOf(url);
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
    // Sent before it is deleted: cut off in between it lies in both places and counts once, the
    // other way round it is lost.
    await sqs.send(new SendMessageCommand({ QueueUrl: to, MessageBody, MessageAttributes, MessageGroupId }));
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
  }
  return atMost;
};
