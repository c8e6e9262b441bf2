import { readFileSync } from "node:fs";
import { readMailLine } from "../../functions/adapters/mail-line.ts";
import { print } from "./print.ts";

/** Prints how each mail is read, one JSON line a file. */
export const readMails = (files: readonly string[]): void => {
  for (const file of files) print(`${readMailLine(file, readFileSync(file))}\n`);
};
