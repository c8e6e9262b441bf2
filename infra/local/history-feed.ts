import type { DynamoDBRecord } from "aws-lambda";
import { make as tellReporters } from "../../functions/handlers/tell-reporters.ts";
import type { Clock } from "../../functions/kernel/instant.ts";
import type { Log } from "../../functions/kernel/log.ts";
import { historyKeyPrefix, topology } from "../stack/topology.ts";

/**
 * What the table's stream holds for `tell-reporters`: the records that its event source mapping
 * lets through. In memory: what was written and not told when a run is killed is not told by the
 * next, where AWS keeps a day of it.
 */
export const historyStream = () => {
  const records: DynamoDBRecord[] = [];
  let last = 0;
  return {
    /** Numbers begin anew with each run, so it is a shard of its own. */
    shardId: `local-${crypto.randomUUID()}`,
    put: (written: readonly DynamoDBRecord[]): void => {
      for (const record of written)
        if (record.eventName === "INSERT" && record.dynamodb?.Keys?.sk?.S?.startsWith(historyKeyPrefix)) {
          last += 1;
          records.push({ ...record, dynamodb: { ...record.dynamodb, SequenceNumber: String(last) } });
        }
    },
    /** The oldest that wait, which then wait no more. */
    take: (most: number): readonly DynamoDBRecord[] => records.splice(0, most),
  };
};
export type HistoryStream = ReturnType<typeof historyStream>;

/** What the function is given, and where it reads from. */
type Teller = {
  readonly variables: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly history: HistoryStream;
};

/** Gives the function that is deployed all that waits on the stream, batch by batch. */
export const tellsReporters = ({ variables, clock, log, history }: Teller): (() => Promise<void>) => {
  const handler = tellReporters(variables, clock, log);
  const next = () => history.take(topology["tell-reporters"].hearsHistory?.batchSize ?? 1);
  return async () => {
    for (let Records = next(); Records.length > 0; Records = next()) {
      const { batchItemFailures } = await handler({ Records: [...Records], shardId: history.shardId });
      if (batchItemFailures.length > 0) throw new Error("The queue of lines that are tried again takes nothing.");
    }
  };
};
