/** At most this many of a long list, always the same and spread over all of it. */
export const spread = <T>(list: readonly T[], atMost: number): readonly T[] => {
  const each = Math.max(1, Math.ceil(list.length / atMost));
  return list.filter((_, at) => at % each === 0);
};
