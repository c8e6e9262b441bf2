/** C0, C1, DEL, line and paragraph separators, bidirectional and invisible marks, lone surrogates. */
const unseen =
  /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

/**
 * One line of text. Line breaks and what a reader doesn't see become a space, so that a value can neither begin a
 * header or a line of its own nor turn the direction of what follows.
 */
export const plainText = (value: string): string =>
  value
    .replace(unseen, " ")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();

/** Wide enough for prose; no mail program breaks it again (RFC 5322 §2.1.1, RFC 3676 §4.2). */
const columns = 76;

/** Chinese and Japanese may be broken between two characters. Korean is broken at its spaces. */
const ideographic =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uff60\\u30fb\\u30fc";
const anyIdeographic = new RegExp(`[${ideographic}]`, "u");
/** None of them stands before U+2E80: a cheap test for most texts. */
const beyondAlphabets = /[^\u0000-\u2e7f]/;
/** Two columns each in fixed-width fonts. */
const wide = new RegExp(`[${ideographic}\\p{Script=Hangul}]`, "gu");
const smallKana = "ぁぃぅぇぉっゃゅょァィゥェォッャュョ";
const closing = `、。，．：；！？）」』】》〉ー々${smallKana}・"”’)\\].,;:!?`;
const opening = '（「『【《〈"“‘(\\[';
/** A line may end beside an ideograph, not before what closes nor after what opens. */
const breakHere = new RegExp(
  `(?<=[${ideographic}])(?<![${opening}])(?![${closing}])(?=\\S)|` +
    `(?<=\\S)(?<![${opening}])(?=[${ideographic}])(?![${closing}])`,
  "gu",
);
const spaceBesideIdeograph = new RegExp(`(?<=[${ideographic}]) | (?=[${ideographic}])`, "gu");

/** All whitespace but a single blank. */
const notOneBlank = /(?: (?=\s)|[^\S ])\s*/g;

/** As if never broken into lines, for comparing. Beside an ideograph a break leaves no space. */
export const unbroken = (text: string): string => {
  const line = text.replace(notOneBlank, " ").trim();
  return beyondAlphabets.test(line) && anyIdeographic.test(line) ? line.replace(spaceBesideIdeograph, "") : line;
};

const widthOf = (text: string): number =>
  /[^\u0000-\u10ff]/.test(text) ? text.length + (text.match(wide)?.length ?? 0) : text.length;

/** With `hangs`, a labelled line continues two columns in. A word that is too long (an address) stays whole. */
export const wrap = (text: string, { hangs }: { readonly hangs: boolean }): string =>
  text
    .split("\n")
    .map((line) => wrapLine(line, hangs))
    .join("\n");

type Piece = { readonly gap: "" | " "; readonly text: string };

/** It stands with the word before it: no line begins with `:` or `)`. */
const onlySigns = /^(?![«„“([<])[\p{P}\p{S}]+$/u;
/** They stand with the word after them. */
const onlyOpening = /[«„“([<]$/u;

const piecesOf = (line: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (const word of line.split(" ")) {
    const last = pieces.at(-1);
    // But for a stranger's page of signs, which is broken where it must be.
    const sticks = last && last.text !== "" && last.text.length < columns / 2;
    if (sticks && (onlySigns.test(word) || onlyOpening.test(last.text)))
      pieces[pieces.length - 1] = { ...last, text: `${last.text} ${word}` };
    else {
      const parts = beyondAlphabets.test(word) && anyIdeographic.test(word) ? word.split(breakHere) : [word];
      pieces.push(...parts.map((text, index): Piece => ({ gap: index === 0 ? " " : "", text })));
    }
  }
  return pieces;
};

const wrapLine = (line: string, hangs: boolean): string => {
  if (widthOf(line) <= columns) return line.trimEnd();
  const indent = /^ *(- )?/.exec(line)?.[0] ?? "";
  const isLabelled = hangs && /^ *\p{L}[^:：。]{0,100}[:：]/u.test(line);
  const hang = " ".repeat(indent.length + (isLabelled ? 2 : 0));
  const lines: string[] = [];
  let current = indent;
  let width = widthOf(indent);
  for (const { gap, text } of piecesOf(line.slice(indent.length))) {
    const isEmpty = current === indent || current.trim() === "";
    const added = isEmpty ? text : `${gap}${text}`;
    const addedWidth = widthOf(added);
    if (!isEmpty && width + addedWidth > columns) {
      lines.push(current);
      current = `${hang}${text}`;
      width = hang.length + widthOf(text);
    } else {
      current += added;
      width += addedWidth;
    }
  }
  return [...lines, current].join("\n");
};
