import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { readMailbox } from "../../functions/kernel/mailbox.ts";
import { leaks, marked } from "../answers/marked-attachments.ts";
import { faultsOnPages } from "../console/hostile-pages.ts";
import { type SeenUrl, unlikeBrowsers } from "../kernel/url-law.ts";
import { inDigest, inEachFieldOfAReport, inNotice } from "../notice/hostile-values.ts";
import { faultsInCsv, faultsInJson, faultsInWebhooks } from "../webhooks/hostile-messages.ts";

/*
 * Other people's hostile material through the laws that the tests hold with material of our own.
 * The material is only read, and nothing of it is kept.
 */

const [folder = ""] = new Command("play-originals")
  .description(
    "Plays other people's hostile material through the laws of the tests, and prints what breaks. It takes the " +
      "texts in folders named web (arrays in *.json, lines of *.txt), the rows of urltestdata.json, the lines of " +
      "*mailbox_invalid.txt and the mails *.eml, wherever they are below the folder. Exits with 1 if a law breaks.",
  )
  .argument("<folder>", "where the material is")
  .parse().args;

const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file));
const named = (pattern: RegExp): readonly string[] => files.filter((file) => pattern.test(file)).toSorted();
const textOf = (file: string): string => readFileSync(file, "utf8");
const linesOf = (file: string): readonly string[] => textOf(file).split("\n");

const texts: readonly string[] = [
  ...new Set([
    ...named(/[\\/]web[\\/][^\\/]+\.json$/).flatMap((file) => {
      const rows: unknown = JSON.parse(textOf(file));
      return Array.isArray(rows) ? rows.filter((row) => typeof row === "string") : [];
    }),
    ...named(/[\\/]web[\\/][^\\/]+\.txt$/).flatMap(linesOf),
  ]),
].filter((text) => text.trim() !== "");
const urls: readonly SeenUrl[] = named(/urltestdata\.json$/)
  .flatMap((file): readonly (SeenUrl | string)[] => JSON.parse(textOf(file)))
  .filter((row) => typeof row !== "string");
// A name's closing dot is the root's, and is left out.
const addresses = named(/mailbox_invalid\.txt$/)
  .flatMap(linesOf)
  .filter((line) => line !== "" && !line.startsWith("#") && !line.endsWith("."));
const mails = named(/\.eml$/).map((file) => ({ name: path.basename(file), bytes: readFileSync(file) }));

/** Each of them by itself, so that one that breaks hides no other. */
const thrownBy = async <T>(
  among: readonly T[],
  nameOf: (one: T) => string,
  law: (one: T) => Promise<unknown>,
): Promise<readonly string[]> => {
  const broken: string[] = [];
  for (const one of among)
    try {
      await law(one);
    } catch (error) {
      broken.push(`${nameOf(one)}: ${error instanceof Error ? error.message : error}`);
    }
  return broken;
};
const quoted = (text: string): string => JSON.stringify(text).slice(0, 200);

const laws: readonly (readonly [name: string, played: number, broken: () => Promise<readonly string[]>])[] = [
  ["texts are plain text on every page of the console", texts.length, () => faultsOnPages(texts)],
  ["texts reach no webhook", texts.length, () => faultsInWebhooks(texts)],
  ["texts begin no formula in CSV", texts.length, async () => faultsInCsv(texts)],
  ["texts move no cursor as JSON", texts.length, async () => faultsInJson(texts)],
  ["texts are plain text in a reminder", texts.length, () => thrownBy(texts, quoted, inNotice)],
  ["texts are plain text in a digest", texts.length, () => thrownBy(texts, quoted, inDigest)],
  [
    "texts are plain text in the notice of a report, from each of its fields",
    texts.length * inEachFieldOfAReport.length,
    async () => (await Promise.all(inEachFieldOfAReport.map((law) => thrownBy(texts, quoted, law)))).flat(),
  ],
  ["URLs lead where a browser goes", urls.length, async () => unlikeBrowsers(urls).wrong],
  [
    "addresses that are none are refused",
    addresses.length,
    async () => addresses.filter((address) => readMailbox(address).ok),
  ],
  [
    "mails' attachments are kept, logged and shown nowhere",
    mails.length,
    () => leaks(mails.map(({ name, bytes }) => marked(name, bytes))),
  ],
];

if (laws.every(([, played]) => played === 0)) {
  process.stderr.write(`There is nothing to play in ${folder}.\n`);
  process.exitCode = 1;
}
for (const [name, played, brokenBy] of laws.filter(([, count]) => count > 0)) {
  const broken = await brokenBy();
  process.stdout.write(`${broken.length === 0 ? "ok    " : "BROKEN"} ${name}: ${played} played\n`);
  for (const one of broken.slice(0, 20)) process.stdout.write(`         ${one.slice(0, 400)}\n`);
  if (broken.length > 20) process.stdout.write(`         and ${broken.length - 20} more\n`);
  if (broken.length > 0) process.exitCode = 1;
}
