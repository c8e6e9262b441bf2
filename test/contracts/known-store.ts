import { describe, expect, test } from "vitest";
import type { KnownStore } from "../../functions/contact/known.ts";

const kept = (text: string, keptUntilMs = 2000) => ({ text, freshUntilMs: 1000, keptUntilMs });

/** What every store of shared answers and turns keeps to; run over the double and over the real one. */
export const knownStoreContract = (name: string, storeOf: () => Promise<KnownStore> | KnownStore): void => {
  describe(`${name} keeps the contract of shared answers`, () => {
    test("gives what was written under any of the keys, and nothing for the others", async () => {
      const store = await storeOf();
      await store.write("network#192.0.2.0/24", kept("a"));
      await store.write("network#192.0.0.0/16", kept("b"));
      await store.write("network#198.51.0.0/16", kept("c"));
      expect(await store.read(["network#192.0.2.0/24", "network#192.0.0.0/16", "network#192.0.2.1/32"], 0)).toEqual(
        new Map([
          ["network#192.0.2.0/24", kept("a")],
          ["network#192.0.0.0/16", kept("b")],
        ]),
      );
      expect(await store.read([], 0)).toEqual(new Map());
    });

    test("takes a hundred keys at once, and the same one twice", async () => {
      const store = await storeOf();
      await store.write("k99", kept("x"));
      const keys = Array.from({ length: 99 }, (_, at) => `k${at + 1}`);
      expect([...(await store.read([...keys, "k99"], 0)).keys()]).toEqual(["k99"]);
    });

    test("gives nothing past its time, although it may still be there", async () => {
      const store = await storeOf();
      await store.write("k", kept("a", 500));
      expect((await store.read(["k"], 499)).size).toBe(1);
      expect((await store.read(["k"], 500)).size).toBe(0);
    });

    test("writes over what was there", async () => {
      const store = await storeOf();
      await store.write("k", kept("old"));
      await store.write("k", kept("new"));
      expect((await store.read(["k"], 0)).get("k")?.text).toBe("new");
    });

    test("gives a turn to one of many at once, and to the next when its time is over", async () => {
      const store = await storeOf();
      const claims = await Promise.all(Array.from({ length: 20 }, (_, at) => store.claim("t", `h${at}`, 100, 0)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store.claim("t", "later", 300, 99)).toBe(false);
      expect(await store.claim("t", "later", 300, 100)).toBe(true);
      expect(await store.claim("other", "h", 100, 0)).toBe(true);
    });

    test("lets a holder alone give its turn back, at once or from a moment on", async () => {
      const store = await storeOf();
      await store.claim("t", "mine", 100, 0);
      await store.release("t", "other", 0);
      expect(await store.claim("t", "other", 100, 1)).toBe(false);
      await store.release("t", "mine", 50);
      expect(await store.claim("t", "other", 100, 49)).toBe(false);
      expect(await store.claim("t", "other", 100, 50)).toBe(true);
      // Its turn went to somebody else meanwhile: nothing to give back.
      await store.release("t", "mine", 0);
      expect(await store.claim("t", "third", 200, 60)).toBe(false);
      await store.release("never taken", "mine", 0);
      expect(await store.claim("never taken", "h", 100, 0)).toBe(true);
    });
  });
};
