import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { DropHint } from "../store/work.ts";
import type { Environment } from "./environment.ts";

/**
 * Drops hints on the queue of the case's lane, which SQS keeps fair by reporter (SQS Developer Guide, "Amazon SQS
 * fair queues"): the group is the reporter's id and nothing of what was reported. A hint without one is a tenant of
 * its own. The settings' rule for ids keeps within a group's limits. Network: one SendMessage. Throws what SQS throws.
 */
export const sqsHints = (client: SQSClient, urls: NonNullable<Environment["HINT_QUEUE_URLS"]>): DropHint => {
  const queueOf = { "find-contact": "contact", "send-notice": "notice", "tell-channel": "channel" } as const;
  return async (to, lane, hint, MessageGroupId) => {
    const queue = `${queueOf[to]}-${lane}` as const;
    const QueueUrl = urls[queue];
    if (QueueUrl === undefined) throw new Error(`This function drops no hints on ${queue}.`);
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(hint), MessageGroupId }));
  };
};
