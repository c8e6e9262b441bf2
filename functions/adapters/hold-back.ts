import { ChangeMessageVisibilityCommand, SQSClient } from "@aws-sdk/client-sqs";
import { clientLimits } from "./client-limits.ts";

/** Of a message that is received five times: over an hour in all, before it is a dead letter. */
export const holdsBackSeconds = 15 * 60;

type Received = { readonly eventSourceARN: string; readonly receiptHandle: string };

/**
 * Hides a message for a quarter of an hour, in place of its queue's few minutes. For what no message
 * is at fault of. Network: one request; gives whether SQS took it, and throws nothing: a message that
 * it did not hide comes again sooner.
 */
export const holdBack = (variables: { readonly client?: SQSClient } = {}) => {
  // By the queue's name: an address that is made of its ARN must not decide whom the SDK asks.
  const client = variables.client ?? new SQSClient({ ...clientLimits, useQueueUrlAsEndpoint: false });
  return async ({ eventSourceARN, receiptHandle }: Received): Promise<boolean> => {
    const [, , , region = "", account = "", name = ""] = eventSourceARN.split(":");
    const QueueUrl = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
    try {
      await client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl,
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: holdsBackSeconds,
        }),
      );
      return true;
    } catch {
      // Best effort: the message is not lost by it, and the log has why it could not be done.
      return false;
    }
  };
};
