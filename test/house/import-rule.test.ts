import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { functionNames } from "../../infra/stack/topology.ts";

/** Reading order, which is also who may import whom: a folder imports itself and those before it. */
const pureFolders = [
  "kernel",
  "report",
  "case",
  "news",
  "statistics",
  "send/mail",
  "store",
  "intake",
  "contact",
  "notice",
  "send",
  "answers",
  "escalation",
  "settings",
  "follow-up",
  "smoke",
  "webhooks",
  "review",
  "console",
];
const rim = ["store/table", "adapters", "handlers"];

/** What the console gives to browsers to run: a text here, and code of no function. */
const browsersScripts = ["console/keys.ts", "console/renewal.ts"];
const written = readdirSync("functions", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.split(path.sep).join("/"), text: readFileSync(path.join("functions", file), "utf8") }));
const files = written.map(({ file, text }) => ({ file, text: browsersScripts.includes(file) ? "" : text }));
/**
 * A room within a room stands in the order by itself: what a mail record is comes early, and how a
 * mail goes out late; what is asked of the store early, and how the table keeps it at the rim.
 */
const folderOf = (file: string): string => {
  const [room = "", within = ""] = file.split("/");
  return [...pureFolders, ...rim].includes(`${room}/${within}`) ? `${room}/${within}` : room;
};
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:from|import\(?)\s*"([^"]+)"/g)].map(([, name]) => name ?? "");

test("what browsers run is a text that nothing is put into, and asks for its own page alone", () => {
  for (const script of browsersScripts) {
    const text = written.find(({ file }) => file === script)?.text ?? "";
    expect(text, script).toMatch(/^\/\*\*(?:(?!\*\/)[\s\S])*\*\/\nexport const \w+ = `(?:[^`$\\]|\$(?!\{))*`;\n$/);
    const asks = [...text.matchAll(/\b(fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource|import)\b.*/g)];
    expect(
      asks.map(([line]) => line).filter((line) => line !== 'fetch(address, { redirect: "error", headers });'),
      script,
    ).toEqual([]);
  }
});

test("every file stands in a folder of the reading order", () => {
  expect(
    files.filter(({ file }) => ![...pureFolders, ...rim].includes(folderOf(file))).map(({ file }) => file),
  ).toEqual([]);
});

test("what a function does stands in a file or a folder of its name", () => {
  const within = files.map(({ file }) => file).filter((file) => folderOf(file) !== "handlers");
  const named = new Set(within.flatMap((file) => file.replace(/\.tsx?$/, "").split("/")));
  expect(functionNames.filter((name) => !named.has(name))).toEqual([]);
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
  [
    /from "(node:(?!crypto|buffer|util|url)[a-z/]+|@aws-sdk\/[^"]+|undici|whois-json|dns2|openid-client)"/,
    "imports a part of the world",
  ],
];

test("the pure part uses no clock, randomness, environment, file or network", () => {
  const wrong = files
    .filter(({ file }) => pureFolders.includes(folderOf(file)))
    .flatMap(({ file, text }) =>
      worldly.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${file} ${what}`),
    );
  expect(wrong).toEqual([]);
});

test("no adapter loads a page, by itself or by what it imports", () => {
  const adapters = files.map(({ file }) => file).filter((file) => ["adapters", "store/table"].includes(folderOf(file)));
  const pages = adapters.flatMap((file) =>
    [...withImports(file)].filter((one) => one.endsWith(".tsx")).map((one) => `${file} loads ${one}`),
  );
  expect(pages).toEqual([]);
});

/** What opens a socket or asks by HTTP, other than AWS's own clients. */
const opensSockets = /^(undici|whois-json|openid-client|(node:)?(net|dns|dgram|http|http2|https|tls)(\/.*)?)$/;
const asksByItself = /\bfetch\(|\bnew (WebSocket|EventSource)\(/;
const textOf = new Map(files.map(({ file, text }) => [file, text]));

/** A file and all that it imports, by whatever way. */
const withImports = (file: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const name of importsOf(textOf.get(file) ?? ""))
    if (name.startsWith(".")) withImports(path.posix.join(path.posix.dirname(file), name), seen);
  return seen;
};
const reachesBeyond = (file: string): boolean => {
  const text = textOf.get(file) ?? "";
  return asksByItself.test(text) || importsOf(text).some((name) => opensSockets.test(name));
};

test("only four functions reach beyond AWS, by themselves or by what they import, each to its own", () => {
  const handlers = files.map(({ file }) => file).filter((file) => folderOf(file) === "handlers");
  const reaching = handlers.filter((file) => [...withImports(file)].some(reachesBeyond));
  expect(reaching).toEqual([
    "handlers/find-contact.ts",
    "handlers/sign-in.ts",
    "handlers/tell-channel.ts",
    "handlers/tell-webhooks.ts",
  ]);
  const through = (adapter: RegExp) =>
    handlers.filter((file) => [...withImports(file)].some((one) => adapter.test(one)));
  expect(through(/adapters\/(registries|rdap|whois|dns)/)).toEqual(["handlers/find-contact.ts"]);
  expect(through(/adapters\/channel-client/)).toEqual(["handlers/tell-channel.ts"]);
  expect(through(/adapters\/oidc-provider/)).toEqual(["handlers/sign-in.ts"]);
  expect(through(/adapters\/webhook-client/)).toEqual(["handlers/tell-webhooks.ts"]);
  expect(files.map(({ file }) => file).filter((file) => reachesBeyond(file) && folderOf(file) !== "adapters")).toEqual(
    [],
  );
});
