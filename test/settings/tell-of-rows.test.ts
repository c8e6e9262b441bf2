import { describe, expect, test } from "vitest";
import { plusHours } from "../../functions/kernel/instant.ts";
import type { OnCallLog } from "../../functions/kernel/notified.ts";
import type { SettingsRow } from "../../functions/settings/row.ts";
import { keptTable, tellOfEnds } from "../../functions/settings/tell-of-ends.ts";
import { standingInhibitions, tellOfInhibitions } from "../../functions/settings/tell-of-inhibitions.ts";
import { aRow } from "../contracts/settings-store.ts";
import { memorySettingsStore } from "../support/memory-settings-store.ts";

const since = "2026-11-24T03:00:00.000Z";
const until = plusHours(since, 72);
const inhibits = (version: number, spoilt: object = {}): SettingsRow => {
  const inhibition = { kind: "inhibition", value: { category: "phishing" }, id: `inhibition-${version}` };
  return aRow(version, { ...inhibition, since, until, version, ...spoilt } as Partial<SettingsRow>);
};
const lasting = (spoilt: object = {}) => aRow(1, { since, until, ...spoilt } as Partial<SettingsRow>);
const ended = { ended: { at: since, by: ["jane"], why: "a slip" } };

const inMemory = (): OnCallLog => {
  const notes = new Map<string, string>();
  return { lastAt: async (of) => notes.get(of), note: async (of, at) => void notes.set(of, at) };
};

/** Hours after its beginning at which on-call was told of each row. */
const toldBy =
  (tells: typeof tellOfEnds | typeof tellOfInhibitions) =>
  async (rows: readonly SettingsRow[], hours: readonly number[], told = inMemory()) => {
    const heard: [number, readonly string[]][] = [];
    for (const hour of hours)
      await tells({ rows, told, now: plusHours(since, hour) }, async (all: readonly SettingsRow[]) => {
        heard.push([hour, all.map(({ id }) => id)]);
      });
    return heard;
  };
const [ofEnds, ofInhibitions] = [toldBy(tellOfEnds), toldBy(tellOfInhibitions)];

describe("on-call hears", () => {
  test("once of an inhibition, as soon as it stands", async () => {
    expect(await ofInhibitions([inhibits(1), aRow(2)], [0, 1, 48, 80])).toEqual([[0, ["inhibition-1"]]]);
  });

  test("of no inhibition that is over or was ended", async () => {
    expect(await ofInhibitions([inhibits(1, ended), inhibits(2, { until: plusHours(since, 1) })], [1])).toEqual([]);
  });

  test("once of a row, a day before it ends", async () => {
    expect(await ofEnds([lasting()], [1, 47, 48, 49, 71, 72, 80])).toEqual([[48, ["opt-out-1"]]]);
  });

  test.each([
    ["has no end", lasting({ until: undefined })],
    ["was ended", lasting(ended)],
    ["was to last a day from the first", lasting({ until: plusHours(since, 24) })],
    ["is but a saved reason", lasting({ kind: "reason", value: { name: "night", text: "Nobody." } })],
  ])("nothing of the end of a row that %s", async (_, row) => {
    expect(await ofEnds([row], [1, 23, 48, 71])).toEqual([]);
  });

  test("again where its end was moved", async () => {
    const told = inMemory();
    await ofInhibitions([inhibits(1)], [0], told);
    expect(await ofInhibitions([inhibits(1, { version: 2 })], [1, 2], told)).toEqual([[1, ["inhibition-1"]]]);
    await ofEnds([lasting()], [48], told);
    const longer = lasting({ until: plusHours(since, 96), version: 2 });
    expect(await ofEnds([longer], [50, 72, 73], told)).toEqual([[72, ["opt-out-1"]]]);
  });

  test("at the next look what could not be told", async () => {
    const [told, now] = [inMemory(), plusHours(since, 48)];
    const fails = () => Promise.reject(new Error("SNS"));
    await expect(tellOfInhibitions({ rows: [inhibits(1)], told, now }, fails)).rejects.toThrow("SNS");
    await expect(tellOfEnds({ rows: [lasting()], told, now }, fails)).rejects.toThrow("SNS");
    expect(await ofInhibitions([inhibits(1)], [49], told)).toEqual([[49, ["inhibition-1"]]]);
    expect(await ofEnds([lasting()], [49], told)).toEqual([[49, ["opt-out-1"]]]);
  });
});

test("those of a whole category stand first, then the latest", () => {
  const desk = { value: { desk: "abuse@network.example" } };
  const rows = [inhibits(1), inhibits(2, desk), inhibits(3, desk), inhibits(4)];
  expect(standingInhibitions(rows, since).map(({ version }) => version)).toEqual([4, 1, 3, 2]);
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
