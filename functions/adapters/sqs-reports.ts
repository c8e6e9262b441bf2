import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { errorName } from "../kernel/log.ts";
import { type Lane, lanes } from "../report/category.ts";
import type { PutReports, ToPut } from "../report/put-reports.ts";

/** SQS's limit a request (SQS Developer Guide, "Amazon SQS batch actions"). */
const batchAtMost = 10;

/**
 * Urgent reports go first. Network: one SendMessageBatch for ten. A batch that fails counts as not taken. What was
 * taken all the same counts once.
 */
export const sqsReports =
  (client: SQSClient, urls: Readonly<Record<Lane, string>>): PutReports =>
  async (reports) => {
    const left: ToPut[] = [];
    let error: string | undefined;
    for (const lane of lanes) {
      const those = reports.filter((one) => one.lane === lane);
      for (let from = 0; from < those.length; from += batchAtMost) {
        const put = await putBatch(client, urls[lane], those.slice(from, from + batchAtMost));
        left.push(...put.left);
        error ??= put.error;
      }
    }
    return { left, ...(error !== undefined && { error }) };
  };

const putBatch = async (client: SQSClient, QueueUrl: string, batch: readonly ToPut[]): ReturnType<PutReports> => {
  const Entries = batch.map(({ body }, at) => ({ Id: String(at), MessageBody: body }));
  try {
    const { Successful = [], Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    const taken = new Set(Successful.map(({ Id }) => Id));
    const error = Failed[0]?.Code;
    return { left: batch.filter((_, at) => !taken.has(String(at))), ...(error !== undefined && { error }) };
  } catch (error) {
    return { left: batch, error: errorName(error) };
  }
};
