import type { Kept, SavedFilters } from "../../functions/console/list/saved-filters.ts";
import { personKey } from "../../functions/kernel/person.ts";

/** The lists that people keep, in memory; held to `test/contracts/saved-filters.ts`. */
export const memorySavedFilters = (): SavedFilters => {
  const kept = new Map<string, Kept>();
  const of = (person: string): Kept => kept.get(personKey(person)) ?? { filters: [], version: 0 };
  return {
    of: async (person) => of(person),
    keep: async (person, filters, seen) => {
      if (of(person).version !== seen) return false;
      kept.set(personKey(person), { filters, version: seen + 1 });
      return true;
    },
  };
};
