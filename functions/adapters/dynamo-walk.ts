import type { KeptWalk } from "../follow-up/reach.ts";
import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import { type DocumentClient, GetCommand, PutCommand } from "./document-client.ts";

const key = { pk: "REACH", sk: "WALK" };
const kept = once(() =>
  z.object({
    clocks: z.string(),
    since: z.string(),
    cursor: z.optional(z.string()),
    isDone: z.optional(z.literal(true)),
    ended: z.optional(z.int().check(z.positive())),
    isUnsure: z.optional(z.literal(true)),
  }),
);

/**
 * How far cases were looked at under new clocks, in the table. Network: one read or one write a call.
 * What can't be read is a walk that has not begun. Throws what the table throws.
 */
export const dynamoWalk = (table: DocumentClient, TableName: string): KeptWalk => ({
  read: async () => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
    const walk = kept().safeParse(Item).data;
    if (walk === undefined) return undefined;
    const { cursor, isDone, ended, isUnsure, ...begun } = walk;
    return {
      ...begun,
      ...(cursor && { cursor }),
      ...(isDone && { isDone }),
      ...(ended && { ended }),
      ...(isUnsure && { isUnsure }),
    };
  },
  note: async (walk) => {
    await table.send(new PutCommand({ TableName, Item: { ...key, ...walk } }));
  },
});
