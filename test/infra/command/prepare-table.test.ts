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
} from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { prepareTable } from "../../../infra/command/prepare-table.ts";
import { aStage } from "../stack/a-stage.ts";
import { synthesise, theOne } from "../stack/synthesised.ts";

const minuteMs = 60_000;
const TableName = "cases-restored";
const TableArn = `arn:aws:dynamodb:eu-central-1:123456789012:table/${TableName}`;
const LatestStreamArn = `${TableArn}/stream/2026-11-24T10:00:00.000`;
const refused = { message: "refused", $metadata: {} };
const cold = { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 4_000 };

/**
 * DynamoDB as it is after a restore, by a clock that is moved by hand: the table is active after twenty minutes,
 * its backups two minutes later; a change of the table takes half a minute, in which every other is refused.
 */
const aRestore = ({ isThere = true, activeAfterMinutes = 20 } = {}) => {
  let ms = 0;
  let updatingUntil = 0;
  let refusals = 0;
  let tags: readonly unknown[] = [];
  let recovers = false;
  let timeToLive: { Enabled: boolean | undefined; AttributeName: string | undefined } | undefined;
  let table: TableDescription = {
    TableName,
    TableArn,
    DeletionProtectionEnabled: false,
    WarmThroughput: { ...cold, Status: "ACTIVE" },
    GlobalSecondaryIndexes: ["due", "review", "opened"].map((IndexName) => ({
      IndexName,
      IndexStatus: "ACTIVE",
      WarmThroughput: { ...cold, Status: "ACTIVE" },
    })),
  };
  const status = () => {
    if (ms < activeAfterMinutes * minuteMs) return "CREATING";
    return ms < updatingUntil ? "UPDATING" : "ACTIVE";
  };
  const changes: string[] = [];
  const changed = (what: string) => {
    if (status() !== "ACTIVE") {
      refusals++;
      throw new ResourceInUseException(refused);
    }
    changes.push(what);
  };
  const update = ({ TableName: _, ...input }: UpdateTableCommand["input"]) => {
    const { StreamSpecification, DeletionProtectionEnabled, WarmThroughput, GlobalSecondaryIndexUpdates = [] } = input;
    changed(Object.keys(input).join());
    updatingUntil = ms + minuteMs / 2;
    table = {
      ...table,
      ...(StreamSpecification && { StreamSpecification, LatestStreamArn }),
      ...(DeletionProtectionEnabled !== undefined && { DeletionProtectionEnabled }),
      ...(WarmThroughput && { WarmThroughput: { ...WarmThroughput, Status: "ACTIVE" } }),
      GlobalSecondaryIndexes: (table.GlobalSecondaryIndexes ?? []).map((index) => {
        const warm = GlobalSecondaryIndexUpdates.find((one) => one.Update?.IndexName === index.IndexName)?.Update;
        return warm?.WarmThroughput
          ? { ...index, WarmThroughput: { ...warm.WarmThroughput, Status: "ACTIVE" } }
          : index;
      }),
    };
    return {};
  };
  const answer = (command: unknown): unknown => {
    if (!isThere) throw new ResourceNotFoundException(refused);
    if (command instanceof DescribeTableCommand) return { Table: { ...table, TableStatus: status() } };
    if (command instanceof UpdateTableCommand) return update(command.input);
    if (command instanceof ListTagsOfResourceCommand) return { Tags: tags };
    if (command instanceof TagResourceCommand) {
      changed("Tags");
      tags = command.input.Tags ?? [];
      return {};
    }
    if (command instanceof DescribeTimeToLiveCommand)
      return {
        TimeToLiveDescription: timeToLive
          ? { TimeToLiveStatus: "ENABLING", AttributeName: timeToLive.AttributeName }
          : { TimeToLiveStatus: "DISABLED" },
      };
    if (command instanceof UpdateTimeToLiveCommand) {
      if (timeToLive) throw new Error("It was changed within the hour.");
      changed("TimeToLiveSpecification");
      const { Enabled, AttributeName } = command.input.TimeToLiveSpecification ?? {};
      timeToLive = { Enabled, AttributeName };
      return {};
    }
    if (command instanceof DescribeContinuousBackupsCommand) {
      const PointInTimeRecoveryStatus = recovers ? "ENABLED" : "DISABLED";
      return { ContinuousBackupsDescription: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus } } };
    }
    if (command instanceof UpdateContinuousBackupsCommand) {
      if (ms < (activeAfterMinutes + 2) * minuteMs) throw new ContinuousBackupsUnavailableException(refused);
      changed("PointInTimeRecoverySpecification");
      recovers = command.input.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled ?? false;
      return {};
    }
    throw new Error("DynamoDB was not to be asked that.");
  };
  const said: string[] = [];
  const dynamodb = { send: async (command: unknown) => answer(command) } as unknown as DynamoDBClient;
  const rest = async (restMs: number) => {
    ms += restMs;
  };
  return {
    prepare: (stage?: Parameters<typeof prepareTable>[1], rests = rest) =>
      prepareTable(TableName, stage, { dynamodb, nowMs: () => ms, rest: rests, say: (line) => said.push(line) }),
    rest,
    said,
    changes,
    minutes: () => ms / minuteMs,
    refusals: () => refusals,
    /** As CloudFormation writes it. */
    asWritten: () => ({
      DeletionProtectionEnabled: table.DeletionProtectionEnabled,
      StreamSpecification: { StreamViewType: table.StreamSpecification?.StreamViewType },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: recovers },
      TimeToLiveSpecification: timeToLive,
      Tags: tags,
      WarmThroughput: unitsOf(table.WarmThroughput),
      warmIndexes: (table.GlobalSecondaryIndexes ?? []).map((index) => unitsOf(index.WarmThroughput)),
    }),
  };
};

type Units = { readonly ReadUnitsPerSecond?: number; readonly WriteUnitsPerSecond?: number };
const unitsOf = ({ ReadUnitsPerSecond, WriteUnitsPerSecond }: Units = {}) => ({
  ReadUnitsPerSecond,
  WriteUnitsPerSecond,
});

const large = { name: "example", size: "large" } as const;
const usual = { name: "example", size: "usual" } as const;

test("a restored table has all settings that the stack gives its own, one change after the other", async () => {
  const [, own] = theOne(synthesise(aStage({ size: "large" })).resources, "AWS::DynamoDB::Table");
  const { prepare, asWritten, refusals, changes } = aRestore();
  expect(await prepare(large)).toBe(LatestStreamArn);
  expect(refusals()).toBe(0);
  expect(changes).toEqual([
    "DeletionProtectionEnabled",
    "StreamSpecification",
    "PointInTimeRecoverySpecification",
    "TimeToLiveSpecification",
    "Tags",
    "WarmThroughput,GlobalSecondaryIndexUpdates",
  ]);
  const { warmIndexes, ...written } = asWritten();
  expect(own).toMatchObject(written);
  expect(own.GlobalSecondaryIndexes).toMatchObject(warmIndexes.map((WarmThroughput) => ({ WarmThroughput })));
});

test("a table whose size asks for no warm throughput keeps its own", async () => {
  const { prepare, asWritten } = aRestore();
  await prepare(usual);
  expect(asWritten().WarmThroughput).toEqual(cold);
});

test("a table that is prepared already is not changed again", async () => {
  const { prepare, changes, said } = aRestore();
  await prepare(large);
  const before = changes.length;
  said.length = 0;
  expect(await prepare(large)).toBe(LatestStreamArn);
  expect(changes).toHaveLength(before);
  expect(said).toHaveLength(6);
  for (const line of said) expect(line).toMatch(/: there already$/);
});

test.each([7, 21])("interrupted after %i minutes and run again, it continues", async (interruptedAfter) => {
  const { prepare, rest, minutes, changes } = aRestore();
  const interrupted = async (ms: number) => {
    if (minutes() >= interruptedAfter) throw new Error("interrupted");
    await rest(ms);
  };
  await expect(prepare(large, interrupted)).rejects.toThrow("interrupted");
  await prepare(large);
  expect(changes.toSorted()).toEqual([...new Set(changes)].toSorted());
  expect(changes).toHaveLength(6);
});

test("it says at once what it waits for, then each minute, and that it may be run again", async () => {
  const { prepare, said } = aRestore();
  await prepare(usual);
  const waiting = said.filter((line) => line.startsWith(`${TableName} is CREATING`));
  expect(waiting).toHaveLength(20);
  expect(waiting.at(-1)).toBe(
    `${TableName} is CREATING; waiting for 19 min. If this is interrupted, run it again: it continues.`,
  );
});

test("it waits for hours, and gives up after a day", async () => {
  const { prepare, minutes } = aRestore({ activeAfterMinutes: Number.POSITIVE_INFINITY });
  await expect(prepare(usual)).rejects.toThrow(`${TableName} is not ready after 1 day: ${TableName} is CREATING.`);
  expect(minutes()).toBe(24 * 60);
});

test("a table that nobody restores is named after a minute", async () => {
  const { prepare, minutes } = aRestore({ isThere: false });
  await expect(prepare(usual)).rejects.toThrow(`There is no table ${TableName}. Start its restore first`);
  expect(minutes()).toBe(1);
});

test("without a stage it sets what every stage has", async () => {
  const { prepare, asWritten } = aRestore();
  await prepare();
  const { Tags, WarmThroughput, TimeToLiveSpecification } = asWritten();
  expect({ Tags, WarmThroughput, TimeToLiveSpecification }).toEqual({
    Tags: [],
    WarmThroughput: cold,
    TimeToLiveSpecification: { Enabled: true, AttributeName: "expiresAt" },
  });
});
