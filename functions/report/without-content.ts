import { pattern } from "../kernel/pattern.ts";

/*
 * A message may carry what was reported: an image as text, in XARF's field for evidence or a made-up one. A
 * readable message leaves it out by its shape; an unreadable one is kept for a person, and must not keep that.
 */

/** Base64 or hex in one run or lines, from its beginning (else each place is tried). No id is as long. */
const encoded = pattern("g", "(?<![A-Za-z0-9+_=/-])", [
  "(?:[A-Za-z0-9+_=-]|\\\\?\\/){201,}",
  "(?:(?:[A-Za-z0-9+_=-]|\\\\?\\/){40,}(?:\\\\[rnt]|\\s){1,8}){4,}(?:[A-Za-z0-9+_=-]|\\\\?\\/){0,200}",
]);
/** Kept, since whoever retries the message goes by it. Up to a `data:` address in it, which is content. */
const address = /((?:https?|ftp):(?:\\?\/){2}(?:(?!data(?::|%3a))[^\s"<>\\]|\\\/)*)/gi;
/** No longer address is read. */
const addressAtMost = 8_192;
/** Bytes written out as numbers. */
const bytes = /(?<![\d,])(?:\d{1,3}\s{0,4},\s{0,4}){100,}\d{0,3}/g;

const leftOut = "characters left out: they may be content";

/** A message for a person and the table: of what may be content only the length stays. Pure, linear. */
export const withoutContent = (text: string): string =>
  text
    .split(address)
    .map((part, at) => (at % 2 === 1 && part.length <= addressAtMost ? part : cut(part)))
    .join("");

const cut = (text: string): string => {
  const lengthOnly = (run: string): string => `[${run.length} ${leftOut}]`;
  return text.replace(encoded, lengthOnly).replace(bytes, lengthOnly);
};

/** Whether something was left out beside people's words: it then names what its writer did not. */
export const isCut = (said: object): boolean =>
  JSON.stringify(said, (field, value) => (field === "explanation" || field === "note" ? "" : value)).includes(leftOut);
