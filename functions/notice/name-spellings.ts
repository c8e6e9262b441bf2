import { decodeHTML } from "entities/lib/decode.js";

/*
 * A hidden name may be written in any way that a reader takes for it. So only letters and digits are compared,
 * without case and marks (Unicode UAX #15, NFKD), in the text as written and with its encodings undone.
 */

type Span = readonly [from: number, to: number];
/** `spans`: where each UTF-16 unit of the text stands in the original. */
type Reading = { readonly text: string; readonly spans: readonly Span[] };

/** From so many letters and digits on, a name counts within other letters too; shorter ones are words. */
const longFrom = 8;
/** What an inflection adds to the end of a name: "Kinderpornos". */
const endingAtMost = 4;

const isLetter = /[\p{L}\p{N}]/u;
/** It weighs as two letters of an alphabet, with no blank beside it. */
const isIdeograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** It has no width, so the word goes on behind it: an accent, U+00AD, U+200B. */
const hasNoWidth = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

const replaced = ({ text, spans }: Reading, what: RegExp, by: (found: string) => string): Reading => {
  const found: string[] = [];
  const places: Span[] = [];
  let kept = 0;
  const keepTo = (end: number) => {
    found.push(text.slice(kept, end));
    for (; kept < end; kept++) places.push(spans[kept] ?? [0, 0]);
  };
  for (const { 0: written, index } of text.matchAll(what)) {
    keepTo(index);
    kept = index + written.length;
    const read = by(written);
    const span: Span = [spans[index]?.[0] ?? 0, spans[kept - 1]?.[1] ?? 0];
    found.push(read);
    for (let unit = 0; unit < read.length; unit++) places.push(span);
  }
  keepTo(text.length);
  return { text: found.join(""), spans: places };
};

const ofBytes = (hex: string): string => Buffer.from(hex, "hex").toString("utf8");
/** RFC 3986 §2.1. */
const withoutPercent = (reading: Reading): Reading =>
  replaced(reading, /(?:%[0-9a-f]{2})+/gi, (found) => ofBytes(found.replaceAll("%", "")));
/** As browsers do, also some without a semicolon. */
const withoutEntities = (reading: Reading): Reading =>
  replaced(reading, /&(?:#\d{1,7};?|#x[0-9a-f]{1,6};?|(?:nbsp|amp|shy);?|[a-z][a-z\d]{1,31};)/gi, decodeHTML);
/** RFC 2045 §6.7. */
const withoutQuoted = (reading: Reading): Reading =>
  replaced(reading, /(?:=[0-9a-f]{2})+|=\r?\n/gi, (found) => ofBytes(found.replace(/[=\s]/g, "")));
const withoutTags = (reading: Reading): Reading =>
  replaced(reading, /<[/!]?[a-z-][^<>]*>/gi, (tag) => (/^<\/?(?:br|p|div|li|t[dhr]|h\d)\b/i.test(tag) ? " " : ""));

/** Text may be encoded more than once; nobody does so more often. */
const roundsAtMost = 5;
const decoded = (reading: Reading): Reading => {
  let next = reading;
  for (let rounds = 0; rounds < roundsAtMost && /[%&]/.test(next.text); rounds++)
    next = withoutEntities(withoutPercent(next));
  return next;
};

/** What stands between letters becomes one blank. */
const letters = (reading: Reading): Reading => {
  let last = "";
  return replaced(reading, /./gsu, (sign) => {
    // Upper case first: ß becomes SS, and ς and ı are letters as others.
    let read = "";
    for (const one of sign.normalize("NFKD").toUpperCase().toLowerCase()) {
      const letter = isLetter.test(one) ? one : hasNoWidth.test(one) || last === " " ? "" : " ";
      if (letter !== "") last = letter;
      read += letter;
    }
    return read;
  });
};

/** As written and decoded. Tags and quoted-printable apart: words may look so (`<Name>`, `by=Advocates`). */
const readingsOf = (text: string): readonly Reading[] => {
  const written = { text, spans: spansOf(text) };
  const plain = decoded(written);
  const unquoted = decoded(withoutQuoted(plain));
  const all = [written, plain, withoutTags(plain), unquoted, withoutTags(unquoted)];
  return all.filter((one, at) => all.findIndex((other) => other.text === one.text) === at).map(letters);
};

const spansOf = (text: string): readonly Span[] => Array.from({ length: text.length }, (_, at) => [at, at + 1]);

/** Between two words of a name: a sign said aloud, an inflection's ending, or nothing. */
const between = {
  ".": " ?(?:dot ?)?",
  "@": " ?(?:at ?)?",
  "&": "\\p{L}{0,2} ?(?:(?:and|und|et) ?)?",
  "": "\\p{L}{0,2} ?",
} as const;
type Sign = keyof typeof between;
const signs: readonly Sign[] = ["@", ".", "&"];

const spaced = (word: string): string => [...word].join(" ?");

/** One of several words, inflected too: "Fundacji" for "Fundacja", "Дитячого" for "Дитячий". */
const inflected = (word: string): string => {
  if ([...word].length < 6) return spaced(word);
  const stem = word.slice(0, /\p{Script=Cyrillic}/u.test(word) ? -2 : -1);
  return `(?:${spaced(word)}|${spaced(stem)}\\p{L}{1,4})`;
};

/** `undefined` for a name without any letter. */
const patternOf = (name: string): RegExp | undefined => {
  const parts = name.replace(/\s(?:and|und|et)\s/giu, " & ").matchAll(/([^\p{L}\p{N}\p{M}]*)([\p{L}\p{N}\p{M}]+)/gu);
  const words = [...parts].map(([, written = "", word = ""]): { readonly sign: Sign; readonly word: string } => ({
    sign: signs.find((one) => written.includes(one)) ?? "",
    word: letters({ text: word, spans: spansOf(word) }).text,
  }));
  const all = words.map(({ word }) => word).join("");
  if (all === "") return undefined;
  const weight = [...all].reduce((sum, one) => sum + (isIdeograph.test(one) ? 2 : 1), 0);
  if (weight >= longFrom) {
    const spelled = words.length > 1 ? inflected : spaced;
    return new RegExp(words.map(({ sign, word }, at) => (at > 0 ? between[sign] : "") + spelled(word)).join(""), "gu");
  }
  // Its own digits go on in others, and its letters do not: "INHOPE2026".
  const outside = (edge: string | undefined) => (/\p{N}/u.test(edge ?? "") ? "[\\p{L}\\p{N}]" : "\\p{L}");
  const glued = words.map(({ word }) => word).join(" ?");
  const apart = [...all].join(" ");
  return new RegExp(`(?<!${outside(all[0])})(?:${glued}|${apart})(?!${outside(all.at(-1))})`, "gu");
};

const patternsOf = (names: readonly string[]): readonly RegExp[] =>
  [...new Set(names)].flatMap((name) => patternOf(name) ?? []);

/** Whether one of the texts has one of the names in it, however written. Pure. */
export const holdsName = (texts: readonly string[], names: readonly string[]): boolean => {
  const patterns = patternsOf(names);
  return texts.some((text) =>
    readingsOf(text).some((one) => patterns.some((pattern) => one.text.search(pattern) >= 0)),
  );
};

/** The text with `[…]` in place of each of these names, however written. Pure. */
export const cutNames = (text: string, names: readonly string[]): string => {
  const patterns = patternsOf(names);
  const found = readingsOf(text)
    .flatMap((reading) => patterns.flatMap((pattern) => placesOf(pattern, reading)))
    .sort(([a], [b]) => a - b);
  let cut = "";
  let kept = 0;
  for (const [from, to] of found) {
    if (from >= kept) cut += `${text.slice(kept, from)}[…]`;
    kept = Math.max(kept, to);
  }
  return cut + text.slice(kept);
};

const placesOf = (pattern: RegExp, { text, spans }: Reading): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ 0: { length }, index }) => {
    const end = index + length + endingAt(text, index + length);
    return [spans[index]?.[0] ?? 0, spans[end - 1]?.[1] ?? 0];
  });

/** How many letters of an inflection's ending follow, up to the end of the word. */
const endingAt = (text: string, at: number): number => {
  const [ending = ""] = /^[^ ]*/.exec(text.slice(at, at + endingAtMost + 1)) ?? [];
  return ending.length > endingAtMost ? 0 : ending.length;
};
