import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SESClient } from "@aws-sdk/client-ses";
import { SNSClient } from "@aws-sdk/client-sns";
import { clientLimits } from "../adapters/client-limits.ts";
import { jsonLog } from "../adapters/json-log.ts";
import { sesActiveRules } from "../adapters/ses-active-rules.ts";
import { sesSilence } from "../adapters/ses-heard.ts";
import { lateMessage, snsConfirmed, snsTopic } from "../adapters/sns-on-call.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { countInLine, countOnCall, hearSes, watchReplies, watchRuleSet, watchTheSweep } from "../follow-up/watchdog.ts";
import type { Clock, Instant } from "../kernel/instant.ts";
import { errorName, type Log } from "../kernel/log.ts";
import type { Due } from "../store/ports.ts";
import { inLine } from "../store/table/case-lists.ts";
import { countsTable } from "../store/table/counts.ts";
import { dueIndex } from "../store/table/due.ts";
import { dynamoNotified } from "../store/table/notified.ts";
import { tableOf } from "../store/table/table.ts";
import { required, type Variables } from "./variables.ts";

/** In each tenth minute: these change over days, or by a person's act. */
const looksAtReceiving = (now: Instant): boolean => now.slice(15, 16) === "0";

/** Run each minute by its own schedule. Needs no settings or queues, so that it stands when those don't. */
export const make = (variables: Variables, clock: Clock = systemClock, log: Log = jsonLog(clock)) => {
  const topic = required(variables.ON_CALL_TOPIC_ARN, "ON_CALL_TOPIC_ARN");
  const client = new DynamoDBClient(clientLimits);
  const table = tableOf(client, required(variables.TABLE_NAME, "TABLE_NAME"));
  const sns = new SNSClient(clientLimits);
  const tell = snsTopic(sns, topic);
  const places = { consoleUrl: variables.CONSOLE_URL, runbookUrl: variables.RUNBOOK_URL };
  const work = {
    store: { ...dueIndex(table), ...countsTable(table), inLine: inLine(table) },
    told: dynamoNotified(table),
    silence: sesSilence(table),
    confirmed: snsConfirmed(sns, topic),
    tellOnCall: (due: Due) => tell(lateMessage(due, places)),
    clock,
    log,
  };
  const { RECEIVES_IN: region, RECEIPT_RULE_SET: set, RECEIPT_RULE: rule } = variables;
  const receiving =
    region === undefined
      ? undefined
      : {
          activeRules: sesActiveRules(new SESClient({ ...clientLimits, region })),
          ours: { set: required(set, "RECEIPT_RULE_SET"), rule: required(rule, "RECEIPT_RULE") },
          log,
        };
  return async () => {
    // Each by itself: counting must never keep it from looking.
    const [looked, ...counted] = await Promise.allSettled([
      watchTheSweep(work),
      countInLine(work),
      hearSes(work),
      countOnCall(work),
      ...(receiving && looksAtReceiving(clock.now()) ? [watchRuleSet(receiving), watchReplies(work)] : []),
    ]);
    for (const one of [looked, ...counted])
      if (one.status === "rejected") log.error("unforeseen", { error: errorName(one.reason) });
    // Lambda logs what is thrown, whole; this holds nothing of what was reported.
    if (looked.status === "rejected" || counted.some(({ status }) => status === "rejected"))
      throw new Error("The watchdog could not look; the log line before this one says where.");
    return looked.value;
  };
};
