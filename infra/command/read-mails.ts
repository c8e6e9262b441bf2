import { readFileSync } from "node:fs";
import { readMailLine } from "../../functions/adapters/mail-line.ts";

/** Prints how each mail is read, one JSON line a file. */
export const readMails = (files: readonly string[]): void => {
  for (const file of files) process.stdout.write(`${readMailLine(file, readFileSync(file))}\n`);
};
