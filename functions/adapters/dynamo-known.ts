import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { Kept, KnownStore } from "../contact/known.ts";
import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  type DocumentClient,
  type Item,
  PutCommand,
} from "./document-client.ts";
import { type KnownSeal, knownSeal, type MasterKeys } from "./sealed.ts";

/*
 * Every stored key, its shape and its lifetime: functions/case/STORED-KEYS.md. Change both
 * together.
 */

const keptItem = once(() =>
  z.object({
    pk: z.string(),
    sealed: z.instanceof(Uint8Array),
    freshUntilMs: z.number(),
    keptUntilMs: z.number(),
  }),
);
const prefix = "KNOWN#";
/**
 * DynamoDB deletes by whole seconds and up to two days late; readers look at `keptUntilMs`
 * themselves.
 */
const seconds = (ms: number): number => Math.ceil(ms / 1000);

/**
 * What lookups know, in the table. A read of all places where an answer may stand is one request;
 * it need not be the newest word, for the turn is what keeps questions from being asked twice, and
 * it is claimed by a condition. Neither what is known nor of what it is known can be read off the
 * table (`sealed.ts`).
 */
export const dynamoKnown = (table: DocumentClient, TableName: string, masterKeys: MasterKeys): KnownStore => {
  let sealing: Promise<KnownSeal> | undefined;
  const sealed = (): Promise<KnownSeal> => {
    // Derived once. A read of the secret that failed is not remembered.
    sealing ??= masterKeys()
      .then(knownSeal)
      .catch((error: unknown) => {
        sealing = undefined;
        throw error;
      });
    return sealing;
  };
  /** True when the condition held. */
  const put = async (
    Item: Record<string, unknown>,
    ConditionExpression: string,
    ExpressionAttributeValues: Record<string, unknown>,
  ): Promise<boolean> => {
    try {
      await table.send(new PutCommand({ TableName, Item, ConditionExpression, ExpressionAttributeValues }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  const turnItem = async (turn: string, holder: string, untilMs: number, keepMs: number) => ({
    pk: `${prefix}${(await sealed()).nameOf(turn)}`,
    sk: "TURN",
    holder,
    untilMs,
    expiresAt: seconds(keepMs),
  });
  return {
    read: async (keys, nowMs, newest) => {
      const found = new Map<string, Kept>();
      const { nameOf, open } = await sealed();
      const keyOf = new Map(keys.map((key) => [`${prefix}${nameOf(key)}`, key]));
      let left: readonly Item[] | undefined = [...keyOf.keys()].map((pk) => ({ pk, sk: "KEPT" }));
      // What a busy table left out is asked for again by the keys that it names; three times, then
      // those places count as empty.
      for (let tries = 0; left && left.length > 0 && tries < 3; tries++) {
        const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await table.send(
          new BatchGetCommand({ RequestItems: { [TableName]: { Keys: left, ConsistentRead: newest !== undefined } } }),
        );
        for (const item of Responses[TableName] ?? []) {
          const read = keptItem().safeParse(item);
          const key = read.success ? keyOf.get(read.data.pk) : undefined;
          if (!read.success || key === undefined || read.data.keptUntilMs <= nowMs) continue;
          const { sealed: bytes, freshUntilMs, keptUntilMs } = read.data;
          const text = open(key, bytes);
          if (text !== undefined) found.set(key, { text, freshUntilMs, keptUntilMs });
        }
        left = UnprocessedKeys[TableName]?.Keys;
      }
      return found;
    },
    write: async (key, { text, freshUntilMs, keptUntilMs }) => {
      const { nameOf, seal } = await sealed();
      const item = {
        pk: `${prefix}${nameOf(key)}`,
        sk: "KEPT",
        sealed: seal(key, text),
        freshUntilMs,
        keptUntilMs,
        expiresAt: seconds(keptUntilMs),
      };
      await table.send(new PutCommand({ TableName, Item: item }));
    },
    claim: async (turn, holder, untilMs, nowMs) =>
      put(await turnItem(turn, holder, untilMs, untilMs), "attribute_not_exists(pk) OR untilMs <= :now", {
        ":now": nowMs,
      }),
    release: async (turn, holder, fromMs) => {
      await put(await turnItem(turn, holder, fromMs, Math.max(fromMs, Date.now()) + 60_000), "holder = :me", {
        ":me": holder,
      });
    },
  };
};
