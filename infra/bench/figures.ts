/** A figure with how far it lay apart in one run: the quarter of its runs that was least, and that which was most. */
type Figure = { readonly median: number; readonly from: number; readonly to: number };

/** All figures of one run of a bench, by name. */
export type Figures = Readonly<Record<string, Figure>>;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

export const figureOf = (runs: readonly number[]): Figure => {
  const sorted = runs.toSorted((one, other) => one - other);
  return { median: at(sorted, 0.5), from: at(sorted, 0.25), to: at(sorted, 0.75) };
};
