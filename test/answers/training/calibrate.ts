import type { Calibration } from "../../../functions/answers/prose/read-prose.ts";

/** By how much large weights are held against it, and how often it looks at all letters. */
const decay = 1;
const rounds = 200;

/**
 * Multinomial logistic regression over signs, by the gradient of all letters with AdaGrad's steps (Duchi et
 * al. 2011). `wanted`: which of the classes each letter is. Deterministic.
 */
export const calibrate = (
  signs: readonly (readonly number[])[],
  wanted: readonly number[],
  classes: number,
): Calibration => {
  const size = signs[0]?.length ?? 0;
  const mean = Array.from(
    { length: size },
    (_, at) => signs.reduce((sum, one) => sum + (one[at] ?? 0), 0) / signs.length,
  );
  const deviation = mean.map(
    (middle, at) => Math.sqrt(signs.reduce((sum, one) => sum + ((one[at] ?? 0) - middle) ** 2, 0) / signs.length) || 1,
  );
  const rows = signs.map((one) =>
    Float64Array.from([...one.map((sign, at) => (sign - (mean[at] ?? 0)) / (deviation[at] ?? 1)), 1]),
  );
  const weights = Array.from({ length: classes }, () => new Float64Array(size + 1));
  const steps = weights.map((row) => new Float64Array(row.length).fill(1e-6));
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map((row) => row.map((weight, at) => (at === size ? 0 : decay * weight)));
    for (const [one, row] of rows.entries()) addSlopes(row, wanted[one] ?? 0, weights, slopes);
    for (const [one, row] of weights.entries())
      for (let at = 0; at < row.length; at++) {
        const slope = slopes[one]?.[at] ?? 0;
        const [seen, own] = [steps[one] as Float64Array, row];
        seen[at] = (seen[at] ?? 0) + slope * slope;
        own[at] = (own[at] ?? 0) - (0.3 * slope) / Math.sqrt(seen[at] ?? 1);
      }
  }
  return { mean, deviation, weights: weights.map((row) => [...row].map(rounded)) };
};

const rounded = (weight: number): number => Math.round(weight * 1e6) / 1e6;

const addSlopes = (
  row: Float64Array,
  wanted: number,
  weights: readonly Float64Array[],
  slopes: readonly Float64Array[],
): void => {
  const scores = weights.map((own) => {
    let score = 0;
    for (let at = 0; at < row.length; at++) score += (own[at] as number) * (row[at] as number);
    return score;
  });
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const all = shares.reduce((sum, share) => sum + share, 0);
  for (const [one, slope] of slopes.entries()) {
    const error = (shares[one] ?? 0) / all - (one === wanted ? 1 : 0);
    for (let at = 0; at < row.length; at++) slope[at] = (slope[at] as number) + error * (row[at] as number);
  }
};
