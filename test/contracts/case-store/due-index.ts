import { describe, expect, test } from "vitest";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import type { CaseHistory, CaseReader, CaseWriter, DueIndex } from "../../../functions/store/ports.ts";
import { morning } from "../../support/a-case.ts";
import { following, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & CaseHistory & DueIndex;

export const dueIndexContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} knows what is due`, () => {
    test("proposes what is due, oldest first and no more than asked for", async () => {
      const store = await storeOf();
      for (const [caseId, dueAt] of [
        ["TD-F3", "2026-11-24T03:00:00.000Z"],
        ["TD-F1", "2026-11-24T01:00:00.000Z"],
        ["TD-F2", "2026-11-24T02:00:00.000Z"],
        ["TD-F9", "2026-11-24T09:00:00.000Z"],
      ] as const) {
        await store.commit(opened(caseId, { dueAt }));
      }
      expect((await store.due("2026-11-24T03:00:00.000Z", 10)).map(({ caseId }) => caseId)).toEqual([
        "TD-F1",
        "TD-F2",
        "TD-F3",
      ]);
      expect((await store.due("2026-11-24T09:00:00.000Z", 2)).map(({ caseId }) => caseId)).toEqual(["TD-F1", "TD-F2"]);
    });

    test("proposes the urgent lane's by themselves, and with all others", async () => {
      const store = await storeOf();
      await store.commit(opened("TD-F4", { dueAt: "2026-11-24T01:00:00.000Z" }));
      await store.commit(opened("TD-F5", { dueAt: "2026-11-24T02:00:00.000Z" }, { category: "csam" }));
      await store.commit(opened("TD-F6", { dueAt: "2026-11-24T03:00:00.000Z" }, { live: true }));
      const proposed = async (lane?: "urgent" | "standard") =>
        (await store.due("2026-11-24T09:00:00.000Z", 2, lane)).map(({ caseId }) => caseId);
      expect([await proposed("urgent"), await proposed("standard"), await proposed()]).toEqual([
        ["TD-F5", "TD-F6"],
        ["TD-F4"],
        ["TD-F4", "TD-F5"],
      ]);
      await store.postpone("TD-F5", 1, "2026-11-24T08:00:00.000Z");
      expect(await proposed("urgent")).toEqual(["TD-F6", "TD-F5"]);
    });

    test("gives all that has a due time, page by page, of both lanes and whenever that is", async () => {
      const store = await storeOf();
      const dueAt = "2027-05-01T00:00:00.000Z";
      const ids = ["TD-W1", "TD-W2", "TD-W3", "TD-W4", "TD-W5"];
      for (const id of ids) await store.commit(opened(id, { dueAt }, id === "TD-W5" ? { category: "csam" } : {}));
      await store.commit(opened("TD-W6", {}));
      const found: string[] = [];
      let cursor: string | undefined;
      let pages = 0;
      do {
        const page = await store.awaited(2, cursor);
        expect(page.items.length).toBeLessThanOrEqual(2);
        for (const due of page.items) if (due.dueAt === dueAt) found.push(due.caseId);
        cursor = page.cursor;
      } while (cursor !== undefined && pages++ < 100);
      expect(found.toSorted()).toEqual(ids);
    });

    test("postpones a due time, but not that of a case that changed since", async () => {
      const store = await storeOf();
      const dueAt = "2026-11-24T01:00:00.000Z";
      const first = opened("TD-G", { dueAt });
      await store.commit(first);
      await store.postpone("TD-G", 1, "2026-11-24T05:00:00.000Z");
      expect(await store.due("2026-11-24T04:00:00.000Z", 10)).toEqual([]);
      await store.commit(following(first, { dueAt }));
      await store.postpone("TD-G", 1, "2026-11-24T05:00:00.000Z");
      expect(await store.due("2026-11-24T04:00:00.000Z", 10)).toEqual([{ caseId: "TD-G", dueAt }]);
    });

    test("sets a case aside that can't be opened, but not one that is due at another time by now", async () => {
      const store = await storeOf();
      const dueAt = "2026-11-24T01:00:00.000Z";
      const later = "2026-11-24T05:00:00.000Z";
      await store.commit(opened("TD-S", { dueAt }));
      await store.setAside({ caseId: "TD-S", dueAt: "2026-11-24T00:59:00.000Z" }, later);
      expect(await store.due(dueAt, 10)).toEqual([{ caseId: "TD-S", dueAt }]);
      await store.setAside({ caseId: "TD-S", dueAt }, later);
      expect(await store.due("2026-11-24T04:00:00.000Z", 10)).toEqual([]);
      expect(await store.due(later, 10)).toEqual([{ caseId: "TD-S", dueAt: later }]);
    });

    test("leaves a case due a little later, and moves one that would be late, early or found at once", async () => {
      const store = await storeOf();
      const at = (minutes: number) => plusMinutes(morning, minutes);
      const moves: readonly (readonly [was: number, wanted: number, now: number, stands: number])[] = [
        [5, 6, 0, 5],
        [5, 25, 0, 5],
        [5, 26, 0, 26],
        [5, 4, 0, 4],
        [5, 20, 5, 20],
      ];
      for (const [number, [was, wanted, now]] of moves.entries()) {
        const first = opened(`TD-P${number}`, { dueAt: at(was) });
        await store.commit(first);
        await store.commit(following(first, { dueAt: at(wanted), at: at(now) }));
      }
      const found = new Map((await store.due(at(100), 10)).map(({ caseId, dueAt }) => [caseId, dueAt]));
      expect(moves.map((_, number) => found.get(`TD-P${number}`))).toEqual(moves.map(([, , , stands]) => at(stands)));
    });

    test("lets a change move a case on from where it was postponed to", async () => {
      const store = await storeOf();
      const at = (minutes: number) => plusMinutes(morning, minutes);
      const first = opened("TD-Q", { dueAt: at(5) });
      await store.commit(first);
      await store.postpone("TD-Q", 1, at(30));
      await store.commit(following(first, { dueAt: at(20), at: at(6) }));
      expect(await store.due(at(100), 10)).toEqual([{ caseId: "TD-Q", dueAt: at(20) }]);
    });

    test("takes a case out of the due index in the very change that says it waits for nothing", async () => {
      const store = await storeOf();
      const { dueAt: _, ...first } = opened("TD-H");
      await store.commit({ ...first, dueAt: "2026-11-24T01:00:00.000Z" });
      await store.commit(following(first));
      expect(await store.due("2030-01-01T00:00:00.000Z", 10)).toEqual([]);
    });
  });
};
