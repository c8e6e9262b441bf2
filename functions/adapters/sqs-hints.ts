import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Lane } from "../report/category.ts";
import type { DropHint } from "../store/work.ts";

export type Hints = {
  readonly dropHint: DropHint;
  /**
   * Runs one of several concurrent steps. A standard-lane hint waits until each of them has ended or waits, too.
   * Then all go in one request for each queue. Without it, and in the urgent lane, a hint goes at once.
   */
  readonly beside: <T>(step: () => Promise<T>) => Promise<T>;
};

/** SQS did not take one hint of a batch. */
class HintNotTaken extends Error {
  override name = "HintNotTaken";
}

/** By name, with the report queues for the sweep. Absent where a function drops no hints. */
export type HintQueueUrls = Partial<Readonly<Record<`${"contact" | "notice" | "channel" | "report"}-${Lane}`, string>>>;

type Message = { readonly MessageBody: string; readonly MessageGroupId?: string };
type Waiting = {
  readonly QueueUrl: string;
  readonly message: Message;
  readonly taken: () => void;
  readonly failed: (error: unknown) => void;
};

/** SQS's limit a request (SQS Developer Guide, "Amazon SQS batch actions"). */
const batchAtMost = 10;

/**
 * Drops hints on the queue of the case's lane, which SQS keeps fair by reporter (SQS Developer Guide, "Amazon SQS
 * fair queues"): the group is the reporter's id and nothing of what was reported. A hint without one is a tenant of
 * its own. The settings' rule for ids keeps within a group's limits. Network: one SendMessage, or a share of one
 * SendMessageBatch. Throws what SQS throws, and for each hint that SQS did not take of a batch.
 */
export const sqsHints = (client: SQSClient, urls: HintQueueUrls): Hints => {
  const queueOf = { "find-contact": "contact", "send-notice": "notice", "tell-channel": "channel" } as const;
  let running = 0;
  let waiting: readonly Waiting[] = [];

  const sendBatch = async (QueueUrl: string, batch: readonly Waiting[]): Promise<void> => {
    const [first, second] = batch;
    try {
      if (first && !second) {
        await client.send(new SendMessageCommand({ QueueUrl, ...first.message }));
        first.taken();
        return;
      }
      const Entries = batch.map(({ message }, at) => ({ Id: String(at), ...message }));
      const { Successful = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      const ids = new Set(Successful.map(({ Id }) => Id));
      for (const [at, { taken, failed }] of batch.entries()) {
        if (ids.has(String(at))) taken();
        else failed(new HintNotTaken("SQS took others of its batch."));
      }
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  };

  const sendWhenAllWait = (): void => {
    if (waiting.length < running) return;
    const all = waiting;
    waiting = [];
    for (const QueueUrl of new Set(all.map((one) => one.QueueUrl))) {
      const those = all.filter((one) => one.QueueUrl === QueueUrl);
      for (let from = 0; from < those.length; from += batchAtMost)
        void sendBatch(QueueUrl, those.slice(from, from + batchAtMost));
    }
  };

  return {
    dropHint: (to, lane, hint, MessageGroupId) =>
      new Promise((taken, failed) => {
        const message = { MessageBody: JSON.stringify(hint), ...(MessageGroupId !== undefined && { MessageGroupId }) };
        const queue = `${queueOf[to]}-${lane}` as const;
        const QueueUrl = urls[queue];
        if (QueueUrl === undefined) return failed(new Error(`This function drops no hints on ${queue}.`));
        const one = { QueueUrl, message, taken, failed };
        if (lane === "urgent") return void sendBatch(one.QueueUrl, [one]);
        waiting = [...waiting, one];
        sendWhenAllWait();
      }),
    beside: async (step) => {
      running++;
      try {
        // All of a batch are counted before the first begins.
        await Promise.resolve();
        return await step();
      } finally {
        running--;
        sendWhenAllWait();
      }
    },
  };
};
