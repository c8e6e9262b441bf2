import { pattern } from "../kernel/pattern.ts";

/*
 * What was reported may come in the message itself: an image as text, in a field that XARF has for
 * evidence or that somebody made up. A message that can be read leaves it out by its shape; one
 * that can't is kept for a person, and must not keep that.
 */

/**
 * Base64 or hexadecimal digits as JSON writes them, in one run or in lines as mails do, from the
 * run's beginning on (else each of its places would be tried). No id is as long.
 */
const encoded = pattern("g", "(?<![A-Za-z0-9+_=/-])", [
  "(?:[A-Za-z0-9+_=-]|\\\\?\\/){201,}",
  "(?:(?:[A-Za-z0-9+_=-]|\\\\?\\/){40,}(?:\\\\[rnt]|\\s){1,8}){4,}(?:[A-Za-z0-9+_=-]|\\\\?\\/){0,200}",
]);
/**
 * What was reported, or stands beside it: kept, since whoever retries the message goes by it. Up to
 * a `data:` address in it, which is content.
 */
const address = /((?:https?|ftp):(?:\\?\/){2}(?:(?!data(?::|%3a))[^\s"<>\\]|\\\/)*)/gi;
/** Longer none is read. */
const addressAtMost = 8_192;
/** Bytes written out as numbers. */
const bytes = /(?<![\d,])(?:\d{1,3}\s{0,4},\s{0,4}){100,}\d{0,3}/g;

const leftOut = "characters left out: they may be content";

/**
 * A message as a person may see it and the table may keep it: everything but what may be content,
 * of which only the length stays. Pure. Time: in proportion to the text.
 */
export const withoutContent = (text: string): string =>
  text
    .split(address)
    .map((part, at) => (at % 2 === 1 && part.length <= addressAtMost ? part : cut(part)))
    .join("");

const cut = (text: string): string => {
  const lengthOnly = (run: string): string => `[${run.length} ${leftOut}]`;
  return text.replace(encoded, lengthOnly).replace(bytes, lengthOnly);
};

/** Whether something was left out of what is said, beside people's words: it then names what its writer did not. */
export const isCut = (said: object): boolean =>
  JSON.stringify(said, (field, value) => (field === "explanation" || field === "note" ? "" : value)).includes(leftOut);
