import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../kernel/instant.ts";
import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import type { Brake, BrakeLine, Word } from "../notice/brake.ts";
import { type Lane, lanes } from "../report/category.ts";
import { type DocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from "./document-client.ts";
import type { InTable } from "./in-table.ts";
import { persistently, realRests } from "./table-conflicts.ts";

const word = once(() => z.object({ at: z.string(), by: z.string(), why: z.string() }));
const kept = once(() => z.extend(word(), { isOn: z.boolean() }));
const line = once(() => z.extend(word(), { lane: z.enum(lanes), does: z.enum(["stop", "resume"]) }));

const brakeKey = (lane: Lane) => ({ pk: "SENDER", sk: `BRAKE#${lane}` });
const lineKey = ({ at, lane, does }: Pick<BrakeLine, "at" | "lane" | "does">) => ({
  pk: "BRAKE",
  sk: `${at}#${lane}#${does}`,
});

/** Writes the word and the audit's line, both or neither. False where somebody was first. */
const say = async (
  { table, TableName }: InTable,
  does: BrakeLine["does"],
  lane: Lane,
  { at, by, why }: Word,
  seenAt?: Instant,
): Promise<boolean> => {
  const said: BrakeLine = { at, by, why, lane, does };
  const brake = {
    TableName,
    Key: brakeKey(lane),
    UpdateExpression: "SET isOn = :does, #at = :at, #by = :by, why = :why",
    ConditionExpression: does === "stop" ? "attribute_not_exists(isOn) OR isOn = :not" : "isOn = :not AND #at = :seen",
    ExpressionAttributeNames: { "#at": "at", "#by": "by" },
    ExpressionAttributeValues: {
      ":does": does === "stop",
      ":not": does !== "stop",
      ...(does === "resume" && { ":seen": seenAt }),
      ":at": at,
      ":by": by,
      ":why": why,
    },
  };
  return firstOf(() =>
    table.send(
      new TransactWriteCommand({
        TransactItems: [{ Update: brake }, { Put: { TableName, Item: { ...lineKey(said), ...said } } }],
      }),
    ),
  );
};

/** Writes the reason beside the stop and into the audit's line. False where that stop has one, or is over. */
const explain = async ({ table, TableName }: InTable, lane: Lane, at: Instant, why: string): Promise<boolean> => {
  const update = {
    UpdateExpression: "SET why = :why",
    ConditionExpression: "#at = :at AND why = :none",
    ExpressionAttributeNames: { "#at": "at" },
    ExpressionAttributeValues: { ":why": why, ":at": at, ":none": "" },
  };
  const keys = [brakeKey(lane), lineKey({ at, lane, does: "stop" })];
  return firstOf(() =>
    table.send(
      new TransactWriteCommand({ TransactItems: keys.map((Key) => ({ Update: { TableName, Key, ...update } })) }),
    ),
  );
};

/** Writes again where the table was busy. False where somebody wrote the same before us; theirs is kept. */
const firstOf = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await persistently(write, realRests);
    return true;
  } catch (error) {
    if (
      error instanceof TransactionCanceledException &&
      error.CancellationReasons?.[0]?.Code === "ConditionalCheckFailed"
    )
      return false;
    throw error;
  }
};

/**
 * A lane that can't be stopped must not keep the other one going: each is tried before anything
 * is thrown.
 */
const each = async (asked: readonly Promise<boolean>[]): Promise<boolean> => {
  const done = await Promise.allSettled(asked);
  for (const one of done) if (one.status === "rejected") throw one.reason;
  return done.some((one) => one.status === "fulfilled" && one.value);
};

/**
 * The brake in the table. Network: `isOn` one consistent read of one item, `stops` one query,
 * `stop`, `explain` and `resume` one transaction for each lane, which writes the audit's line with it. Throws
 * what the table throws.
 */
export const tableBrake = (table: DocumentClient, TableName: string): Brake => {
  const inTable: InTable = { table, TableName };
  return {
    stops: async () => {
      const { Items = [] } = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :sender AND begins_with(sk, :brake)",
          ExpressionAttributeValues: { ":sender": "SENDER", ":brake": "BRAKE#" },
          ConsistentRead: true,
        }),
      );
      const on = Items.filter((item) => kept().parse(item).isOn);
      return Object.fromEntries(on.map((item) => [String(item.sk).slice("BRAKE#".length), word().parse(item)]));
    },
    isOn: async (lane) =>
      (await table.send(new GetCommand({ TableName, Key: brakeKey(lane), ConsistentRead: true }))).Item?.isOn === true,
    stop: (of, said) => each(of.map((lane) => say(inTable, "stop", lane, said))),
    explain: (seen, why) =>
      each(lanes.flatMap((lane) => (seen[lane] ? [explain(inTable, lane, seen[lane].at, why)] : []))),
    resume: (of, seen, said) =>
      each(of.flatMap((lane) => (seen[lane] ? [say(inTable, "resume", lane, said, seen[lane].at)] : []))),
    audit: async (limit) => {
      const { Items = [] } = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :brake",
          ExpressionAttributeValues: { ":brake": "BRAKE" },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map((item) => line().parse(item));
    },
  };
};
