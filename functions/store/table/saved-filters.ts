import { readFilter, writeFilter } from "../../console/list/filter.ts";
import type { SavedFilters } from "../../console/list/saved-filters.ts";
import { personKey } from "../../kernel/person.ts";
import * as z from "../../kernel/zod.ts";
import { hashed, stillIs, type Table } from "./table.ts";

/** Hashed: a provider's name for a person may be of any length. */
const keyOf = (person: string) => ({ pk: `PERSON#${hashed(personKey(person))}`, sk: "FILTERS" });

const stored = z.object({
  version: z.int().check(z.positive()),
  filters: z.array(z.object({ name: z.string(), query: z.string() })),
});

/** One item per person. Network: one read, or one write. Throws what the table throws. */
export const dynamoSavedFilters = (table: Table): SavedFilters => ({
  of: async (person) => {
    const found = await table.get(keyOf(person));
    if (!found) return { filters: [], version: 0 };
    const read = stored.safeParse(found);
    // What nobody can read must not hide what waits. The next list that is kept replaces it.
    if (!read.success) return { filters: [], version: Number(found.version) };
    return {
      version: read.data.version,
      filters: read.data.filters.map(({ name, query }) => ({ name, filter: readFilter(new URLSearchParams(query)) })),
    };
  },
  keep: (person, filters, seen) =>
    table.write({
      put: {
        ...keyOf(person),
        version: seen + 1,
        filters: filters.map(({ name, filter }) => ({ name, query: writeFilter(filter) })),
      },
      ...stillIs({ version: seen }, true),
    }),
});
