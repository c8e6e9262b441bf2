import { type ReplyClass, wordedClasses } from "../../case/reply-class.ts";
import { once } from "../../kernel/once.ts";
import * as z from "../../kernel/zod.ts";
import { type LetterPieces, type Pieces, type View, views } from "./pieces.ts";

/** Built when a model is read. */
const schemas = once(() => {
  const tableHead = z.strictObject({
    /** How many pieces it knows. */
    pieces: z.int().check(z.positive()),
    /** What a class's weights were divided by to be whole numbers from -127 to 127. */
    scale: z.array(z.number().check(z.positive())),
    bias: z.array(z.number()),
  });
  /** The first line of a model's file, in JSON: how its bytes are laid out, and where it comes from. */
  const head = z.strictObject({
    classes: z.array(z.enum(wordedClasses)).check(z.minLength(2)),
    views: z.strictObject({ characters: tableHead, words: tableHead }),
    /** Of sentences that tell of something gone: whether the letter says "removed". */
    telling: tableHead,
    /** By which scores are multiplied, so that "0.9" is right nine times in ten on letters that were left out. */
    sharpness: z.number().check(z.positive()),
    /** How sure "removed" is: see `removal.ts`. */
    removal: z.array(z.number()),
    /** SHA-256 over the letters that it learnt from. */
    letters: z.string(),
    /** From which letters, and how many of each batch were read right by a model that had not seen the batch. */
    learntFrom: z.array(z.strictObject({ batch: z.string(), letters: z.int(), right: z.int() })),
  });
  return { head };
});
export type ModelHead = z.infer<ReturnType<typeof schemas>["head"]>;
type TableHead = ModelHead["telling"];

type Table = {
  /** Hashes of the pieces, rising. */
  readonly hashes: Uint32Array;
  /** For each piece as many weights as its head has scales. */
  readonly weights: Int8Array;
};

const tableNames = [...views, "telling"] as const;

/**
 * Two linear models, one for each view of a letter: for each piece that it knows a weight for each
 * class. And one of the sentences that tell of something gone, with one weight for a piece.
 */
export type Model = {
  readonly head: ModelHead;
  readonly tables: Readonly<Record<(typeof tableNames)[number], Table>>;
};

const newLine = 0x0a;
const makeAnew = "Make it anew: npm run replies:train";

/**
 * Reads a model's file: its head, a line feed, and for each view the hashes (little-endian) and the
 * weights. Throws where it is none.
 */
export const readModel = (file: Uint8Array): Model => {
  const at = file.indexOf(newLine);
  if (at < 0) throw new Error(`The model of replies has no head. ${makeAnew}`);
  const read = schemas().head.parse(JSON.parse(new TextDecoder().decode(file.subarray(0, at))));
  let left = file.subarray(at + 1);
  const take = (bytes: number): ArrayBuffer => {
    if (left.length < bytes) throw new Error(`The model of replies was cut off. ${makeAnew}`);
    // A copy, since numbers of four bytes need to begin at a multiple of four.
    const taken = new Uint8Array(left.subarray(0, bytes)).buffer;
    left = left.subarray(bytes);
    return taken;
  };
  const tableOf = ({ pieces, scale }: TableHead): Table =>
    // All machines that this runs on are little-endian (Lambda: x86_64 and arm64).
    ({ hashes: new Uint32Array(take(pieces * 4)), weights: new Int8Array(take(pieces * scale.length)) });
  const { characters, words } = read.views;
  return {
    head: read,
    tables: { characters: tableOf(characters), words: tableOf(words), telling: tableOf(read.telling) },
  };
};

/** A model as its file's bytes. */
export const writeModel = ({ head, tables }: Model): Uint8Array =>
  Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    ...tableNames.flatMap((name) =>
      [tables[name].hashes, tables[name].weights].map(({ buffer, byteOffset, byteLength }) =>
        Buffer.from(buffer, byteOffset, byteLength),
      ),
    ),
  ]);

/** How likely each class is, all together one. */
export type Shares = ReadonlyMap<ReplyClass, number>;

/**
 * What a model takes a letter for: by each view, by both together, and by the sentences that tell
 * of something gone how much speaks for a removal (as log odds; 0 where there are none).
 */
export type Likelihoods = Readonly<Record<View | "both", Shares>> & { readonly telling: number };

/** Measured on letters that were left out: the characters alone read some more of them right than the words alone. */
const counts = { characters: 0.6, words: 0.4 } as const satisfies Record<View, number>;

/** What a model takes a letter's pieces for. Pure. */
export const likelihoods = ({ head, tables }: Model, pieces: Omit<LetterPieces, "heard">): Likelihoods => {
  const { classes, sharpness } = head;
  const characters = scoresOf(head.views.characters, tables.characters, pieces.characters);
  const words = scoresOf(head.views.words, tables.words, pieces.words);
  const [one, other] = [sharesOf(characters), sharesOf(words)];
  const together = one.map(
    (share, at) =>
      sharpness * (counts.characters * Math.log(share + least) + counts.words * Math.log((other[at] ?? 0) + least)),
  );
  const named = (shares: readonly number[]): Shares => new Map(classes.map((name, at) => [name, shares[at] ?? 0]));
  const [telling = 0] = pieces.telling ? scoresOf(head.telling, tables.telling, pieces.telling) : [];
  return { characters: named(one), words: named(other), both: named(sharesOf(together)), telling };
};

/** No class is impossible. */
const least = 1e-6;

const scoresOf = ({ scale, bias }: TableHead, { hashes, weights }: Table, pieces: Pieces): readonly number[] => {
  const sums = new Float64Array(scale.length);
  for (const [hash, weight] of pieces) {
    const row = rowOf(hashes, hash);
    if (row < 0) continue;
    for (let at = 0; at < sums.length; at++)
      sums[at] = (sums[at] ?? 0) + (weights[row * sums.length + at] ?? 0) * weight;
  }
  return Array.from(sums, (sum, at) => sum * (scale[at] ?? 0) + (bias[at] ?? 0));
};

const sharesOf = (scores: readonly number[]): readonly number[] => {
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
};

/** Where a hash stands, or -1. */
const rowOf = (hashes: Uint32Array, hash: number): number => {
  let [low, high] = [0, hashes.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const there = hashes[middle] ?? 0;
    if (there === hash) return middle;
    if (there < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
