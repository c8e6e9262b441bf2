import { deskIdOf } from "../case/case-id.ts";
import { type Instant, msOf } from "../kernel/instant.ts";
import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import type { DeskMails } from "../notice/desk-pace.ts";
import { type DocumentClient, GetCommand, UpdateCommand } from "./document-client.ts";

const counted = once(() => z.object({ mails: z.number() }));
const keptSeconds = 2 * 60 * 60;

/** By the hash of its mailbox: a desk's name in a key would say where something was reported. */
const keyOf = (email: string, now: Instant) => ({
  pk: `DESK-MAILS#${deskIdOf(email)}`,
  sk: now.slice(0, "2026-11-24T10".length),
});

/**
 * Counters in the table, one for each desk and hour. Network: one read, or one write; throws what
 * the table throws.
 */
export const dynamoDeskMails = (table: DocumentClient, TableName: string): DeskMails => ({
  countIn: async (email, now) => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: keyOf(email, now), ConsistentRead: true }));
    return Item === undefined ? 0 : counted().parse(Item).mails;
  },
  note: async (email, now) => {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: keyOf(email, now),
        UpdateExpression: "ADD mails :one SET expiresAt = :expires",
        ExpressionAttributeValues: { ":one": 1, ":expires": Math.floor(msOf(now) / 1000) + keptSeconds },
      }),
    );
  },
});
