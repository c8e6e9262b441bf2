import { describe, expect, test } from "vitest";
import type { CaseWriter, Decided, DecidedList } from "../../../functions/store/ports.ts";
import { following, opened } from "./changes.ts";

type Store = CaseWriter & DecidedList;

export const decidedListContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} lists what was decided`, () => {
    test("on a day, the newest first and page by page, with the change that recorded it or not at all", async () => {
      const store = await storeOf();
      const decided = (caseId: string, at: string): Decided => ({
        at,
        caseId,
        reviewId: "reply-3",
        question: "reply",
        decision: "close",
        by: "jane",
      });
      const all = [
        decided("TD-D1", "2026-11-24T01:00:00.000Z"),
        decided("TD-D2", "2026-11-24T03:00:00.000Z"),
        decided("TD-D3", "2026-11-24T02:00:00.000Z"),
        decided("TD-D4", "2026-11-25T02:00:00.000Z"),
      ];
      for (const one of all) await store.commit(opened(one.caseId, { decided: [one] }));
      // Somebody was first: nothing of it is written.
      await store.commit(opened("TD-D1", { decided: [decided("TD-D1", "2026-11-24T05:00:00.000Z")] }));
      const first = await store.decidedOn("2026-11-24", 2);
      const rest = await store.decidedOn("2026-11-24", 2, first.cursor);
      expect([...first.items, ...rest.items]).toEqual([all[1], all[2], all[0]]);
      expect(await store.decidedOn("2026-11-23", 2)).toMatchObject({ items: [] });
      expect((await store.decidedOn("2026-11-24", 9, "bm9uZQ")).items).toHaveLength(3);
    });

    test("says in its place what became of an answer that could be taken back", async () => {
      const store = await storeOf();
      const at = "2026-11-26T01:00:00.000Z";
      const decided = { caseId: "TD-D5", question: "reply", decision: "close", by: "jane" };
      const given: readonly Decided[] = ["reply-3", "reply-4"].map((reviewId) => ({
        ...decided,
        at,
        reviewId,
        takesEffectAt: "2026-11-26T01:01:00.000Z",
      }));
      const first = opened("TD-D5", { decided: given });
      await store.commit(first);
      expect((await store.decidedOn("2026-11-26", 9)).items).toEqual(given.toReversed());
      const came = given.map((one, nth) =>
        nth === 0 ? { ...one, tookEffectAt: at } : { ...one, cameToNothing: { at, by: "joe" } },
      );
      await store.commit(following(first, { decided: came }));
      expect((await store.decidedOn("2026-11-26", 9)).items).toEqual(came.toReversed());
    });
  });
};
