import { readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

/*
 * What a function loads is what somebody has to read who changes what it does. A walk is a handler's file and all that
 * it imports for more than its types, the whole files and not what a bundler leaves of them.
 */
const walks = {
  report: { handler: "handlers/take-in-report.ts", linesAtMost: 17_055 },
  send: { handler: "handlers/send-notice.ts", linesAtMost: 19_970 },
  reply: { handler: "handlers/take-in-reply.ts", linesAtMost: 18_940 },
  sweep: { handler: "handlers/follow-up.ts", linesAtMost: 16_110 },
} as const;

/** Lists of what desks write, a language each: long, and read one entry at a time. */
const isLexicon = (file: string): boolean => file.startsWith("answers/replies/");
const linesOfAFile = 400;

const read = (file: string): string => readFileSync(path.posix.join("functions", file), "utf8");
const linesOf = (file: string): number => read(file).split("\n").length - 1;

/** Files that it loads as it runs, by whatever way. JSON is data, and counts nowhere. */
const loadedBy = (file: string): readonly string[] => {
  const text = read(file);
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module;
  return [
    ...staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ isType, moduleRequest }) => (isType ? [] : (moduleRequest?.value ?? []))),
    ),
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end).replaceAll('"', "")),
  ]
    .filter((name) => name.startsWith(".") && /\.tsx?$/.test(name))
    .map((name) => path.posix.join(path.posix.dirname(file), name));
};

const walkOf = (file: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const loaded of loadedBy(file)) walkOf(loaded, seen);
  return seen;
};

const sum = (files: readonly string[]): number => files.map(linesOf).reduce((a, b) => a + b, 0);
const roomOf = (file: string): string => file.split("/")[0] ?? "";
const byRoom = (files: readonly string[]): string =>
  [...new Set(files.map(roomOf))]
    .map((room) => [room, sum(files.filter((file) => roomOf(file) === room))] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([room, lines]) => `${room} ${lines}`)
    .join(", ");

describe.each(Object.entries(walks))("the walk of a %s", (name, { handler, linesAtMost }) => {
  const files = [...walkOf(handler)].filter((file) => !isLexicon(file));
  const lines = sum(files);
  process.stdout.write(`${name}: ${lines} lines in ${files.length} files: ${byRoom(files)}\n`);

  test(`has ${linesAtMost} lines at most`, () => expect(lines).toBeLessThanOrEqual(linesAtMost));

  test(`has no file above ${linesOfAFile} lines`, () =>
    expect(files.filter((file) => linesOf(file) > linesOfAFile)).toEqual([]));
});
