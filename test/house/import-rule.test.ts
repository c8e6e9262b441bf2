import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** Reading order, which is also who may import whom: a folder imports itself and those before it. */
const pureFolders = ["kernel", "report", "case", "contact", "notice", "follow-up", "escalation", "review", "console"];
const rim = ["adapters", "handlers"];

const files = readdirSync("functions", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.split(path.sep).join("/"), text: readFileSync(path.join("functions", file), "utf8") }));
const folderOf = (file: string): string => file.split("/")[0] ?? "";
const importsOf = (text: string): readonly string[] => [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, name]) => name ?? "");

test("every file stands in a folder of the reading order", () => {
  expect(files.filter(({ file }) => ![...pureFolders, ...rim].includes(folderOf(file))).map(({ file }) => file)).toEqual([]);
});

test("a folder imports only from itself and from folders before it; handlers come last", () => {
  const order = [...pureFolders, ...rim];
  const wrong = files.flatMap(({ file, text }) =>
    importsOf(text)
      .filter((name) => name.startsWith("."))
      .map((name) => path.posix.normalize(path.posix.join(path.posix.dirname(file), name)))
      .filter((target) => target.startsWith("..") || order.indexOf(folderOf(target)) > order.indexOf(folderOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

const worldly: readonly (readonly [RegExp, string])[] = [
  [/\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(/, "reads a clock"],
  [/\bMath\.random\(|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/, "is random"],
  [/\bprocess\./, "reads the environment"],
  [/\bfetch\(|\bsetTimeout\(|\bsetInterval\(/, "talks or waits"],
  [/from "(node:(?!crypto|buffer|util)[a-z/]+|@aws-sdk\/[^"]+|undici|whois|whois-json|dns2)"/, "imports a part of the world"],
];

test("the pure part uses no clock, randomness, environment, file or network", () => {
  const wrong = files
    .filter(({ file }) => pureFolders.includes(folderOf(file)))
    .flatMap(({ file, text }) => worldly.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${file} ${what}`));
  expect(wrong).toEqual([]);
});

test("only the find-contact function reaches beyond AWS", () => {
  const reaches = files
    .filter(({ text }) => importsOf(text).some((name) => /^(undici|whois|whois-json|node:(net|dns|http|https|tls)(\/.*)?)$/.test(name)))
    .map(({ file }) => file);
  expect(reaches.filter((file) => folderOf(file) !== "adapters")).toEqual([]);
  const users = files.filter(({ file, text }) => folderOf(file) === "handlers" && /adapters\/(registries|rdap|whois|dns)/.test(text)).map(({ file }) => file);
  expect(users).toEqual(["handlers/find-contact.ts"]);
});
