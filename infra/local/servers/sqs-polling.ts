import type { createRequestHandler } from "local-aws-sqs";

type Queue = ReturnType<typeof createRequestHandler>["service"]["Queues"][number];

/**
 * How long a waiting receiver may miss a message that came back by itself when its visibility
 * ended.
 */
const lookAgainMs = 500;

/**
 * Makes long polling what AWS makes of it. local-aws-sqs 2.0.2 answers a long poll early only when
 * it has as many messages as were asked for at most: one message for a receiver of ten lies there,
 * taken and unseen, for the whole 20 s. Here a receiver asks without waiting, and then waits for
 * the next message to be sent.
 */
export const longPolling = (queues: readonly Queue[]): { readonly end: () => void } => {
  let ended = false;
  const waiting = new Set<() => void>();
  for (const queue of queues) {
    const receive = queue.receive.bind(queue);
    countReceivesOnly(queue);
    const newRecord = queue.newRecord;
    const mine = new Set<() => void>();
    queue.newRecord = (message, delay) => {
      const record: unknown = newRecord(message, delay);
      // The library shows a message only a turn of the timers after it was sent. Whoever sent one
      // and asks at once would find the queue empty and believe that there is nothing to do.
      if (isKept(record) && !Number(delay ?? queue.DelaySeconds)) record.delayed = false;
      for (const wake of mine) wake();
      return record;
    };
    queue.receive = async (asked: {
      readonly WaitTimeSeconds?: number | string;
      readonly MaxNumberOfMessages?: number | string;
    }) => {
      const until = performance.now() + 1000 * Number(asked.WaitTimeSeconds ?? queue.ReceiveMessageWaitTimeSeconds);
      for (;;) {
        // The library answers at once only when it has as many as it was asked for; asked for more,
        // it waits 40 ms in vain.
        const visible = visibleIn(queue);
        const found =
          visible === 0
            ? []
            : await receive({
                ...asked,
                WaitTimeSeconds: 0,
                MaxNumberOfMessages: Math.min(visible, Number(asked.MaxNumberOfMessages ?? 1)),
              });
        const leftMs = until - performance.now();
        if (found.length > 0 || leftMs <= 0 || ended) return found;
        await new Promise<void>((resolve) => {
          const wake = () => {
            clearTimeout(timer);
            mine.delete(wake);
            waiting.delete(wake);
            resolve();
          };
          const timer = setTimeout(wake, Math.min(leftMs, lookAgainMs));
          mine.add(wake);
          waiting.add(wake);
        });
      }
    };
  }
  return {
    end: () => {
      ended = true;
      for (const wake of waiting) wake();
    },
  };
};

const visibleIn = (queue: Queue): number => {
  const counts: {
    readonly ApproximateNumberOfMessages: string;
    readonly ApproximateNumberOfMessagesNotVisible: string;
  } = queue.getAttributes(["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]);
  return Number(counts.ApproximateNumberOfMessages) - Number(counts.ApproximateNumberOfMessagesNotVisible);
};

/**
 * local-aws-sqs counts a change of visibility as one more receive, so that a message which is put
 * back early would be a dead letter after half of its tries. AWS counts receives alone.
 */
const countReceivesOnly = (queue: Queue): void => {
  const changeVisibility = queue.changeVisibility.bind(queue);
  const newRecord = queue.newRecord;
  const held = new Map<string, { readonly attributes: Record<string, string> }>();
  queue.newRecord = (message, delay) => {
    const kept: unknown = newRecord(message, delay);
    if (isKept(kept)) held.set(kept.record.MessageId, kept.record);
    return kept;
  };
  const remove = queue.delete.bind(queue);
  queue.delete = (receiptHandle) => {
    held.delete(messageOf(receiptHandle));
    return remove(receiptHandle);
  };
  queue.changeVisibility = (receiptHandle, seconds) => {
    const attributes = held.get(messageOf(receiptHandle))?.attributes;
    const receives = attributes?.ApproximateReceiveCount;
    if (attributes && receives !== undefined) attributes.ApproximateReceiveCount = String(Number(receives) - 1);
    return changeVisibility(receiptHandle, seconds);
  };
};

const isKept = (
  value: unknown,
): value is {
  delayed: boolean;
  readonly record: { readonly MessageId: string; readonly attributes: Record<string, string> };
} =>
  typeof value === "object" &&
  value !== null &&
  "record" in value &&
  typeof value.record === "object" &&
  value.record !== null &&
  "MessageId" in value.record &&
  "attributes" in value.record;

/** Its receipt handles are base64 of an id and `{"MessageId":…}`. */
const messageOf = (receiptHandle: string): string =>
  /"MessageId":"([^"]+)"/.exec(Buffer.from(receiptHandle, "base64").toString("utf8"))?.[1] ?? "";
