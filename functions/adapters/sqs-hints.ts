import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { DropHint } from "../case/change-case.ts";
import type { Environment } from "./environment.ts";

/** Drops hints on the queue of the case's lane. Network: one SendMessage. Throws what SQS throws. */
export const sqsHints = (client: SQSClient, urls: Environment["HINT_QUEUE_URLS"]): DropHint => {
  const queueOf = { "find-contact": "contact", "send-notice": "notice" } as const;
  return async (to, lane, hint) => {
    await client.send(new SendMessageCommand({ QueueUrl: urls[`${queueOf[to]}-${lane}`], MessageBody: JSON.stringify(hint) }));
  };
};
