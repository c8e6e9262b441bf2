import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";

/** SQS's limit a request (SQS Developer Guide, "Amazon SQS batch actions"). */
const batchAtMost = 10;

/** Network: one request for each ten. Throws what SQS throws, and where a 200 says that some `Failed`. */
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
