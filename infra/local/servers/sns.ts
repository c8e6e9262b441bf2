import { randomUUID } from "node:crypto";
import type { Published } from "../webhooks.ts";
import { type Running, startHttp, xmlText } from "./loopback.ts";
import { accountId, region } from "./sqs.ts";

export type SnsServer = Running & {
  readonly topicArn: (name: string) => string;
  readonly published: () => readonly Published[];
};

/**
 * SNS on loopback for Publish, CreateTopic and GetTopicAttributes: tells nobody, but keeps what it was told, in memory.
 * Throws `PortInUse`.
 */
export const startSns = async (options: {
  readonly port: number;
  readonly onPublished?: (note: Published) => void;
}): Promise<SnsServer> => {
  const published: Published[] = [];
  const topicArn = (name: string) => `arn:aws:sns:${region}:${accountId}:${name}`;
  const listening = await startHttp(options.port, (_request, body) => {
    const fields = new URLSearchParams(body.toString("utf8"));
    const action = fields.get("Action") ?? "";
    if (action === "Publish") {
      const subject = fields.get("Subject");
      const note = {
        topicArn: fields.get("TopicArn") ?? "",
        message: fields.get("Message") ?? "",
        messageId: randomUUID(),
        severity: fields.get("MessageAttributes.entry.1.Value.StringValue"),
        ...(subject !== null && { subject }),
      };
      published.push(note);
      options.onPublished?.(note);
      return answer(action, `<MessageId>${note.messageId}</MessageId>`);
    }
    // As if on-call had confirmed.
    if (action === "GetTopicAttributes")
      return answer(
        action,
        "<Attributes><entry><key>SubscriptionsConfirmed</key><value>1</value></entry></Attributes>",
      );
    if (action === "CreateTopic") return answer(action, `<TopicArn>${topicArn(fields.get("Name") ?? "")}</TopicArn>`);
    return {
      status: 400,
      headers: xml,
      body:
        `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>InvalidAction</Code>` +
        `<Message>${xmlText(`Could not find operation ${action}`)}</Message></Error>` +
        `<RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
    };
  });
  return { ...listening, topicArn, published: () => [...published] };
};

const namespace = "http://sns.amazonaws.com/doc/2010-03-31/";
const xml = { "content-type": "text/xml" };
const answer = (action: string, result: string) => ({
  status: 200,
  headers: xml,
  body:
    `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result>` +
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
});
