import { grid, leaf, type Trees } from "../../../functions/answers/prose/trees.ts";
import { seeded } from "./ridge.ts";

/** A letter by the signs that a tree may ask for, and whether it is what is looked for. */
export type Signed = { readonly signs: readonly number[]; readonly is: boolean };

const trees = 300;
const lettersInLeaf = 5;
/** So large a part of the signs is tried at each node, each at one threshold. */
const signsTried = 0.2;

/**
 * Extremely randomized trees (Geurts et al. 2006): of some signs, each at a threshold by chance, a node asks for
 * the one that parts the letters best. The chances come from a fixed seed.
 */
export const growTrees = (letters: readonly Signed[]): Trees => {
  const random = seeded(1);
  const nodes = { signs: [] as number[], thresholds: [] as number[], above: [] as number[] };
  const roots: number[] = [];
  const all = letters.map((_, at) => at);
  for (let tree = 0; tree < trees; tree++) {
    roots.push(nodes.signs.length);
    grow(letters, all, nodes, random);
  }
  return {
    roots: Uint32Array.from(roots),
    signs: Uint8Array.from(nodes.signs),
    thresholds: Int16Array.from(nodes.thresholds, (threshold) => Math.round(threshold * grid)),
    above: Uint16Array.from(nodes.above),
  };
};

type Nodes = { readonly signs: number[]; readonly thresholds: number[]; readonly above: number[] };

const grow = (letters: readonly Signed[], some: readonly number[], nodes: Nodes, random: () => number): void => {
  const hits = some.filter((one) => letters[one]?.is).length;
  const at = nodes.signs.length;
  const split = hits === 0 || hits === some.length ? undefined : splitOf(letters, some, random);
  nodes.signs.push(split?.sign ?? leaf);
  nodes.thresholds.push(split?.threshold ?? hits / some.length);
  nodes.above.push(0);
  if (!split) return;
  const isAbove = (one: number): boolean => (letters[one]?.signs[split.sign] ?? 0) > split.threshold;
  grow(
    letters,
    some.filter((one) => !isAbove(one)),
    nodes,
    random,
  );
  nodes.above[at] = nodes.signs.length - at;
  grow(letters, some.filter(isAbove), nodes, random);
};

type Split = { readonly sign: number; readonly threshold: number; readonly gain: number };

const splitOf = (letters: readonly Signed[], some: readonly number[], random: () => number): Split | undefined => {
  const signs = letters[0]?.signs.map((_, sign) => sign) ?? [];
  const most = Math.max(1, Math.floor(signsTried * signs.length));
  let best: Split | undefined;
  for (let tried = 0; tried < most && signs.length > 0; ) {
    const [sign = 0] = signs.splice(Math.floor(random() * signs.length), 1);
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const one of some) {
      const value = letters[one]?.signs[sign] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (!(low < high)) continue;
    tried++;
    // As the file keeps it.
    const threshold = Math.round((low + random() * (high - low)) * grid) / grid;
    const gain = gainOf(letters, some, sign, threshold);
    if (gain !== undefined && gain > (best?.gain ?? Number.NEGATIVE_INFINITY)) best = { sign, threshold, gain };
  }
  return best;
};

/** How much purer both sides are (Gini), up to what all splits of these letters share. */
const gainOf = (
  letters: readonly Signed[],
  some: readonly number[],
  sign: number,
  threshold: number,
): number | undefined => {
  let [above, hitsAbove, hits] = [0, 0, 0];
  for (const one of some) {
    const letter = letters[one];
    if (!letter) continue;
    const hit = letter.is ? 1 : 0;
    hits += hit;
    if ((letter.signs[sign] ?? 0) <= threshold) continue;
    above++;
    hitsAbove += hit;
  }
  const below = some.length - above;
  if (above < lettersInLeaf || below < lettersInLeaf) return undefined;
  const pure = (all: number, ofThem: number): number => (ofThem * ofThem + (all - ofThem) * (all - ofThem)) / all;
  return pure(above, hitsAbove) + pure(below, hits - hitsAbove);
};
