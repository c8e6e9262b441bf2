import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { deskIdOf } from "../case/case-id.ts";
import { type Instant, msOf } from "../kernel/instant.ts";
import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import { type DeskMails, type LastMails, noMails } from "../notice/desk-pace.ts";
import type { Lane } from "../report/category.ts";
import { type DocumentClient, GetCommand, UpdateCommand } from "./document-client.ts";

/** Moments with a blank between them: a condition compares texts, and no lists. */
const lastItem = once(() => z.object({ urgent: z.string(), standard: z.string() }));
const momentsIn = (text: string): readonly Instant[] => text.split(" ").filter((moment) => moment !== "");
const textOf = (last: LastMails, lane: Lane): string => last[lane].join(" ");
const keptSeconds = 2 * 60 * 60;

/** By the hash of its mailbox: a desk's name in a key would say where something was reported. */
const keyOf = (email: string) => ({ pk: `DESK-MAILS#${deskIdOf(email)}`, sk: "LAST" });

/** An item for each desk. Network: one read, or one conditional write; throws what the table throws. */
export const dynamoDeskMails = (table: DocumentClient, TableName: string): DeskMails => ({
  last: async (email) => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: keyOf(email), ConsistentRead: true }));
    if (Item === undefined) return noMails;
    const { urgent, standard } = lastItem().parse(Item);
    return { urgent: momentsIn(urgent), standard: momentsIn(standard) };
  },
  write: async (email, before, after, now) => {
    const isEmpty = before.urgent.length + before.standard.length === 0;
    try {
      await table.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(email),
          UpdateExpression: "SET urgent = :urgent, standard = :standard, expiresAt = :expires",
          ConditionExpression: isEmpty
            ? "attribute_not_exists(pk) OR (urgent = :urgentBefore AND standard = :standardBefore)"
            : "urgent = :urgentBefore AND standard = :standardBefore",
          ExpressionAttributeValues: {
            ":urgent": textOf(after, "urgent"),
            ":standard": textOf(after, "standard"),
            ":expires": Math.floor(msOf(now) / 1000) + keptSeconds,
            ":urgentBefore": textOf(before, "urgent"),
            ":standardBefore": textOf(before, "standard"),
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
