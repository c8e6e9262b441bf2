import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import * as z from "zod";
import { contextWords, readStage, type Stage, type StageRow, type StageWords, stageSchema } from "./stages.ts";

/** Rows of stages by their names, and what a sentence about one of them calls the place. */
type StageRows = { readonly where: string; readonly rows: Readonly<Record<string, StageRow>> };

/** A file of stages, as a program would write it. */
export const fileSchema = z.strictObject({
  $schema: z.string().optional().describe("Where an editor finds this schema."),
  stages: z
    .record(z.string(), stageSchema)
    .describe("Each stage by its name: 2 to 20 lower-case letters, digits and hyphens."),
});

/** Settings are some kilobytes; what is larger is another file. */
const bytesAtMost = 1_000_000;

/**
 * The stages of an operator's own file, in YAML or JSON, of which YAML is a superset. Their rows
 * are read as those of `stages.ts` are, by `readStage`. Touches the file. Throws one sentence that
 * names the file, the line where there is one, and the fix.
 */
const stagesIn = (file: string, words: StageWords): StageRows => {
  const text = readText(file, words);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [wrong] = [...document.errors, ...document.warnings];
  if (wrong) {
    const { line, col } = lineCounter.linePos(wrong.pos[0]);
    const [what = ""] = wrong.message.split("\n");
    const there = text.split("\n")[line - 1]?.trim().slice(0, 80);
    const fix = wrong.code === "BLOCK_AS_IMPLICIT_KEY" ? " A value that has a colon stands in quotes." : "";
    throw new Error(
      `${file}, line ${line}, column ${col}: ${what.replace(/\.?$/, ".")}${fix}` +
        (there ? ` There stands: ${there}` : ""),
    );
  }
  // A kilobyte of aliases of aliases could come to gigabytes.
  const read = content(file, words, () => document.toJS({ maxAliasCount: 100 }));
  const outer = z.strictObject({ $schema: z.string().optional(), stages: z.record(z.string(), z.unknown()) });
  const shaped = outer.safeParse(read);
  if (!shaped.success || Object.keys(shaped.data.stages).length === 0)
    throw new Error(
      `${file} must have one field \`stages\`, and under it each stage by its name, as stage-file.schema.json ` +
        "describes them.",
    );
  return { where: file, rows: shaped.data.stages as StageRows["rows"] };
};

/**
 * The checked stage of a file, in YAML or JSON: the one named, or the only one. Touches the file.
 * Throws one sentence that names the file, and the line or the field and the fix; also where the
 * file has several stages and none is named.
 */
export const stageFromFile = (file: string, named?: string, words = contextWords): Stage => {
  const { where, rows } = stagesIn(file, words);
  const names = Object.keys(rows);
  const name = named ?? (names.length === 1 ? names[0] : undefined);
  if (name !== undefined) return readStage(name, rows, where, words);
  throw new Error(`${file} has several stages: ${names.join(", ")}. Say which: ${words.stage}.`);
};

/** What a synthesis is told of the stage beside the CDK's own words. */
const contextKeys = ["stage", "stage-file", "settings"];

/**
 * What of a synthesis' context nobody reads, in a sentence: misspelt, it would leave the stage that is meant for
 * `example`. Nothing where all is right.
 */
export const unknownContext = (keys: readonly string[]): string | undefined => {
  const unknown = keys.find((key) => /^(?:stage|setting)/i.test(key) && !contextKeys.includes(key));
  return unknown === undefined
    ? undefined
    : `-c ${unknown} is not known. Known are ${contextKeys.map((key) => `-c ${key}=…`).join(", ")}.`;
};

/** The stage that is meant: of a file as above, or of `stages.ts`, there `example` where none is named. */
export const chosenStage = (named: string | undefined, file: string | undefined, words = contextWords): Stage =>
  file === undefined ? readStage(named ?? "example", undefined, undefined, words) : stageFromFile(file, named, words);

const readText = (file: string, words: StageWords): string => {
  const text = content(file, words, () => readFileSync(file, "utf8"));
  if (text.length <= bytesAtMost) return text;
  throw new Error(`${file} is larger than ${bytesAtMost / 1_000_000} MB, which no file of stages is. Check its name.`);
};

const content = <T>(file: string, words: StageWords, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} can't be read: ${said}. Check ${words.file}.`, { cause: error });
  }
};
