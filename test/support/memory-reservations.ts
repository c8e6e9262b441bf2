import { fail, ok } from "../../functions/kernel/result.ts";
import type { Reservation, Reservations } from "../../functions/review/reservations.ts";

/** Who has which case before them, in memory; held to `test/contracts/reservations.ts`. */
export const memoryReservations = (): Reservations => {
  const kept = new Map<string, Reservation>();
  return {
    standing: async (now) => [...kept.values()].filter(({ until }) => until > now),
    take: async (reservation, seen) => {
      const stands = kept.get(reservation.caseId);
      const isFree =
        !stands ||
        stands.until <= reservation.at ||
        stands.by === reservation.by ||
        (stands.by === seen?.by && stands.at === seen.at);
      if (!isFree) return fail(stands);
      kept.set(reservation.caseId, reservation);
      return ok(undefined);
    },
    release: async (caseId, by) => {
      if (kept.get(caseId)?.by === by) kept.delete(caseId);
    },
  };
};
