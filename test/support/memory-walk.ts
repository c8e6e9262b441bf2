import type { KeptWalk, Walk } from "../../functions/follow-up/reach.ts";

export const memoryWalk = (): KeptWalk => {
  let kept: Walk | undefined;
  return {
    read: async () => kept,
    note: async (walk) => {
      kept = walk;
    },
  };
};
