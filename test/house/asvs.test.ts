import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** All of level 1 in OWASP ASVS 5.0.0, in its order: by chapter, then each section's last numbers. */
const levelOne = Object.entries({
  "1.2": [1, 2, 3, 4, 5],
  "1.3": [1, 2],
  "1.5": [1],
  "2.1": [1],
  "2.2": [1, 2],
  "2.3": [1],
  "3.2": [1, 2],
  "3.3": [1],
  "3.4": [1, 2],
  "3.5": [1, 2, 3],
  "4.1": [1],
  "4.4": [1],
  "5.2": [1, 2],
  "5.3": [1, 2],
  "6.1": [1],
  "6.2": [1, 2, 3, 4, 5, 6, 7, 8],
  "6.3": [1, 2],
  "6.4": [1, 2],
  "7.2": [1, 2, 3, 4],
  "7.4": [1, 2],
  "8.1": [1],
  "8.2": [1, 2],
  "8.3": [1],
  "9.1": [1, 2, 3],
  "9.2": [1],
  "10.4": [1, 2, 3, 4, 5],
  "11.3": [1, 2],
  "11.4": [1],
  "12.1": [1],
  "12.2": [1, 2],
  "13.4": [1],
  "14.2": [1],
  "14.3": [1],
  "15.1": [1],
  "15.2": [1],
  "15.3": [1],
}).flatMap(([section, numbers]) => numbers.map((number) => `${section}.${number}`));

const page = readFileSync("infra/guides/asvs.md", "utf8");
const rows = [...page.matchAll(/^\| v5\.0\.0-([\d.]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, number = "", says = "", how = ""]) => ({ number, says, how }),
);
const isNotMet = ({ how }: { readonly how: string }): boolean => /^Not met\b[^.]*: ./.test(how);
const isNone = ({ how }: { readonly how: string }): boolean => how.startsWith("Does not apply: ");
/** A test's file, and its names as the page quotes them: `test/…` “…”, “…”. */
const named = rows.flatMap(({ number, how }) =>
  [...how.matchAll(/`(test\/[\w./-]+)` (“[^”]+”(?:, “[^”]+”)*)/g)].flatMap(([, file = "", names = ""]) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, name = ""]) => ({ number, file, name })),
  ),
);

test("the page of ASVS has a row for each requirement of level 1, in the standard's order, and no other", () => {
  expect(levelOne).toHaveLength(70);
  expect(rows.map(({ number }) => number)).toEqual(levelOne);
});

test("each test that the page names is there, by the name that it quotes", () => {
  expect(named.length).toBeGreaterThan(80);
  // As the first thing that a `test` or an `it` is given, or what stands behind the table of a `test.each`.
  const isIn = (text: string, name: string) => text.replace(/\(\s+/g, "(").includes(`(${JSON.stringify(name)},`);
  const gone = named.filter(({ file, name }) => !existsSync(file) || !isIn(readFileSync(file, "utf8"), name));
  expect(gone).toEqual([]);
});

test("a requirement that is met names its test, and every other says why", () => {
  const provenBy = new Set(named.map(({ number }) => number));
  const bare = rows.filter((row) => !provenBy.has(row.number) && !isNotMet(row) && !isNone(row));
  expect(bare).toEqual([]);
});

test("the page counts its rows rightly", () => {
  const [none, not] = [rows.filter(isNone).length, rows.filter(isNotMet).length];
  expect(page).toContain(`${rows.length - none - not} met, ${none} that do not apply, ${not} not met.`);
});

test("the days by which a known weakness is fixed are written down", () => {
  const [, section = ""] = readFileSync("infra/guides/dependencies.md", "utf8").split(
    "## How soon a known weakness is fixed\n",
  );
  const days = [...section.matchAll(/^\| (critical or high|moderate|low) \| (\d+) days \|$/gm)];
  expect(days.map(([, how]) => how)).toEqual(["critical or high", "moderate", "low"]);
});

test("SECURITY has a private way to report, leaves the operator's address to fill in, and leads to the page", () => {
  const security = readFileSync("SECURITY.md", "utf8");
  const says = ["never as an issue", "*Report a vulnerability*", "*(the operator's mailbox", "(infra/guides/asvs.md)"];
  expect(says.filter((words) => !security.includes(words))).toEqual([]);
});
