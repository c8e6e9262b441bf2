/** Runs what is asked under one key in order, each after the one before. Other keys do not wait. */
export type OneAtATime = <T>(key: string, does: () => Promise<T>) => Promise<T>;

/** For concurrent work on one item of the table. A throw stops nobody behind it. */
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
