/** Does it for each, some at a time, and gives what came of them in order. */
export const each = async <T, U>(
  items: readonly T[],
  does: (item: T) => Promise<U>,
  atATime = 20,
): Promise<readonly U[]> => {
  const results: U[] = [];
  for (let from = 0; from < items.length; from += atATime)
    results.push(...(await Promise.all(items.slice(from, from + atATime).map(does))));
  return results;
};
