import type { SQSRecord } from "aws-lambda";
import { systemClock } from "../adapters/system-clock.ts";
import { takeInReport } from "../case/take-in-report.ts";
import { senderIn } from "../case/unread.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { caseWork } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";
import { takeInWork } from "./take-in-work.ts";
import type { Variables } from "./variables.ts";

/** Fed by the report queues, one for each lane. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const base = caseWork(variables, clock, log);
  const takeIn = takeInWork(base);
  const step = ({ body, eventSourceARN, attributes }: SQSRecord) =>
    takeInReport(takeIn, {
      text: body,
      queueLane: eventSourceARN.endsWith("-urgent") ? "urgent" : "standard",
      sender: senderIn(attributes.SenderId),
      receives: Number(attributes.ApproximateReceiveCount),
    });
  // A hold that is read beside its report finds it the second time, and need not wait for the queue's visibility timeout.
  return sqsWorker(step, base.work.log, { onceMore: true, beside: base.beside });
};
