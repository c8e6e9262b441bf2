import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Brake, BrakeLine, Word } from "../notice/brake.ts";
import { type Lane, lanes } from "../report/category.ts";

const word = z.object({ at: z.string(), by: z.string(), why: z.string() });
const kept = word.extend({ isOn: z.boolean() });
const line = word.extend({ lane: z.enum(lanes), does: z.enum(["stop", "resume"]) });

const brakeKey = (lane: Lane) => ({ pk: "SENDER", sk: `BRAKE#${lane}` });
const lineKey = ({ at, lane, does }: BrakeLine) => ({ pk: "BRAKE", sk: `${at}#${lane}#${does}` });

/**
 * The brake in the table. Network: `isOn` one consistent read of one item, `stops` one query, `stop` and `resume` one
 * transaction for each lane, which writes the audit's line with it. Throws what the table throws.
 */
export const tableBrake = (table: DynamoDBDocumentClient, TableName: string): Brake => {
  const say = async (does: BrakeLine["does"], lane: Lane, { at, by, why }: Word): Promise<boolean> => {
    const said: BrakeLine = { at, by, why, lane, does };
    const brake = {
      TableName,
      Key: brakeKey(lane),
      UpdateExpression: "SET isOn = :does, #at = :at, #by = :by, why = :why",
      ConditionExpression: does === "stop" ? "attribute_not_exists(isOn) OR isOn = :not" : "isOn = :not",
      ExpressionAttributeNames: { "#at": "at", "#by": "by" },
      ExpressionAttributeValues: { ":does": does === "stop", ":not": does !== "stop", ":at": at, ":by": by, ":why": why },
    };
    try {
      await table.send(new TransactWriteCommand({ TransactItems: [{ Update: brake }, { Put: { TableName, Item: { ...lineKey(said), ...said } } }] }));
      return true;
    } catch (error) {
      // Somebody said the same before us; theirs stands.
      if (error instanceof TransactionCanceledException && error.CancellationReasons?.[0]?.Code === "ConditionalCheckFailed") return false;
      throw error;
    }
  };
  const each = async (of: readonly Lane[], does: BrakeLine["does"], said: Word): Promise<boolean> => {
    const done: boolean[] = [];
    for (const lane of of) done.push(await say(does, lane, said));
    return done.includes(true);
  };
  return {
    stops: async () => {
      const { Items = [] } = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :sender AND begins_with(sk, :brake)",
          ExpressionAttributeValues: { ":sender": "SENDER", ":brake": "BRAKE#" },
          ConsistentRead: true,
        }),
      );
      const on = Items.filter((item) => kept.parse(item).isOn);
      return Object.fromEntries(on.map((item) => [String(item.sk).slice("BRAKE#".length), word.parse(item)]));
    },
    isOn: async (lane) => (await table.send(new GetCommand({ TableName, Key: brakeKey(lane), ConsistentRead: true }))).Item?.isOn === true,
    stop: (of, said) => each(of, "stop", said),
    resume: (of, said) => each(of, "resume", said),
    audit: async (limit) => {
      const { Items = [] } = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :brake",
          ExpressionAttributeValues: { ":brake": "BRAKE" },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map((item) => line.parse(item));
    },
  };
};
