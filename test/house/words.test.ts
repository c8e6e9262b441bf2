import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Words of a private English, with those of the trade. Published names keep theirs. */
const terms: Readonly<Record<string, string>> = {
  "mend(?:s|ed)?": "fix",
  "strays?": "unmatched, or unknown",
  "rungs?": "escalation level",
  "ladders?": "escalation path",
  outdone: "conflict",
  needless: "no-op, or not needed",
  lineUp: "requeue",
  waitAnew: "requeue",
  unhosted: "no host",
  perKind: "by kind",
};
const published = /before-next-rung/g;

const tracked = execFileSync("git", ["ls-files", "functions", "infra", "test", "README.md"], { encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && file !== "test/house/words.test.ts");
/** What desks write, and names of others. */
const isOthers = (file: string): boolean => /answers\/|listed-names|captured/.test(file);
const own = tracked.filter((file) => !isOthers(file));
const textOf = (file: string): string => readFileSync(file, "utf8").replace(published, "");

test.each(Object.entries(terms))("nobody writes %s", (term, instead) => {
  const word = new RegExp(`(?<![\\w-])(?:${term})(?![\\w-])`, "i");
  const found = own.filter((file) => word.test(textOf(file)));
  expect(found, `write ${instead}`).toEqual([]);
});

test("a type is named by a noun that says what it holds", () => {
  const vague = /^(?:export )?(?:type|interface|class) (?:Told|Said|Beside)\b/m;
  expect(own.filter((file) => vague.test(textOf(file)))).toEqual([]);
});
