import { describe, expect, test } from "vitest";
import { type PaceStore, unasked } from "../../functions/contact/registry-pace.ts";

/** What every store of the registries' budgets keeps to; run over the double and over the real one. */
export const registryPaceContract = (name: string, storeOf: () => Promise<PaceStore> | PaceStore): void => {
  describe(`${name} keeps the contract of the registries' budgets`, () => {
    test("knows nothing of a server that nobody asked", async () => {
      expect(await (await storeOf()).read("whois.example")).toEqual(unasked);
    });

    test("gives back what was written, for that server alone", async () => {
      const store = await storeOf();
      const after = { nextMs: 1_764_000_000_123.5, restUntilMs: 7 };
      expect(await store.write("a.example", unasked, after)).toBe(true);
      expect(await store.read("a.example")).toEqual(after);
      expect(await store.read("b.example")).toEqual(unasked);
    });

    test("lets one of many who read the same state write, and none who read an older one", async () => {
      const store = await storeOf();
      const written = await Promise.all(
        Array.from({ length: 20 }, (_, at) => store.write("a.example", unasked, { nextMs: at + 1, restUntilMs: 0 })),
      );
      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await store.write("a.example", unasked, { nextMs: 99, restUntilMs: 0 })).toBe(false);
      const now = await store.read("a.example");
      expect(await store.write("a.example", now, { ...now, restUntilMs: 5 })).toBe(true);
      expect(await store.read("a.example")).toEqual({ ...now, restUntilMs: 5 });
    });
  });
};
