import { describe, expect, test } from "vitest";
import type { CaseReader, CaseWriter, DayList, ReviewList, StoppedDesks } from "../../../functions/store/ports.ts";
import { morning } from "../../support/a-case.ts";
import { opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & DayList & ReviewList & StoppedDesks;

export const listsContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} begins lists`, () => {
    test("begins each list at its beginning where a cursor is none of its own", async () => {
      const store = await storeOf();
      const review = {
        id: "q",
        question: "reply",
        askedAt: morning,
        blocking: false,
        reason: "asked",
        announced: false,
      } as const;
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
        {
          list: (cursor?: string) => store.inReview(1, cursor),
          others: [(await store.openedOn(day, 1)).cursor ?? "none"],
        },
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
        for (const cursor of [...strange, ...others.filter((other) => !/^\d+$/.test(other))])
          expect([cursor, await list(cursor)]).toEqual([cursor, first]);
      }
    });
  });
};
