import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { KeysUnusable } from "../kernel/keys-unusable.ts";
import { errorName, type Log } from "../kernel/log.ts";
import type { Outcome } from "../store/work.ts";

/**
 * A Lambda handler over one step. A record that fails or is kept for later goes back to its queue alone. An empty
 * list of failures deletes the whole batch, so only what was done is left out.
 * `onceMore`: what is kept for later is retried when a neighbour was done, which it may have waited for. A second
 * try is as safe as the queue's own.
 * `hides`: hides a message longer where keys can't be used. A secret gone for an hour must cost no dead letter.
 */
export const sqsWorker = (
  step: (record: SQSRecord) => Promise<Outcome>,
  log: Log,
  {
    onceMore = false,
    hides,
  }: {
    readonly onceMore?: boolean;
    readonly hides?: (record: SQSRecord) => Promise<unknown>;
  } = {},
): ((event: SQSEvent) => Promise<SQSBatchResponse>) => {
  const outcomeOf = async (record: SQSRecord): Promise<Outcome | "failed"> => {
    try {
      return await step(record);
    } catch (error) {
      if (error instanceof KeysUnusable) {
        log.error("keys.unusable", { messageId: record.messageId, code: error.why });
        await hides?.(record);
        return "failed";
      }
      log.error("unforeseen", { messageId: record.messageId, error: errorName(error) });
      return "failed";
    }
  };
  return async ({ Records }) => {
    const first = await Promise.all(Records.map(outcomeOf));
    const again = onceMore && first.includes("done");
    const outcomes = await Promise.all(
      Records.map((record, at) => (again && first[at] === "later" ? outcomeOf(record) : first[at])),
    );
    const left = Records.filter((_, at) => outcomes[at] !== "done");
    Records.forEach(({ messageId }, at) => {
      if (outcomes[at] === "later") log.info("message.later", { messageId });
    });
    return { batchItemFailures: left.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
};
