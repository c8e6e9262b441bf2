import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SQSClient } from "@aws-sdk/client-sqs";
import { clientLimits } from "../adapters/client-limits.ts";
import { eventBridgeNews } from "../adapters/event-bridge-news.ts";
import { holdBack } from "../adapters/hold-back.ts";
import { jsonLog } from "../adapters/json-log.ts";
import { keptByName } from "../adapters/kept.ts";
import { provenByFingerprint } from "../adapters/key-fingerprints.ts";
import { sqsMessages } from "../adapters/sqs-messages.ts";
import { systemClock } from "../adapters/system-clock.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { checkRequestsIn, tellReporters } from "../news/tell-reporters.ts";
import { countsFromStream } from "../store/table/counts-from-stream.ts";
import { caseKeys, lineReader, readHistoryRecord } from "../store/table/history.ts";
import { namedKeysFrom } from "../store/table/named-keys.ts";
import { tableOf } from "../store/table/table.ts";
import { type HistoryDuty, historyWorker } from "./history-worker.ts";
import { required, type Variables } from "./variables.ts";

/**
 * Fed by the table's stream with all cases' history lines, and by the retry queue. What more is to be done with
 * each line is a duty beside `reporters`. A line itself says what reporters hear of it, and what it adds to the counts.
 */
export const make = (variables: Variables, clock: Clock = systemClock, log: Log = jsonLog(clock)) => {
  const table = tableOf(new DynamoDBClient(clientLimits), required(variables.TABLE_NAME, "TABLE_NAME"));
  const masterKeys = namedKeysFrom(
    new SecretsManagerClient(clientLimits),
    required(variables.MASTER_KEYS_SECRET, "MASTER_KEYS_SECRET"),
    {
      prove: provenByFingerprint(table, { seals: false }),
    },
  );
  // A case keeps its key until it is forgotten; reporters hear of later lines by the part that nothing seals.
  const keyOf = keptByName(caseKeys(table));
  const { lineOf, furtherReports } = lineReader(table, masterKeys, keyOf);
  const tell = eventBridgeNews(
    new EventBridgeClient(clientLimits),
    required(variables.EVENT_BUS_NAME, "EVENT_BUS_NAME"),
  );
  const reporters: HistoryDuty = async (lines) => {
    const count = await tellReporters({ furtherReports, tell }, lines);
    log.info("reporters.told", { count });
  };
  const queues = new SQSClient(clientLimits);
  const { CHECK_QUEUE_URL } = variables;
  const ask = CHECK_QUEUE_URL === undefined ? async () => {} : sqsMessages(queues, CHECK_QUEUE_URL);
  const checker: HistoryDuty = (lines) => ask(lines.flatMap(checkRequestsIn));
  return historyWorker({
    duties: { reporters, checker },
    readRecord: (record) => readHistoryRecord(record, masterKeys, keyOf),
    lineOf,
    addUp: countsFromStream(table),
    tryAgain: sqsMessages(queues, required(variables.HISTORY_QUEUE_URL, "HISTORY_QUEUE_URL")),
    hides: holdBack(),
    log,
  });
};
