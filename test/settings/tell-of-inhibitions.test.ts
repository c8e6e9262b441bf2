import { expect, test } from "vitest";
import { plusHours } from "../../functions/kernel/instant.ts";
import type { Told } from "../../functions/kernel/told.ts";
import type { SettingsRow } from "../../functions/settings/row.ts";
import { standingInhibitions, tellOfInhibitions } from "../../functions/settings/tell-of-inhibitions.ts";
import { aRow } from "../contracts/settings-store.ts";

const since = "2026-11-24T03:00:00.000Z";
const inhibits = (number: number, spoilt: object = {}): SettingsRow =>
  aRow(number, {
    kind: "inhibition",
    value: { category: "phishing" },
    id: `inhibition-${number}`,
    since,
    until: plusHours(since, 72),
    version: number,
    ...spoilt,
  } as Partial<SettingsRow>);

const inMemory = (): Told => {
  const notes = new Map<string, string>();
  return { lastAt: async (of) => notes.get(of), note: async (of, at) => void notes.set(of, at) };
};

/** Hours after its beginning at which on-call was told of each row. */
const toldAt = async (rows: readonly SettingsRow[], hours: readonly number[], told = inMemory()) => {
  const heard: [number, readonly string[]][] = [];
  for (const hour of hours)
    await tellOfInhibitions({ rows, told, now: plusHours(since, hour) }, async (inhibitions) => {
      heard.push([hour, inhibitions.map(({ id }) => id)]);
    });
  return heard;
};

test("on-call hears once of an inhibition, as soon as it stands", async () => {
  expect(await toldAt([inhibits(1), aRow(2)], [0, 1, 48, 80])).toEqual([[0, ["inhibition-1"]]]);
});

test("on-call hears again where its end was moved", async () => {
  const told = inMemory();
  await toldAt([inhibits(1)], [0], told);
  expect(await toldAt([inhibits(1, { version: 2 })], [1, 2], told)).toEqual([[1, ["inhibition-1"]]]);
});

test("nobody is told of one that is over or was ended", async () => {
  const ended = inhibits(1, { ended: { at: since, by: ["jane"], why: "a slip" } });
  expect(await toldAt([ended, inhibits(2, { until: plusHours(since, 1) })], [1])).toEqual([]);
});

test("who could not be told is told at the next look", async () => {
  const told = inMemory();
  const fails = tellOfInhibitions({ rows: [inhibits(1)], told, now: since }, async () => {
    throw new Error("SNS");
  });
  await expect(fails).rejects.toThrow("SNS");
  expect(await toldAt([inhibits(1)], [1], told)).toEqual([[1, ["inhibition-1"]]]);
});

test("those of a whole category stand first, then the latest", () => {
  const desk = { value: { desk: "abuse@network.example" } };
  const rows = [inhibits(1), inhibits(2, desk), inhibits(3, desk), inhibits(4)];
  expect(standingInhibitions(rows, since).map(({ version }) => version)).toEqual([4, 1, 3, 2]);
});
