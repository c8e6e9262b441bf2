import { describe, expect, test } from "vitest";
import type { Count, Counting } from "../../../functions/statistics/counts.ts";
import type { CaseReader, CaseWriter, CountsTable } from "../../../functions/store/ports.ts";
import { following, lostRace, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & CountsTable;

const line = (name: string, adds: Count["adds"]): Count => ({ book: "country", month: "2033-01", name, adds });
const counting = (spoilt: Partial<Counting>): Counting => ({ before: [], after: [], once: [], ...spoilt });

export const countsContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} keeps counts`, () => {
    test("counts what a case came to last, whatever was written twice", async () => {
      const store = await storeOf();
      const [asked, gone] = [line("NL", { asked: 1 }), line("NL", { asked: 1, gone: 1, h3: 1 })];
      const first = opened("TD-N1", { counting: counting({ after: [asked] }) });
      await store.commit(first);
      const second = following(first, { counting: counting({ before: [asked], after: [gone] }) });
      await store.commit(second);
      expect([await store.commit(second), await store.commit(first)]).toEqual([lostRace, lostRace]);
      await store.commit(opened("TD-N2", { counting: counting({ after: [asked, line("DE", { asked: 1 })] }) }));
      expect([...(await store.counts("country", "2033-01"))].sort()).toEqual([
        ["DE", { asked: 1 }],
        ["NL", { asked: 2, gone: 1, h3: 1 }],
      ]);
      expect([...(await store.counts("country", "2033-02"))]).toEqual([]);
      expect(await store.countedSince()).toBeUndefined();
      expect(await store.countedUpTo()).toBe(second.at);
    });

    test("adds what happened once, each change once, and counts changes together in one", async () => {
      const store = await storeOf();
      const mails = (sent: number): Count => ({ book: "days", month: "2033-03", name: "24", adds: { sent } });
      const other = opened("TD-N4", { counting: counting({ once: [mails(2)] }) });
      const first = opened("TD-N3", { counting: counting({ once: [mails(1), mails(3)] }), together: [other] });
      await store.commit(first);
      expect(await store.commit(first)).toEqual(lostRace);
      expect([...(await store.counts("days", "2033-03"))]).toEqual([["24", { sent: 6 }]]);
    });

    test("counts who answered what on which day, under whatever name", async () => {
      const store = await storeOf();
      const at = "2033-04-05T06:00:00.000Z";
      const decided = { at, caseId: "TD-N5", reviewId: "reply-1", question: "reply", decision: "wait", by: "pk" };
      const first = opened("TD-N5", { counting: counting({}), decided: [decided] });
      await store.commit(first);
      await store.commit(following(first, { counting: counting({}), decided: [{ ...decided, by: "expiresAt" }] }));
      expect((await store.counts("persons", "2033-04")).get("05")).toEqual({ pk: 1, expiresAt: 1 });
      expect((await store.counts("days", "2033-04")).get("05")).toEqual({ "answered-reply": 2 });
    });

    test("counts an answer once it has taken effect, and none that was taken back", async () => {
      const store = await storeOf();
      const given = {
        at: "2033-05-05T23:59:30.000Z",
        caseId: "TD-N6",
        reviewId: "reply-1",
        question: "reply",
        decision: "wait",
        by: "jane",
        takesEffectAt: "2033-05-06T00:00:30.000Z",
      };
      const first = opened("TD-N6", { counting: counting({}), decided: [given] });
      await store.commit(first);
      expect((await store.counts("persons", "2033-05")).size).toBe(0);
      const back = following(first, { decided: [{ ...given, cameToNothing: { at: given.takesEffectAt, by: "joe" } }] });
      await store.commit(back);
      expect((await store.counts("persons", "2033-05")).size).toBe(0);
      const other = { ...given, at: "2033-05-05T23:59:40.000Z" };
      const again = following(back, { decided: [other] });
      await store.commit(again);
      await store.commit(following(again, { decided: [{ ...other, tookEffectAt: given.takesEffectAt }] }));
      expect([...(await store.counts("persons", "2033-05"))]).toEqual([["05", { jane: 1 }]]);
      expect([...(await store.counts("days", "2033-05"))]).toEqual([["05", { "answered-reply": 1 }]]);
    });

    test("says since when it counts, and which cases are open longest of those that wait for nobody", async () => {
      const store = await storeOf();
      const at = (day: number) => `2033-05-0${day}T00:00:00.000Z`;
      for (const day of [3, 1, 2]) {
        const change = opened(`TD-N6-${day}`);
        const next = { ...change.next, openedAt: at(day) };
        await store.commit({ ...change, next, at: at(day) });
      }
      const asking = opened("TD-N7");
      if (asking.next.kind !== "case") throw new Error("no case");
      const review = {
        id: "held-1",
        question: "held",
        askedAt: at(4),
        blocking: true,
        reason: "x",
        announced: false,
      } as const;
      await store.commit({ ...asking, next: { ...asking.next, reviews: [review], openedAt: at(1) } });
      const ended = opened("TD-N8");
      if (ended.next.kind !== "case") throw new Error("no case");
      await store.commit({
        ...ended,
        next: { ...ended.next, openedAt: at(1), closed: { at: at(4), outcome: "gone" } },
      });
      expect(await store.countedSince()).toMatch(/^20\d\d-/);
      expect((await store.longestOpen(2)).map(({ caseId, lane }) => [caseId, lane])).toEqual([
        ["TD-N6-1", "standard"],
        ["TD-N6-2", "standard"],
      ]);
      const [, second] = await store.longestOpen(2);
      expect((await store.longestOpen(1, second)).map(({ caseId }) => caseId)).toEqual(["TD-N6-3"]);
    });
  });
};
