import { describe, expect, test } from "vitest";
import { indexUnits, itemBytes, readUnits, writeUnits } from "../../../infra/bench/cost/dynamo-units.ts";

const item = (bytes: number, more: Record<string, { S: string }> = {}) => ({
  pk: { S: "p" },
  sk: { S: "s" },
  text: { S: "x".repeat(bytes - 10) },
  ...more,
});
const indexes = { due: ["dueShard", "dueAt"] } as const;
const due = (at: string) => ({ dueShard: { S: "due#1" }, dueAt: { S: at } });

describe("an item weighs", () => {
  test("its names and values in UTF-8 bytes", () => {
    expect(itemBytes({ pk: { S: "é" }, n: { N: "-123.45" } })).toBe(2 + 2 + (1 + 5));
  });
  test("bytes as they are stored, not as base64 carries them", () => {
    expect(itemBytes({ b: { B: "AAAA" as unknown as Uint8Array } })).toBe(1 + 3);
    expect(itemBytes({ b: { B: new Uint8Array(3) } })).toBe(1 + 3);
  });
  test("what lists and maps hold, and a little for each", () => {
    expect(itemBytes({ l: { L: [{ S: "ab" }, { BOOL: true }] }, m: { M: { k: { NULL: true } } } })).toBe(
      1 + 3 + (1 + 2) + (1 + 1) + 1 + 3 + (1 + 1 + 1),
    );
  });
});

describe("a write is charged", () => {
  test.each([
    [undefined, item(1024), false, 1],
    [undefined, item(1025), false, 2],
    [undefined, item(1025), true, 4],
    [item(3000), item(100), false, 3],
    [item(3000), undefined, true, 6],
    [undefined, undefined, true, 2],
  ])(
    "by the larger of before and after, and twice in a transaction (case %#)",
    (before, after, transactional, units) => {
      expect(writeUnits(before, after, transactional)).toBe(units);
    },
  );

  test.each([
    ["comes", item(100), item(100, due("1")), 1],
    ["goes", item(100, due("1")), undefined, 1],
    ["moves", item(100, due("1")), item(100, due("2")), 2],
    ["stays", item(100, due("1")), item(900, due("1")), 0],
    ["never was", item(100), item(100), 0],
  ])("for an index entry that %s", (_how, before, after, units) => {
    expect(indexUnits(before, after, indexes)).toBe(units);
  });
});

test("a read is charged by four kilobytes, one at least, and half where an older answer will do", () => {
  expect([readUnits(0, true), readUnits(4096, true), readUnits(4097, true), readUnits(4097, false)]).toEqual([
    1, 1, 2, 1,
  ]);
});
