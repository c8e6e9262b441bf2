import { describe, expect, test } from "vitest";
import type { CaseReader, CaseWriter, ReportIndex } from "../../../functions/store/ports.ts";
import { morning } from "../../support/a-case.ts";
import { following, lostRace, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & ReportIndex;

export const reportIndexContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} knows where reports are`, () => {
    test("takes a report in once for ever, and writes nothing of a change that brings it again", async () => {
      const store = await storeOf();
      const first = opened("TD-D");
      await store.commit(first);
      expect(await store.caseOfReport("hotline/TD-D")).toBe("TD-D");
      expect(await store.commit(opened("TD-D2", { reportKeys: ["hotline/TD-D"] }))).toEqual(lostRace);
      expect(await store.read("TD-D2")).toBeUndefined();
      expect(await store.openCaseOfTarget("target of TD-D2")).toBeUndefined();
    });

    test("keeps what was said of a report beside its case, as the last change that counted left it", async () => {
      const store = await storeOf();
      const first = opened("TD-W");
      await store.commit(first);
      expect(await store.wordsOf("TD-W", "hotline/TD-W")).toBeUndefined();
      const words = new Map([
        ["hotline/TD-W", { said: { hold: morning, "still-up": morning }, takenBack: true }],
      ] as const);
      const second = following(first, { words });
      await store.commit(second);
      await store.commit(following(first, { words: new Map([["hotline/TD-W", { said: {} }]]) }));
      expect(await store.wordsOf("TD-W", "hotline/TD-W")).toEqual({
        said: { hold: morning, "still-up": morning },
        takenBack: true,
      });
      expect(await store.wordsOf("TD-OTHER", "hotline/TD-W")).toBeUndefined();
      const later = { said: { hold: morning }, joined: true, goesOnIn: "TD-V" } as const;
      await store.commit(following(second, { words: new Map([["hotline/TD-W", later]]) }));
      expect(await store.wordsOf("TD-W", "hotline/TD-W")).toEqual(later);
    });

    test("has one open case of a target, until that case lets it go", async () => {
      const store = await storeOf();
      const first = opened("TD-E");
      await store.commit(first);
      const key = first.targetKey?.key ?? "";
      expect(await store.openCaseOfTarget(key)).toBe("TD-E");
      expect(await store.commit(opened("TD-E2", { targetKey: { key, does: "claim" } }))).toEqual(lostRace);
      await store.commit(following(first, { targetKey: { key, does: "release" } }));
      expect(await store.openCaseOfTarget(key)).toBeUndefined();
      expect((await store.commit(opened("TD-E2", { targetKey: { key, does: "claim" } }))).ok).toBe(true);
    });

    test("knows by which case a target was removed last, until that is forgotten", async () => {
      const store = await storeOf();
      const [first, second] = [opened("TD-F"), opened("TD-G")];
      const key = "what was removed";
      expect(await store.removedCaseOfTarget(key)).toBeUndefined();
      for (const one of [first, second]) {
        await store.commit(one);
        await store.commit(following(one, { removedKey: { key, does: "claim" } }));
        expect(await store.removedCaseOfTarget(key)).toBe(one.next.id);
      }
      await store.commit(following(following(second), { removedKey: { key, does: "release" } }));
      expect(await store.removedCaseOfTarget(key)).toBeUndefined();
      expect(await store.openCaseOfTarget(key)).toBeUndefined();
    });
  });
};
