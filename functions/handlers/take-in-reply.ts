import { S3Client } from "@aws-sdk/client-s3";
import { clientLimits } from "../adapters/client-limits.ts";
import { holdBack } from "../adapters/hold-back.ts";
import { modelReader } from "../adapters/model-reader.ts";
import { replyStore } from "../adapters/reply-store.ts";
import { noteReply } from "../adapters/ses-heard.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { restoreGuardOf } from "../adapters/table-restore-guard.ts";
import { takeInReplies } from "../answers/take-in-reply.ts";
import { type Clock, msOf } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { replyKeyName } from "../notice/reply-address.ts";
import { hearReply } from "../smoke/hear.ts";
import { namedKeysFrom } from "../store/table/named-keys.ts";
import { dynamoSmoke } from "../store/table/smoke.ts";
import { caseWork } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";
import { required, type Variables } from "./variables.ts";

/** Fed by the reply bucket. The only function that may read it. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, today, environment, secrets, table } = caseWork(variables, clock, log);
  const reply = {
    ...work,
    replyKeys: namedKeysFrom(secrets, required(environment.REPLY_KEYS_SECRET, "REPLY_KEYS_SECRET"), {
      named: replyKeyName,
    }),
    readMailBytes: replyStore(new S3Client(clientLimits), required(environment.REPLY_BUCKET, "REPLY_BUCKET")),
    guard: restoreGuardOf(table),
    reader: modelReader,
  };
  const runs = dynamoSmoke(table);
  const noteArrival = noteReply({ table, nowMs: () => msOf(work.clock.now()) });
  return sqsWorker(
    async ({ body }) => {
      await noteArrival();
      const { settings } = await today();
      await hearReply({ ...reply, runs, settings }, body);
      return takeInReplies({ ...reply, settings }, body);
    },
    work.log,
    { hides: holdBack() },
  );
};
