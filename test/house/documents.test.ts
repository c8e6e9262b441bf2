import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandsIn, problemOf } from "./commands.ts";

const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).split("\n").filter(Boolean);
const files = new Set(tracked);
const folders = new Set(
  tracked.flatMap((file) =>
    path.posix
      .dirname(file)
      .split("/")
      .map((_, at, parts) => parts.slice(0, at + 1).join("/")),
  ),
);
const textOf = (file: string): string => readFileSync(file, "utf8");

/** Documents of the house. A CHANGELOG says what was, and fixtures are others' words. */
const documents = tracked.filter(
  (file) => file.endsWith(".md") && file !== "CHANGELOG.md" && !file.startsWith("test/"),
);
const isThere = (place: string): boolean => files.has(place) || folders.has(place.replace(/\/$/, ""));
const from = (document: string, place: string): string =>
  path.posix.normalize(path.posix.join(path.posix.dirname(document), place));

test("each link of a document leads to a file that is there", () => {
  const dead = documents.flatMap((document) =>
    [...textOf(document).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
      .map(([, place = ""]) => place)
      .filter((place) => !isThere(from(document, place)))
      .map((place) => `${document} links ${place}`),
  );
  expect(dead).toEqual([]);
});

test("each command of npm that a document names is one of package.json's", () => {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(textOf("package.json"));
  const unknown = documents.flatMap((document) =>
    [...textOf(document).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !Object.hasOwn(scripts, name))
      .map((name) => `${document} runs ${name}`),
  );
  expect(unknown).toEqual([]);
});

const withCommands = ["README.md", "CONTRIBUTING.md", "infra/guides/pipeline.md"];

test.each(withCommands)(
  "each command that %s names would run: its script, options, files and settings are there",
  (document) => {
    const commands = commandsIn(textOf(document));
    expect(commands.length).toBeGreaterThan(2);
    expect(
      commands.flatMap((command) => {
        const problem = problemOf(command);
        return problem === undefined ? [] : `${document} names “${command}”, but ${problem}.`;
      }),
    ).toEqual([]);
  },
);

test("each file that a document names with its folder is there; functions/ and infra/ need not be named", () => {
  const isNamed = (document: string, place: string) =>
    ["", "functions/", "infra/"].some((root) => isThere(root + place)) || isThere(from(document, place));
  const gone = documents.flatMap((document) =>
    [...textOf(document).matchAll(/`([\w.-]+\/[\w./-]+\.(?:tsx?|mjs|json|md))`/g)]
      .map(([, place = ""]) => place)
      .filter((place) => !isNamed(document, place))
      .map((place) => `${document} names ${place}`),
  );
  expect(gone).toEqual([]);
});

/** Written so that this file does not name it. */
const outside = ["..", "shared"].join("/");

test("nothing names the folder that no clone has", () => {
  const naming = tracked.filter((file) => !/\.(png|ico)$/.test(file) && textOf(file).includes(outside));
  expect(naming).toEqual([]);
});

test("the decisions' index lists each page, and each page has its five parts", () => {
  const pages = tracked.filter((file) => file.startsWith("infra/guides/decisions/") && !file.endsWith("README.md"));
  const index = textOf("infra/guides/decisions/README.md");
  expect(pages.filter((page) => !index.includes(`(${path.posix.basename(page)})`))).toEqual([]);
  const parts = ["Status", "Context", "Positions", "Decision", "Consequences"];
  expect(pages.filter((page) => parts.some((part) => !textOf(page).includes(`**${part}.**`)))).toEqual([]);
});
test("the CHANGELOG says a thing once", () => {
  const lines = textOf("CHANGELOG.md")
    .split("\n")
    .filter((line) => line.startsWith("- "));
  const again = lines.filter((line, at) => lines.indexOf(line) !== at);
  expect(again).toEqual([]);
});

test("the newest version of the CHANGELOG is package.json's", () => {
  const [, newest] = /^## (\d+\.\d+\.\d+)/m.exec(textOf("CHANGELOG.md")) ?? [];
  const { version }: { readonly version: string } = JSON.parse(textOf("package.json"));
  expect(newest).toBe(version);
});
