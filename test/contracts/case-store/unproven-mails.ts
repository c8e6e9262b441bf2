import { describe, expect, test } from "vitest";
import type { ReportIndex } from "../../../functions/store/ports.ts";
import { morning } from "../../support/a-case.ts";

export const unprovenMailsContract = (name: string, storeOf: () => Promise<ReportIndex> | ReportIndex): void => {
  describe(`${name} counts mails of senders who are not proven`, () => {
    test("by notice, each once where it comes twice in a row, and no other case's", async () => {
      const store = await storeOf();
      const mail = (noticeId: string, mailHash: string) =>
        store.countUnproven({ caseId: "TD-U1", noticeId, mailHash, at: morning });
      expect(await store.unprovenOf("TD-U1")).toEqual(new Map());
      for (const hash of ["a", "a", "b", "c", "c"]) await mail("0-first-desk", hash);
      await mail("1-first-other", "a");
      expect(await store.unprovenOf("TD-U1")).toEqual(
        new Map([
          ["0-first-desk", 3],
          ["1-first-other", 1],
        ]),
      );
      expect(await store.unprovenOf("TD-U2")).toEqual(new Map());
    });
  });
};
