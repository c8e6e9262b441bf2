import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type Clock, plusMs } from "../kernel/instant.ts";
import { type AccountWord, afterRefusal, type Refusal } from "../notice/refusal.ts";
import { type Lane, lanes } from "../report/category.ts";

const key = (lane: Lane) => ({ pk: "SENDER", sk: `REFUSED#${lane}` });
const stored = z.object({ since: z.string(), code: z.string(), tries: z.number(), nextTryAt: z.string(), over: z.boolean().optional() });
/** A refusal is believed so long without asking the table; meanwhile at most one notice for each process tries in vain. */
const believedForMs = 15_000;
/** Whoever takes the turn to try has so long; one that died with it delays the next by no more. */
const turnHoldsMs = 60_000;

type Given = { readonly table: DynamoDBDocumentClient; readonly TableName: string; readonly clock: Clock; readonly nowMs: () => number };

/**
 * SES's refusals of the account in the table. Network: `mayTry` a read every 15 s, and a write only while SES refuses; `heard` a
 * write on a refusal and on its end, else nothing. Throws what the table throws.
 */
export const tableAccount = ({ table, TableName, clock, nowMs }: Given): AccountWord => {
  const known = new Map<Lane, { readonly refusal: Refusal | undefined; readonly atMs: number }>();

  const read = async (lane: Lane): Promise<Refusal | undefined> => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: key(lane), ConsistentRead: true }));
    const found = stored.safeParse(Item).data;
    const refusal = found && !found.over ? { since: found.since, code: found.code, tries: found.tries, nextTryAt: found.nextTryAt } : undefined;
    known.set(lane, { refusal, atMs: nowMs() });
    return refusal;
  };
  const believed = async (lane: Lane): Promise<Refusal | undefined> => {
    const last = known.get(lane);
    return last && nowMs() - last.atMs < believedForMs ? last.refusal : read(lane);
  };

  return {
    refusals: async () => {
      const found = await Promise.all(lanes.map(async (lane) => [lane, await read(lane)] as const));
      return Object.fromEntries(found.filter(([, refusal]) => refusal !== undefined));
    },
    mayTry: async (lane) => {
      const refusal = await believed(lane);
      const now = clock.now();
      if (!refusal) return true;
      if (refusal.nextTryAt > now) return false;
      const held = { ...refusal, nextTryAt: plusMs(now, turnHoldsMs) };
      try {
        await table.send(
          new UpdateCommand({
            TableName,
            Key: key(lane),
            UpdateExpression: "SET nextTryAt = :held",
            ConditionExpression: "nextTryAt = :seen",
            ExpressionAttributeValues: { ":held": held.nextTryAt, ":seen": refusal.nextTryAt },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        // Another sender tries, or SES takes mail again: the table says which at the next question.
        known.delete(lane);
        return false;
      }
      known.set(lane, { refusal: held, atMs: nowMs() });
      return true;
    },
    heard: async (lane, answer) => {
      if (answer.kind === "declined" && answer.of === "account") {
        const refusal = afterRefusal(await read(lane), answer.code, clock.now());
        await table.send(new PutCommand({ TableName, Item: { ...key(lane), ...refusal } }));
        known.set(lane, { refusal, atMs: nowMs() });
      } else if (answer.kind === "accepted" && known.get(lane)?.refusal) {
        await table.send(
          new UpdateCommand({
            TableName,
            Key: key(lane),
            UpdateExpression: "SET #over = :over",
            ExpressionAttributeNames: { "#over": "over" },
            ExpressionAttributeValues: { ":over": true },
          }),
        );
        known.set(lane, { refusal: undefined, atMs: nowMs() });
      }
    },
  };
};
