import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { InvalidArgumentError } from "commander";

/** Reads an option that is a whole number within bounds. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most))
      throw new InvalidArgumentError(`It is a number from ${least} to ${most}.`);
    return number;
  };

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
