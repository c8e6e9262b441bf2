import { describe, expect, test } from "vitest";
import { deskIdOf } from "../../functions/case/case-id.ts";
import type { DeskOutcome } from "../../functions/case/desk-memory.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { open } from "../../functions/matters/advance.ts";
import type { Case } from "../../functions/matters/case.ts";
import { changeOf } from "../../functions/matters/change-of.ts";
import { forgetful, forgetfulEvent } from "../../functions/matters/forget.ts";
import type { CaseStore, Change, Complaint } from "../../functions/matters/store.ts";
import type { Statistic } from "../../functions/statistics/statistic.ts";
import { anOpening, aReport, aSettings, morning } from "../support/a-case.ts";

const policy = policyOf(aSettings());
const opened = (caseId: string, spoilt: Partial<Change> = {}, report = {}): Change => ({
  ...changeOf(open({ ...anOpening(report), caseId }, policy), morning),
  reportKeys: [`hotline/${caseId}`],
  targetKey: { key: `target of ${caseId}`, does: "claim" },
  ...spoilt,
});
const following = (change: Change, spoilt: Partial<Change> = {}): Change => {
  const { targetKey: _, reportKeys: __, untouchedText: ___, ...rest } = change;
  const next: Case = { ...change.next, version: change.next.version + 1 };
  return { ...rest, next, events: [{ type: "joined", at: morning, report: aReport({ reportId: "r-2" }) }], ...spoilt };
};
const lostRace = { ok: false, error: { kind: "somebody-was-first" } };

/** What every case store keeps to; run over the double and over the real one. */
export const caseStoreContract = (name: string, storeOf: () => Promise<CaseStore> | CaseStore): void => {
  describe(`${name} keeps the case store's contract`, () => {
    test("gives back the state that was written, whole", async () => {
      const store = await storeOf();
      const change = opened("TD-A");
      expect(await store.commit(change)).toEqual({ ok: true, value: undefined });
      expect(await store.read("TD-A")).toEqual(change.next);
      expect(await store.read("TD-NONE")).toBeUndefined();
    });

    test("writes a change once: the second of two writers that read the same version is told so and changes nothing", async () => {
      const store = await storeOf();
      const change = opened("TD-B");
      await store.commit(change);
      const [one, other] = await Promise.all([store.commit(following(change)), store.commit(following(change, { dueAt: "2030-01-01T00:00:00.000Z" }))]);
      expect([one.ok, other.ok].sort()).toEqual([false, true]);
      expect((await store.read("TD-B"))?.version).toBe(2);
      expect(await store.commit(change)).toEqual(lostRace);
    });

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
      const versions = async (limit: number, before?: number) => (await store.latestLines("TD-L", limit, before)).map(({ version }) => version);
      expect([await versions(3), await versions(3, 10), await versions(3, 2), await versions(3, 1)]).toEqual([[12, 11, 10], [9, 8, 7], [1], []]);
      expect((await store.latestLines("TD-L", 1, 2))[0]?.events.map(({ type }) => type)).toContain("opened");
    });

    test("takes a report in once for ever, and writes nothing of a change that brings it again", async () => {
      const store = await storeOf();
      const first = opened("TD-D");
      await store.commit(first);
      expect(await store.caseOfReport("hotline/TD-D")).toBe("TD-D");
      expect(await store.commit(opened("TD-D2", { reportKeys: ["hotline/TD-D"] }))).toEqual(lostRace);
      expect(await store.read("TD-D2")).toBeUndefined();
      expect(await store.openCaseOfTarget("target of TD-D2")).toBeUndefined();
    });

    test("keeps what was said of a report beside its case, as the last change left it, and nothing of a change that came second", async () => {
      const store = await storeOf();
      const first = opened("TD-W");
      await store.commit(first);
      expect(await store.wordsOf("TD-W", "hotline/TD-W")).toBeUndefined();
      const words = new Map([["hotline/TD-W", { said: { hold: morning, "still-up": morning }, takenBack: true }]] as const);
      const second = following(first, { words });
      await store.commit(second);
      await store.commit(following(first, { words: new Map([["hotline/TD-W", { said: {} }]]) }));
      expect(await store.wordsOf("TD-W", "hotline/TD-W")).toEqual({ said: { hold: morning, "still-up": morning }, takenBack: true });
      expect(await store.wordsOf("TD-OTHER", "hotline/TD-W")).toBeUndefined();
      await store.commit(following(second, { words: new Map([["hotline/TD-W", { said: { hold: morning } }]]) }));
      expect(await store.wordsOf("TD-W", "hotline/TD-W")).toEqual({ said: { hold: morning } });
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

    test("proposes what is due, oldest first and no more than asked for", async () => {
      const store = await storeOf();
      for (const [caseId, dueAt] of [
        ["TD-F3", "2026-11-24T03:00:00.000Z"],
        ["TD-F1", "2026-11-24T01:00:00.000Z"],
        ["TD-F2", "2026-11-24T02:00:00.000Z"],
        ["TD-F9", "2026-11-24T09:00:00.000Z"],
      ] as const) {
        await store.commit(opened(caseId, { dueAt }));
      }
      expect((await store.due("2026-11-24T03:00:00.000Z", 10)).map(({ caseId }) => caseId)).toEqual(["TD-F1", "TD-F2", "TD-F3"]);
      expect((await store.due("2026-11-24T09:00:00.000Z", 2)).map(({ caseId }) => caseId)).toEqual(["TD-F1", "TD-F2"]);
    });

    test("proposes the urgent lane's by themselves, and with all others", async () => {
      const store = await storeOf();
      await store.commit(opened("TD-F4", { dueAt: "2026-11-24T01:00:00.000Z" }));
      await store.commit(opened("TD-F5", { dueAt: "2026-11-24T02:00:00.000Z" }, { category: "csam" }));
      await store.commit(opened("TD-F6", { dueAt: "2026-11-24T03:00:00.000Z" }, { live: true }));
      const proposed = async (lane?: "urgent" | "standard") => (await store.due("2026-11-24T09:00:00.000Z", 2, lane)).map(({ caseId }) => caseId);
      expect([await proposed("urgent"), await proposed("standard"), await proposed()]).toEqual([["TD-F5", "TD-F6"], ["TD-F4"], ["TD-F4", "TD-F5"]]);
      await store.postpone("TD-F5", 1, "2026-11-24T08:00:00.000Z");
      expect(await proposed("urgent")).toEqual(["TD-F6", "TD-F5"]);
    });

    test("postpones a due time, but not that of a case that changed since", async () => {
      const store = await storeOf();
      const dueAt = "2026-11-24T01:00:00.000Z";
      const first = opened("TD-G", { dueAt });
      await store.commit(first);
      await store.postpone("TD-G", 1, "2026-11-24T05:00:00.000Z");
      expect(await store.due("2026-11-24T04:00:00.000Z", 10)).toEqual([]);
      await store.commit(following(first, { dueAt }));
      await store.postpone("TD-G", 1, "2026-11-24T05:00:00.000Z");
      expect(await store.due("2026-11-24T04:00:00.000Z", 10)).toEqual([{ caseId: "TD-G", dueAt }]);
    });

    test("sets a case aside that can't be opened, but not one that is due at another time by now", async () => {
      const store = await storeOf();
      const dueAt = "2026-11-24T01:00:00.000Z";
      const later = "2026-11-24T05:00:00.000Z";
      await store.commit(opened("TD-S", { dueAt }));
      await store.setAside({ caseId: "TD-S", dueAt: "2026-11-24T00:59:00.000Z" }, later);
      expect(await store.due(dueAt, 10)).toEqual([{ caseId: "TD-S", dueAt }]);
      await store.setAside({ caseId: "TD-S", dueAt }, later);
      expect(await store.due("2026-11-24T04:00:00.000Z", 10)).toEqual([]);
      expect(await store.due(later, 10)).toEqual([{ caseId: "TD-S", dueAt: later }]);
    });

    test("leaves a case that is due a little later where it stands, and moves one that would be late, much too early, or found at once", async () => {
      const store = await storeOf();
      const at = (minutes: number) => plusMinutes(morning, minutes);
      const moves: readonly (readonly [was: number, wanted: number, now: number, stands: number])[] = [
        [5, 6, 0, 5],
        [5, 25, 0, 5],
        [5, 26, 0, 26],
        [5, 4, 0, 4],
        [5, 20, 5, 20],
      ];
      for (const [number, [was, wanted, now]] of moves.entries()) {
        const first = opened(`TD-P${number}`, { dueAt: at(was) });
        await store.commit(first);
        await store.commit(following(first, { dueAt: at(wanted), at: at(now) }));
      }
      const found = new Map((await store.due(at(100), 10)).map(({ caseId, dueAt }) => [caseId, dueAt]));
      expect(moves.map((_, number) => found.get(`TD-P${number}`))).toEqual(moves.map(([, , , stands]) => at(stands)));
    });

    test("lets a change move a case on from where it was postponed to", async () => {
      const store = await storeOf();
      const at = (minutes: number) => plusMinutes(morning, minutes);
      const first = opened("TD-Q", { dueAt: at(5) });
      await store.commit(first);
      await store.postpone("TD-Q", 1, at(30));
      await store.commit(following(first, { dueAt: at(20), at: at(6) }));
      expect(await store.due(at(100), 10)).toEqual([{ caseId: "TD-Q", dueAt: at(20) }]);
    });

    test("takes a case out of the due index in the very change that says it waits for nothing", async () => {
      const store = await storeOf();
      const { dueAt: _, ...first } = opened("TD-H");
      await store.commit({ ...first, dueAt: "2026-11-24T01:00:00.000Z" });
      await store.commit(following(first));
      expect(await store.due("2030-01-01T00:00:00.000Z", 10)).toEqual([]);
    });

    test("holds each case once in the statistics of the month in which it was opened, as the last change left it", async () => {
      const store = await storeOf();
      const statistic = (caseId: string, openedAt: string, more: Partial<Statistic> = {}): Statistic => ({
        caseId,
        openedAt,
        category: "phishing",
        channel: "website",
        reports: 1,
        reporters: ["hotline"],
        asked: [],
        ...more,
      });
      const closed = statistic("TD-S1", "2031-01-05T00:00:00.000Z", { closed: { at: "2031-02-01T00:00:00.000Z", outcome: "removed" } });
      const again = statistic("TD-S1", "2031-01-05T00:00:00.000Z", { closed: { at: "2031-03-01T00:00:00.000Z", outcome: "gone" } });
      const other = statistic("TD-S2", "2031-01-31T23:59:59.999Z");
      const nextMonth = statistic("TD-S3", "2031-02-01T00:00:00.000Z");
      const first = opened("TD-S1", { statistic: closed });
      await store.commit(first);
      await store.commit(opened("TD-S2", { statistic: other }));
      await store.commit(opened("TD-S3", { statistic: nextMonth }));
      await store.commit(following(first, { statistic: again }));
      expect(await store.commit(first)).toEqual(lostRace);
      const inMonth = async (month: string) => [...(await store.statistics(month))].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
      expect(await inMonth("2031-01")).toEqual([again, other]);
      expect(await inMonth("2031-02")).toEqual([nextMonth]);
      expect(await inMonth("2031-03")).toEqual([]);
    });

    test("recalls what came of asking a mailbox, the newest first and no more than asked for, however its name is written", async () => {
      const store = await storeOf();
      const outcome = (hour: string, what: DeskOutcome["what"], email = "abuse@desk.example"): DeskOutcome => ({
        email,
        caseId: "TD-V",
        noticeId: "0-first-1",
        at: `2026-11-24T${hour}:00:00.000Z`,
        what,
      });
      const first = opened("TD-V");
      await store.commit(first);
      const second = following(first, { deskOutcomes: [outcome("01", "answered"), outcome("01", "bounced", "abuse@other.example")] });
      await store.commit(second);
      await store.commit(following(second, { deskOutcomes: [outcome("02", "bounced")] }));
      expect(await store.outcomesAt("ABUSE@desk.example", 10)).toEqual([outcome("02", "bounced"), outcome("01", "answered")]);
      expect(await store.outcomesAt("abuse@desk.example", 1)).toEqual([outcome("02", "bounced")]);
      expect(await store.outcomesAt("abuse@nobody.example", 10)).toEqual([]);
    });

    test("stops a mailbox by a complaint, however its name is written, for whatever must find it unstopped, until a person allows it", async () => {
      const store = await storeOf();
      const email = "Abuse@complaining.example";
      const first = opened("TD-W1");
      await store.commit(first);
      await store.commit(following(first, { complaints: [{ email, caseId: "TD-W1", noticeId: "0-first-1", at: morning }] }));
      expect([await store.isStopped("abuse@complaining.example"), await store.isStopped("abuse@other.example")]).toEqual([true, false]);
      const other = opened("TD-W2");
      await store.commit(other);
      expect(await store.commit(following(other, { unstopped: ["abuse@complaining.example"] }))).toEqual(lostRace);
      expect(await store.commit(following(other, { unstopped: ["abuse@other.example"] }))).toEqual({ ok: true, value: undefined });
      const word = { at: morning, by: "jane", why: "They take a digest now." };
      expect([await store.allow(deskIdOf("abuse@complaining.example"), word), await store.allow(deskIdOf("abuse@other.example"), word)]).toEqual([true, false]);
      expect([await store.isStopped(email), await store.isStopped("abuse@other.example")]).toEqual([false, false]);
      expect((await store.commit(following(following(other), { unstopped: [email] }))).ok).toBe(true);
    });

    test("lists the desks that complained, the newest first, with what a person said of them until they complain again", async () => {
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
      const stop = ({ email, forgetsName, ...rest }: Complaint) => ({ desk: deskIdOf(email), ...rest, ...(!forgetsName && { email }) });
      const one = complaint("abuse@one-desk.example", "08");
      const own = complaint("abuse@site.example", "09", { forgetsName: true });
      const second = following(first, { complaints: [one, own] });
      await store.commit(second);
      const word = { at: morning, by: "jane", why: "They take a digest now." };
      await store.allow(deskIdOf(one.email), word);
      const listed = async () => (await store.stoppedDesks(10)).items.filter(({ caseId }) => caseId === "TD-W3");
      expect(await listed()).toEqual([stop(own), { ...stop(one), allowed: word }]);
      const { items, cursor } = await store.stoppedDesks(1);
      expect([items, (await store.stoppedDesks(1, cursor)).items]).toEqual([[stop(own)], [{ ...stop(one), allowed: word }]]);
      const again = complaint(one.email, "10");
      await store.commit(following(second, { complaints: [again] }));
      expect(await listed()).toEqual([stop(again), stop(own)]);
    });

    test("makes a case's history forget what it is told to, once and again, and takes the case out of the due index", async () => {
      const store = await storeOf();
      const dueAt = "2026-11-24T01:00:00.000Z";
      const first = opened("TD-T", { dueAt, untouchedText: "https://shop.bad.example/login" });
      await store.commit(first);
      await store.commit(following(first, { dueAt, next: forgetful({ ...first.next, version: 2 }, morning) }));
      for (const _ of ["once", "again"]) {
        await store.forgetHistory("TD-T", 2);
        expect((await store.history("TD-T")).map(({ version, at, events }) => ({ version, at, events }))).toEqual([
          { version: 1, at: first.at, events: first.events.map(forgetfulEvent) },
          { version: 2, at: first.at, events: following(first).events.map(forgetfulEvent) },
        ]);
        expect(await store.untouchedText("TD-T")).toBe("");
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

    test("lists what is in review, the urgent lane first and then who waits longest, page by page", async () => {
      const store = await storeOf();
      const asked = (caseId: string, lane: "urgent" | "standard", askedAt: string): Change => {
        const change = opened(caseId);
        return {
          ...change,
          next: { ...change.next, lane, reviews: [{ id: "q", question: "reply", askedAt, blocking: false, reason: "asked", announced: false }] },
        };
      };
      await store.commit(asked("TD-I1", "standard", "2026-11-24T01:00:00.000Z"));
      await store.commit(asked("TD-I2", "urgent", "2026-11-24T03:00:00.000Z"));
      await store.commit(asked("TD-I3", "urgent", "2026-11-24T02:00:00.000Z"));
      await store.commit(opened("TD-I4"));
      const first = await store.inReview(2);
      const rest = await store.inReview(2, first.cursor);
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(["TD-I3", "TD-I2", "TD-I1"]);
    });

    test("begins each list at its beginning where a cursor is none of its own", async () => {
      const store = await storeOf();
      const review = { id: "q", question: "reply", askedAt: morning, blocking: false, reason: "asked", announced: false } as const;
      const email = "abuse@cursor.example";
      for (const caseId of ["TD-J1", "TD-J2"]) {
        const { next, ...change } = opened(caseId);
        const complaints = caseId === "TD-J1" ? [{ email, caseId, noticeId: "0-first-1", at: morning }] : [];
        await store.commit({ ...change, next: { ...next, reviews: [review] }, complaints });
      }
      const day = opened("TD-J1").next.openedAt.slice(0, 10);
      const written = (key: unknown) => Buffer.from(JSON.stringify(key)).toString("base64url");
      const ofAnother = (await store.inReview(1)).cursor ?? "";
      const lists = [
        { list: (cursor?: string) => store.inReview(1, cursor), others: [(await store.openedOn(day, 1)).cursor ?? "none"] },
        { list: (cursor?: string) => store.openedOn(day, 1, cursor), others: [ofAnother] },
        { list: (cursor?: string) => store.stoppedDesks(1, cursor), others: [] },
      ];
      const strange = [
        "e30",
        "!",
        "",
        "null",
        written([]),
        written({ pk: "CASE#x" }),
        written({ pk: "CASE#x", sk: "STATE", reviewShard: "elsewhere", reviewRank: "1" }),
        written({ pk: "CASE#x", sk: "STATE", reviewShard: "waiting", reviewRank: 1 }),
        written({ pk: "CASE#x", sk: "STATE", openedDay: "1999-01-01", openedAt: "1" }),
        written({ pk: "CASE#x", sk: "STATE", reviewShard: "waiting", reviewRank: "0", more: "x" }),
        written({ pk: "", sk: "STATE", reviewShard: "waiting", reviewRank: "0" }),
      ];
      for (const { list, others } of lists) {
        const first = await list();
        // Memory's cursors are places by number, which every list of it takes.
        for (const cursor of [...strange, ...others.filter((other) => !/^\d+$/.test(other))]) expect([cursor, await list(cursor)]).toEqual([cursor, first]);
      }
    });

    test("lists the same places without reading a case: lane, since when, and whether a send is unknown", async () => {
      const store = await storeOf();
      const asked = (caseId: string, lane: "urgent" | "standard", ...reviews: readonly (readonly ["reply" | "unknown-send", string])[]): Change => {
        const change = opened(caseId);
        const open = reviews.map(([question, askedAt], at) => ({ id: `q-${at}`, question, askedAt, blocking: false, reason: "asked", announced: false }));
        return { ...change, next: { ...change.next, lane, reviews: open } };
      };
      await store.commit(asked("TD-L1", "standard", ["reply", "2026-11-24T01:00:00.000Z"]));
      await store.commit(asked("TD-L2", "standard", ["unknown-send", "2026-11-24T05:00:00.000Z"], ["reply", "2026-11-24T04:00:00.000Z"]));
      await store.commit(asked("TD-L3", "urgent", ["reply", "2026-11-24T02:00:00.000Z"]));
      await store.commit(opened("TD-L4"));
      const all = [
        { lane: "urgent", since: "2026-11-24T02:00:00.000Z", unknownSend: false },
        { lane: "standard", since: "2026-11-24T01:00:00.000Z", unknownSend: false },
        { lane: "standard", since: "2026-11-24T04:00:00.000Z", unknownSend: true },
      ];
      expect(await store.inLine(10)).toEqual(all);
      expect(await store.inLine(2)).toEqual(all.slice(0, 2));
    });

    test("lists the cases of a day, newest first", async () => {
      const store = await storeOf();
      const on = (caseId: string, openedAt: string): Change => {
        const change = opened(caseId);
        return { ...change, next: { ...change.next, openedAt } };
      };
      await store.commit(on("TD-J1", "2026-11-23T01:00:00.000Z"));
      await store.commit(on("TD-J2", "2026-11-24T01:00:00.000Z"));
      await store.commit(on("TD-J3", "2026-11-24T02:00:00.000Z"));
      expect((await store.openedOn("2026-11-24", 10)).items.map(({ id }) => id)).toEqual(["TD-J3", "TD-J2"]);
    });

    test("knows who waits under a key, until the change that ends it", async () => {
      const store = await storeOf();
      const waiting = (key: string, caseId: string) => ({ key, caseId, noticeId: "0-first-a", bytes: 70 });
      const first = opened("TD-L1", { waits: [waiting("one", "TD-L1")] });
      await store.commit(first);
      await store.commit(opened("TD-L2", { waits: [waiting("one", "TD-L2")] }));
      await store.commit(opened("TD-L3", { waits: [waiting("other", "TD-L3")] }));
      const inOrder = async (key: string) => [...(await store.waitingFor(key))].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
      expect(await inOrder("one")).toEqual([waiting("one", "TD-L1"), waiting("one", "TD-L2")]);
      await store.commit(following(first, { waits: [waiting("other", "TD-L1")], waitsNoMore: [waiting("one", "TD-L1")] }));
      expect(await inOrder("one")).toEqual([waiting("one", "TD-L2")]);
      expect(await inOrder("other")).toEqual([waiting("other", "TD-L1"), waiting("other", "TD-L3")]);
      expect(await inOrder("none")).toEqual([]);
    });

    test("lists a thousand who wait", async () => {
      const store = await storeOf();
      const waits = Array.from({ length: 90 }, (_, at) => ({ key: "many", caseId: `TD-M${at}`, noticeId: "0-first-a", bytes: 70 }));
      for (let round = 0; round < 12; round++)
        await store.commit(opened(`TD-MM${round}`, { waits: waits.map((one) => ({ ...one, noticeId: `0-first-${round}` })) }));
      expect(await store.waitingFor("many")).toHaveLength(1080);
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

    test("writes nothing when another case, which it only relies on, has changed", async () => {
      const store = await storeOf();
      const [one, other] = [opened("TD-O1"), opened("TD-O2")];
      await store.commit(one);
      await store.commit(other);
      expect((await store.commit(following(one, { unchanged: [{ caseId: "TD-O2", version: 1 }] }))).ok).toBe(true);
      await store.commit(following(other));
      expect(await store.commit(following(following(one), { unchanged: [{ caseId: "TD-O2", version: 1 }] }))).toEqual(lostRace);
      expect((await store.read("TD-O1"))?.version).toBe(2);
    });

    test("keeps each message of a place apart, by the version that it came with", async () => {
      const store = await storeOf();
      const first = opened("TD-K1", { untouchedText: "the first" });
      await store.commit(first);
      const second = following(first);
      await store.commit(second);
      await store.commit(following(second, { untouchedText: "😀".repeat(110_000) }));
      expect(await Promise.all([undefined, 1, 2, 3].map((version) => store.untouchedText("TD-K1", version)))).toEqual([
        "the first",
        "the first",
        undefined,
        "😀".repeat(110_000),
      ]);
    });

    test("keeps a message that could not be read whole, also one of a mebibyte in scripts of several bytes", async () => {
      const store = await storeOf();
      const text = `${"😀é漢".repeat(110_000)}end`;
      await store.commit(opened("TD-K", { untouchedText: text }));
      expect(await store.untouchedText("TD-K")).toBe(text);
      expect(await store.untouchedText("TD-NONE")).toBeUndefined();
    });
  });
};
