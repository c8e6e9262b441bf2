import { fail, ok } from "../../kernel/result.ts";
import type { Reservation, Reservations } from "../../review/reservations.ts";
import { expiryOf, type Item, isNew, type Table } from "./table.ts";

/** One partition: some persons have some cases each, for a quarter of an hour. */
const partition = "RESERVED";
const keyOf = (caseId: string) => ({ pk: partition, sk: caseId });
/** Pages of one megabyte at most: what expired stays until DynamoDB deletes it. */
const pagesAtMost = 3;

const read = (item: Item): Reservation => ({
  caseId: String(item.sk),
  by: String(item.by),
  at: String(item.at),
  until: String(item.until),
  ...(typeof item.from === "string" && { from: item.from }),
  ...(typeof item.why === "string" && { why: item.why }),
});

/** Network: one query to list, one write to take or give back. Throws what the table throws. */
export const dynamoReservations = (table: Table): Reservations => {
  const reservations: Reservations = {
    standing: async (now) => {
      const all = await table.all({ pk: partition, consistent: true }, pagesAtMost);
      return all.map(read).filter(({ until }) => until > now);
    },
    take: async (wanted, seen) => {
      const { caseId, ...reservation } = wanted;
      const { by, at: now, until } = reservation;
      const isTaken = await table.write({
        put: { ...keyOf(caseId), ...reservation, expiresAt: expiryOf(until, {}) },
        where: `${isNew} OR #until <= :now OR #by = :by OR (#by = :seenBy AND #at = :seenAt)`,
        values: { now, by, seenBy: seen?.by ?? "", seenAt: seen?.at ?? "" },
      });
      if (isTaken) return ok(undefined);
      const stands = await table.get(keyOf(caseId));
      // Given back in this very moment.
      return stands ? fail(read(stands)) : reservations.take(wanted, seen);
    },
    release: async (caseId, by) => {
      await table.write({ remove: keyOf(caseId), where: "#by = :by", values: { by } });
    },
  };
  return reservations;
};
