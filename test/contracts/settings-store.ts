import { describe, expect, test } from "vitest";
import type { Proposal, SettingsRow } from "../../functions/settings/row.ts";
import type { SettingsStore, Written } from "../../functions/settings/store.ts";

const at = "2026-11-24T03:00:00.000Z";
export const aRow = (number: number, spoilt: Partial<SettingsRow> = {}): SettingsRow =>
  ({
    kind: "opt-out",
    value: { desk: `abuse@n${number}.example` },
    id: `opt-out-${number}`,
    by: ["jane"],
    why: "they asked",
    since: `2026-11-24T03:00:00.${String(number % 1000).padStart(3, "0")}Z`,
    version: 1,
    ...spoilt,
  }) as SettingsRow;
const adds = (...rows: readonly SettingsRow[]): Written => ({
  rows,
  proposals: [],
  line: { at, by: ["jane"], why: "they asked", does: "add", ids: rows.map(({ id }) => id) },
});
const proposal: Proposal = {
  id: "proposal-1",
  change: { does: "end", id: "opt-out-1" },
  by: "jane",
  why: "they write again",
  at,
  lapsesAt: "2026-12-01T03:00:00.000Z",
};

/** What every store of settings keeps to; run over the double and over the real one. */
export const settingsStoreContract = (name: string, storeOf: () => Promise<SettingsStore> | SettingsStore): void => {
  describe(`${name} keeps the contract of settings`, () => {
    test("is empty at version 0 before anybody wrote", async () => {
      const store = await storeOf();
      expect(await store.head()).toEqual({ version: 0 });
      expect(await store.read()).toEqual({ head: { version: 0 }, rows: [], proposals: [] });
      expect(await store.audit(10)).toEqual([]);
    });

    test("gives what was recorded, with the head one further and its line in the audit", async () => {
      const store = await storeOf();
      expect(await store.record(adds(aRow(1)), 0)).toEqual({ ok: true, value: { version: 1, changedAt: at } });
      expect(await store.read()).toEqual({ head: { version: 1, changedAt: at }, rows: [aRow(1)], proposals: [] });
      expect(await store.audit(10)).toEqual([{ ...adds(aRow(1)).line, version: 1 }]);
    });

    test("lets one of several through who saw the same, and writes nothing of the others", async () => {
      const store = await storeOf();
      const done = await Promise.all([1, 2, 3].map((number) => store.record(adds(aRow(number)), 0)));
      expect(done.filter(({ ok }) => ok)).toHaveLength(1);
      expect(done.flatMap((one) => (one.ok ? [] : [one.error.kind]))).toEqual([
        "somebody-was-first",
        "somebody-was-first",
      ]);
      expect([(await store.read()).rows.length, (await store.audit(10)).length]).toEqual([1, 1]);
    });

    test("writes a row over what it was, and keeps one that ended", async () => {
      const store = await storeOf();
      await store.record(adds(aRow(1), aRow(2)), 0);
      const ended = aRow(1, { version: 2, ended: { at, by: ["jane", "anna"], why: "they write again" } });
      await store.record({ ...adds(ended), line: { ...adds(ended).line, does: "end" } }, 1);
      expect((await store.read()).rows).toEqual([ended, aRow(2)]);
      expect((await store.audit(10)).map(({ version, does }) => [version, does])).toEqual([
        [2, "end"],
        [1, "add"],
      ]);
      expect((await store.audit(1, 2)).map(({ version }) => version)).toEqual([1]);
    });

    test("adds a row only where none of its id is there, and else writes nothing", async () => {
      const store = await storeOf();
      await store.record({ ...adds(aRow(1)), added: ["opt-out-1"] }, 0);
      const other = aRow(1, { why: "another desk" });
      expect(await store.record({ ...adds(aRow(2), other), added: ["opt-out-2", "opt-out-1"] }, 1)).toEqual({
        ok: false,
        error: { kind: "somebody-was-first" },
      });
      expect(await store.read()).toMatchObject({ head: { version: 1 }, rows: [aRow(1)] });
    });

    test("names each row of an import beside its line, also of twenty thousand, and no other's", async () => {
      const store = await storeOf();
      const imported = Array.from({ length: 20_000 }, (_, number) => ({
        id: `opt-out-${number}`,
        version: number + 1,
        as: "added" as const,
      }));
      const line = { ...adds().line, does: "import" as const, ids: ["import-1"] };
      expect(await store.record({ ...adds(aRow(1)), imported, line }, 0)).toMatchObject({ ok: true });
      await store.record(adds(aRow(2)), 1);
      expect(await store.imported("import-1")).toEqual(imported);
      expect([await store.imported("import-2"), await store.imported("import-7"), await store.imported("x")]).toEqual([
        [],
        [],
        [],
      ]);
      expect((await store.audit(10)).map(({ version, ids }) => [version, ids])).toEqual([
        [2, ["opt-out-2"]],
        [1, ["import-1"]],
      ]);
    });

    test("keeps what waits for a second person beside the rows", async () => {
      const store = await storeOf();
      await store.record({ ...adds(), proposals: [proposal] }, 0);
      expect(await store.read()).toMatchObject({ rows: [], proposals: [proposal] });
    });

    test("takes five thousand rows at once, and gives them in the order in which they came", async () => {
      const store = await storeOf();
      const rows = Array.from({ length: 5_000 }, (_, number) => aRow(number % 1000, { id: `opt-out-${number}` }));
      expect((await store.record(adds(...rows), 0)).ok).toBe(true);
      const read = (await store.read()).rows;
      expect(read).toHaveLength(5_000);
      expect(read.map(({ since }) => since)).toEqual(rows.map(({ since }) => since).sort());
    });
  });
};
