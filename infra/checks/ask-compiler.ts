import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { closedLists, type Edit } from "./closed-lists.ts";

/** A property is missing in a table, or within an entry of one (a language's texts); or a switch lacks a case. */
const forgotten =
  /^([^(\s]+)\(\d+,\d+\): error TS(?:(?:2741|2739|2740|1360)\b|2322: .*\n +Types of property .*\n.* is missing )/gm;

const copied = ["functions", "infra", "test", "tsconfig.json", "vitest.config.ts", "package.json"] as const;

/**
 * `npm run closed-lists [name]`: adds an entry to each closed list in a copy of the tree, asks the
 * compiler, and prints the files that it names since a table or a switch has no such entry. What
 * only follows from that (an index into such a table) is not counted. Changes nothing here.
 */
const folder = mkdtempSync(join(tmpdir(), "closed-lists-"));
const edited = ({ file, after, add }: Edit): (() => void) => {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(after))
    throw new Error(`${file} has no ${after}: say in infra/checks/closed-lists.ts where the list ends.`);
  writeFileSync(path, text.replace(after, `${after}${add}`));
  return () => writeFileSync(path, text);
};

try {
  for (const each of copied) cpSync(each, join(folder, each), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const [wanted] = process.argv.slice(2);
  for (const [name, edits] of Object.entries(closedLists)) {
    if (wanted !== undefined && name !== wanted) continue;
    const undo = edits.map(edited);
    const { stdout } = spawnSync("npx", ["tsc", "--noEmit", "--pretty", "false"], { cwd: folder, encoding: "utf8" });
    for (const back of undo) back();
    const files = [...new Set([...stdout.matchAll(forgotten)].map(([, named]) => named))].sort();
    process.stdout.write(`${name}: ${files.length}\n${files.map((named) => `  ${named}\n`).join("")}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
