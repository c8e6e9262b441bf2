/*
 * A name that is to be told to nobody may be written in any way that a reader takes for it. So names are
 * compared by their letters and digits alone, in small letters and without marks (Unicode UAX #15, NFKD), once
 * what is encoded for a URL is decoded (RFC 3986 §2.1).
 */

/** A text as it is compared: its letters and digits, and one blank for all else between them. */
type Compared = {
  readonly letters: string;
  /** Where each of them stands in the text as it was written. */
  readonly spans: readonly (readonly [from: number, to: number])[];
};

/** From so many letters and digits on, a name is a name within other letters, too. Shorter ones are words in others. */
const longFrom = 8;
/** What an inflection adds to the end of a name: "Kinderpornos". */
const endingAtMost = 4;

// Encoded twice, `%2520`, is read as a browser shows it in the end.
const encoded = /(?:%(?:25)*[0-9a-f]{2})+/gi;
const signs = new RegExp(`${encoded.source}|.`, "gisu");
const isLetter = /[\p{L}\p{N}]/u;
/** It has no width of its own, so the word goes on behind it: an accent, U+00AD, U+200B. */
const hasNoWidth = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

const decoded = (written: string): string =>
  written.length < 3 || !written.startsWith("%")
    ? written
    : Buffer.from(written.replace(/%(?:25)*([0-9a-f]{2})/gi, "$1"), "hex").toString("utf8");

const compared = (text: string): Compared => {
  let letters = "";
  const spans: [number, number][] = [];
  for (const { 0: written, index } of text.matchAll(signs)) {
    const span: [number, number] = [index, index + written.length];
    for (const sign of decoded(written).normalize("NFKD").toLowerCase()) {
      const letter = isLetter.test(sign) ? sign : hasNoWidth.test(sign) || letters.endsWith(" ") ? "" : " ";
      letters += letter;
      for (let unit = 0; unit < letter.length; unit++) spans.push(span);
    }
  }
  return { letters, spans };
};

/** Between two words of a name: what is said aloud in place of a sign, an inflection's ending, or nothing. */
const between = { ".": " ?(?:dot ?)?", "@": " ?(?:at ?)?", "": "\\p{L}{0,2} ?" } as const;

/** `undefined` for a name without any letter. */
const patternOf = (name: string): RegExp | undefined => {
  const words = [...name.matchAll(/([.@]?)[^\p{L}\p{N}\p{M}.@]*([\p{L}\p{N}\p{M}]+)/gu)].map(
    ([, sign = "", word = ""]) => ({ sign: sign === "." || sign === "@" ? sign : "", word: compared(word).letters }),
  ) satisfies readonly { readonly sign: keyof typeof between; readonly word: string }[];
  const length = words.reduce((sum, { word }) => sum + [...word].length, 0);
  if (length === 0) return undefined;
  return length >= longFrom
    ? new RegExp(words.map(({ sign, word }, at) => (at > 0 ? between[sign] : "") + [...word].join(" ?")).join(""), "gu")
    : new RegExp(`(?<![^ ])${words.map(({ word }) => word).join(" ?")}(?![^ ])`, "gu");
};

const patternsOf = (names: readonly string[]): readonly RegExp[] =>
  [...new Set(names)].flatMap((name) => patternOf(name) ?? []);

/** Whether one of the texts has one of the names in it, however it is written there. Pure. */
export const holdsName = (texts: readonly string[], names: readonly string[]): boolean => {
  const patterns = patternsOf(names);
  return texts.some((text) => {
    const { letters } = compared(text);
    return patterns.some((pattern) => letters.search(pattern) >= 0);
  });
};

/** The text with `[…]` in the place of each of these names, however it is written there. Pure. */
export const cutNames = (text: string, names: readonly string[]): string =>
  patternsOf(names).reduce((rest, pattern) => {
    const { letters, spans } = compared(rest);
    let cut = "";
    let kept = 0;
    for (const { 0: found, index } of letters.matchAll(pattern)) {
      const [from = 0] = spans[index] ?? [];
      const [, to = 0] = spans[index + found.length + endingAt(letters, index + found.length) - 1] ?? [];
      if (from < kept) continue;
      cut += `${rest.slice(kept, from)}[…]`;
      kept = to;
    }
    return cut + rest.slice(kept);
  }, text);

/** How many letters of an inflection's ending go on there, up to the end of their word. */
const endingAt = (letters: string, at: number): number => {
  const [ending = ""] = /^[^ ]*/.exec(letters.slice(at, at + endingAtMost + 1)) ?? [];
  return ending.length > endingAtMost ? 0 : ending.length;
};
