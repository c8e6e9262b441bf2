import { SNSClient } from "@aws-sdk/client-sns";
import { breakerCounters } from "../adapters/breaker-counters.ts";
import { clientLimits } from "../adapters/client-limits.ts";
import { snsOnCall, snsStopped } from "../adapters/sns-on-call.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { sweep } from "../escalation/sweep.ts";
import type { Clock } from "../kernel/instant.ts";
import { errorName, type Log } from "../kernel/log.ts";
import { tellOfStop } from "../notice/breaker.ts";
import { caseWork, required, type Variables } from "./case-work.ts";

/** Run each minute by the schedule. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, environment, table } = caseWork(variables, clock, log);
  const topic = required(environment.ON_CALL_TOPIC_ARN, "ON_CALL_TOPIC_ARN");
  const sns = new SNSClient(clientLimits);
  const tellOnCall = snsOnCall(sns, topic, environment.CONSOLE_URL);
  const reputation = breakerCounters(table, environment.TABLE_NAME, Math.random);
  return async () => {
    try {
      await tellOfStop(reputation, snsStopped(sns, topic));
      return await sweep({ ...work, tellOnCall });
    } catch (error) {
      work.log.error("unforeseen", { error: errorName(error) });
      // Lambda logs what is thrown, whole; this holds nothing of what was reported.
      throw new Error("The sweep failed; the log line before this one says where.");
    }
  };
};
