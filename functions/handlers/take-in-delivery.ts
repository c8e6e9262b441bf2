import type { SQSEvent, SQSRecord } from "aws-lambda";
import { breakerCounters } from "../adapters/breaker-counters.ts";
import { holdBack } from "../adapters/hold-back.ts";
import { noteHeardOfSes } from "../adapters/ses-heard.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { restoreGuardOf } from "../adapters/table-restore-guard.ts";
import { takeInDelivery } from "../answers/take-in-delivery.ts";
import type { Clock } from "../kernel/instant.ts";
import { errorName, type Log } from "../kernel/log.ts";
import type { Lane } from "../report/category.ts";
import { emptyStretch, type MailEnd, plusEnd, type Stretch, watchReputation } from "../send/circuit-breaker.ts";
import { hearProbe } from "../smoke/hear.ts";
import { dynamoSmoke } from "../store/table/smoke.ts";
import { caseWork } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";
import type { Variables } from "./variables.ts";

/** Fed by SES's events: notes them, counts ends in one write per lane, checks the breaker if one was bad. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, today, table } = caseWork(variables, clock, log);
  const reputation = breakerCounters(table, Math.random);
  const noteHeard = noteHeardOfSes({ table, nowMs: Date.now });
  const smoke = { ...work, runs: dynamoSmoke(table) };
  const guard = restoreGuardOf(table);
  const hides = holdBack();
  return async (event: SQSEvent) => {
    let ends: Stretch = emptyStretch;
    const noteEnd = (lane: Lane, end: MailEnd, email: string) => {
      ends = plusEnd(ends, lane, end, email);
    };
    const step = async ({ body }: SQSRecord) => {
      if (await hearProbe(smoke, body)) return "done";
      await today();
      return takeInDelivery({ ...work, noteEnd, guard }, body);
    };
    const answer = await sqsWorker(step, work.log, { hides })(event);
    try {
      if (event.Records.length > 0) await noteHeard();
      await reputation.count(clock.now(), ends);
      if (Object.values(ends).some(({ bounced, complained }) => bounced + complained > 0))
        await watchReputation(reputation, clock.now());
    } catch (error) {
      // The events are taken in; the next ones, and SES's own alarm, make up for a lost note or count.
      work.log.error("unforeseen", { error: errorName(error), source: "reputation" });
    }
    return answer;
  };
};
