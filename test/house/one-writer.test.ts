import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const folder = "infra/command";
const writer = "print.ts";

test("the command line prints by one writer, which spells out what can't be seen", () => {
  const others = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && file !== writer)
    .filter((file) =>
      /\bconsole\s*\.\s*\w+\(|\bstd(?:out|err)\s*\.\s*(?:write|end)\b|\bwriteSync\(\s*[12]\b/.test(
        readFileSync(path.join(folder, file), "utf8"),
      ),
    );
  expect(others).toEqual([]);
});

test("the key of a line of history is made in one place, and so a line is put by one statement", () => {
  const sources = ["functions", "infra"].flatMap((from) =>
    readdirSync(from, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:tsx?|mjs)$/.test(file))
      .map((file) => path.join(from, file)),
  );
  const having = (text: string) => sources.filter((file) => readFileSync(file, "utf8").includes(text));
  const store = "functions/store/table/history.ts";
  expect(having("HISTORY#")).toEqual([
    // Reads the key of a line that is there.
    "functions/handlers/history-worker.ts",
    store,
    "infra/stack/constructs/table-rights.ts",
  ]);
  expect(readFileSync(store, "utf8").split("...historyKey(")).toHaveLength(2);
});

/** Whose output is whole texts: each is JSON, a file, a mail, the help, or made of lines by `inLines` and `lined`. */
const texts = new Set([
  "cases.ts",
  "check-platforms.ts",
  "dead-letters.ts",
  "deployed/deployed.ts",
  "deployed/run-smoke.ts",
  "dossier.ts",
  "each-line.ts",
  "entry.ts",
  "export.ts",
  "look-up.ts",
  "policy.ts",
  "program/completion.ts",
  "program/program.ts",
  "read-mails.ts",
  "read-scenarios.ts",
  "replies.ts",
  "restored.ts",
  "reviews.ts",
  "settings.ts",
  "stats.ts",
  "suppressed.ts",
  "takedown.ts",
]);

test("it is given lines, and a whole text where one is known to be made of lines of ours", () => {
  const others = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && file !== writer)
    .filter((file) => /\bprint(?:Text|Error)?\b/.test(importOf(readFileSync(path.join(folder, file), "utf8"))));
  expect(others.toSorted()).toEqual([...texts].toSorted());
});

const importOf = (source: string): string => /import \{([^}]*)\} from "[./]*\/print\.ts"/.exec(source)?.[1] ?? "";
