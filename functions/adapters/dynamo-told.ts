import type { Told, ToldOf } from "../kernel/told.ts";
import { type DocumentClient, GetCommand, PutCommand } from "./document-client.ts";

const key = (of: ToldOf) => ({ pk: `TOLD#${of}`, sk: "LAST" });

/**
 * What on-call was told and when, in the table. Network: one read or one write a call. Throws what
 * the table throws.
 */
export const dynamoTold = (table: DocumentClient, TableName: string): Told => ({
  lastAt: async (of) => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: key(of), ConsistentRead: true }));
    return typeof Item?.at === "string" ? Item.at : undefined;
  },
  note: async (of, at) => {
    await table.send(new PutCommand({ TableName, Item: { ...key(of), at } }));
  },
});
