import { describe, expect, test } from "vitest";
import { plusHours } from "../../../functions/kernel/instant.ts";
import { entryChange } from "../../../functions/store/change-entry.ts";
import { byUnread, findsOfEntry } from "../../../functions/store/finds.ts";
import type {
  CaseReader,
  DayList,
  DueIndex,
  FindIndex,
  QueueEntries,
  ReportIndex,
  ReviewList,
} from "../../../functions/store/ports.ts";
import {
  entryKeyOf,
  messageKeyOf,
  redactedEntry,
  withAction,
  withMessage,
} from "../../../functions/store/queue-entry.ts";
import { morning } from "../../support/a-case.ts";
import { anEntry, opensEntry } from "../../support/an-entry.ts";
import { lostRace } from "./changes.ts";

type Store = QueueEntries & CaseReader & DayList & DueIndex & FindIndex & ReportIndex & ReviewList;

const discarded = { does: "discard", at: morning, by: "on-call", why: "Told them." } as const;

export const queueEntriesContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} keeps entries of the review queue`, () => {
    test("apart from cases, with each message by its number", async () => {
      const store = await storeOf();
      const first = anEntry("TD-Q1");
      await store.writeEntry(opensEntry(first, "the first"));
      const second = withMessage(first, plusHours(morning, 1));
      const text = `${"😀é漢".repeat(110_000)}end`;
      await store.writeEntry({ ...entryChange(first, second, morning), message: { number: 2, text } });
      expect([await store.read("TD-Q1"), await store.readEntry("TD-Q1")]).toEqual([undefined, second]);
      expect(await Promise.all([1, 2, 3].map((number) => store.messageOf("TD-Q1", number)))).toEqual([
        "the first",
        text,
        undefined,
      ]);
      expect(await store.readEntry("TD-NONE")).toBeUndefined();
      const day = morning.slice(0, 10);
      expect([(await store.openedOn(day, 10)).items, (await store.entriesOn(day, 10)).items]).toEqual([[], [second]]);
    });

    test("by version, and each message once for ever", async () => {
      const store = await storeOf();
      const first = anEntry("TD-Q2");
      await store.writeEntry(opensEntry(first, "the same"));
      expect(await store.writeEntry(opensEntry(first, "the same"))).toEqual(lostRace);
      const other = anEntry("TD-Q3", { source: { sender: "AROAOTHER" } });
      expect(await store.writeEntry(opensEntry(other, "the same"))).toEqual(lostRace);
      const late = entryChange(first, { ...first, version: 3 }, morning);
      expect(await store.writeEntry(late)).toEqual(lostRace);
      expect(await store.caseOfReport(messageKeyOf("the same"))).toBe("TD-Q2");
    });

    test("one that takes a kind at a time, until it is closed", async () => {
      const store = await storeOf();
      const first = anEntry("TD-Q4");
      await store.writeEntry(opensEntry(first, "one"));
      expect(await store.openCaseOfTarget(entryKeyOf(first))).toBe("TD-Q4");
      expect(await store.writeEntry(opensEntry(anEntry("TD-Q5"), "two"))).toEqual(lostRace);
      await store.writeEntry(entryChange(first, withAction(first, discarded), morning));
      expect(await store.openCaseOfTarget(entryKeyOf(first))).toBeUndefined();
      expect((await store.writeEntry(opensEntry(anEntry("TD-Q5"), "two"))).ok).toBe(true);
    });

    test("in the list of what waits, behind what could be read, and out of it once closed", async () => {
      const store = await storeOf();
      const entry = anEntry("TD-Q6");
      await store.writeEntry(opensEntry(entry));
      expect((await store.inReview(10)).items).toEqual([entry]);
      expect((await store.inLine(10)).map(({ caseId, lane }) => [caseId, lane])).toEqual([["TD-Q6", "standard"]]);
      await store.writeEntry(entryChange(entry, withAction(entry, discarded), morning));
      expect([(await store.inReview(10)).items, await store.inLine(10)]).toEqual([[], []]);
    });

    test("until it is redacted: no message, number or due time of it is left", async () => {
      const store = await storeOf();
      const text = '{"reportId":"r-17"}';
      const entry = anEntry("TD-Q7");
      await store.writeEntry({ ...opensEntry(entry, text), finds: findsOfEntry(text, 1) });
      expect(await store.found(byUnread("r-17"), 10)).toEqual([{ caseId: "TD-Q7", openedAt: morning, message: 1 }]);
      const closed = withAction(entry, discarded);
      await store.writeEntry(entryChange(entry, closed, morning));
      const redacted = redactedEntry(closed, morning);
      await store.writeEntry(entryChange(closed, redacted, morning));
      for (const _ of ["once", "again"]) await store.forgetHistory("TD-Q7", redacted.version);
      expect([await store.readEntry("TD-Q7"), await store.messageOf("TD-Q7", 1)]).toEqual([redacted, ""]);
      expect([await store.found(byUnread("r-17"), 10), await store.due("9999-01-01T00:00:00.000Z", 10)]).toEqual([
        [],
        [],
      ]);
    });
  });
};
