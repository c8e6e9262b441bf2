/**
 * Small trees that compare signs with thresholds: after a node comes what follows if the sign is not above, then
 * what follows if it is. A leaf's threshold is its value. Thresholds are whole numbers of `grid`ths.
 */
export type Trees = {
  readonly roots: Uint32Array;
  /** The sign that a node compares; `leaf` for none. */
  readonly signs: Uint8Array;
  readonly thresholds: Int16Array;
  /** Offset of the next node where the sign is above the threshold. */
  readonly above: Uint16Array;
};

export const leaf = 255;
export const grid = 8192;

/** The trees' average. */
export const saidByTrees = ({ roots, signs, thresholds, above }: Trees, of: readonly number[]): number => {
  let sum = 0;
  for (const root of roots) {
    let node = root;
    for (let sign = signs[node] ?? leaf; sign !== leaf; sign = signs[node] ?? leaf)
      node += (of[sign] ?? 0) * grid > (thresholds[node] ?? 0) ? (above[node] ?? 1) : 1;
    sum += thresholds[node] ?? 0;
  }
  return sum / roots.length / grid;
};
