import { describe, expect, test } from "vitest";
import type { DeskOutcome } from "../../../functions/store/desk-outcomes.ts";
import type { CaseReader, CaseWriter, DeskMemory } from "../../../functions/store/ports.ts";
import { following, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & DeskMemory;

export const deskMemoryContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} remembers desks`, () => {
    test("recalls what came of asking a mailbox, newest first, at most so many, however it is written", async () => {
      const store = await storeOf();
      const outcome = (hour: string, what: DeskOutcome["what"], email = "abuse@desk.example"): DeskOutcome => ({
        email,
        caseId: "TD-V",
        noticeId: "0-first-1",
        at: `2026-11-24T${hour}:00:00.000Z`,
        what,
      });
      const first = opened("TD-V");
      await store.commit(first);
      const second = following(first, {
        deskOutcomes: [outcome("01", "answered"), outcome("01", "bounced", "abuse@other.example")],
      });
      await store.commit(second);
      await store.commit(following(second, { deskOutcomes: [outcome("02", "bounced")] }));
      expect(await store.outcomesAt("ABUSE@desk.example", 10)).toEqual([
        outcome("02", "bounced"),
        outcome("01", "answered"),
      ]);
      expect(await store.outcomesAt("abuse@desk.example", 1)).toEqual([outcome("02", "bounced")]);
      expect(await store.outcomesAt("abuse@desk.example", 1, outcome("02", "bounced"))).toEqual([
        outcome("01", "answered"),
      ]);
      expect(await store.outcomesAt("abuse@desk.example", 1, outcome("01", "answered"))).toEqual([]);
      expect(await store.outcomesAt("abuse@nobody.example", 10)).toEqual([]);
    });
  });
};
