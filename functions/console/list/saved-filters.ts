import { fail, ok, type Result } from "../../kernel/result.ts";
import { untilWritten } from "../../kernel/until-written.ts";
import { type Filter, writeFilter } from "./filter.ts";

export type SavedFilter = { readonly name: string; readonly filter: Filter };

/** A person's lists, in order, with their version. */
export type Kept = { readonly filters: readonly SavedFilter[]; readonly version: number };

export type SavedFilters = {
  /** Nothing if they kept none. */
  readonly of: (person: string) => Promise<Kept>;
  /** Replaces all of a person's filters. `false`, unwritten, if they changed since that version. */
  readonly keep: (person: string, filters: readonly SavedFilter[], seen: number) => Promise<boolean>;
};

export const savedAtMost = 20;
export const nameAtMost = 40;

/** Why nothing was saved, as a sentence. */
type Refused = string;
type Changed = Result<readonly SavedFilter[], Refused>;

const tidy = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim();
const isSame = (one: string, other: string): boolean =>
  one.normalize("NFKC").toLowerCase() === other.normalize("NFKC").toLowerCase();

/** Not sealed, so it may hold no reported address. A full stop between letters counts as one. */
const readName = (written: string): Result<string, Refused> => {
  const name = tidy(written);
  if (name === "") return fail("Give the list a name.");
  if ([...name].length > nameAtMost) return fail(`A name has at most ${nameAtMost} characters.`);
  if (/:\/\/|[\p{L}\p{N}]\p{P}*[.。｡]\p{P}*[\p{L}\p{N}]|@/u.test(name))
    return fail("A name says what the list is for, and holds no host or address.");
  return ok(name);
};

/** Adds the filter, or replaces the one of that name. Pure. */
export const saved = (filters: readonly SavedFilter[], written: string, filter: Filter): Changed => {
  const name = readName(written);
  if (!name.ok) return name;
  if (writeFilter(filter) === "") return fail("Filter the list first: this one is all that needs you.");
  const stands = filters.some((one) => isSame(one.name, name.value));
  if (stands) return ok(filters.map((one) => (isSame(one.name, name.value) ? { name: name.value, filter } : one)));
  if (filters.length >= savedAtMost) return fail(`You keep ${savedAtMost} lists already. Remove one first.`);
  return ok([...filters, { name: name.value, filter }]);
};

/** Renames one, if no other has the name. Pure. */
export const renamed = (filters: readonly SavedFilter[], from: string, written: string): Changed => {
  const name = readName(written);
  if (!name.ok) return name;
  if (!filters.some((one) => isSame(one.name, from))) return fail("You keep no list of that name any more.");
  if (!isSame(from, name.value) && filters.some((one) => isSame(one.name, name.value)))
    return fail("Another of your lists has this name.");
  return ok(filters.map((one) => (isSame(one.name, from) ? { ...one, name: name.value } : one)));
};

/** Unchanged if it is gone already. Pure. */
export const removed = (filters: readonly SavedFilter[], name: string): Changed =>
  ok(filters.filter((one) => !isSame(one.name, name)));

/** Network: a read and a write, retried if another window changed it. Idempotent. */
export const changeSaved = async (
  store: SavedFilters,
  person: string,
  change: (filters: readonly SavedFilter[]) => Changed,
): Promise<Changed> => {
  const kept = await untilWritten(async () => {
    const { filters, version } = await store.of(person);
    const changed = change(filters);
    return !changed.ok || (await store.keep(person, changed.value, version)) ? changed : undefined;
  });
  return kept ?? fail("Your lists changed in the same moment. Send it once more.");
};
