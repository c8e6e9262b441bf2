import { describe, expect, test } from "vitest";
import type { CaseReader, CaseWriter, Change, ReviewList } from "../../../functions/store/ports.ts";
import { opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & ReviewList;

export const reviewListContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} lists what is before a person`, () => {
    test("lists what is in review, the urgent lane first and then who waits longest, page by page", async () => {
      const store = await storeOf();
      const asked = (caseId: string, lane: "urgent" | "standard", askedAt: string): Change => {
        const change = opened(caseId);
        return {
          ...change,
          next: {
            ...change.next,
            lane,
            reviews: [{ id: "q", question: "reply", askedAt, blocking: false, reason: "asked", announced: false }],
          },
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

    test("lists the same places without reading a case: lane, since when, what is asked and blocks", async () => {
      const store = await storeOf();
      const asked = (
        caseId: string,
        lane: "urgent" | "standard",
        ...reviews: readonly (readonly ["reply" | "unknown-send", string])[]
      ): Change => {
        const change = opened(caseId);
        const open = reviews.map(([question, askedAt], at) => ({
          id: `q-${at}`,
          question,
          askedAt,
          blocking: question === "unknown-send",
          reason: "asked",
          announced: false,
        }));
        return { ...change, next: { ...change.next, lane, reviews: open } };
      };
      await store.commit(asked("TD-L1", "standard", ["reply", "2026-11-24T01:00:00.000Z"]));
      await store.commit(
        asked("TD-L2", "standard", ["unknown-send", "2026-11-24T05:00:00.000Z"], ["reply", "2026-11-24T04:00:00.000Z"]),
      );
      await store.commit(asked("TD-L3", "urgent", ["reply", "2026-11-24T02:00:00.000Z"]));
      await store.commit(opened("TD-L4"));
      const all = [
        { caseId: "TD-L3", lane: "urgent", since: "2026-11-24T02:00:00.000Z", unknownSend: false, toRead: false },
        { caseId: "TD-L1", lane: "standard", since: "2026-11-24T01:00:00.000Z", unknownSend: false, toRead: false },
        { caseId: "TD-L2", lane: "standard", since: "2026-11-24T04:00:00.000Z", unknownSend: true, toRead: false },
      ];
      expect(await store.inLine(10)).toMatchObject(all);
      expect(await store.inLine(2)).toMatchObject(all.slice(0, 2));
      expect((await store.inLine(3)).map(({ facets }) => facets.questions)).toEqual([
        ["reply"],
        ["reply"],
        ["unknown-send", "reply"],
      ]);
      expect((await store.inLine(3)).map(({ facets }) => facets.blocks)).toEqual([undefined, undefined, true]);
    });
  });
};
