import { readFileSync } from "node:fs";
import { modelReader } from "../../functions/adapters/model-reader.ts";
import { readParts } from "../../functions/answers/read-mail.ts";
import { dmarcIn } from "../../functions/answers/read-reply.ts";
import { walkMail } from "../../functions/answers/walk-mail.ts";
import { print } from "./print.ts";

/**
 * One mail as a line of JSON: what the deployed reader says, and whether SES's header proves the sender's domain. It
 * holds no body: what the writer wrote stays where it lies.
 */
export const readMailLine = (file: string, bytes: Uint8Array): string => {
  const parts = walkMail(bytes);
  const { text: _, telling: __, ...reading } = readParts(parts, modelReader());
  return JSON.stringify({ file, ...reading, isSenderProven: dmarcIn(parts.headers, reading.from) === "pass" });
};

/** Prints how each mail is read, one JSON line a file. */
export const readMails = (files: readonly string[]): void => {
  for (const file of files) print(`${readMailLine(file, readFileSync(file))}\n`);
};
