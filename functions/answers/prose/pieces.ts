import { withoutBrackets } from "../replies/gateway-texts.ts";
import { plainWords } from "../replies/plain-words.ts";

/** `text`: what the writer wrote themselves (`ownWords`). `automatic`: sent by a machine. */
export type Letter = { readonly subject: string; readonly text: string; readonly automatic: boolean };

/** Pieces of one kind: each hash once, and how often it occurs in the letter. */
export type Pieces = { readonly hashes: Uint32Array; readonly counts: Float32Array };

/** `facts`: what is known of the whole, and what its subject says. */
export type LetterPieces = Readonly<Record<"characters" | "words" | "facts", Pieces>>;

/** Answers come to the point early; later text is a footer or somebody else's words. */
const charactersAtMost = 6_000;
const shortest = 2;
const longest = 6;

/** FNV-1a over UTF-16 code units (draft-eastlake-fnv), in 32 bits. */
const start = 0x811c9dc5;
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const hashOf = (text: string, from = start): number => {
  let hash = from;
  for (let at = 0; at < text.length; at++) hash = step(hash, text.charCodeAt(at));
  return hash;
};
/** Every bit of a hash counts for each of its own (MurmurHash3's last step). */
const mixed = (hash: number): number => {
  let all = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  all = Math.imul(all ^ (all >>> 13), 0xc2b2ae35);
  return (all ^ (all >>> 16)) >>> 0;
};

/** Keeps the word "not" and the characters "not" apart. */
const kinds = { characters: hashOf("c:"), words: hashOf("w:"), fact: hashOf("f:"), subject: hashOf("s:") };

const unspaced = /[\u3040-\u30ff\p{Script=Han}\p{Script=Hangul}]/u;
const tokens = /\p{L}[\p{L}\p{M}']*|\d+|[?!]/gu;

/** Plain words as they are cut into pieces; of a number only that there is one. */
export const readable = (text: string): string =>
  withoutBrackets(plainWords(text.slice(0, charactersAtMost)))
    .replace(/\d{2,}/g, "00")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, charactersAtMost);

/** Time and memory: linear in the text, of which 6,000 characters are read. */
export const piecesOf = ({ subject, text, automatic }: Letter): LetterPieces => {
  const plain = readable(text);
  const words = wordsIn(plain);
  return {
    characters: counted(spansOf(` ${plain} `)),
    words: counted(phrasesOf(words)),
    facts: counted(Uint32Array.from(factsOf(plain, words.length, subject, automatic), mixed)),
  };
};

/** Unspaced words can't be told apart: their characters serve as words. */
const wordsIn = (plain: string): readonly number[] =>
  (plain.match(tokens) ?? []).flatMap((token) =>
    unspaced.test(token) ? [...token].map((letter) => hashOf(letter)) : hashOf(token),
  );

const spansOf = (text: string): Uint32Array => {
  const hashes = new Uint32Array(text.length * (longest - shortest + 1));
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    let hash = kinds.characters;
    for (let end = at; end < Math.min(text.length, at + longest); end++) {
      hash = step(hash, text.charCodeAt(end));
      if (end - at + 1 >= shortest) hashes[length++] = mixed(hash);
    }
  }
  return hashes.subarray(0, length);
};

/** Stands for one or two skipped words. */
const passed = 1;

/** One, two and three words in a row, and two around one or two others. */
const phrasesOf = (words: readonly number[]): Uint32Array => {
  const hashes = new Uint32Array(words.length * 5);
  let length = 0;
  for (const [at, first] of words.entries()) {
    const [second, third, fourth] = [words[at + 1], words[at + 2], words[at + 3]];
    const one = step(kinds.words, first);
    hashes[length++] = mixed(one);
    if (second === undefined) continue;
    const two = step(one, second);
    hashes[length++] = mixed(two);
    if (third === undefined) continue;
    hashes[length++] = mixed(step(two, third));
    hashes[length++] = mixed(step(step(one, passed), third));
    if (fourth !== undefined) hashes[length++] = mixed(step(step(step(one, passed), passed), fourth));
  }
  return hashes.subarray(0, length);
};

/** Where a length ends, in words. */
const lengths = [4, 10, 25, 60, 120];

const factsOf = (plain: string, length: number, subject: string, automatic: boolean): readonly number[] => {
  const facts = [
    `length ${lengths.filter((end) => length >= end).length}`,
    ...(automatic ? ["automatic"] : []),
    ...(/[?？]/.test(plain) ? ["asks"] : []),
    ...(plain.includes("URL") ? ["address"] : []),
    ...(plain.includes("MAIL") ? ["mailbox"] : []),
  ];
  // Our own subject is in every answer, behind the desk's marks.
  const ofSubject = subject
    .replace(/ABUSE: .*$/, "")
    .toLowerCase()
    .match(/\p{L}+/gu);
  return [
    ...facts.map((fact) => hashOf(fact, kinds.fact)),
    ...(ofSubject ?? []).map((word) => hashOf(word, kinds.subject)),
  ];
};

/** Each hash once, ascending, with its count. */
const counted = (found: Uint32Array): Pieces => {
  found.sort();
  const hashes = new Uint32Array(found.length);
  const counts = new Float32Array(found.length);
  let length = 0;
  for (const [at, hash] of found.entries()) {
    if (at === 0 || hash !== found[at - 1]) hashes[length++] = hash;
    counts[length - 1] = (counts[length - 1] ?? 0) + 1;
  }
  return { hashes: hashes.subarray(0, length), counts: counts.subarray(0, length) };
};
