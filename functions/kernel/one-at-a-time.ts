/**
 * Does what is asked under one key in the order in which it was asked, each after the one before
 * has ended; other keys do not wait.
 */
export type OneAtATime = <T>(key: string, does: () => Promise<T>) => Promise<T>;

/**
 * For what runs side by side in one process and would meet at one item of the table. Touches
 * nothing; what throws stops nobody behind it.
 */
export const oneAtATime = (): OneAtATime => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, does) => {
    const before = last.get(key);
    const own = before === undefined ? does() : before.then(does, does);
    last.set(key, own);
    try {
      return await own;
    } finally {
      if (last.get(key) === own) last.delete(key);
    }
  };
};
