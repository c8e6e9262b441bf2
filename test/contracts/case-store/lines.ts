import { describe, expect, test } from "vitest";
import type { CaseHistory, CaseReader, CaseWriter, LineReader } from "../../../functions/store/ports.ts";
import { following, opened } from "./changes.ts";

type Store = CaseReader & CaseWriter & CaseHistory & LineReader;

const steps = {
  steps: [{ index: 0, news: { happened: "reopened" } }],
  category: "phishing",
  reports: { ids: { hotline: ["r-1"] } },
} as const;

export const linesContract = (name: string, storeOf: () => Promise<Store> | Store): void => {
  describe(`${name} keeps with a line what its reporters hear`, () => {
    test("gives it with the line, read alone or with its history; a line that tells nothing has none", async () => {
      const store = await storeOf();
      const first = opened("TD-N1");
      await store.commit(first);
      const second = following(first, { reporterSteps: steps });
      await store.commit(second);
      expect(await store.lineOf("TD-N1", 1)).toEqual({ version: 1, at: first.at, events: first.events });
      expect(await store.lineOf("TD-N1", 2)).toEqual({
        version: 2,
        at: second.at,
        events: second.events,
        reporterSteps: steps,
      });
      expect(await store.history("TD-N1")).toEqual([await store.lineOf("TD-N1", 1), await store.lineOf("TD-N1", 2)]);
      expect(await store.lineOf("TD-N1", 3)).toBeUndefined();
      expect(await store.lineOf("TD-NONE", 1)).toBeUndefined();
    });

    test("names the further reports that joined before a version, in order, and no other case's", async () => {
      const store = await storeOf();
      const first = opened("TD-N2");
      await store.commit(first);
      const names = Array.from({ length: 12 }, (_, n) => ({ reporter: "cert", reportId: `c-${n}` }));
      const second = following(first, { furtherReports: names.slice(0, 11) });
      await store.commit(second);
      await store.commit(following(second, { furtherReports: names.slice(11) }));
      const versioned = names.map((one, n) => ({ ...one, version: n < 11 ? 2 : 3 }));
      expect(await store.furtherReports("TD-N2", 4)).toEqual(versioned);
      expect(await store.furtherReports("TD-N2", 3)).toEqual(versioned.slice(0, 11));
      expect(await store.furtherReports("TD-N2", 2)).toEqual([]);
      expect(await store.furtherReports("TD-NONE", 4)).toEqual([]);
    });
  });
};
