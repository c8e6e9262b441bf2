import type { LetterPieces, Pieces } from "./pieces.ts";

/** Read by characters, by words and by both: where they agree, a class is surer than each of them says. */
export const views = ["characters", "words", "both"] as const;
export type View = (typeof views)[number];

/** Pieces share table rows by the first bits of their hash. There are fewer words than character spans. */
const rowBits = { characters: 18, words: 17, both: 18 } as const satisfies Record<View, number>;
export const rowsOf = (view: View): number => 2 ** rowBits[view];
const rowIn = (view: View, hash: number): number => hash >>> (32 - rowBits[view]);

const kinds = ["characters", "words"] as const satisfies View[];
type Kind = (typeof kinds)[number];

export type Vocabulary = {
  /** Pieces in two letters at least, as a Bloom filter: 3 of 100 others pass for known. */
  readonly known: Uint8Array;
  /** How rare each row's known pieces are (inverse document frequency), in whole numbers. */
  readonly rarity: Readonly<Record<Kind, Uint8Array>>;
};

const filterBits = 22;
export const filterBytes = 2 ** (filterBits - 3);
const bitsOf = 4;
/** Double hashing (Kirsch and Mitzenmacher 2006). */
const bitOf = (hash: number, one: number): number =>
  (hash + Math.imul(one, (Math.imul(hash, 0x9e3779b1) >>> 0) | 1)) >>> (32 - filterBits);

const isKnown = (known: Uint8Array, hash: number): boolean => {
  for (let one = 0; one < bitsOf; one++) {
    const bit = bitOf(hash, one);
    if ((((known[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 0) return false;
  }
  return true;
};

const note = (known: Uint8Array, hash: number): void => {
  for (let one = 0; one < bitsOf; one++) {
    const bit = bitOf(hash, one);
    known[bit >>> 3] = (known[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
};

/** A piece in a single letter says nothing of others. */
const lettersAtLeast = 2;

export const vocabularyOf = (letters: readonly LetterPieces[]): Vocabulary => {
  const known = new Uint8Array(filterBytes);
  const counts = new Map<number, number>();
  for (const letter of letters)
    for (const { hashes } of [letter.characters, letter.words, letter.facts])
      for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  for (const [hash, count] of counts) if (count >= lettersAtLeast) note(known, hash);
  const rarity = { characters: rarityOf(letters, "characters", known), words: rarityOf(letters, "words", known) };
  return { known, rarity };
};

/** Makes the rarest piece's number fit into a byte. */
const rarityScale = 25;

const rarityOf = (letters: readonly LetterPieces[], kind: Kind, known: Uint8Array): Uint8Array => {
  const having = new Uint32Array(rowsOf(kind));
  for (const letter of letters) {
    const rows = new Set<number>();
    for (const hash of letter[kind].hashes) if (isKnown(known, hash)) rows.add(rowIn(kind, hash));
    for (const row of rows) having[row] = (having[row] ?? 0) + 1;
  }
  return Uint8Array.from(having, (count) =>
    count === 0 ? 0 : Math.round(rarityScale * (Math.log((1 + letters.length) / (1 + count)) + 1)),
  );
};

/** As one view weighs it; a row may occur more than once. */
export type Weighed = { readonly rows: Uint32Array; readonly weights: Float32Array };

/** Weight of all facts together, beside pieces of length one. */
const factsWeigh = 0.5;

/** Known pieces by log count and rarity (tf-idf), each kind of length one in all; then the facts. Pure. */
export const weigh = (pieces: LetterPieces, { known, rarity }: Vocabulary): Readonly<Record<View, Weighed>> => {
  const knownOf = ({ hashes, counts }: Pieces): Pieces => ({
    hashes: hashes.filter((hash) => isKnown(known, hash)),
    counts: counts.filter((_, at) => isKnown(known, hashes[at] ?? 0)),
  });
  const weighedOf = (kind: Kind) => {
    const { hashes, counts } = knownOf(pieces[kind]);
    const rarityAt = (at: number): number => rarity[kind][rowIn(kind, hashes[at] ?? 0)] ?? 0;
    const weights = counts.map((count, at) => rarityAt(at) * (1 + Math.log(count)));
    const length = Math.sqrt(weights.reduce((sum, one) => sum + one * one, 0)) || 1;
    return { hashes, weights: weights.map((one) => one / length) };
  };
  const [characters, words] = [weighedOf("characters"), weighedOf("words")];
  const { hashes } = knownOf(pieces.facts);
  const facts = { hashes, weights: new Float32Array(hashes.length).fill(factsWeigh / Math.sqrt(hashes.length || 1)) };
  return {
    characters: seenBy("characters", [characters, facts]),
    words: seenBy("words", [words, facts]),
    both: seenBy("both", [characters, words, facts]),
  };
};

type Parts = readonly { readonly hashes: Uint32Array; readonly weights: Float32Array }[];

const seenBy = (view: View, parts: Parts): Weighed => {
  const length = parts.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const [rows, weights] = [new Uint32Array(length), new Float32Array(length)];
  let from = 0;
  for (const part of parts) {
    for (const [at, hash] of part.hashes.entries()) rows[from + at] = rowIn(view, hash);
    weights.set(part.weights, from);
    from += part.hashes.length;
  }
  return { rows, weights };
};
