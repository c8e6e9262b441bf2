const isWhole = Boolean(process.env["CI"]);

/**
 * How much of what takes long runs: in `npm test` as little as still finds the fault that it is
 * for, in CI (`CI=true npm test`) the whole.
 */
export const often = (few: number, whole: number): number => (isWhole ? whole : few);

/** A sample of a long list, always the same and spread over all of it; in CI the whole. */
export const sample = <T>(list: readonly T[], few: number): readonly T[] => {
  const each = isWhole ? 1 : Math.max(1, Math.ceil(list.length / few));
  return list.filter((_, at) => at % each === 0);
};
