import { oncePer } from "../../kernel/once-per.ts";
import { inAnyLanguage } from "./mail-words.ts";

/** Letters without an accent to remove, as people without the key write them. */
const withoutKey: Readonly<Record<string, string>> = {
  ß: "ss",
  ł: "l",
  ø: "o",
  đ: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "`": "'",
  "´": "'",
};

const canNot = /\bcan'?t\b|\bcannot\b/g;
/** All with an apostrophe. */
const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/g, "will not"],
  [/n't\b/g, " not"],
  [/\b(i|you|we|they)'ve\b/g, "$1 have"],
  [/\b(you|we|they)'re\b/g, "$1 are"],
  [/\bi'm\b/g, "i am"],
  [/\b(i|you|he|she|it|we|they|that)'ll\b/g, "$1 will"],
  [/\b(i|you|he|she|we|they)'d\b/g, "$1 would"],
  [/'s (been|gone)\b/g, " has $1"],
  [/\b(it|that|what|there|here|who|this)'s\b/g, "$1 is"],
  [/'s\b/g, ""],
];

const withoutAccent = oncePer((letter: string) => letter.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));

/**
 * Words as tables of words have them: lower case, compatibility forms folded, no accents on Latin letters, English
 * contractions spelt out, addresses as URL and MAIL. Punctuation stays.
 */
export const plainWords = (text: string): string => {
  const folded = text
    .slice(0, 16_384)
    .normalize("NFKC")
    .toLowerCase()
    // Between unspaced words an address ends with its letters, or it would take the rest of the sentence.
    .replace(/\b(?:https?|hxxps?):\/\/[^\s\u3000-\u30ff\p{Script=Han}\p{Script=Hangul}]{1,400}/gu, " URL ")
    .replace(/[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/g, " MAIL ")
    .replace(/[ßłøđıæœ’‘ʼ`´]/g, (letter) => withoutKey[letter] ?? letter)
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, withoutAccent)
    // A combining accent on a plain letter, as lower-cased Turkish İ leaves.
    .replace(/([a-z])[\u0300-\u036f]+/g, "$1")
    .replace(/ё/g, "е")
    .replace(canNot, "can not");
  if (!folded.includes("'")) return folded;
  return contractions.reduce((words, [said, plain]) => words.replace(said, plain), folded);
};

/** Short enough that no pattern takes long. */
const lettersAtMost = 600;
/** A line as short as this was ended by its writer, not wrapped by a mail program. */
const wrappedAt = 48;

const abbreviations = inAnyLanguage("abbreviations").split("|");
const inLatin = abbreviations.filter((word) => /^[a-z]/.test(word)).join("|");
const inOthers = abbreviations.filter((word) => !/^[a-z]/.test(word)).join("|");
/** "5. Januar" goes on. */
const notBeforeMonth = String.raw`(?<!\b\d{1,2}\.(?=\s+(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|dez)))`;
const sentenceEnds = new RegExp(
  String.raw`(?<=[.!?;])(?<!\b(?:${inLatin})\.)(?<!(?<!\p{L})(?:${inOthers})\.)${notBeforeMonth}\s+` +
    String.raw`|(?<=[。！？；])|\u0000`,
  "u",
);

export const sentencesIn = (paragraph: string): readonly string[] =>
  paragraph
    .split("\n")
    .map((line) => (line.trim().length < wrappedAt ? `${line}\u0000` : line))
    .join(" ")
    .split(sentenceEnds)
    .map((sentence) => sentence.trim().slice(0, lettersAtMost))
    .filter((sentence) => /[\p{L}?]/u.test(sentence));

/** Words between blanks, and question marks. */
export const wordsOf = (words: string): string =>
  ` ${words
    .replace(/\?/g, " ? ")
    .replace(/[^\p{L}\p{N}\p{M}?]+/gu, " ")
    .trim()} `;
