import { describe, expect, test } from "vitest";
import { byName, byTicket } from "../../../functions/matters/finds.ts";
import { forgetful } from "../../../functions/matters/forget.ts";
import type { CaseReader, CaseWriter, FindIndex, Forgetting } from "../../../functions/matters/store.ts";
import { morning } from "../../support/a-case.ts";
import { following, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & FindIndex & Forgetting;

export const findIndexContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} finds cases`, () => {
    const found = { slot: "host", text: byName("shop.bad.example") };

    test("by what a change says, the newest first and no more than asked for", async () => {
      const store = await storeOf();
      for (const [at, caseId] of ["TD-F1", "TD-F2", "TD-F3"].entries()) {
        const change = opened(caseId, { finds: [found] });
        await store.commit({ ...change, next: { ...change.next, openedAt: `2026-11-24T0${at}:00:00.000Z` } });
      }
      expect(await store.found(found.text, 10)).toEqual(["TD-F3", "TD-F2", "TD-F1"]);
      expect(await store.found(found.text, 2)).toEqual(["TD-F3", "TD-F2"]);
      expect(await store.found(byName("other.example"), 10)).toEqual([]);
    });

    test("by what comes later as well, until the case is forgotten", async () => {
      const store = await storeOf();
      const first = opened("TD-F4", { finds: [found] });
      await store.commit(first);
      const ticket = { slot: "ticket-1", text: byTicket("Case #00-17") };
      await store.commit(following(first, { finds: [ticket] }));
      expect([await store.found(found.text, 10), await store.found(byTicket("case 00-17"), 10)]).toEqual([
        ["TD-F4"],
        ["TD-F4"],
      ]);
      await store.commit(
        following(following(first), { finds: [], next: forgetful({ ...first.next, version: 3 }, morning) }),
      );
      await store.forgetHistory("TD-F4", 3);
      for (const { text } of [found, ticket]) expect(await store.found(text, 10)).toEqual([]);
    });
  });
};
