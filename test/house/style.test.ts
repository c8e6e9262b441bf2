import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { overviewStyle } from "../../functions/console/overview/style.ts";
import { stylesheet } from "../../functions/console/style.ts";

const pages = readdirSync("functions/console", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && path.basename(file) !== "style.ts")
  .map((file) => readFileSync(path.join("functions/console", file), "utf8"))
  .join("\n");

/** Where a class is named, alone in quotes (a kind of button), or with an end that is filled in: `notice-${state}`. */
const isUsed = (name: string): boolean => {
  const [begin = ""] = /^[a-z]+-/.exec(name) ?? [];
  const named = new RegExp(`class.*["'\` ]${name}["'\` ]|["'\`]${name}["'\`]`);
  return named.test(pages) || (begin !== "" && pages.includes(`${begin}\${`));
};

test("each class that the stylesheet has a rule for stands on a page", () => {
  const selectors = `${stylesheet}${overviewStyle}`.replaceAll(/\/\*.*?\*\/|\{[^{}]*\}/gs, " ");
  const classes = new Set([...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => name));
  expect(classes.size).toBeGreaterThan(50);
  expect([...classes].filter((name) => !isUsed(name))).toEqual([]);
});
