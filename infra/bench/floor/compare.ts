/** A figure with how far it lay apart in one run: the quarter of its runs that was least, and that which was most. */
export type Figure = { readonly median: number; readonly from: number; readonly to: number };

/** All that one run of the bench came to, by the figure's name. */
export type Figures = Readonly<Record<string, Figure>>;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

export const figureOf = (runs: readonly number[]): Figure => {
  const sorted = runs.toSorted((one, other) => one - other);
  return { median: at(sorted, 0.5), from: at(sorted, 0.25), to: at(sorted, 0.75) };
};

/** Ours beside the floor's of the same turn, so that what the machine did meanwhile counts for both. */
export const ratioOf = ({ ours, floor }: { readonly ours: readonly number[]; readonly floor: readonly number[] }) =>
  figureOf(ours.map((ms, turn) => ms / (floor[turn] ?? ms)));

export type Moved = { readonly name: string; readonly was: number; readonly is: number };

/** A change of less is the machine's, even where each run was steady. */
const least = 0.03;

/** Bytes and calls do not depend on the machine: any change of them is one. */
const isExact = (name: string): boolean => /: (KB|own KB|calls)\b/.test(name);

/**
 * What moved from one run to another beyond the noise: the middle halves of both lie apart, by
 * three in a hundred at least. A figure that one run lacks is not among them.
 */
export const movedBetween = (before: Figures, after: Figures): readonly Moved[] =>
  Object.entries(after).flatMap(([name, is]) => {
    const was = before[name];
    if (!was) return [];
    const apart = is.from > was.to || is.to < was.from;
    return apart && Math.abs(is.median - was.median) > (isExact(name) ? 0 : least * was.median)
      ? [{ name, was: was.median, is: is.median }]
      : [];
  });

/** A figure's middle half says nothing of fewer turns than these. */
export const turnsToCompare = 5;

type Run = { readonly node: string; readonly blocks?: number | undefined; readonly figures: Figures };

/** Of two runs what is not to be compared, or only with care, in sentences; and how many figures both have. */
export const betweenRuns = (
  before: Run,
  after: Run,
): { readonly both: number; readonly oneOnly: number; readonly cautions: readonly string[] } => {
  const names = Object.keys(after.figures);
  const both = names.filter((name) => before.figures[name] !== undefined).length;
  const few = [before, after].some(({ blocks }) => blocks !== undefined && blocks < turnsToCompare);
  return {
    both,
    oneOnly: names.length + Object.keys(before.figures).length - 2 * both,
    cautions: [
      ...(before.node === after.node ? [] : [`They ran on Node ${before.node} and on ${after.node}.`]),
      ...(few ? [`One has fewer than ${turnsToCompare} turns, of which noise can't be told from a change.`] : []),
    ],
  };
};
