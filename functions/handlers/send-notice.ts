import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { replyKeysFrom } from "../adapters/reply-keys.ts";
import { sesClient, sesSender } from "../adapters/ses-sender.ts";
import { systemClock } from "../adapters/system-clock.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { composeNotice } from "../notice/compose-notice.ts";
import { messageIdDomain } from "../notice/request.ts";
import { sendNotice } from "../notice/send-notice.ts";
import { caseWork, readHint, required, type Variables } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";

/** Fed by the notice queues. The only function that may call SES. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, environment, region } = caseWork(variables, clock, log);
  const { settings } = environment;
  const send = {
    ...work,
    settings,
    replyKeys: replyKeysFrom(new SecretsManagerClient({}), required(environment.REPLY_KEYS_SECRET, "REPLY_KEYS_SECRET")),
    messageIdDomain: messageIdDomain(region),
    compose: composeNotice,
    sendOnce: sesSender({ client: sesClient(), settings }),
    jitter: Math.random,
  };
  return sqsWorker(({ body }) => sendNotice(send, readHint(body)), work.log);
};
