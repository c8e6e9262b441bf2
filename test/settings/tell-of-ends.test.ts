import { expect, test } from "vitest";
import { plusHours } from "../../functions/kernel/instant.ts";
import type { Told } from "../../functions/kernel/told.ts";
import type { SettingsRow } from "../../functions/settings/row.ts";
import { keptTable, tellOfEnds } from "../../functions/settings/tell-of-ends.ts";
import { aRow } from "../contracts/settings-store.ts";
import { memorySettingsStore } from "../support/memory-settings-store.ts";

const since = "2026-11-24T03:00:00.000Z";
const ends = plusHours(since, 72);
const lasting = (spoilt: Partial<SettingsRow> = {}) =>
  aRow(1, { since, until: ends, ...spoilt } as Partial<SettingsRow>);

const inMemory = (): Told => {
  const notes = new Map<string, string>();
  return { lastAt: async (of) => notes.get(of), note: async (of, at) => void notes.set(of, at) };
};

/** Hours after its beginning at which on-call was told of each row. */
const toldAt = async (rows: readonly SettingsRow[], hours: readonly number[], told = inMemory()) => {
  const heard: [number, readonly string[]][] = [];
  for (const hour of hours)
    await tellOfEnds({ rows, told, now: plusHours(since, hour) }, async (ending) => {
      heard.push([hour, ending.map(({ id }) => id)]);
    });
  return heard;
};

test("on-call hears once of a row, a day before it ends", async () => {
  expect(await toldAt([lasting()], [1, 47, 48, 49, 71, 72, 80])).toEqual([[48, ["opt-out-1"]]]);
});

test("on-call hears again where its end was moved", async () => {
  const told = inMemory();
  await toldAt([lasting()], [48], told);
  const longer = lasting({ until: plusHours(since, 96), version: 2 });
  expect(await toldAt([longer], [50, 72, 73], told)).toEqual([[72, ["opt-out-1"]]]);
});

test.each([
  ["has no end", lasting({ until: undefined as never })],
  ["was ended", lasting({ ended: { at: since, by: ["jane"], why: "a slip" } })],
  ["was to last a day from the first", lasting({ until: plusHours(since, 24) })],
  ["is but a saved reason", lasting({ kind: "reason", value: { name: "night", text: "Nobody." } } as never)],
])("nobody is told of a row that %s", async (_, row) => {
  expect(await toldAt([row], [1, 23, 48, 71])).toEqual([]);
});

test("who could not be told is told at the next look", async () => {
  const told = inMemory();
  const fails = tellOfEnds({ rows: [lasting()], told, now: plusHours(since, 48) }, async () => {
    throw new Error("SNS");
  });
  await expect(fails).rejects.toThrow("SNS");
  expect(await toldAt([lasting()], [49], told)).toEqual([[49, ["opt-out-1"]]]);
});

test("the table is read anew only where it has changed", async () => {
  const store = memorySettingsStore();
  let reads = 0;
  const read = () => {
    reads++;
    return store.read();
  };
  const table = keptTable({ ...store, read });
  await table();
  await table();
  expect(reads).toBe(1);
  const line = { at: since, by: ["jane"], why: "they asked", does: "add", ids: ["opt-out-1"] } as const;
  await store.record({ rows: [lasting()], proposals: [], line }, 0);
  expect([(await table()).rows.length, reads]).toEqual([1, 2]);
});
