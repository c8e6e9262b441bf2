import { describe, expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { type Claims, claimMinutes, claimOf } from "../../functions/review/claims.ts";

const now = "2026-11-24T03:00:00.000Z";
const one = "TD-0000-0000-0001";

/** What every store of claims keeps to; run over the double and over the real one. */
export const claimsContract = (name: string, storeOf: () => Promise<Claims> | Claims): void => {
  describe(`${name} keeps the contract of claims`, () => {
    test("shows a claim to everybody until it runs out", async () => {
      const claims = await storeOf();
      expect(await claims.standing(now)).toEqual([]);
      const claim = claimOf(one, "jane", now);
      expect((await claims.take(claim)).ok).toBe(true);
      expect(await claims.standing(plusMinutes(now, claimMinutes - 1))).toEqual([claim]);
      expect(await claims.standing(plusMinutes(now, claimMinutes))).toEqual([]);
    });

    test("gives a case to one of two who take it at once, and tells the other who has it", async () => {
      const claims = await storeOf();
      const both = await Promise.all(["jane", "joe"].map((by) => claims.take(claimOf(one, by, now))));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      const [stands] = await claims.standing(now);
      expect(both.flatMap((taken) => (taken.ok ? [] : [taken.error]))).toEqual([stands]);
    });

    test("begins one's own anew, and gives anybody one that ran out", async () => {
      const claims = await storeOf();
      await claims.take(claimOf(one, "jane", now));
      const later = plusMinutes(now, 10);
      expect((await claims.take(claimOf(one, "jane", later))).ok).toBe(true);
      expect((await claims.take(claimOf(one, "joe", plusMinutes(now, 20)))).ok).toBe(false);
      expect((await claims.take(claimOf(one, "joe", plusMinutes(now, 25)))).ok).toBe(true);
    });

    test("is taken over once from whoever was seen to have it, with the word to them", async () => {
      const claims = await storeOf();
      const first = claimOf(one, "jane", now);
      await claims.take(first);
      const over = (by: string) => claimOf(one, by, plusMinutes(now, 1), { from: "jane", why: "You are at lunch." });
      expect((await claims.take(over("joe"))).ok).toBe(false);
      const both = await Promise.all(["joe", "anna"].map((by) => claims.take(over(by), first)));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await claims.standing(plusMinutes(now, 1))).toMatchObject([{ from: "jane", why: "You are at lunch." }]);
    });

    test("is given back by whoever has it and by nobody else", async () => {
      const claims = await storeOf();
      await claims.take(claimOf(one, "jane", now));
      await claims.release(one, "joe");
      expect(await claims.standing(now)).toHaveLength(1);
      await claims.release(one, "jane");
      await claims.release(one, "jane");
      expect(await claims.standing(now)).toEqual([]);
    });
  });
};
