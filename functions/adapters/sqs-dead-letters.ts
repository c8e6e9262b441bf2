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
import { fail, ok, type Result } from "../kernel/result.ts";
import * as z from "../kernel/zod.ts";
import type { DeadLetters, Move, NotSentBack, SentBack } from "../review/dead-letters.ts";
import { realRests } from "../store/table/conflicts.ts";
import type { Table } from "../store/table/table.ts";

/** At everyday pace a message that fails again is seen before all have. */
const messagesPerSecond = 5;

const attributes = z.object({ QueueArn: z.string(), ApproximateNumberOfMessages: z.coerce.number() });
const note = z.object({
  sk: z.string(),
  by: z.string(),
  why: z.string(),
  messages: z.number(),
  unconfirmed: z.optional(z.literal(true)),
  refused: z.optional(z.string()),
});

const task = z.object({
  Status: z.string(),
  FailureReason: z.optional(z.string()),
  ApproximateNumberOfMessagesMoved: z._default(z.number(), 0),
});

/** Dead-letter queues are named by source (`infra/stack/constructs/hint-queue.ts`). */
export const sourceOf = (arnOrUrl: string): string => arnOrUrl.replace(/-dead-letters$/, "");

/** SQS gives up an order that it can't do within a second or two, and says so nowhere else. */
const watchesMs = [200, 400, 800, 1_200] as const;

export type DeadLettersAt = {
  readonly table: Table;
  readonly sqs: SQSClient;
  /** URLs of the dead-letter queues by the name of their source queue. */
  readonly urls: Readonly<Record<string, string>>;
  readonly rest?: (ms: number) => Promise<void>;
};

/** API Reference, ListMessageMoveTasksResultEntry, `Status`. */
const moveIn = ({ Status, FailureReason, ApproximateNumberOfMessagesMoved: moved }: z.infer<typeof task>): Move => {
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
  return attributes.parse(asked.Attributes);
};

const reasonIn = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}: ${error.message}`.replace(/\s+/g, " ").replace(/[.:] ?$/, "")
    : String(error);

/** SQS keeps a queue's tasks of the last days, newest first. */
const lastMoveOf = async (sqs: SQSClient, SourceArn: string): Promise<Move | undefined> => {
  try {
    const { Results = [] } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }));
    return Results[0] && moveIn(task.parse(Results[0]));
  } catch (error) {
    // A failure must neither hide the dead letters nor make an accepted order look refused.
    return { kind: "unreadable", reason: reasonIn(error) };
  }
};

/** SQS takes an order first and checks it afterwards. */
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

const lastSentBackOf = async (table: Table, queue: string): Promise<SentBack | undefined> => {
  const { items } = await table.page({ pk: `SENT-BACK#${queue}`, newestFirst: true });
  const last = items.map((item) => note.parse(item)).find(({ refused }) => refused === undefined);
  if (!last) return undefined;
  const { sk: at, by, why, messages, unconfirmed } = last;
  return { at, by, why, messages, ...(unconfirmed && { unconfirmed }) };
};

/** Why AWS refused a call. `undefined` where it may have been carried out, or none answered. */
const refusalIn = (error: unknown): string | undefined =>
  error instanceof SQSServiceException && error.$fault === "client" ? reasonIn(error) : undefined;

type Order = Result<number, Extract<NotSentBack, { kind: "refused" | "under-way" }>>;

const moveAll = async (sqs: SQSClient, SourceArn: string, messages: number): Promise<Order> => {
  try {
    await sqs.send(
      new StartMessageMoveTaskCommand({
        SourceArn,
        // By itself SQS finds it only for messages from a queue, not for those of EventBridge.
        DestinationArn: sourceOf(SourceArn),
        MaxNumberOfMessagesPerSecond: messagesPerSecond,
      }),
    );
    return ok(messages);
  } catch (error) {
    const reason = refusalIn(error);
    if (reason === undefined) throw error;
    // InvalidParameterValue has many meanings. Only its text says which.
    if (!/already a task running/i.test(reason)) return fail({ kind: "refused", reason });
    // After a retry it is this very order that runs: its first answer was lost.
    const { attempts = 1 } = (error as SQSServiceException).$metadata;
    return attempts > 1 ? ok(messages) : fail({ kind: "under-way" });
  }
};

/**
 * Dead letters in SQS. The table notes who sent them back. Network: to look, one GetQueueAttributes, one
 * ListMessageMoveTasks and one Query for each queue. To send back, one of each call below, a second note of the
 * outcome, and for all of them some looks at the progress. Throws what SQS and DynamoDB throw.
 */
export const sqsDeadLetters = ({ sqs, urls, table, rest = realRests.rest }: DeadLettersAt): DeadLetters => {
  return {
    look: () =>
      Promise.all(
        Object.entries(urls).map(async ([queue, url]) => {
          const [{ QueueArn, ApproximateNumberOfMessages: messages }, lastSentBack] = await Promise.all([
            attributesOf(sqs, url),
            lastSentBackOf(table, queue),
          ]);
          // After a few were sent back SQS knows of no task, or of an older one.
          const move = lastSentBack && (await lastMoveOf(sqs, QueueArn));
          return { queue, messages, ...(lastSentBack && { lastSentBack }), ...(move && { move }) };
        }),
      ),
    sendBack: async (queue, { at, by, why }, atMost) => {
      const url = Object.hasOwn(urls, queue) ? urls[queue] : undefined;
      if (url === undefined) return fail({ kind: "no-such-queue" });
      const { QueueArn, ApproximateNumberOfMessages } = await attributesOf(sqs, url);
      const about = Math.min(ApproximateNumberOfMessages, atMost ?? Number.POSITIVE_INFINITY);
      const write = (messages: number, state: { readonly unconfirmed?: true; readonly refused?: string } = {}) =>
        table.write({ put: { pk: `SENT-BACK#${queue}`, sk: at, by, why, messages, ...state } });
      // Noted first: nothing may move without a record of who moved it.
      await write(about, { unconfirmed: true });
      const order = await (atMost === undefined ? moveAll(sqs, QueueArn, about) : moveSome(sqs, url, atMost));
      if (!order.ok) {
        await write(about, { refused: order.error.kind === "refused" ? order.error.reason : order.error.kind });
        return order;
      }
      const messages = order.value;
      await write(messages);
      if (atMost !== undefined) return ok({ at, by, why, messages });
      const move = await watched(sqs, QueueArn, rest);
      return move?.kind === "gave-up"
        ? fail({ kind: "gave-up", reason: move.reason })
        : ok({ at, by, why, messages, ...(move && { move }) });
    },
  };
};

/** A move task takes all messages, not a number. Throws where AWS refuses after some were sent. */
const moveSome = async (sqs: SQSClient, url: string, atMost: number): Promise<Order> => {
  const to = sourceOf(url);
  let sent = 0;
  try {
    while (sent < atMost) {
      const { Messages } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          VisibilityTimeout: 30,
          // A short poll asks only some of SQS's servers, and may find nothing where something is.
          WaitTimeSeconds: 1,
          // By its older name, which the embedded SQS reads, too.
          AttributeNames: ["All"],
          MessageAttributeNames: ["All"],
        }),
      );
      const [message] = Messages ?? [];
      if (!message) break;
      const { Body: MessageBody, MessageAttributes, Attributes: { MessageGroupId } = {}, ReceiptHandle } = message;
      // Sent before it is deleted: cut off in between it is in both queues and counts once. Otherwise it would be
      // lost.
      await sqs.send(new SendMessageCommand({ QueueUrl: to, MessageBody, MessageAttributes, MessageGroupId }));
      sent++;
      await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
    }
  } catch (error) {
    const reason = refusalIn(error);
    if (sent > 0 || reason === undefined) throw error;
    return fail({ kind: "refused", reason });
  }
  return ok(sent);
};
