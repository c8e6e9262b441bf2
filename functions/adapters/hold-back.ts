import { ChangeMessageVisibilityCommand, SQSClient } from "@aws-sdk/client-sqs";
import { clientLimits } from "./client-limits.ts";

/** With five receives: over an hour before the message is a dead letter. */
export const holdsBackSeconds = 15 * 60;

type Received = { readonly eventSourceARN: string; readonly receiptHandle: string };

/**
 * Hides a message for 15 minutes after a failure that is not the message's. Network: one request.
 * False where SQS did not take it. Never throws: a message not hidden comes again sooner.
 */
export const holdBack = (variables: { readonly client?: SQSClient } = {}) => {
  // By the queue's name: a URL built from its ARN must not decide which endpoint the SDK asks.
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
      // Best effort: the message is not lost.
      return false;
    }
  };
};
