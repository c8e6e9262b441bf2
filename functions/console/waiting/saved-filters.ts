import { fail, ok, type Result } from "../../kernel/result.ts";
import { untilWritten } from "../../kernel/until-written.ts";
import { type Filter, writeFilter } from "./filter.ts";

/** A list that a person kept for themselves: what it is narrowed by, under a name. */
export type SavedFilter = { readonly name: string; readonly filter: Filter };

/** What a person keeps, in the order in which it came, and which version of that it is. */
export type Kept = { readonly filters: readonly SavedFilter[]; readonly version: number };

export type SavedFilters = {
  /** A person's own; nothing where they kept none. */
  readonly of: (person: string) => Promise<Kept>;
  /** Writes all of a person's anew; does nothing where they have changed since that version, and says so. */
  readonly keep: (person: string, filters: readonly SavedFilter[], seen: number) => Promise<boolean>;
};

export const savedAtMost = 20;
export const nameAtMost = 40;

/** Why nothing was saved, as a sentence to whoever asked for it. */
type Refused = string;
type Changed = Result<readonly SavedFilter[], Refused>;

/** One line of it. */
const tidy = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim();
const isSame = (one: string, other: string): boolean =>
  one.normalize("NFKC").toLowerCase() === other.normalize("NFKC").toLowerCase();

/**
 * A name that may stand readably in the table: it is not sealed, so that no reported address may stand in
 * it. A full stop with a letter on either side is taken for one.
 */
const readName = (written: string): Result<string, Refused> => {
  const name = tidy(written);
  if (name === "") return fail("Give the list a name.");
  if ([...name].length > nameAtMost) return fail(`A name has at most ${nameAtMost} characters.`);
  if (/:\/\/|[\p{L}\p{N}]\p{P}*[.。｡]\p{P}*[\p{L}\p{N}]|@/u.test(name))
    return fail("A name says what the list is for, and holds no host or address.");
  return ok(name);
};

/** With the filter under a name, in place of what stood under it before. Pure. */
export const saved = (filters: readonly SavedFilter[], written: string, filter: Filter): Changed => {
  const name = readName(written);
  if (!name.ok) return name;
  if (writeFilter(filter) === "") return fail("Narrow the list first: this one is all that waits.");
  const stands = filters.some((one) => isSame(one.name, name.value));
  if (stands) return ok(filters.map((one) => (isSame(one.name, name.value) ? { name: name.value, filter } : one)));
  if (filters.length >= savedAtMost) return fail(`You keep ${savedAtMost} lists already. Remove one first.`);
  return ok([...filters, { name: name.value, filter }]);
};

/** With one of them under another name, which none of the others has. Pure. */
export const renamed = (filters: readonly SavedFilter[], from: string, written: string): Changed => {
  const name = readName(written);
  if (!name.ok) return name;
  if (!filters.some((one) => isSame(one.name, from))) return fail("You keep no list of that name any more.");
  if (!isSame(from, name.value) && filters.some((one) => isSame(one.name, name.value)))
    return fail("Another of your lists has this name.");
  return ok(filters.map((one) => (isSame(one.name, from) ? { ...one, name: name.value } : one)));
};

/** Without one of them; as they are where it is gone already. Pure. */
export const removed = (filters: readonly SavedFilter[], name: string): Changed =>
  ok(filters.filter((one) => !isSame(one.name, name)));

/**
 * Changes what a person keeps, by what stands there. Network: a read and a write, again where the
 * person changed it in another window in that moment. Twice is as once.
 */
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
