/** The same draws for a seed, every time. `isTrue`: once in so many. */
export const randomOf = (seed: number) => {
  let state = seed * 7919 + 1;
  const below = (bound: number): number => {
    state = (state * 48271) % 0x7fffffff;
    return state % bound;
  };
  const oneOf = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  return { below, oneOf, isTrue: (outOf: number) => below(outOf) === 0 };
};

export type Random = ReturnType<typeof randomOf>;
