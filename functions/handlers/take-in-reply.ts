import { S3Client } from "@aws-sdk/client-s3";
import { clientLimits } from "../adapters/client-limits.ts";
import { namedKeysFrom } from "../adapters/named-keys.ts";
import { replyStore } from "../adapters/reply-store.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { within } from "../adapters/within.ts";
import type { SecondReader } from "../answers/reader.ts";
import { takeInReplies } from "../answers/take-in-reply.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { caseWork } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";
import { required, type Variables } from "./variables.ts";

/** Stands where the model will: it never says. */
const unsaying: SecondReader = { name: "none", read: async () => undefined };

/** Fed by the reply bucket. The only function that may read it. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, today, environment, secrets } = caseWork(variables, clock, log);
  const reply = {
    ...work,
    replyKeys: namedKeysFrom(secrets, required(environment.REPLY_KEYS_SECRET, "REPLY_KEYS_SECRET")),
    readMailBytes: replyStore(new S3Client(clientLimits), required(environment.REPLY_BUCKET, "REPLY_BUCKET")),
    beside: { reader: unsaying, within },
  };
  return sqsWorker(async ({ body }) => {
    const { settings } = await today();
    return takeInReplies({ ...reply, settings }, body);
  }, work.log);
};
