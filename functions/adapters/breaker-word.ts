import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import type { SenderState, SenderWord } from "../notice/sender-state.ts";
import { type DocumentClient, GetCommand, UpdateCommand } from "./document-client.ts";
import type { InTable } from "./in-table.ts";

const stopKey = { pk: "SENDER", sk: "STOP" };

const stopItem = once(() =>
  z.object({
    stopped: z.boolean(),
    urgentToo: z._default(z.boolean(), false),
    since: z.string(),
    why: z.string(),
    by: z.optional(z.string()),
    told: z.optional(z.string()),
    resumedAt: z.optional(z.string()),
  }),
);

const readState = (item: unknown): SenderState => {
  const read = stopItem().safeParse(item);
  if (!read.success) return { kind: "runs" };
  const { stopped, urgentToo, since, why, by, told, resumedAt } = read.data;
  return stopped
    ? {
        kind: "stopped",
        since,
        why,
        told: told === since,
        ...(urgentToo && { urgentToo: true as const }),
        ...(resumedAt !== undefined && { resumedAt }),
      }
    : { kind: "runs", since, why, ...(by !== undefined && { by }) };
};

const say = async (
  { table, TableName }: InTable,
  stopped: boolean,
  urgentToo: boolean,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: stopKey,
        UpdateExpression: `SET stopped = :stopped, urgentToo = :urgentToo, ${Object.keys(values)
          .map((name) => `#${name} = :${name}`)
          .join(", ")}`,
        // Of what is stopped already, the urgent lane may have to stop, too.
        ConditionExpression: urgentToo
          ? "attribute_not_exists(urgentToo) OR urgentToo <> :urgentToo"
          : "attribute_not_exists(stopped) OR stopped <> :stopped",
        ExpressionAttributeNames: Object.fromEntries(Object.keys(values).map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ":stopped": stopped,
          ":urgentToo": urgentToo,
          ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])),
        },
      }),
    );
  } catch (error) {
    // Somebody said the same before us.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};

/** The breaker's word in the table, which each sweep and sender reads. */
export const breakerWord = (table: DocumentClient, TableName: string): SenderWord => ({
  senderState: async () => readState((await table.send(new GetCommand({ TableName, Key: stopKey }))).Item),
  stop: (since, why, urgentToo = false) => say({ table, TableName }, true, urgentToo, { since, why }),
  noteTold: async (since) => {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: stopKey,
        UpdateExpression: "SET told = :since",
        ExpressionAttributeValues: { ":since": since },
      }),
    );
  },
  resume: (since, by, why) => say({ table, TableName }, false, false, { since, why, by, resumedAt: since }),
});
