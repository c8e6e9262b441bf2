import { type MessageAttributeValue, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { SQSRecord } from "aws-lambda";

/**
 * Puts a message on its queue again as it came, hidden for so many seconds, as a new message: it is received anew and is no
 * nearer to the dead letters. Whoever calls it is done with the old one afterwards. Network: one SendMessage; throws what SQS throws.
 */
export const sqsPutBack =
  (client: SQSClient) =>
  async ({ body, messageAttributes, attributes }: SQSRecord, QueueUrl: string, DelaySeconds: number): Promise<void> => {
    const { MessageGroupId } = attributes;
    await client.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: body,
        DelaySeconds,
        MessageAttributes: Object.fromEntries(Object.entries(messageAttributes).map(([name, attribute]) => [name, sent(attribute)])),
        // A standard queue's delay is each message's own; the group only keeps it fair (SendMessage, `MessageGroupId`).
        ...(MessageGroupId !== undefined && { MessageGroupId }),
      }),
    );
  };

const sent = ({ dataType, stringValue, binaryValue }: SQSRecord["messageAttributes"][string]): MessageAttributeValue => ({
  DataType: dataType,
  ...(stringValue !== undefined && { StringValue: stringValue }),
  ...(binaryValue !== undefined && { BinaryValue: Buffer.from(binaryValue, "base64") }),
});
