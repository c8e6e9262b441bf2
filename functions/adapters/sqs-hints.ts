import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { DropHint } from "../case/change-case.ts";
import type { Environment } from "./environment.ts";

/**
 * Drops hints on the queue of the case's lane, which SQS keeps fair by reporter (SQS Developer Guide, "Amazon SQS fair
 * queues"): the group is the reporter's id and nothing of what was reported, and a hint without one counts as a tenant of its
 * own. The settings' rule for ids keeps within what a group may hold. Network: one SendMessage. Throws what SQS throws.
 */
export const sqsHints = (client: SQSClient, urls: Environment["HINT_QUEUE_URLS"]): DropHint => {
  const queueOf = { "find-contact": "contact", "send-notice": "notice" } as const;
  return async (to, lane, hint, MessageGroupId) => {
    const QueueUrl = urls[`${queueOf[to]}-${lane}`];
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(hint), ...(MessageGroupId !== undefined && { MessageGroupId }) }));
  };
};
