import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { functionsOf } from "./functions-of.ts";

const files = ["functions", "infra"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join("/"))),
);

const most = { lines: 80, ways: 20 };

/** One entry for each thing that is kept, or that a language says: to cut it would hide that it is a table. */
const tables: readonly string[] = [];

describe("a function", () => {
  const measured = files.flatMap((file) => functionsOf(file).map((one) => ({ ...one, named: `${file} ${one.name}` })));
  const large = measured.filter(({ lines, ways }) => lines > most.lines || ways > most.ways).map(({ named }) => named);

  test(`is of at most ${most.lines} lines and ${most.ways} ways through it, but for tables`, () => {
    expect(large.filter((named) => !tables.includes(named))).toEqual([]);
  });

  test("that is fixed, or is gone, is excused no more", () => {
    expect(tables.filter((named) => !large.includes(named))).toEqual([]);
  });
});

test("imports run in no circle, those of types included", () => {
  const importsOf = (file: string): readonly string[] =>
    [...readFileSync(file, "utf8").matchAll(/(?:from|import\(?)\s*"(\.[^"]+)"/g)].map(([, name = ""]) =>
      path.posix.join(path.posix.dirname(file), name),
    );
  const graph = new Map(files.map((file) => [file, importsOf(file)]));

  /** The way from a file back to itself, where there is one; `seen` leads nowhere. */
  const circleFrom = (file: string, way: readonly string[], seen: Set<string>): readonly string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (seen.has(file)) return undefined;
    seen.add(file);
    for (const next of graph.get(file) ?? []) {
      const circle = circleFrom(next, [...way, file], seen);
      if (circle) return circle;
    }
    return undefined;
  };
  const seen = new Set<string>();
  expect(files.flatMap((file) => circleFrom(file, [], seen) ?? [])).toEqual([]);
});
