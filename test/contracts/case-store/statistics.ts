import { describe, expect, test } from "vitest";
import type { Judged } from "../../../functions/statistics/judged.ts";
import type { Statistic } from "../../../functions/statistics/statistic.ts";
import type { CaseReader, CaseWriter, JudgedTable, StatisticsTable } from "../../../functions/store/ports.ts";
import { following, lostRace, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & StatisticsTable & JudgedTable;

const aStatistic = (caseId: string, openedAt: string, more: Partial<Statistic> = {}): Statistic => ({
  caseId,
  openedAt,
  category: "phishing",
  channel: "website",
  reports: 1,
  reporters: ["hotline"],
  asked: [],
  ...more,
});

export const statisticsContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} keeps statistics`, () => {
    test("holds each case once in the statistics of the month it was opened, as the last change left it", async () => {
      const store = await storeOf();
      const statistic = aStatistic;
      const closed = statistic("TD-S1", "2031-01-05T00:00:00.000Z", {
        closed: { at: "2031-02-01T00:00:00.000Z", outcome: "removed" },
      });
      const again = statistic("TD-S1", "2031-01-05T00:00:00.000Z", {
        closed: { at: "2031-03-01T00:00:00.000Z", outcome: "gone" },
      });
      const other = statistic("TD-S2", "2031-01-31T23:59:59.999Z");
      const nextMonth = statistic("TD-S3", "2031-02-01T00:00:00.000Z");
      const first = opened("TD-S1", { statistic: closed });
      await store.commit(first);
      await store.commit(opened("TD-S2", { statistic: other }));
      await store.commit(opened("TD-S3", { statistic: nextMonth }));
      await store.commit(following(first, { statistic: again }));
      expect(await store.commit(first)).toEqual(lostRace);
      const inMonth = async (month: string) =>
        [...(await store.statistics(month))].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
      expect(await inMonth("2031-01")).toEqual([again, other]);
      expect(await inMonth("2031-02")).toEqual([nextMonth]);
      expect(await inMonth("2031-03")).toEqual([]);
    });

    test("lists what is closed since a day, the newest first, and not what is open again", async () => {
      const store = await storeOf();
      const openedAt = "2034-01-05T00:00:00.000Z";
      const closed = (at: string) => ({ closed: { at, outcome: "gone" } }) as const;
      const changes = ["01", "03", "02"].map((hour, at) => {
        const caseId = `TD-O${at}`;
        return opened(caseId, { statistic: aStatistic(caseId, openedAt, closed(`2034-02-01T${hour}:00:00.000Z`)) });
      });
      for (const change of changes) await store.commit(change);
      const places = await store.listedOn("out", "2034-02-01", 9);
      expect(places.map(({ caseId }) => caseId)).toEqual(["TD-O1", "TD-O2", "TD-O0"]);
      expect(places[0]).toEqual({
        caseId: "TD-O1",
        at: "2034-02-01T03:00:00.000Z",
        words: ["standard", "gone", "2034-01-05"],
      });
      expect(await store.listedOn("out", "2034-02-01", 1, places[0])).toEqual(places.slice(1, 2));
      const [first] = changes;
      if (first) await store.commit(following(first, { statistic: aStatistic("TD-O0", openedAt) }));
      expect((await store.listedOn("out", "2034-02-01", 9)).map(({ caseId }) => caseId)).toEqual(["TD-O1", "TD-O2"]);
      expect(await store.listedOn("out", "2034-02-02", 9)).toEqual([]);
    });

    test("lists by day what a change mails and what comes back, each in a list of its own", async () => {
      const store = await storeOf();
      const at = "2035-02-01T10:00:00.000Z";
      const mailed = { list: "mailed", at, words: ["0-first-a"] } as const;
      const back = { list: "back", at, words: ["bounced", "0-first-a"] } as const;
      const first = opened("TD-L1", { onDays: [mailed, back] });
      await store.commit(first);
      await store.commit(following(first, { onDays: [] }));
      await store.commit(opened("TD-L2", { onDays: [{ ...mailed, at: "2035-02-01T09:00:00.000Z" }] }));
      const place = { caseId: "TD-L1", at, words: mailed.words };
      const places = await store.listedOn("mailed", "2035-02-01", 9);
      expect(places).toEqual([place, { ...place, caseId: "TD-L2", at: "2035-02-01T09:00:00.000Z" }]);
      expect(await store.listedOn("mailed", "2035-02-01", 9, places[0])).toEqual(places.slice(1));
      expect(await store.listedOn("back", "2035-02-01", 9)).toEqual([{ ...place, words: back.words }]);
    });

    test("counts judged replies by their kind in the month of the answer, each change once", async () => {
      const store = await storeOf();
      const judged = { read: "unclear", tenths: 8 } as const;
      const told: Judged = { ...judged, was: "refused" };
      const first = opened("TD-J1", { judged: [told], at: "2032-01-31T23:59:59.999Z" });
      await store.commit(first);
      const again = following(first, { judged: [told], at: "2032-01-31T23:59:59.999Z" });
      await store.commit(again);
      // The same change twice, and one that loses, count nothing.
      expect([await store.commit(again), await store.commit(first)]).toEqual([lostRace, lostRace]);
      await store.commit(following(again, { judged: [judged, judged], at: "2032-01-05T00:00:00.000Z" }));
      await store.commit(opened("TD-J2", { judged: [told], at: "2032-02-01T00:00:00.000Z" }));
      const inMonth = async (month: string) =>
        [...(await store.judged(month))].sort((one, other) => other.times - one.times || (one.was ? -1 : 1));
      expect(await inMonth("2032-01")).toEqual([
        { ...told, times: 2 },
        { ...judged, times: 2 },
      ]);
      expect(await inMonth("2032-02")).toEqual([{ ...told, times: 1 }]);
      expect(await inMonth("2032-03")).toEqual([]);
    });
  });
};
