import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { clientLimits } from "../adapters/client-limits.ts";
import { DocumentClient } from "../adapters/document-client.ts";
import { caseKeys, dynamoCaseStore } from "../adapters/dynamo-case-store.ts";
import { eventBridgeNews } from "../adapters/event-bridge-news.ts";
import { historyLately } from "../adapters/history-lately.ts";
import { readHistoryRecord } from "../adapters/history-record.ts";
import { jsonLog } from "../adapters/json-log.ts";
import { keptByName } from "../adapters/kept.ts";
import { provenByFingerprint } from "../adapters/key-fingerprints.ts";
import { namedKeysFrom } from "../adapters/named-keys.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { TableClient } from "../adapters/table-client.ts";
import { tellReporters } from "../case/tell-reporters.ts";
import type { Clock } from "../kernel/instant.ts";
import { KeysUnusable } from "../kernel/keys-unusable.ts";
import { errorName, type Log } from "../kernel/log.ts";
import { required, type Variables } from "./variables.ts";

/**
 * Fed by the table's stream with the history lines of all cases. A batch that fails is handed over
 * again, halved, until it is told or a day is over; what was told before comes again with the same
 * ids.
 */
export const make = (variables: Variables, clock: Clock = systemClock, log: Log = jsonLog(clock)) => {
  const client = new TableClient(clientLimits);
  const tableName = required(variables.TABLE_NAME, "TABLE_NAME");
  const masterKeys = namedKeysFrom(
    new SecretsManagerClient(clientLimits),
    required(variables.MASTER_KEYS_SECRET, "MASTER_KEYS_SECRET"),
    {
      prove: provenByFingerprint({ table: DocumentClient.from(client), TableName: tableName }, { seals: false }),
    },
  );
  const { note, history } = historyLately(dynamoCaseStore(client, tableName, masterKeys).history);
  // A case keeps its key until it is forgotten; what comes after that is told by the part of its
  // line that nothing seals.
  const keyOf = keptByName(caseKeys(client, tableName));
  const tell = eventBridgeNews(
    new EventBridgeClient(clientLimits),
    required(variables.EVENT_BUS_NAME, "EVENT_BUS_NAME"),
  );
  return async ({ Records }: DynamoDBStreamEvent): Promise<void> => {
    try {
      const lines = await Promise.all(Records.map((record) => readHistoryRecord(record, masterKeys, keyOf)));
      note(lines);
      const count = await tellReporters({ history, tell }, lines);
      log.info("reporters.told", { count });
    } catch (error) {
      if (error instanceof KeysUnusable) log.error("keys.unusable", { code: error.why });
      else log.error("unforeseen", { error: errorName(error) });
      // Lambda logs what is thrown, whole; this holds nothing of what was reported.
      throw new Error("Reporters could not be told; the log line before this one says why.");
    }
  };
};
