import { describe, expect, test } from "vitest";
import { forgetfulCaseEvent, forgetfulTarget } from "../../../functions/case/forget.ts";
import type { CaseHistory, CaseReader, CaseWriter, DueIndex } from "../../../functions/store/ports.ts";
import { morning } from "../../support/a-case.ts";
import { following, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & CaseHistory & DueIndex;

export const forgettingContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} forgets`, () => {
    test("makes a case's history forget what it is told to, twice too, and takes it out of the due index", async () => {
      const store = await storeOf();
      const dueAt = "2026-11-24T01:00:00.000Z";
      const first = opened("TD-T", { dueAt });
      await store.commit(first);
      await store.commit(following(first, { dueAt, next: forgetfulTarget({ ...first.next, version: 2 }, morning) }));
      for (const _ of ["once", "again"]) {
        await store.forgetHistory("TD-T", 2);
        expect((await store.history("TD-T")).map(({ version, at, events }) => ({ version, at, events }))).toEqual([
          { version: 1, at: first.at, events: first.events.map(forgetfulCaseEvent) },
          { version: 2, at: first.at, events: following(first).events.map(forgetfulCaseEvent) },
        ]);
      }
      expect((await store.read("TD-T"))?.version).toBe(2);
      expect((await store.due("2030-01-01T00:00:00.000Z", 10)).some(({ caseId }) => caseId === "TD-T")).toBe(false);
    });

    test("leaves a case due that changed while its history forgot", async () => {
      const store = await storeOf();
      const dueAt = "2026-11-24T01:00:00.000Z";
      const first = opened("TD-U", { dueAt });
      await store.commit(first);
      await store.commit(following(first, { dueAt }));
      await store.forgetHistory("TD-U", 1);
      expect(await store.due("2030-01-01T00:00:00.000Z", 10)).toEqual([{ caseId: "TD-U", dueAt }]);
    });
  });
};
