import { msOf } from "../kernel/instant.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Reservation, Reservations } from "../review/reservations.ts";
import { DeleteCommand, type DocumentClient, GetCommand, PutCommand, QueryCommand } from "./document-client.ts";
import { whyNotWritten } from "./table-conflicts.ts";

/*
 * Every stored key, its shape and its lifetime: functions/case/STORED-KEYS.md. Change both
 * together.
 */

/** One partition: some persons have some cases each, for a quarter of an hour. */
const partition = "RESERVED";
const keyOf = (caseId: string) => ({ pk: partition, sk: caseId });
/** So many answers of one megabyte at most: what is over stays until DynamoDB takes it away. */
const answersAtMost = 3;

const read = (item: Readonly<Record<string, unknown>>): Reservation => ({
  caseId: String(item.sk),
  by: String(item.by),
  at: String(item.at),
  until: String(item.until),
  ...(typeof item.from === "string" && { from: item.from }),
  ...(typeof item.why === "string" && { why: item.why }),
});

/**
 * Who has which case before them, in the table. Network: one query to list, one write to take or to
 * give back. Throws what the table throws.
 */
export const dynamoReservations = (table: DocumentClient, TableName: string): Reservations => {
  /** Whether it was written; not where its condition did not hold. */
  const whereItHolds = async (write: () => Promise<unknown>): Promise<boolean> => {
    try {
      await write();
      return true;
    } catch (error) {
      if (whyNotWritten(error) === "condition") return false;
      throw error;
    }
  };
  const of = async (caseId: string): Promise<Reservation | undefined> => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: keyOf(caseId), ConsistentRead: true }));
    return Item && read(Item);
  };
  const reservations: Reservations = {
    standing: async (now) => {
      const found: Reservation[] = [];
      let start: Record<string, unknown> | undefined;
      for (let answers = 0; answers < answersAtMost; answers++) {
        const answer = await table.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: "pk = :reservations",
            FilterExpression: "#until > :now",
            ExpressionAttributeNames: { "#until": "until" },
            ExpressionAttributeValues: { ":reservations": partition, ":now": now },
            ConsistentRead: true,
            ...(start && { ExclusiveStartKey: start }),
          }),
        );
        found.push(...(answer.Items ?? []).map(read));
        start = answer.LastEvaluatedKey;
        if (!start) break;
      }
      return found;
    },
    take: async (wanted, seen) => {
      const { caseId, ...reservation } = wanted;
      const isTaken = await whereItHolds(() =>
        table.send(
          new PutCommand({
            TableName,
            Item: { ...keyOf(caseId), ...reservation, expiresAt: Math.ceil(msOf(reservation.until) / 1000) },
            ConditionExpression:
              "attribute_not_exists(pk) OR #until <= :now OR #by = :by OR (#by = :seenBy AND #at = :seenAt)",
            ExpressionAttributeNames: { "#until": "until", "#by": "by", "#at": "at" },
            ExpressionAttributeValues: {
              ":now": reservation.at,
              ":by": reservation.by,
              ":seenBy": seen?.by ?? "",
              ":seenAt": seen?.at ?? "",
            },
          }),
        ),
      );
      if (isTaken) return ok(undefined);
      const stands = await of(caseId);
      // Given back in this very moment.
      return stands ? fail(stands) : reservations.take(wanted, seen);
    },
    release: async (caseId, by) => {
      await whereItHolds(() =>
        table.send(
          new DeleteCommand({
            TableName,
            Key: keyOf(caseId),
            ConditionExpression: "#by = :by",
            ExpressionAttributeNames: { "#by": "by" },
            ExpressionAttributeValues: { ":by": by },
          }),
        ),
      );
    },
  };
  return reservations;
};
