import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { clientLimits } from "../adapters/client-limits.ts";
import { replyKeysFrom } from "../adapters/reply-keys.ts";
import { replyStore } from "../adapters/reply-store.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { takeInReplies } from "../follow-up/take-in-reply.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { caseWork, required, type Variables } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";

/** Fed by the reply bucket. The only function that may read it. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, environment } = caseWork(variables, clock, log);
  const reply = {
    ...work,
    settings: environment.settings,
    replyKeys: replyKeysFrom(new SecretsManagerClient(clientLimits), required(environment.REPLY_KEYS_SECRET, "REPLY_KEYS_SECRET")),
    readMailBytes: replyStore(new S3Client(clientLimits), required(environment.REPLY_BUCKET, "REPLY_BUCKET")),
  };
  return sqsWorker(({ body }) => takeInReplies(reply, body), work.log);
};
