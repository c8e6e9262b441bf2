import { describe, expect, test } from "vitest";
import type { CaseReader, CaseWriter, DigestWaiting } from "../../../functions/matters/store.ts";
import { following, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & DigestWaiting;

export const digestWaitingContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} knows who waits for a digest`, () => {
    test("knows who waits under a key, until the change that ends it", async () => {
      const store = await storeOf();
      const waiting = (key: string, caseId: string) => ({ key, caseId, noticeId: "0-first-a", bytes: 70 });
      const first = opened("TD-L1", { waits: [waiting("one", "TD-L1")] });
      await store.commit(first);
      await store.commit(opened("TD-L2", { waits: [waiting("one", "TD-L2")] }));
      await store.commit(opened("TD-L3", { waits: [waiting("other", "TD-L3")] }));
      const inOrder = async (key: string) =>
        [...(await store.waitingFor(key))].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
      expect(await inOrder("one")).toEqual([waiting("one", "TD-L1"), waiting("one", "TD-L2")]);
      await store.commit(
        following(first, { waits: [waiting("other", "TD-L1")], waitsNoMore: [waiting("one", "TD-L1")] }),
      );
      expect(await inOrder("one")).toEqual([waiting("one", "TD-L2")]);
      expect(await inOrder("other")).toEqual([waiting("other", "TD-L1"), waiting("other", "TD-L3")]);
      expect(await inOrder("none")).toEqual([]);
    });

    test("lists a thousand who wait", async () => {
      const store = await storeOf();
      const waits = Array.from({ length: 90 }, (_, at) => ({
        key: "many",
        caseId: `TD-M${at}`,
        noticeId: "0-first-a",
        bytes: 70,
      }));
      for (let round = 0; round < 12; round++)
        await store.commit(
          opened(`TD-MM${round}`, { waits: waits.map((one) => ({ ...one, noticeId: `0-first-${round}` })) }),
        );
      expect(await store.waitingFor("many")).toHaveLength(1080);
    });
  });
};
