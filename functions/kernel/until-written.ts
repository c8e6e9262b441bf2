/**
 * Reads, decides and writes what has to stand as it was read: `once` does that, gives nothing where somebody was
 * first, and is done again then. Gives nothing where somebody was in each of so many tries.
 */
export const untilWritten = async <T>(
  once: (tries: number) => Promise<T | undefined>,
  triesAtMost = 5,
): Promise<T | undefined> => {
  for (let tries = 0; tries < triesAtMost; tries++) {
    const done = await once(tries);
    if (done !== undefined) return done;
  }
  return undefined;
};
