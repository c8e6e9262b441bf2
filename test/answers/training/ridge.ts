import type { Weighed } from "../../../functions/answers/prose/weigh.ts";

/** A letter as one view weighs it, and which of the classes it is. */
export type Example = Weighed & { readonly wanted: number };

/** A linear model in full precision: for each class a weight for each row, and what it adds. */
export type Linear = {
  readonly weights: readonly Float32Array[];
  readonly bias: readonly number[];
  /** What each example contributes to each class: from these another learning may begin. */
  readonly duals: readonly Float32Array[];
};

/** By how much large weights are held against a model; of 0.03, 0.1, 0.3 and 1 this one read most letters right. */
const ridge = 0.1;
const roundsAtMost = 60;
/** Ends once the scores of letters are so near to where they come to rest, on average. */
const nearEnough = 0.01;

/** Mulberry32: the same numbers for the same seed, on any machine. */
export const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

const shuffle = (order: Uint32Array, random: () => number): void => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
};

/**
 * Ridge regression of each class against the others, by dual coordinate descent (Shalev-Shwartz and
 * Zhang 2013): one class after the other, so that its weights stay near at hand. `learnt`: which of the
 * examples; `before`: a model of more of them, from which it begins. Deterministic.
 */
export const learnRidge = (
  examples: readonly Example[],
  learnt: readonly number[],
  { classes, rows, before }: { readonly classes: number; readonly rows: number; readonly before?: Linear },
): Linear => {
  const squares = Float64Array.from(examples, ({ weights }) => weights.reduce((sum, one) => sum + one * one, 1));
  const each = Array.from({ length: classes }, (_, wanted) => {
    const share = learnt.filter((one) => examples[one]?.wanted === wanted).length / learnt.length;
    const weights = new Float32Array(rows);
    const duals = new Float32Array(examples.length);
    const bias = descend({ examples, learnt, squares, wanted, share, weights, duals, before: before?.duals[wanted] });
    return { weights, duals, bias: bias + share };
  });
  return {
    weights: each.map(({ weights }) => weights),
    duals: each.map(({ duals }) => duals),
    bias: each.map(({ bias }) => bias),
  };
};

type Descent = {
  readonly examples: readonly Example[];
  readonly learnt: readonly number[];
  readonly squares: Float64Array;
  readonly wanted: number;
  readonly share: number;
  readonly weights: Float32Array;
  readonly duals: Float32Array;
  readonly before: Float32Array | undefined;
};

/** Gives the bias; weights and duals are filled in. */
const descend = ({ examples, learnt, squares, wanted, share, weights, duals, before }: Descent): number => {
  let bias = 0;
  const add = ({ rows, weights: of }: Weighed, by: number): void => {
    bias += by;
    for (let at = 0; at < rows.length; at++)
      weights[rows[at] as number] = (weights[rows[at] as number] as number) + by * (of[at] as number);
  };
  for (const one of before ? learnt : []) {
    duals[one] = before?.[one] ?? 0;
    add(examples[one] as Example, (duals[one] as number) / ridge);
  }
  const random = seeded(7);
  const order = Uint32Array.from(learnt);
  for (let round = 0; round < roundsAtMost; round++) {
    shuffle(order, random);
    let gaps = 0;
    for (const one of order) {
      const example = examples[one] as Example;
      const { rows, weights: of } = example;
      let score = bias;
      for (let at = 0; at < rows.length; at++) score += (weights[rows[at] as number] as number) * (of[at] as number);
      const target = (example.wanted === wanted ? 1 : 0) - share;
      const gap = target - score - (duals[one] as number);
      const step = gap / (1 + (squares[one] as number) / ridge);
      duals[one] = (duals[one] as number) + step;
      gaps += gap * gap;
      add(example, step / ridge);
    }
    if (Math.sqrt(gaps / order.length) < nearEnough) break;
  }
  return bias;
};

/** What a model makes of a letter: a score for each class. */
export const scoresBy = ({ weights, bias }: Linear, { rows, weights: of }: Weighed): readonly number[] =>
  weights.map((each, one) => {
    let score = bias[one] ?? 0;
    for (let at = 0; at < rows.length; at++) score += (each[rows[at] as number] as number) * (of[at] as number);
    return score;
  });
