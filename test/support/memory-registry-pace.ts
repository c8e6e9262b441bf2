import { type PaceState, type PaceStore, unasked } from "../../functions/contact/registry-pace.ts";

export const memoryRegistryPace = (): PaceStore => {
  const states = new Map<string, PaceState>();
  return {
    read: (key) => Promise.resolve(states.get(key) ?? unasked),
    write: (key, before, after) => {
      const now = states.get(key) ?? unasked;
      if (now.nextMs !== before.nextMs || now.restUntilMs !== before.restUntilMs) return Promise.resolve(false);
      states.set(key, after);
      return Promise.resolve(true);
    },
  };
};
