/**
 * Small trees that ask of signs whether one is above a threshold: node by node, what stands where it is
 * not, then what stands where it is. A leaf's threshold is what it says. Thresholds are whole numbers of `grid`ths.
 */
export type Trees = {
  /** Where each tree begins. */
  readonly roots: Uint32Array;
  /** Which sign a node asks for; `leaf` where none. */
  readonly signs: Uint8Array;
  readonly thresholds: Int16Array;
  /** How many nodes further that stands which is asked next where the sign is above the threshold. */
  readonly above: Uint16Array;
};

export const leaf = 255;
export const grid = 8192;

/** What the trees say on average. */
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
