import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";

/** As many as SQS takes in one request (SQS Developer Guide, "Amazon SQS batch actions"). */
const batchAtMost = 10;

/**
 * Puts messages on a queue. Network: one request for each ten. Throws what SQS throws, and where it
 * did not take all of them: `Failed` says so, of an answer that is 200.
 */
export const sqsMessages =
  (client: SQSClient, QueueUrl: string) =>
  async (bodies: readonly string[]): Promise<void> => {
    for (let from = 0; from < bodies.length; from += batchAtMost) {
      const batch = bodies.slice(from, from + batchAtMost);
      const Entries = batch.map((MessageBody, at) => ({ Id: String(at), MessageBody }));
      const { Successful = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      if (Successful.length < batch.length)
        throw new Error(`SQS took ${Successful.length} of ${batch.length} messages.`);
    }
  };
