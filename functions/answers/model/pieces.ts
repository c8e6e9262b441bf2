import type { Letter } from "../reader.ts";
import { readWords, type Said, type WordsHeard } from "../replies/read-words.ts";

/** Pieces of a letter by the hash of each, with how much each weighs. */
export type Pieces = ReadonlyMap<number, number>;

/**
 * A letter is looked at twice, by its characters and by its words: where the two agree, a class is
 * surer than either says.
 */
export const views = ["characters", "words"] as const;
export type View = (typeof views)[number];

/**
 * A letter in pieces, as each view sees it; of the sentences that tell of something gone, if there
 * are any, those of both in one; and what the rules heard in it.
 */
export type LetterPieces = Readonly<Record<View, Pieces>> & {
  readonly telling: Pieces | undefined;
  readonly heard: ReadonlySet<Said>;
};

/** Answers say what they say early; what stands behind is a footer or somebody else's words. */
const charactersAtMost = 6_000;
const shortest = 2;
const longest = 5;

/** FNV-1a over UTF-16 code units (draft-eastlake-fnv), in 32 bits. */
const start = 0x811c9dc5;
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const hashOf = (text: string, from = start): number => {
  let hash = from;
  for (let at = 0; at < text.length; at++) hash = step(hash, text.charCodeAt(at));
  return hash;
};

/** Kinds of pieces, so that the word "not" and the characters "not" are two. */
const kinds = {
  characters: hashOf("c:"),
  words: hashOf("w:"),
  around: hashOf("k:"),
  fact: hashOf("f:"),
  heard: hashOf("r:"),
  subject: hashOf("s:"),
};

const unspaced = /[\u3040-\u30ff\p{Script=Han}\p{Script=Hangul}]/u;
const tokens = /\p{L}[\p{L}\p{M}']*|\d+|[?!]/gu;

/**
 * The letter's pieces, for each view. `words`: what the rules heard in this very letter, where they have read it
 * already. Time: in proportion to the text, of which 6,000 characters are looked at.
 */
export const piecesOf = (
  { subject, text, automatic }: Letter,
  words: WordsHeard = readWords(text, automatic),
): LetterPieces => {
  const seen = text.length > charactersAtMost ? readWords(text.slice(0, charactersAtMost), automatic) : words;
  const [characters, phrases] = [new Counts(), new Counts()];
  const plain = withoutNumbers(seen.plain);
  const found = addText(plain, characters, phrases);
  const heard = new Set(words.said.keys());
  // What the rules heard counts as a piece too: across languages it says the same.
  const ofRules = [...heard].map((said) => [hashOf(said, kinds.heard) >>> 0, 0.15] as const);
  const facts = [...factsOf(plain, found, subject, automatic), ...ofRules];
  return {
    characters: weighed(characters, facts),
    words: weighed(phrases, facts),
    telling: seen.telling.length === 0 ? undefined : weighed(tellingIn(seen.telling), ofRules),
    heard,
  };
};

/** Numbers differ from letter to letter and say little; that one stands there may say something. */
const withoutNumbers = (plain: string): string => plain.replace(/\d{2,}/g, "00");

/** A removal that is promised, or of a part, shows in the sentence that tells of it, whatever stands around. */
const tellingIn = (sentences: readonly string[]): Counts => {
  const counts = new Counts();
  for (const sentence of sentences) addText(withoutNumbers(sentence), counts, counts);
  return counts;
};

/** Adds what each view sees of a text; gives of how many words. */
const addText = (plain: string, characters: Counts, phrases: Counts): number => {
  const found = plain.match(tokens) ?? [];
  const words: number[] = [];
  for (const token of found) {
    const isUnspaced = unspaced.test(token);
    // Without blanks between them, words can't be told apart: their characters serve both views.
    for (const counts of isUnspaced ? new Set([characters, phrases]) : [characters])
      addSpans(isUnspaced ? token : ` ${token} `, isUnspaced ? 1 : shortest, counts);
    if (!isUnspaced || token.length < longest) words.push(hashOf(token));
  }
  addPhrases(words, phrases);
  return found.length;
};

/** How often each piece stands there. */
class Counts extends Map<number, number> {
  add(hash: number): void {
    this.set(hash >>> 0, (this.get(hash >>> 0) ?? 0) + 1);
  }
}

const addSpans = (text: string, from: number, to: Counts): void => {
  for (let at = 0; at < text.length; at++) {
    let hash = kinds.characters;
    for (let end = at; end < Math.min(text.length, at + longest); end++) {
      hash = step(hash, text.charCodeAt(end));
      if (end - at + 1 >= from) to.add(hash);
    }
  }
};

/** One, two and three words in a row, and two around a third. */
const addPhrases = (words: readonly number[], to: Counts): void => {
  for (const [at, first] of words.entries()) {
    const [second, third] = [words[at + 1], words[at + 2]];
    const one = step(kinds.words, first);
    to.add(one);
    if (second === undefined) continue;
    const two = step(one, second);
    to.add(two);
    if (third === undefined) continue;
    to.add(step(two, third));
    to.add(step(step(kinds.around, first), third));
  }
};

/** Where a length ends, in words. */
const lengths = [4, 10, 25, 60, 120];

/** What is known of the whole letter, each with its weight. */
const factsOf = (
  plain: string,
  length: number,
  subject: string,
  automatic: boolean,
): readonly (readonly [number, number])[] => {
  const fact = (name: string): number => hashOf(name, kinds.fact) >>> 0;
  // Our own subject stands behind the desk's marks, and is in every answer.
  const ofSubject =
    subject
      .replace(/ABUSE: .*$/, "")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return [
    [fact(`length ${lengths.filter((end) => length >= end).length}`), 0.15],
    ...(automatic ? [[fact("automatic"), 0.25] as const] : []),
    ...(/[?？]/.test(plain) ? [[fact("asks"), 0.25] as const] : []),
    ...(plain.includes(" URL ") ? [[fact("address"), 0.25] as const] : []),
    ...(plain.includes(" MAIL ") ? [[fact("mailbox"), 0.1] as const] : []),
    ...ofSubject.map((word) => [hashOf(word, kinds.subject) >>> 0, 0.15] as const),
  ];
};

/** Each piece by the logarithm of how often it stands there, all together of length one; then the facts. */
const weighed = (
  counts: ReadonlyMap<number, number>,
  facts: readonly (readonly [number, number])[],
): Map<number, number> => {
  const pieces = new Map<number, number>();
  let squares = 0;
  for (const [hash, count] of counts) {
    const weight = 1 + Math.log(count);
    pieces.set(hash, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [hash, weight] of pieces) pieces.set(hash, weight / length);
  for (const [hash, weight] of facts) pieces.set(hash, weight);
  return pieces;
};
