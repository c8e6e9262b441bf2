import { describe, expect, test } from "vitest";
import { membersAtMost } from "../../../functions/send/mail/waiting.ts";
import type { Batches, CaseReader, CaseWriter, Change, DueIndex, MailRecords } from "../../../functions/store/ports.ts";
import { following, lostRace, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & Batches & MailRecords & DueIndex;

const at = "2026-11-24T10:00:00.000Z";
const later = "2026-11-24T10:05:00.000Z";
const batch = (of: string) => `TB-${of}`;
const waiting = (of: string, caseId: string) => ({ batch: batch(of), caseId, noticeId: "0-first-a", bytes: 70 });
const recordOf = (id: string, caseIds: readonly string[]) => ({
  id,
  at,
  members: caseIds.map((caseId) => ({ caseId, noticeId: "0-first-a" })),
});

export const mailsContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} knows who waits in a batch`, () => {
    test("until the change that ends it", async () => {
      const store = await storeOf();
      const first = opened("TD-L1", { waits: [waiting("one", "TD-L1")] });
      await store.commit(first);
      await store.commit(opened("TD-L2", { waits: [waiting("one", "TD-L2")] }));
      await store.commit(opened("TD-L3", { waits: [waiting("other", "TD-L3")] }));
      await store.putTimer(batch("one"), "standard", at);
      const inOrder = async (of: string) =>
        [...(await store.waitingFor(batch(of)))].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
      expect(await inOrder("one")).toEqual([waiting("one", "TD-L1"), waiting("one", "TD-L2")]);
      await store.commit(
        following(first, { waits: [waiting("other", "TD-L1")], waitsNoMore: [waiting("one", "TD-L1")] }),
      );
      expect(await inOrder("one")).toEqual([waiting("one", "TD-L2")]);
      expect(await inOrder("other")).toEqual([waiting("other", "TD-L1"), waiting("other", "TD-L3")]);
      expect(await inOrder("none")).toEqual([]);
    });

    test("also a thousand of them", async () => {
      const store = await storeOf();
      const waits = Array.from({ length: 90 }, (_, n) => waiting("many", `TD-M${n}`));
      for (let round = 0; round < 12; round++)
        await store.commit(
          opened(`TD-MM${round}`, { waits: waits.map((one) => ({ ...one, noticeId: `0-first-${round}` })) }),
        );
      expect(await store.waitingFor(batch("many"))).toHaveLength(1080);
    });
  });

  describe(`${name} keeps one timer of a batch`, () => {
    const due = async (store: Store, now = "2026-11-24T23:00:00.000Z") =>
      (await store.due(now, 10, "urgent")).filter(({ caseId }) => caseId.startsWith("TB-"));

    test("the first that is put, in its lane, until it is ended", async () => {
      const store = await storeOf();
      await store.putTimer(batch("t1"), "urgent", later);
      await store.putTimer(batch("t1"), "urgent", at);
      expect(await due(store, at)).toEqual([]);
      expect(await due(store)).toEqual([{ caseId: batch("t1"), dueAt: later }]);
      await store.endTimer(batch("t1"));
      await store.endTimer(batch("t1"));
      expect(await due(store)).toEqual([]);
      await store.putTimer(batch("t1"), "urgent", at);
      expect(await due(store)).toEqual([{ caseId: batch("t1"), dueAt: at }]);
    });

    test("that is moved on where it is as it was seen", async () => {
      const store = await storeOf();
      await store.putTimer(batch("t2"), "urgent", at);
      await store.setAside({ caseId: batch("t2"), dueAt: later }, "2026-11-24T11:00:00.000Z");
      expect(await due(store)).toEqual([{ caseId: batch("t2"), dueAt: at }]);
      await store.setAside({ caseId: batch("t2"), dueAt: at }, later);
      expect(await due(store)).toEqual([{ caseId: batch("t2"), dueAt: later }]);
      await store.endTimer(batch("t2"));
      await store.setAside({ caseId: batch("t2"), dueAt: later }, at);
      expect(await due(store)).toEqual([]);
    });
  });

  describe(`${name} keeps a mail's record`, () => {
    const accepted = { kind: "accepted", sesMessageId: "ses-1" } as const;
    const declined = { kind: "declined", code: "Throttling", final: false } as const;

    test("with the claims of as many cases as one mail holds, or writes nothing of it", async () => {
      const store = await storeOf();
      const ids = Array.from({ length: membersAtMost }, (_, n) => `TD-K${n}`);
      const changes = ids.map((id) => opened(id));
      for (const change of changes) await store.commit(change);
      const claimOf = ({ next }: Change): Change => ({ next: { ...next, version: next.version + 1 }, events: [], at });
      const [first, ...others] = changes.map(claimOf);
      if (!first) throw new Error("there are members");
      const mail = recordOf("TM-K", ids);
      const unstopped = ["abuse@network.example"];
      // One of them has changed since it was read.
      const last = others.at(-1);
      if (!last) throw new Error("there are members");
      await store.commit(last);
      expect(await store.commit({ ...first, together: others, mail, unstopped })).toEqual(lostRace);
      expect(await store.mailRecord("TM-K")).toBeUndefined();
      expect((await store.read("TD-K0"))?.version).toBe(1);
      const fresh = [...others.slice(0, -1), claimOf(last)];
      expect((await store.commit({ ...first, together: fresh, mail, unstopped })).ok).toBe(true);
      expect(await store.mailRecord("TM-K")).toEqual(mail);
      expect((await store.read("TD-K0"))?.version).toBe(2);
    });

    test("once for each number", async () => {
      const store = await storeOf();
      const one = opened("TD-Q1");
      await store.commit({ ...one, mail: recordOf("TM-Q", ["TD-Q1"]) });
      expect(await store.commit({ ...following(one), mail: recordOf("TM-Q", ["TD-Q1"]) })).toEqual(lostRace);
    });

    test("with what became of it: that SES has it is never taken back", async () => {
      const store = await storeOf();
      const mail = recordOf("TM-R", ["TD-R1"]);
      await store.commit({ ...opened("TD-R1"), mail });
      await store.noteAnswer("TM-R", declined, later);
      expect(await store.mailRecord("TM-R")).toEqual({ ...mail, answer: declined });
      await store.noteAnswer("TM-R", accepted, later);
      await store.noteAnswer("TM-R", declined, later);
      expect(await store.mailRecord("TM-R")).toEqual({ ...mail, answer: accepted });
      await store.noteAnswer("TM-NONE", accepted, later);
      expect(await store.mailRecord("TM-NONE")).toBeUndefined();
    });
  });
};
