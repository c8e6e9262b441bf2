import { describe, expect, test } from "vitest";
import type { CaseHistory, CaseReader, CaseWriter } from "../../../functions/store/ports.ts";
import { following, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & CaseHistory;

export const historyContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} keeps histories`, () => {
    test("keeps every line of the history, in order and without a gap", async () => {
      const store = await storeOf();
      const first = opened("TD-C");
      await store.commit(first);
      const second = following(first);
      await store.commit(second);
      await store.commit(following(second));
      const history = await store.history("TD-C");
      expect(history.map(({ version }) => version)).toEqual([1, 2, 3]);
      expect(history[0]?.events).toEqual(first.events);
    });

    test("gives the newest lines of a history, and the newest before one of them", async () => {
      const store = await storeOf();
      let change = opened("TD-L");
      await store.commit(change);
      for (let version = 2; version <= 12; version++) {
        change = following(change);
        await store.commit(change);
      }
      const versions = async (limit: number, before?: number) =>
        (await store.latestLines("TD-L", limit, before)).map(({ version }) => version);
      expect([await versions(3), await versions(3, 10), await versions(3, 2), await versions(3, 1)]).toEqual([
        [12, 11, 10],
        [9, 8, 7],
        [1],
        [],
      ]);
      expect((await store.latestLines("TD-L", 1, 2))[0]?.events.map(({ type }) => type)).toContain("opened");
    });
  });
};
