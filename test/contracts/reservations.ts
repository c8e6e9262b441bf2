import { describe, expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { type Reservations, reservationOf, reservedMinutes } from "../../functions/review/reservations.ts";

const now = "2026-11-24T03:00:00.000Z";
const one = "TD-0000-0000-0001";

/** What every store of reservations keeps to; run over the double and over the real one. */
export const reservationsContract = (name: string, storeOf: () => Promise<Reservations> | Reservations): void => {
  describe(`${name} keeps the contract of reservations`, () => {
    test("shows a reservation to everybody until it runs out", async () => {
      const reservations = await storeOf();
      expect(await reservations.standing(now)).toEqual([]);
      const reservation = reservationOf(one, "jane", now);
      expect((await reservations.take(reservation)).ok).toBe(true);
      expect(await reservations.standing(plusMinutes(now, reservedMinutes - 1))).toEqual([reservation]);
      expect(await reservations.standing(plusMinutes(now, reservedMinutes))).toEqual([]);
    });

    test("gives a case to one of two who take it at once, and tells the other who has it", async () => {
      const reservations = await storeOf();
      const both = await Promise.all(["jane", "joe"].map((by) => reservations.take(reservationOf(one, by, now))));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      const [stands] = await reservations.standing(now);
      expect(both.flatMap((taken) => (taken.ok ? [] : [taken.error]))).toEqual([stands]);
    });

    test("begins one's own anew, and gives anybody one that ran out", async () => {
      const reservations = await storeOf();
      await reservations.take(reservationOf(one, "jane", now));
      const later = plusMinutes(now, 10);
      expect((await reservations.take(reservationOf(one, "jane", later))).ok).toBe(true);
      expect((await reservations.take(reservationOf(one, "joe", plusMinutes(now, 20)))).ok).toBe(false);
      expect((await reservations.take(reservationOf(one, "joe", plusMinutes(now, 25)))).ok).toBe(true);
    });

    test("is taken over once from whoever was seen to have it, with the word to them", async () => {
      const reservations = await storeOf();
      const first = reservationOf(one, "jane", now);
      await reservations.take(first);
      const over = (by: string) =>
        reservationOf(one, by, plusMinutes(now, 1), { from: "jane", why: "You are at lunch." });
      expect((await reservations.take(over("joe"))).ok).toBe(false);
      const both = await Promise.all(["joe", "anna"].map((by) => reservations.take(over(by), first)));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await reservations.standing(plusMinutes(now, 1))).toMatchObject([
        { from: "jane", why: "You are at lunch." },
      ]);
    });

    test("is given back by whoever has it and by nobody else", async () => {
      const reservations = await storeOf();
      await reservations.take(reservationOf(one, "jane", now));
      await reservations.release(one, "joe");
      expect(await reservations.standing(now)).toHaveLength(1);
      await reservations.release(one, "jane");
      await reservations.release(one, "jane");
      expect(await reservations.standing(now)).toEqual([]);
    });
  });
};
