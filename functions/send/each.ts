/** Runs it for each, some at a time. Gives the results in order. Throws once all had their turn. */
export const each = async <T, U>(
  items: readonly T[],
  does: (item: T) => Promise<U>,
  atATime = 20,
): Promise<readonly U[]> => {
  const begun: Promise<U>[] = [];
  for (let from = 0; from < items.length; from += atATime) {
    const portion = items.slice(from, from + atATime).map(does);
    await Promise.allSettled(portion);
    begun.push(...portion);
  }
  return Promise.all(begun);
};
