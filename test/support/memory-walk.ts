import type { KeptWalk, Walk } from "../../functions/follow-up/reach.ts";

/** How far new clocks have reached, in memory. */
export const memoryWalk = (): KeptWalk => {
  let kept: Walk | undefined;
  return {
    read: async () => kept,
    note: async (walk) => {
      kept = walk;
    },
  };
};
