import type { SQSRecord } from "aws-lambda";
import { dynamoBursts } from "../adapters/dynamo-bursts.ts";
import { sqsPutBack } from "../adapters/sqs-put-back.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { changesTogether } from "../case/change-case.ts";
import { takeInReport } from "../case/take-in-report.ts";
import { senderIn } from "../case/unread.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { oneAtATime } from "../kernel/one-at-a-time.ts";
import { caseWork } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";
import { required, type Variables } from "./variables.ts";

/** Fed by the report queues, one for each lane. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, beside, environment, table, sqs } = caseWork(variables, clock, log);
  const { allowReserved, reporters } = environment.settings;
  const urls = required(environment.REPORT_QUEUE_URLS, "REPORT_QUEUE_URLS");
  const bursts = dynamoBursts(table, environment.TABLE_NAME, reporters);
  const takeIn = { ...work, rules: { allowReserved, reporters }, bursts, jitter: Math.random, oneAtATime: oneAtATime(), changeTogether: changesTogether(work) };
  const putBack = sqsPutBack(sqs);
  const step = (record: SQSRecord) => {
    const queueLane = record.eventSourceARN.endsWith("-urgent") ? "urgent" : "standard";
    return takeInReport(takeIn, {
      text: record.body,
      queueLane,
      sender: senderIn(record.attributes.SenderId),
      receives: Number(record.attributes.ApproximateReceiveCount),
      putBack: (delaySeconds) => putBack(record, urls[`report-${queueLane}`], delaySeconds),
    });
  };
  // A hold that is read beside its report finds it the second time, and need not wait for the queue's visibility timeout.
  return sqsWorker(step, work.log, { onceMore: true, beside });
};
