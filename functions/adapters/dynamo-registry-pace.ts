import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type PaceStore, unasked } from "../contact/registry-pace.ts";
import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import { type DocumentClient, GetCommand, PutCommand } from "./document-client.ts";

const paceItem = once(() => z.object({ nextMs: z.number(), restUntilMs: z.number() }));
const keyOf = (server: string) => ({ pk: `REGISTRY#${server}`, sk: "PACE" });
/** What is older than the longest window says nothing any more. */
const keepMs = 2 * 24 * 60 * 60_000;

/**
 * When each registry's server may be asked again, in the table; a read and a conditional write for
 * each question that goes out.
 */
export const dynamoRegistryPace = (table: DocumentClient, TableName: string): PaceStore => ({
  read: async (server) => {
    const read = paceItem().safeParse(
      (await table.send(new GetCommand({ TableName, Key: keyOf(server), ConsistentRead: true }))).Item,
    );
    return read.success ? read.data : unasked;
  },
  write: async (server, before, after) => {
    const expiresAt = Math.ceil((Math.max(after.nextMs, after.restUntilMs) + keepMs) / 1000);
    try {
      await table.send(
        new PutCommand({
          TableName,
          Item: { ...keyOf(server), ...after, expiresAt },
          ConditionExpression:
            "(attribute_not_exists(pk) AND :next = :zero AND :rest = :zero) OR " +
            "(nextMs = :next AND restUntilMs = :rest)",
          ExpressionAttributeValues: { ":next": before.nextMs, ":rest": before.restUntilMs, ":zero": 0 },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
