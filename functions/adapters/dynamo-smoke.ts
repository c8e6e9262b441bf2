import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type Instant, msOf, plusMinutes } from "../kernel/instant.ts";
import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import { runMinutes, type SmokeRun, type SmokeRuns } from "../smoke/probe.ts";
import { GetCommand, PutCommand, QueryCommand } from "./document-client.ts";
import type { InTable } from "./in-table.ts";

const runKey = { pk: "SMOKE", sk: "RUN" };
const runItem = once(() => z.object({ run: z.string(), at: z.string() }));
const noteItem = once(() => z.object({ sk: z.string(), said: z.string(), at: z.string() }));

/** What a run saw, by the name of the note. */
export type SmokeNotes = ReadonlyMap<string, { readonly said: string; readonly at: Instant }>;

const expiresAt = (at: Instant): number => Math.floor(msOf(at) / 1000) + 24 * 60 * 60;

const unlessThere = async (put: Promise<unknown>): Promise<boolean> => {
  try {
    await put;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/** Runs of the smoke test in the table, as the functions see them. */
export const dynamoSmoke = ({ table, TableName }: InTable): SmokeRuns => ({
  newest: async () => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: runKey, ConsistentRead: true }));
    const read = runItem().safeParse(Item);
    return read.success ? { id: read.data.run, at: read.data.at } : undefined;
  },
  note: (run, name, said, at) =>
    unlessThere(
      table.send(
        new PutCommand({
          TableName,
          Item: { pk: `SMOKE#${run}`, sk: name, said, at, expiresAt: expiresAt(at) },
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      ),
    ),
});

/**
 * Begins a run; `false` while another may be going on. Network: one write, by whoever asks for the
 * smoke test.
 */
export const beginRun = ({ table, TableName }: InTable, { id, at }: SmokeRun): Promise<boolean> =>
  unlessThere(
    table.send(
      new PutCommand({
        TableName,
        Item: { ...runKey, run: id, at, expiresAt: expiresAt(at) },
        ConditionExpression: "attribute_not_exists(pk) OR #at < :over",
        ExpressionAttributeNames: { "#at": "at" },
        ExpressionAttributeValues: { ":over": plusMinutes(at, -runMinutes) },
      }),
    ),
  );

/** Ends it, so that another can begin. What it saw stays for a day. */
export const endRun = async ({ table, TableName }: InTable, { id, at }: SmokeRun): Promise<void> => {
  await table.send(
    new PutCommand({
      TableName,
      Item: { ...runKey, run: id, at: plusMinutes(at, -2 * runMinutes), expiresAt: expiresAt(at) },
      ConditionExpression: "run = :id",
      ExpressionAttributeValues: { ":id": id },
    }),
  );
};

/** All that a run saw so far. Network: one consistent query. */
export const notesOf = async ({ table, TableName }: InTable, id: string): Promise<SmokeNotes> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :run",
      ExpressionAttributeValues: { ":run": `SMOKE#${id}` },
      ConsistentRead: true,
    }),
  );
  return new Map(Items.map((item) => noteItem().parse(item)).map(({ sk, said, at }) => [sk, { said, at }]));
};
