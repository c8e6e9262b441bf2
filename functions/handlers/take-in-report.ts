import type { SQSRecord } from "aws-lambda";
import { numbersCases } from "../adapters/case-numbers.ts";
import { holdBack } from "../adapters/hold-back.ts";
import { provenByFingerprint } from "../adapters/key-fingerprints.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { takeInPutOffs, takeInReport } from "../intake/take-in-report.ts";
import type { TakeInWork } from "../intake/work.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { oneAtATime } from "../kernel/one-at-a-time.ts";
import { ownerOfQueue } from "../report/own-queue.ts";
import { changesTogether } from "../store/changes-together.ts";
import { senderIn } from "../store/queue-entry.ts";
import { dynamoBursts } from "../store/table/bursts.ts";
import { dynamoPutOffs, readPutOffs } from "../store/table/put-offs.ts";
import { type Base, caseWork } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";
import { required, type Variables } from "./variables.ts";

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
  return sqsWorker(step, base.work.log, { onceMore: true, hides: holdBack() });
};

/** What taking in reports needs, by what is in force. Throws where that can't be read. */
const takeInWork = ({ work, today, environment, table, secrets, masterKeys }: Base) => {
  const { settings, CASE_NUMBER_KEY_SECRET } = environment;
  const { allowReserved } = settings;
  let reporters = settings.reporters;
  const takingIn = {
    ...work,
    bursts: dynamoBursts(table, () => reporters),
    putOffs: dynamoPutOffs(table, masterKeys),
    caseIdOf: numbersCases(
      secrets,
      required(CASE_NUMBER_KEY_SECRET, "CASE_NUMBER_KEY_SECRET"),
      provenByFingerprint(table, { of: "case-number" }),
    ),
    jitter: Math.random,
    oneAtATime: oneAtATime(),
    changeTogether: changesTogether(work),
  };
  return async (): Promise<TakeInWork> => {
    reporters = (await today()).settings.reporters;
    return { ...takingIn, rules: { allowReserved, reporters } };
  };
};
