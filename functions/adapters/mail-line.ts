import { readParts } from "../answers/read-mail.ts";
import { dmarcIn } from "../answers/read-reply.ts";
import { walkMail } from "../answers/walk-mail.ts";
import { modelReader } from "./model-reader.ts";

/**
 * One mail of a corpus as the JSON line of `read-mail`: what the deployed reader says, and whether SES's header proves
 * the sender's domain. Holds no body: what the writer wrote stays where it lies.
 */
export const readMailLine = (file: string, bytes: Uint8Array): string => {
  const parts = walkMail(bytes);
  const { text: _, telling: __, ...reading } = readParts(parts, modelReader());
  return JSON.stringify({ file, ...reading, isSenderProven: dmarcIn(parts.headers, reading.from) === "pass" });
};
