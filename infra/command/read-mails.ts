import { readFileSync } from "node:fs";
import { readMail } from "../../functions/answers/read-mail.ts";
import { print } from "./print.ts";

/** One mail as a line of JSON. It holds no body: what the writer wrote stays where it lies. */
export const readMailLine = (file: string, bytes: Uint8Array): string => {
  const { text: _, ...reading } = readMail(bytes);
  return JSON.stringify({ file, ...reading });
};

/** Prints how each mail is read, one JSON line a file. */
export const readMails = (files: readonly string[]): void => {
  for (const file of files) print(`${readMailLine(file, readFileSync(file))}\n`);
};
