import { readMail } from "../answers/read-mail.ts";

/**
 * One mail of a corpus as the JSON line of `read-mail`. Holds no body: what the writer wrote stays
 * where it lies.
 */
export const readMailLine = (file: string, bytes: Uint8Array): string => {
  const { text: _, ...reading } = readMail(bytes);
  return JSON.stringify({ file, ...reading });
};
