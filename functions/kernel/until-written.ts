/** Repeats `once` (read, decide, write) while somebody else was first. `undefined` after `triesAtMost`. */
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
