import { SNSClient } from "@aws-sdk/client-sns";
import { clientLimits } from "../adapters/client-limits.ts";
import { snsOnCall } from "../adapters/sns-on-call.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { sweep } from "../escalation/sweep.ts";
import type { Clock } from "../kernel/instant.ts";
import { errorName, type Log } from "../kernel/log.ts";
import { caseWork, required, type Variables } from "./case-work.ts";

/** Run each minute by the schedule. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, environment } = caseWork(variables, clock, log);
  const tellOnCall = snsOnCall(new SNSClient(clientLimits), required(environment.ON_CALL_TOPIC_ARN, "ON_CALL_TOPIC_ARN"), environment.CONSOLE_URL);
  return async () => {
    try {
      return await sweep({ ...work, tellOnCall });
    } catch (error) {
      work.log.error("unforeseen", { error: errorName(error) });
      // Lambda logs what is thrown, whole; this holds nothing of what was reported.
      throw new Error("The sweep failed; the log line before this one says where.");
    }
  };
};
