import { describe, expect, test } from "vitest";
import { deskIdOf } from "../../../functions/case/case-id.ts";
import type { CaseReader, CaseWriter, Complaint, StoppedDesks } from "../../../functions/store/ports.ts";
import { morning } from "../../support/a-case.ts";
import { following, lostRace, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & StoppedDesks;

export const stoppedDesksContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} stops desks`, () => {
    test("stops a mailbox by a complaint, however it is written, for all, until a person allows it", async () => {
      const store = await storeOf();
      const email = "Abuse@complaining.example";
      const first = opened("TD-W1");
      await store.commit(first);
      await store.commit(
        following(first, { complaints: [{ email, caseId: "TD-W1", noticeId: "0-first-1", at: morning }] }),
      );
      expect([
        await store.isStopped("abuse@complaining.example"),
        await store.isStopped("abuse@other.example"),
      ]).toEqual([true, false]);
      const other = opened("TD-W2");
      await store.commit(other);
      expect(await store.commit(following(other, { unstopped: ["abuse@complaining.example"] }))).toEqual(lostRace);
      expect(await store.commit(following(other, { unstopped: ["abuse@other.example"] }))).toEqual({
        ok: true,
        value: undefined,
      });
      const word = { at: morning, by: "jane", why: "They take a digest now." };
      expect([
        await store.allow(deskIdOf("abuse@complaining.example"), word),
        await store.allow(deskIdOf("abuse@other.example"), word),
      ]).toEqual([true, false]);
      expect([await store.isStopped(email), await store.isStopped("abuse@other.example")]).toEqual([false, false]);
      expect((await store.commit(following(following(other), { unstopped: [email] }))).ok).toBe(true);
    });

    test("lists desks that complained, newest first, with what a person said of them until they do again", async () => {
      const store = await storeOf();
      const first = opened("TD-W3");
      await store.commit(first);
      const complaint = (email: string, hour: string, more: Partial<Complaint> = {}): Complaint => ({
        email,
        caseId: "TD-W3",
        noticeId: "0-first-1",
        at: `2026-11-24T${hour}:00:00.000Z`,
        ...more,
      });
      const stop = ({ email, forgetsName, ...rest }: Complaint) => ({
        desk: deskIdOf(email),
        ...rest,
        ...(!forgetsName && { email }),
      });
      const one = complaint("abuse@one-desk.example", "08");
      const own = complaint("abuse@site.example", "09", { forgetsName: true });
      const second = following(first, { complaints: [one, own] });
      await store.commit(second);
      const word = { at: morning, by: "jane", why: "They take a digest now." };
      await store.allow(deskIdOf(one.email), word);
      const listed = async () => (await store.stoppedDesks(10)).items.filter(({ caseId }) => caseId === "TD-W3");
      expect(await listed()).toEqual([stop(own), { ...stop(one), allowed: word }]);
      const { items, cursor } = await store.stoppedDesks(1);
      expect([items, (await store.stoppedDesks(1, cursor)).items]).toEqual([
        [stop(own)],
        [{ ...stop(one), allowed: word }],
      ]);
      const again = complaint(one.email, "10");
      await store.commit(following(second, { complaints: [again] }));
      expect(await listed()).toEqual([stop(again), stop(own)]);
    });
  });
};
