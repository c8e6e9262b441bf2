import { systemClock } from "../adapters/system-clock.ts";
import { takeInDelivery } from "../follow-up/take-in-delivery.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { caseWork, type Variables } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";

/** Fed by SES's events. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work } = caseWork(variables, clock, log);
  return sqsWorker(({ body }) => takeInDelivery(work, body), work.log);
};
