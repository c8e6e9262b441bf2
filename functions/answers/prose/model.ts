import { wordedClasses } from "../../case/reply-class.ts";
import * as z from "../../kernel/zod.ts";
import type { Trees } from "./trees.ts";
import { filterBytes, rowsOf, type View, type Vocabulary, views } from "./weigh.ts";

const numbers = z.array(z.number());
const view = z.strictObject({
  /** Divisor that made a class's weights whole numbers from -127 to 127. */
  scale: z.array(z.number().check(z.positive())),
  bias: numbers,
});
/** First line of a model file, in JSON: layout of its bytes, and its origin. */
const schema = z.strictObject({
  classes: z.array(z.enum(wordedClasses)).check(z.minLength(2)),
  views: z.strictObject({ characters: view, words: view, both: view }),
  calibration: z.strictObject({ mean: numbers, deviation: numbers, weights: z.array(numbers) }),
  points: z.strictObject({ sure: z.number(), likely: z.number(), silence: z.number() }),
  trees: z.strictObject({ roots: z.int(), nodes: z.int() }),
  /** SHA-256 over the letters that it learnt from. */
  letters: z.string(),
});
export type ModelHead = z.infer<typeof schema>;

/** The learnt reader: a weight for each class in each row of each view's table, and the trees. */
export type Model = {
  readonly head: ModelHead;
  readonly vocabulary: Vocabulary;
  readonly tables: Readonly<Record<View, Int8Array>>;
  readonly trees: Trees;
};

const newLine = 0x0a;
const makeAnew = "Make it anew: npm run generate -- replies";

/** A model's file: its head, a line feed, and its tables one after the other. Throws where it is none. */
export const readModel = (file: Uint8Array): Model => {
  const at = file.indexOf(newLine);
  if (at < 0) throw new Error(`The model of replies has no head. ${makeAnew}`);
  const head = schema.parse(JSON.parse(new TextDecoder().decode(file.subarray(0, at))));
  if (head.classes.join() !== wordedClasses.join()) throw new Error(`The model knows other classes. ${makeAnew}`);
  let left = at + 1;
  // Not copied: millions of bytes would make a fresh process collect garbage.
  const take = (bytes: number): Uint8Array => {
    const taken = file.subarray(left, left + bytes);
    if (taken.length < bytes) throw new Error(`The model of replies was cut off. ${makeAnew}`);
    left += bytes;
    return taken;
  };
  // Wider numbers must begin at a multiple of their size. All machines that this runs on are little-endian.
  const copy = (bytes: number): ArrayBuffer => new Uint8Array(take(bytes)).buffer;
  const table = (view: View): Int8Array => {
    const { buffer, byteOffset, length } = take(rowsOf(view) * wordedClasses.length);
    return new Int8Array(buffer, byteOffset, length);
  };
  const { roots, nodes } = head.trees;
  return {
    head,
    vocabulary: {
      known: take(filterBytes),
      rarity: { characters: take(rowsOf("characters")), words: take(rowsOf("words")) },
    },
    tables: { characters: table("characters"), words: table("words"), both: table("both") },
    trees: {
      roots: new Uint32Array(copy(roots * 4)),
      signs: take(nodes),
      thresholds: new Int16Array(copy(nodes * 2)),
      above: new Uint16Array(copy(nodes * 2)),
    },
  };
};

export const writeModel = ({ head, vocabulary: { known, rarity }, tables, trees }: Model): Uint8Array =>
  Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    ...[
      ...[known, rarity.characters, rarity.words],
      ...views.map((view) => tables[view]),
      ...[trees.roots, trees.signs, trees.thresholds, trees.above],
    ].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  ]);
