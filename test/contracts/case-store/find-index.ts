import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { forgetfulTarget } from "../../../functions/case/forget.ts";
import {
  byName,
  byNumber,
  byPage,
  byProvider,
  byReporter,
  byTicket,
  byUnread,
} from "../../../functions/store/finds.ts";
import type { CaseReader, CaseWriter, DueIndex, FindIndex, ReviewList } from "../../../functions/store/ports.ts";
import { morning } from "../../support/a-case.ts";
import { following, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & DueIndex & FindIndex & Pick<ReviewList, "inLine">;

export const findIndexContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} finds cases`, () => {
    const found = { slot: "host", text: byName("shop.bad.example") };

    test("by what a change says, the newest first and no more than asked for", async () => {
      const store = await storeOf();
      for (const [at, caseId] of ["TD-F1", "TD-F2", "TD-F3"].entries()) {
        const change = opened(caseId, { finds: [found] });
        await store.commit({ ...change, next: { ...change.next, openedAt: `2026-11-24T0${at}:00:00.000Z` } });
      }
      const place = (at: number) => ({ caseId: `TD-F${at + 1}`, openedAt: `2026-11-24T0${at}:00:00.000Z` });
      expect(await store.found(found.text, 10)).toEqual([place(2), place(1), place(0)]);
      expect(await store.found(found.text, 2)).toEqual([place(2), place(1)]);
      expect(await store.found(found.text, 2, place(1))).toEqual([place(0)]);
      expect(await store.found(found.text, 2, place(0))).toEqual([]);
      expect(await store.found(byName("other.example"), 10)).toEqual([]);
    });

    test("by what comes later as well, until the case is forgotten", async () => {
      const store = await storeOf();
      const first = opened("TD-F4", { finds: [found] });
      await store.commit(first);
      const ticket = { slot: "ticket-1", text: byTicket("Case #00-17") };
      await store.commit(following(first, { finds: [ticket] }));
      for (const text of [found.text, byTicket("case 00-17")])
        expect((await store.found(text, 10)).map(({ caseId }) => caseId)).toEqual(["TD-F4"]);
      await store.commit(
        following(following(first), { finds: [], next: forgetfulTarget({ ...first.next, version: 3 }, morning) }),
      );
      await store.forgetHistory("TD-F4", 3);
      for (const { text } of [found, ticket]) expect(await store.found(text, 10)).toEqual([]);
    });

    test("by its reporters, whom no other list holds, until the case is forgotten", async () => {
      const store = await storeOf();
      const [one, other] = [byReporter("hotline"), byReporter("cert")];
      const first = opened("TD-F5", { finds: [{ slot: "number", text: byNumber("TD-F5"), besideIt: one }] });
      await store.commit(first);
      await store.commit(following(first, { finds: [{ slot: "reporter-2", text: other }] }));
      for (const text of [one, other, byNumber("TD-F5")])
        expect((await store.found(text, 10)).map(({ caseId }) => caseId)).toEqual(["TD-F5"]);
      expect(await store.inLine(10)).toEqual([]);
      await store.commit(
        following(following(first), { finds: [], next: forgetfulTarget({ ...first.next, version: 3 }, morning) }),
      );
      await store.forgetHistory("TD-F5", 3);
      for (const text of [one, other, byNumber("TD-F5")]) expect(await store.found(text, 10)).toEqual([]);
    });

    test("by the number of a report that could not be read, and by it with its reporter", async () => {
      const store = await storeOf();
      const [alone, ofReporter] = [byUnread("R-17"), byUnread("R-17", "hotline")];
      await store.commit(opened("TD-F8", { finds: [{ slot: "report-1", text: alone, besideIt: ofReporter }] }));
      for (const text of [alone, ofReporter, byUnread(" r-17 ", "Hotline")])
        expect(await store.found(text, 10)).toMatchObject([{ caseId: "TD-F8", message: 1 }]);
      expect(await store.found(byUnread("R-17", "cert"), 10)).toEqual([]);
    });

    test("by its page, which stands beside its host, until the case is forgotten", async () => {
      const store = await storeOf();
      const page = byPage("https://shop.bad.example/page");
      const first = opened("TD-F7", { finds: [{ ...found, besideIt: page }] });
      await store.commit(first);
      for (const text of [found.text, page])
        expect((await store.found(text, 10)).map(({ caseId }) => caseId)).toEqual(["TD-F7"]);
      expect(await store.inLine(10)).toEqual([]);
      await store.commit(
        following(first, { finds: [], next: forgetfulTarget({ ...first.next, version: 2 }, morning) }),
      );
      await store.forgetHistory("TD-F7", 2);
      for (const text of [found.text, page]) expect(await store.found(text, 10)).toEqual([]);
    });

    test("that are open by a whole label of their host, what waits for a person first, then the newest", async () => {
      const store = await storeOf();
      const opens = async (caseId: string, host: string, hour: number, more: Partial<Case> = {}) => {
        const change = opened(caseId);
        const openedAt = `2026-11-24T0${hour}:00:00.000Z`;
        const next = { ...change.next, target: { kind: "host", host }, openedAt, ...more } as const;
        await store.commit({ ...change, next });
        return { ...change, next };
      };
      const label = { question: "held", blocking: true, reason: "x", announced: false } as const;
      await opens("TD-F10", "login.account-check.bank.example", 1);
      const last = await opens("TD-F11", "bank.other.example", 3);
      await opens("TD-F12", "elsewhere.example", 2);
      await opens("TD-F13", "bank.example", 0, { reviews: [{ ...label, id: "held-1", askedAt: morning }] });
      const found = (caseId: string, hasLabel: boolean) => ({ caseId, hasLabel });
      const others = [found("TD-F12", false), found("TD-F10", true)];
      expect(await store.stillOpen("bank", 9)).toEqual([found("TD-F13", true), found("TD-F11", true), ...others]);
      expect(await store.stillOpen("bank", 1)).toEqual([found("TD-F13", true), found("TD-F11", true)]);
      await store.commit(
        following(last, { next: { ...last.next, version: 2, closed: { at: morning, outcome: "gone" } } }),
      );
      expect(await store.stillOpen("account-check", 9)).toEqual([found("TD-F13", false), ...others]);
    });

    test("by the provider whose desk it was that something came of, whichever of its mailboxes", async () => {
      const store = await storeOf();
      const first = opened("TD-F6");
      await store.commit(first);
      const outcome = { caseId: "TD-F6", noticeId: "0-first-1", at: morning } as const;
      const deskOutcomes = [
        { ...outcome, email: "abuse@eu.desk.example", what: "delivered" },
        { ...outcome, email: "abuse@other.example", what: "approved" },
      ] as const;
      await store.commit(following(first, { deskOutcomes }));
      const { openedAt } = first.next;
      expect(await store.found(byProvider("desk.example"), 10)).toEqual([{ caseId: "TD-F6", openedAt }]);
      expect(await store.found(byProvider("other.example"), 10)).toEqual([]);
    });
  });
};
