import { createHash } from "node:crypto";
import { readFilter, writeFilter } from "../console/waiting/filter.ts";
import type { SavedFilters } from "../console/waiting/saved-filters.ts";
import { once } from "../kernel/once.ts";
import { personKey } from "../kernel/person.ts";
import * as z from "../kernel/zod.ts";
import { type DocumentClient, GetCommand, PutCommand } from "./document-client.ts";
import { whyNotWritten } from "./table-conflicts.ts";

/*
 * Every stored key, its shape and its lifetime: functions/case/STORED-KEYS.md. Change both
 * together.
 */

/** Hashed: a provider's name for a person is as long as it likes. */
const keyOf = (person: string) => ({
  pk: `PERSON#${createHash("sha256").update(personKey(person)).digest("hex").slice(0, 40)}`,
  sk: "FILTERS",
});

const stored = once(() =>
  z.object({
    version: z.int().check(z.positive()),
    filters: z.array(z.object({ name: z.string(), query: z.string() })),
  }),
);

/**
 * The lists that people keep, in the table: one item for each person. Network: one read, or one write.
 * Throws what the table throws.
 */
export const dynamoSavedFilters = (table: DocumentClient, TableName: string): SavedFilters => ({
  of: async (person) => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: keyOf(person), ConsistentRead: true }));
    if (!Item) return { filters: [], version: 0 };
    const read = stored().safeParse(Item);
    // What nobody can read must not hide what waits; the next list that is kept takes its place.
    if (!read.success) return { filters: [], version: Number(Item.version) };
    return {
      version: read.data.version,
      filters: read.data.filters.map(({ name, query }) => ({ name, filter: readFilter(new URLSearchParams(query)) })),
    };
  },
  keep: async (person, filters, seen) => {
    try {
      await table.send(
        new PutCommand({
          TableName,
          Item: {
            ...keyOf(person),
            version: seen + 1,
            filters: filters.map(({ name, filter }) => ({ name, query: writeFilter(filter) })),
          },
          ConditionExpression: "attribute_not_exists(pk) OR version = :seen",
          ExpressionAttributeValues: { ":seen": seen },
        }),
      );
      return true;
    } catch (error) {
      if (whyNotWritten(error) === "condition") return false;
      throw error;
    }
  },
});
