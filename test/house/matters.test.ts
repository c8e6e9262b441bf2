import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const filesIn = (root: string) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(root, file.split(path.sep).join("/")))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
const functions = filesIn("functions");
const roomOf = (file: string): string => file.split("/")[1] ?? "";
const importsOf = (file: string, text: string): readonly string[] =>
  [...text.matchAll(/from\s*"(\.[^"]+)"/g)].map(([, name = ""]) => path.posix.join(path.posix.dirname(file), name));

/**
 * Where a digest may be known as one: its own room, what wires kinds to matters, and the rim, of
 * which the console shows it.
 */
const mayKnowDigests = ["digest", "store", "console", "adapters", "handlers"];

test("nothing but what wires kinds to matters, and the rim, imports from a digest's room", () => {
  const wrong = functions
    .filter(({ file }) => !mayKnowDigests.includes(roomOf(file)))
    .flatMap(({ file, text }) => importsOf(file, text).map((target) => ({ file, target })))
    .filter(({ target }) => target.startsWith("functions/digest/"))
    .map(({ file, target }) => `${file} imports ${target}`);
  expect(wrong).toEqual([]);
});

/** Each kind's own room, and where kinds are wired to matters. */
const ownRooms = ["case", "digest", "store"];
const asksKind = /kind\s*(?:===|!==)\s*"(?:case|digest|entry)"|case "(?:case|digest|entry)":/g;
const mostAsked = 40;

test(`what kind a case is, is asked at most ${mostAsked} times outside the kinds' own rooms`, () => {
  const asking = [...functions.filter(({ file }) => !ownRooms.includes(roomOf(file))), ...filesIn("infra")]
    .map(({ file, text }) => ({ file, times: [...text.matchAll(asksKind)].length }))
    .filter(({ times }) => times > 0)
    .sort((one, other) => other.times - one.times);
  const all = asking.reduce((sum, { times }) => sum + times, 0);
  expect(all, asking.map(({ file, times }) => `${times} ${file}`).join("\n")).toBeLessThanOrEqual(mostAsked);
});
