import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { Outcome } from "../case/change-case.ts";
import { errorName, type Log } from "../kernel/log.ts";

/**
 * A Lambda handler over one step. Records are independent: one that fails, or is kept for later, goes back to its queue
 * alone, and its neighbours are done. An empty list of failures deletes the whole batch, so only what was done is left out.
 */
export const sqsWorker =
  (step: (record: SQSRecord) => Promise<Outcome>, log: Log): ((event: SQSEvent) => Promise<SQSBatchResponse>) =>
  async ({ Records }) => {
    const outcomes = await Promise.all(
      Records.map(async (record) => {
        try {
          const outcome = await step(record);
          if (outcome === "later") log.info("message.later", { messageId: record.messageId });
          return { record, outcome };
        } catch (error) {
          log.error("unforeseen", { messageId: record.messageId, error: errorName(error) });
          return { record, outcome: "later" as const };
        }
      }),
    );
    return { batchItemFailures: outcomes.filter(({ outcome }) => outcome !== "done").map(({ record }) => ({ itemIdentifier: record.messageId })) };
  };
