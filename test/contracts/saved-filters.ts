import { describe, expect, test } from "vitest";
import type { SavedFilters } from "../../functions/console/list/saved-filters.ts";

const german = { name: "German hosts", filter: { country: "DE", age: 24, mine: true } } as const;
const grouped = { name: "By provider", filter: { provider: "a&b=c d", by: "provider" } } as const;

/** What every store of saved filters keeps to; run over the double and over the real one. */
export const savedFiltersContract = (name: string, storeOf: () => Promise<SavedFilters> | SavedFilters): void => {
  describe(`${name} keeps the contract of saved filters`, () => {
    test("gives a person what they kept, in its order, and nobody else's", async () => {
      const store = await storeOf();
      expect(await store.of("jane")).toEqual({ filters: [], version: 0 });
      expect(await store.keep("jane", [german, grouped], 0)).toBe(true);
      expect(await store.of("jane")).toEqual({ filters: [german, grouped], version: 1 });
      expect(await store.of("joe")).toEqual({ filters: [], version: 0 });
      expect(await store.keep("jane", [], 1)).toBe(true);
      expect(await store.of("jane")).toEqual({ filters: [], version: 2 });
    });

    test("writes nothing over what the person kept meanwhile in another window", async () => {
      const store = await storeOf();
      const both = await Promise.all([german, grouped].map((one) => store.keep("jane", [one], 0)));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await store.keep("jane", [], 0)).toBe(false);
      expect(await store.of("jane")).toMatchObject({ version: 1, filters: [both[0] ? german : grouped] });
    });

    test("knows a person whom a provider named by the provider's own word for them", async () => {
      const store = await storeOf();
      await store.keep("Jane Doe, jane@hotline.example (oidc id.hotline.example 00u1)", [german], 0);
      expect((await store.of("Jane Roe (oidc id.hotline.example 00u1)")).filters).toEqual([german]);
      expect((await store.of("Jane Doe, jane@hotline.example (oidc id.hotline.example 00u2)")).filters).toEqual([]);
    });
  });
};
