import { type Likelihoods, likelihoods, type Model, type ModelHead } from "../../../functions/answers/model/model.ts";
import { type LetterPieces, type Pieces, piecesOf, type View } from "../../../functions/answers/model/pieces.ts";
import { falseClaimCounts, removalBy, removalSigns } from "../../../functions/answers/model/removal.ts";
import { type ReplyClass, wordedClasses } from "../../../functions/case/reply-class.ts";
import type { LabelledLetter } from "./letter-set.ts";

/** A letter, ready to be learnt from. */
export type Lesson = {
  readonly batch: string;
  readonly wanted: ReplyClass;
  readonly pieces: LetterPieces;
};

export const lessonsOf = (letters: readonly LabelledLetter[]): readonly Lesson[] =>
  letters.map(({ batch, wanted, letter }) => ({ batch, wanted, pieces: piecesOf(letter) }));

/** 10 to 60 rounds made less than 1 % of difference on ten batches that were left out. */
const rounds = 12;
/**
 * Each time a letter is looked at, so many of its pieces are hidden: no class comes to hang on a few
 * of them (Srivastava et al. 2014). Of 0, 0.3 and 0.5 the middle one
 * read most of six left-out batches right.
 */
const hidden = 0.3;
/** A piece that stands in one letter alone says nothing of others. */
const lettersAtLeast = 2;
/** So many the file of a model has room for, below 1.5 MB. */
const piecesAtMost = { characters: 60_000, words: 41_000, telling: 16_000 } as const satisfies Record<
  keyof Model["tables"],
  number
>;

/** A model as it learns, in full precision. */
type Learnt = { readonly hashes: Uint32Array; readonly weights: Float32Array; readonly bias: Float64Array };

/** Pieces, and which of so many they stand for. */
type Example = { readonly pieces: Pieces; readonly wanted: number };

/**
 * Learns to tell so many things apart: multinomial logistic regression by stochastic gradient descent with AdaGrad's
 * steps (Duchi et al. 2011), the weights averaged over the later half. Deterministic: the letters'
 * order comes from a fixed seed. Takes some seconds for five thousand letters.
 */
const learn = (examples: readonly Example[], size: number): Learnt => {
  const hashes = piecesIn(examples);
  const rowOf = new Map([...hashes].map((hash, row) => [hash, row]));
  const rows = examples.map(({ pieces, wanted }) => {
    const known = [...pieces].flatMap(([hash, weight]) => {
      const row = rowOf.get(hash);
      return row === undefined ? [] : [[row, weight] as const];
    });
    return {
      at: Int32Array.from(known, ([row]) => row * size),
      weight: Float32Array.from(known, ([, weight]) => weight),
      wanted,
    };
  });
  return { hashes, ...descend(rows, hashes.length, size) };
};

type Row = { readonly at: Int32Array; readonly weight: Float32Array; readonly wanted: number };

const descend = (rows: readonly Row[], pieces: number, size: number): Omit<Learnt, "hashes"> => {
  const weights = new Float32Array(pieces * size);
  const mean = new Float32Array(pieces * size);
  const steps = new Float32Array(pieces).fill(1e-6);
  const bias = new Float64Array(size);
  const error = new Float64Array(size);
  const random = seeded(7);
  const partOf = parts(Math.max(0, ...rows.map(({ at }) => at.length)), random);
  const order = rows.map((_, at) => at);
  let averaged = 0;
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const one of order) {
      const row = rows[one];
      if (row) learnFrom(partOf(row), { weights, steps, bias, error });
    }
    if (round < rounds / 2) continue;
    averaged += 1;
    for (let at = 0; at < mean.length; at++)
      mean[at] = (mean[at] ?? 0) + ((weights[at] ?? 0) - (mean[at] ?? 0)) / averaged;
  }
  return { weights: mean, bias };
};

/**
 * A letter without the pieces that are hidden this time; the others weigh as much more. It holds
 * until the next is asked for: a new one for each would take longer than to learn from it.
 */
const parts = (longest: number, random: () => number): ((row: Row) => Row) => {
  const places = new Int32Array(longest);
  const weights = new Float32Array(longest);
  return ({ at, weight, wanted }) => {
    let seen = 0;
    for (let piece = 0; piece < at.length; piece++) {
      if (random() < hidden) continue;
      places[seen] = at[piece] ?? 0;
      weights[seen++] = (weight[piece] ?? 0) / (1 - hidden);
    }
    return { at: places.subarray(0, seen), weight: weights.subarray(0, seen), wanted };
  };
};

type State = {
  readonly weights: Float32Array;
  readonly steps: Float32Array;
  readonly bias: Float64Array;
  readonly error: Float64Array;
};

/** Of a letter that is read right and surely there is nothing to learn; half of the time goes into such ones. */
const learntBelow = 1e-5;
/** The bias moves slowly: it only says how frequent a class is. */
const biasStep = 0.01;

const learnFrom = ({ at, weight, wanted }: Row, { weights, steps, bias, error }: State): void => {
  const size = error.length;
  error.set(bias);
  for (let piece = 0; piece < at.length; piece++)
    for (let one = 0, from = at[piece] ?? 0; one < size; one++)
      error[one] = (error[one] ?? 0) + (weights[from + one] ?? 0) * (weight[piece] ?? 0);
  toShares(error);
  error[wanted] = (error[wanted] ?? 0) - 1;
  let squares = 0;
  for (const each of error) squares += each * each;
  if (squares < learntBelow) return;
  for (let piece = 0; piece < at.length; piece++) {
    const from = at[piece] ?? 0;
    const by = weight[piece] ?? 0;
    const row = from / size;
    const slope = (steps[row] ?? 0) + squares * by * by;
    steps[row] = slope;
    const step = by / Math.sqrt(slope);
    for (let one = 0; one < size; one++) weights[from + one] = (weights[from + one] ?? 0) - step * (error[one] ?? 0);
  }
  for (let one = 0; one < size; one++) bias[one] = (bias[one] ?? 0) - biasStep * (error[one] ?? 0);
};

const toShares = (scores: Float64Array): void => {
  const most = Math.max(...scores);
  let all = 0;
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp((scores[at] ?? 0) - most);
    all += scores[at] ?? 0;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / all;
};

const piecesIn = (examples: readonly Example[]): Uint32Array => {
  const counts = new Map<number, number>();
  for (const { pieces } of examples) for (const hash of pieces.keys()) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return Uint32Array.from([...counts].flatMap(([hash, count]) => (count >= lettersAtLeast ? [hash] : []))).sort();
};

/** Mulberry32: the same numbers for the same seed, on any machine. */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

const shuffle = (order: number[], random: () => number): void => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
};

/** The pieces that weigh most, their weights as whole numbers from -127 to 127. */
const packed = ({ hashes, weights, bias }: Learnt, atMost: number) => {
  const size = bias.length;
  const weighs = (row: number): number => {
    let most = 0;
    for (let one = 0; one < size; one++) most = Math.max(most, Math.abs(weights[row * size + one] ?? 0));
    return most;
  };
  const kept = [...hashes.keys()]
    .map((row) => ({ row, most: weighs(row) }))
    .sort((one, other) => other.most - one.most || one.row - other.row)
    .slice(0, atMost)
    .map(({ row }) => row)
    .sort((one, other) => one - other);
  const scale = Array.from(
    bias,
    (_, one) => kept.reduce((most, row) => Math.max(most, Math.abs(weights[row * size + one] ?? 0)), 1e-6) / 127,
  );
  return {
    head: { pieces: kept.length, scale, bias: [...bias] },
    table: {
      hashes: Uint32Array.from(kept, (row) => hashes[row] ?? 0),
      weights: Int8Array.from(
        kept.flatMap((row) => scale.map((each, one) => Math.round((weights[row * size + one] ?? 0) / each))),
      ),
    },
  };
};

type Told = Pick<ModelHead, "sharpness" | "removal" | "letters" | "learntFrom">;

/** Whether the letter says "removed", by the sentences that tell of something gone: one weight for a piece. */
const learnTelling = (lessons: readonly Lesson[]): Learnt => {
  const examples = lessons.flatMap(({ wanted, pieces: { telling } }) =>
    telling ? [{ pieces: telling, wanted: wanted === "removed" ? 0 : 1 }] : [],
  );
  const { hashes, weights, bias } = learn(examples, 2);
  const [is = 0, isNone = 0] = bias;
  return {
    hashes,
    weights: Float32Array.from(hashes, (_, row) => (weights[2 * row] ?? 0) - (weights[2 * row + 1] ?? 0)),
    bias: Float64Array.of(is - isNone),
  };
};

/** A model as it will be in its file; `told` is what only the letters that were left out can tell. */
export const modelOf = (lessons: readonly Lesson[], told: Partial<Told> = {}): Model => {
  const view = (name: View) =>
    learn(
      lessons.map(({ pieces, wanted }) => ({ pieces: pieces[name], wanted: wordedClasses.indexOf(wanted) })),
      wordedClasses.length,
    );
  const characters = packed(view("characters"), piecesAtMost.characters);
  const words = packed(view("words"), piecesAtMost.words);
  const telling = packed(learnTelling(lessons), piecesAtMost.telling);
  return {
    head: {
      classes: [...wordedClasses],
      views: { characters: characters.head, words: words.head },
      telling: telling.head,
      sharpness: 1,
      removal: [],
      letters: "",
      learntFrom: [],
      ...told,
    },
    tables: { characters: characters.table, words: words.table, telling: telling.table },
  };
};

/** What a model that had not seen its batch takes a letter for. */
export type LeftOut = { readonly lesson: Lesson; readonly shares: Likelihoods };

/**
 * Each batch read by a model that learnt from others alone. Two batches at a time are left out,
 * which takes half as long; `tell` hears of them as they are done.
 */
export const eachLeftOut = (
  lessons: readonly Lesson[],
  batches: readonly string[],
  tell: (batches: readonly string[]) => void = () => undefined,
): readonly LeftOut[] =>
  batches
    .flatMap((_, at) => (at % 2 === 0 ? [batches.slice(at, at + 2)] : []))
    .flatMap((out) => {
      const model = modelOf(lessons.filter(({ batch }) => !out.includes(batch)));
      tell(out);
      return lessons
        .filter(({ batch }) => out.includes(batch))
        .map((lesson) => ({ lesson, shares: likelihoods(model, lesson.pieces) }));
    });

/**
 * The sharpness by which shares come true on letters that were left out: of a row of factors the one
 * under which those letters' own classes are likeliest (temperature scaling, Guo et al. 2017).
 */
export const sharpnessOf = (read: readonly LeftOut[]): number => {
  const loss = (sharpness: number): number =>
    sharpened(read, sharpness).reduce(
      (sum, { lesson, shares }) => sum - Math.log(Math.max(shares.both.get(lesson.wanted) ?? 0, 1e-12)),
      0,
    );
  const factors = Array.from({ length: 40 }, (_, at) => 0.1 * (at + 1));
  return factors.reduce((best, factor) => (loss(factor) < loss(best) ? factor : best), 1);
};

/** The weights of `removalBy`, learnt from letters that the model had not seen. */
export const removalOf = (read: readonly LeftOut[]): number[] => {
  const rows = read.map(({ lesson, shares }) => ({
    signs: removalSigns(shares, lesson.pieces.heard),
    is: lesson.wanted === "removed",
  }));
  const size = rows[0]?.signs.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const steps = new Array<number>(size).fill(1e-6);
  for (let round = 0; round < 400; round++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : weight));
    for (const { signs, is } of rows) {
      const error = (removalBy(weights, signs) - (is ? 1 : 0)) * (is ? 1 : falseClaimCounts);
      for (let at = 0; at < size; at++) slope[at] = (slope[at] ?? 0) + error * (signs[at] ?? 0);
    }
    for (let at = 0; at < size; at++) {
      steps[at] = (steps[at] ?? 0) + (slope[at] ?? 0) ** 2;
      weights[at] = (weights[at] ?? 0) - (0.2 * (slope[at] ?? 0)) / Math.sqrt(steps[at] ?? 1);
    }
  }
  return weights;
};

/** The same with its shares sharpened, as the finished model will say them. */
export const sharpened = (read: readonly LeftOut[], sharpness: number): readonly LeftOut[] =>
  read.map(({ lesson, shares }) => {
    const raised = [...shares.both].map(([name, share]) => [name, share ** sharpness] as const);
    const all = raised.reduce((sum, [, share]) => sum + share, 0);
    return { lesson, shares: { ...shares, both: new Map(raised.map(([name, share]) => [name, share / all])) } };
  });
