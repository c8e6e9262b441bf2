import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, type BatchGetCommandOutput, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Kept, KnownStore } from "../contact/known.ts";

/*
 * Every stored key, its shape and its lifetime: functions/case/STORED-KEYS.md. Change both together.
 */

const keptItem = z.object({ pk: z.string(), text: z.string(), freshUntilMs: z.number(), keptUntilMs: z.number() });
const prefix = "KNOWN#";
/** DynamoDB deletes by whole seconds and up to two days late; readers look at `keptUntilMs` themselves. */
const seconds = (ms: number): number => Math.ceil(ms / 1000);

/**
 * What lookups know, in the table. A read of all places where an answer may stand is one request; it need not be the
 * newest word, for the turn is what keeps questions from being asked twice, and it is claimed by a condition.
 */
export const dynamoKnown = (table: DynamoDBDocumentClient, TableName: string): KnownStore => {
  /** True when the condition held. */
  const put = async (Item: Record<string, unknown>, ConditionExpression: string, ExpressionAttributeValues: Record<string, unknown>): Promise<boolean> => {
    try {
      await table.send(new PutCommand({ TableName, Item, ConditionExpression, ExpressionAttributeValues }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  const turnItem = (turn: string, holder: string, untilMs: number, keepMs: number) => ({
    pk: `${prefix}${turn}`,
    sk: "TURN",
    holder,
    untilMs,
    expiresAt: seconds(keepMs),
  });
  return {
    read: async (keys, nowMs, newest) => {
      const found = new Map<string, Kept>();
      let left: Record<string, unknown>[] | undefined = [...new Set(keys)].map((key) => ({ pk: `${prefix}${key}`, sk: "KEPT" }));
      // What a busy table left out is asked for again by the keys that it names; three times, then those places count as empty.
      for (let tries = 0; left && left.length > 0 && tries < 3; tries++) {
        const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await table.send(
          new BatchGetCommand({ RequestItems: { [TableName]: { Keys: left, ConsistentRead: newest !== undefined } } }),
        );
        for (const item of Responses?.[TableName] ?? []) {
          const read = keptItem.safeParse(item);
          if (!read.success || read.data.keptUntilMs <= nowMs) continue;
          const { pk, ...kept } = read.data;
          found.set(pk.slice(prefix.length), kept);
        }
        left = UnprocessedKeys?.[TableName]?.Keys;
      }
      return found;
    },
    write: async (key, kept) => {
      await table.send(new PutCommand({ TableName, Item: { pk: `${prefix}${key}`, sk: "KEPT", ...kept, expiresAt: seconds(kept.keptUntilMs) } }));
    },
    claim: (turn, holder, untilMs, nowMs) => put(turnItem(turn, holder, untilMs, untilMs), "attribute_not_exists(pk) OR untilMs <= :now", { ":now": nowMs }),
    release: async (turn, holder, fromMs) => {
      await put(turnItem(turn, holder, fromMs, Math.max(fromMs, Date.now()) + 60_000), "holder = :me", { ":me": holder });
    },
  };
};
