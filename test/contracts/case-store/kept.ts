import { describe, expect, test } from "vitest";
import type { CaseHistory, CaseReader, CaseWriter } from "../../../functions/store/ports.ts";
import { following, lostRace, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & CaseHistory;

export const keptContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} reads and writes`, () => {
    test("gives back the state that was written, whole", async () => {
      const store = await storeOf();
      const change = opened("TD-A");
      expect(await store.commit(change)).toEqual({ ok: true, value: undefined });
      expect(await store.read("TD-A")).toEqual(change.next);
      expect(await store.read("TD-NONE")).toBeUndefined();
    });

    test("writes a change once: of two writers of one version, the second is told and changes nothing", async () => {
      const store = await storeOf();
      const change = opened("TD-B");
      await store.commit(change);
      const [one, other] = await Promise.all([
        store.commit(following(change)),
        store.commit(following(change, { dueAt: "2030-01-01T00:00:00.000Z" })),
      ]);
      expect([one.ok, other.ok].sort()).toEqual([false, true]);
      expect((await store.read("TD-B"))?.version).toBe(2);
      expect(await store.commit(change)).toEqual(lostRace);
    });

    test("writes the changes of two cases together, or neither", async () => {
      const store = await storeOf();
      const [one, other] = [opened("TD-N1"), opened("TD-N2")];
      await store.commit(one);
      await store.commit(other);
      expect((await store.commit(following(one, { together: [following(other)] }))).ok).toBe(true);
      expect([(await store.read("TD-N1"))?.version, (await store.read("TD-N2"))?.version]).toEqual([2, 2]);
      expect(await store.commit(following(following(one), { together: [following(other)] }))).toEqual(lostRace);
      expect([(await store.read("TD-N1"))?.version, (await store.history("TD-N1")).length]).toEqual([2, 2]);
    });
  });
};
