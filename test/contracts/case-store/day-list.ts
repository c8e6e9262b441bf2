import { describe, expect, test } from "vitest";
import type { CaseReader, CaseWriter, Change, DayList } from "../../../functions/store/ports.ts";
import { opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & DayList;

export const dayListContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} lists days`, () => {
    test("lists the cases of a day, newest first", async () => {
      const store = await storeOf();
      const on = (caseId: string, openedAt: string): Change => {
        const change = opened(caseId);
        return { ...change, next: { ...change.next, openedAt } };
      };
      await store.commit(on("TD-J1", "2026-11-23T01:00:00.000Z"));
      await store.commit(on("TD-J2", "2026-11-24T01:00:00.000Z"));
      await store.commit(on("TD-J3", "2026-11-24T02:00:00.000Z"));
      expect((await store.openedOn("2026-11-24", 10)).items.map(({ id }) => id)).toEqual(["TD-J3", "TD-J2"]);
    });
  });
};
