import {
  ContinuousBackupsUnavailableException,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ListTagsOfResourceCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  type TableDescription,
  TagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  type WarmThroughput,
} from "@aws-sdk/client-dynamodb";
import { duration } from "../../functions/console/words.ts";
import { sizeOf } from "../stack/sizes.ts";
import type { Stage } from "../stack/stages.ts";
import { stageTag, tableSettings } from "../stack/table-settings.ts";
import { CommandProblem } from "./problem.ts";

export type PrepareDeps = {
  readonly dynamodb: DynamoDBClient;
  readonly nowMs: () => number;
  readonly rest: (ms: number) => Promise<void>;
  /** Gets a line for each setting, and one a minute while it waits. */
  readonly say: (line: string) => void;
};

const minuteMs = 60_000;
const lookEveryMs = 5_000;
/** A restore takes an hour or longer where the table is large (DynamoDB Developer Guide, "Restore a table"). */
const waitsAtMostMs = 24 * 60 * minuteMs;

/**
 * Waits until a restored table is active, then gives it the settings of the stack's own that DynamoDB does not
 * restore, one after the other: while a table is UPDATING, another UpdateTable is refused (DynamoDB API Reference,
 * UpdateTable). Gives the stream's ARN. Without a `stage` the table gets no tag and no warm throughput.
 *
 * Safe to repeat, also after an interruption: what the table has already is not set again. Network: DynamoDB.
 * Throws `CommandProblem` where there is no such table, or it is not ready after a day.
 */
export const prepareTable = async (
  tableName: string,
  stage: Pick<Stage, "name" | "size"> | undefined,
  deps: PrepareDeps,
): Promise<string> => {
  const { dynamodb, say } = deps;
  const wait = waitsFor(tableName, deps);
  for (const { what, isSet, set } of settingsOf(tableName, stage, dynamodb)) {
    let outcome = "there already";
    for (let table = await active(tableName, dynamodb, wait); !(await isSet(table)); ) {
      await set(table).catch(unlessBusy);
      outcome = "set";
      await wait(`${what} is being set`);
      table = await active(tableName, dynamodb, wait);
    }
    say(`${what}: ${outcome}`);
  }
  return (await active(tableName, dynamodb, wait)).LatestStreamArn ?? "";
};

type Wait = (state: string) => Promise<void>;

/** Rests until the next look; says each minute what it waits for and since when. */
const waitsFor = (tableName: string, { nowMs, rest, say }: PrepareDeps): Wait => {
  const beganAt = nowMs();
  let sayAt = beganAt;
  return async (state) => {
    const waited = duration(nowMs() - beganAt);
    if (nowMs() - beganAt >= waitsAtMostMs)
      throw new CommandProblem(
        `${tableName} is not ready after ${waited}: ${state}. Look at it in the AWS console, then run this again.`,
      );
    if (nowMs() >= sayAt) {
      say(`${state}; waiting for ${waited}. If this is interrupted, run it again: it continues.`);
      sayAt = nowMs() + minuteMs;
    }
    await rest(lookEveryMs);
  };
};

/** The table once it is active. A restore that has just begun may not show it yet. */
const active = async (TableName: string, dynamodb: DynamoDBClient, wait: Wait): Promise<TableDescription> => {
  for (let looks = 0; ; looks++) {
    const table = await describe(TableName, dynamodb);
    if (!table && looks * lookEveryMs >= minuteMs)
      throw new CommandProblem(
        `There is no table ${TableName}. Start its restore first, and check the name, and the account and region of ` +
          "your AWS credentials.",
      );
    const state = table ? stateOf(table) : "not there yet";
    if (table && state === "ACTIVE") return table;
    await wait(`${TableName} is ${state}`);
  }
};

/** ACTIVE only where its indexes are, too, and no throughput is being changed. */
const stateOf = ({ TableStatus, WarmThroughput, GlobalSecondaryIndexes: indexes = [] }: TableDescription): string =>
  [
    TableStatus,
    WarmThroughput?.Status,
    ...indexes.flatMap(({ IndexStatus, WarmThroughput: warm }) => [IndexStatus, warm?.Status]),
  ].find((status) => status !== undefined && status !== "ACTIVE") ?? "ACTIVE";

const describe = async (TableName: string, dynamodb: DynamoDBClient): Promise<TableDescription | undefined> => {
  try {
    return (await dynamodb.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

/** The next look sees whether it is to be tried again. */
const unlessBusy = (error: unknown): void => {
  // A restored table may be active some time before its backups are (API Reference, UpdateContinuousBackups).
  if (error instanceof ResourceInUseException || error instanceof ContinuousBackupsUnavailableException) return;
  throw error;
};

type Setting = {
  readonly what: string;
  readonly isSet: (table: TableDescription) => Promise<boolean>;
  readonly set: (table: TableDescription) => Promise<unknown>;
};

const settingsOf = (
  TableName: string,
  stage: Pick<Stage, "name" | "size"> | undefined,
  dynamodb: DynamoDBClient,
): readonly Setting[] => {
  const { streamViewType: StreamViewType, timeToLiveAttribute: AttributeName } = tableSettings;
  const warm = stage && sizeOf(stage.size).warm;
  return [
    {
      what: "Deletion protection",
      isSet: async (table) => table.DeletionProtectionEnabled === true,
      set: () => dynamodb.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: true })),
    },
    {
      what: "Stream",
      isSet: async ({ StreamSpecification: stream }) =>
        stream?.StreamEnabled === true && stream.StreamViewType === StreamViewType,
      set: () =>
        dynamodb.send(
          new UpdateTableCommand({ TableName, StreamSpecification: { StreamEnabled: true, StreamViewType } }),
        ),
    },
    {
      what: "Point-in-time recovery",
      isSet: async () => {
        const { ContinuousBackupsDescription: is } = await dynamodb.send(
          new DescribeContinuousBackupsCommand({ TableName }),
        );
        return is?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === "ENABLED";
      },
      set: () =>
        dynamodb.send(
          new UpdateContinuousBackupsCommand({
            TableName,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ),
    },
    {
      what: "Time to live",
      isSet: async () => {
        const { TimeToLiveDescription: is } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
        // ENABLING takes up to an hour, in which a second change is refused (API Reference, UpdateTimeToLive).
        return is?.AttributeName === AttributeName && /^ENABL/.test(is.TimeToLiveStatus ?? "");
      },
      set: () =>
        dynamodb.send(
          new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled: true, AttributeName } }),
        ),
    },
    ...(stage
      ? [
          {
            what: `Tag ${stageTag}`,
            isSet: async ({ TableArn: ResourceArn = "" }: TableDescription) => {
              const { Tags = [] } = await dynamodb.send(new ListTagsOfResourceCommand({ ResourceArn }));
              return Tags.some(({ Key, Value }) => Key === stageTag && Value === stage.name);
            },
            set: ({ TableArn: ResourceArn = "" }: TableDescription) =>
              dynamodb.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: stageTag, Value: stage.name }] })),
          },
        ]
      : []),
    ...(warm ? [warmThroughput(TableName, warm, dynamodb)] : []),
  ];
};

type Warm = NonNullable<ReturnType<typeof sizeOf>["warm"]>;

/** It is only ever increased (DynamoDB Developer Guide, "Increase your existing table's warm throughput"). */
const warmThroughput = (TableName: string, warm: Warm, dynamodb: DynamoDBClient): Setting => {
  const atLeast = (
    wanted: Warm["table"],
    { ReadUnitsPerSecond = 0, WriteUnitsPerSecond = 0 }: WarmThroughput = {},
  ) => ({
    ReadUnitsPerSecond: Math.max(wanted.readUnitsPerSecond, ReadUnitsPerSecond),
    WriteUnitsPerSecond: Math.max(wanted.writeUnitsPerSecond, WriteUnitsPerSecond),
  });
  const isWarm = (wanted: Warm["table"], is: WarmThroughput = {}) =>
    (is.ReadUnitsPerSecond ?? 0) >= wanted.readUnitsPerSecond &&
    (is.WriteUnitsPerSecond ?? 0) >= wanted.writeUnitsPerSecond;
  return {
    what: "Warm throughput",
    isSet: async ({ WarmThroughput: table, GlobalSecondaryIndexes: indexes = [] }) =>
      isWarm(warm.table, table) && indexes.every((index) => isWarm(warm.index, index.WarmThroughput)),
    set: ({ WarmThroughput: table, GlobalSecondaryIndexes: indexes = [] }) =>
      dynamodb.send(
        new UpdateTableCommand({
          TableName,
          WarmThroughput: atLeast(warm.table, table),
          GlobalSecondaryIndexUpdates: indexes.map(({ IndexName = "", WarmThroughput: index }) => ({
            Update: { IndexName, WarmThroughput: atLeast(warm.index, index) },
          })),
        }),
      ),
  };
};
