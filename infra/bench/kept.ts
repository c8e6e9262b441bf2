import { accessSync, constants, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { InvalidArgumentError } from "commander";
import * as z from "zod";
import type { Figures } from "./floor/compare.ts";

const figure = z.object({ median: z.number(), from: z.number(), to: z.number() });
const keptForm = z.object({
  /** The version that functions ran on. */
  node: z.string(),
  /** Turns of each figure; absent where a figure is of one. */
  blocks: z.number().optional(),
  figures: z.record(z.string(), figure),
});

/** A run's figures as `--json` keeps them and `npm run bench -- --compare` reads them. */
export type Kept = Omit<z.infer<typeof keptForm>, "figures"> & { readonly figures: Figures };

/** Reads the option that names where figures go. A place that can't be written is refused before anything runs. */
export const fileToWrite = (file: string): string => {
  const folder = path.dirname(path.resolve(file));
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new InvalidArgumentError("It is a folder; name a file in it.");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new InvalidArgumentError(`There is no folder ${folder}; make it first.`);
  try {
    accessSync(there ? file : folder, constants.W_OK);
  } catch {
    throw new InvalidArgumentError("It can't be written; name another place.");
  }
  return file;
};

/** Keeps a run's figures; of functions that ran on another Node than this, `of` has its version. */
export const keepFigures = (
  file: string | undefined,
  figures: Figures,
  of: { readonly node?: string; readonly blocks?: number; readonly measured?: unknown } = {},
): void => {
  if (file !== undefined)
    writeFileSync(file, `${JSON.stringify({ node: process.version, ...of, figures }, null, 2)}\n`);
};

/** Reads an option that names such a file. */
export const keptIn = (file: string): Kept => {
  const text = textOf(file);
  try {
    return keptForm.parse(JSON.parse(text));
  } catch {
    throw new InvalidArgumentError("It holds no figures; npm run bench -- --json FILE writes such a file.");
  }
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new InvalidArgumentError("There is no such file to read.");
  }
};
