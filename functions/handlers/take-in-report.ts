import type { SQSRecord } from "aws-lambda";
import { holdBack } from "../adapters/hold-back.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { takeInPutOffs, takeInReport } from "../intake/take-in-report.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { ownerOfQueue } from "../report/own-queue.ts";
import { senderIn } from "../store/queue-entry.ts";
import { readPutOffs } from "../store/table/put-offs.ts";
import { caseWork } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";
import { takeInWork } from "./take-in-work.ts";
import type { Variables } from "./variables.ts";

/** Fed by the report queues: one per lane, and one per reporter who speaks through a topic or a rule. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const base = caseWork(variables, clock, log);
  const takeIn = takeInWork(base);
  const step = async ({ body, eventSourceARN, attributes }: SQSRecord) => {
    const putOffs = await readPutOffs(body, base.masterKeys);
    if (putOffs) return takeInPutOffs(await takeIn(), putOffs);
    const owner = ownerOfQueue(eventSourceARN, base.environment.settings);
    return takeInReport(await takeIn(), {
      text: body,
      // A reporter's own queue is of the standard lane, whatever its name ends in.
      queueLane: owner === undefined && eventSourceARN.endsWith("-urgent") ? "urgent" : "standard",
      owner,
      sender: senderIn(attributes.SenderId),
      receives: Number(attributes.ApproximateReceiveCount),
    });
  };
  // A hold read beside its report finds it on the retry, and need not wait for the visibility timeout.
  return sqsWorker(step, base.work.log, { onceMore: true, beside: base.beside, hides: holdBack() });
};
