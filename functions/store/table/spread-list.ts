import { cursorOf, type Index, type Item, keysOf, placeOf, type Range, type Table } from "./table.ts";

/*
 * A list of an index is one partition, which takes 1,000 writes a second (DynamoDB Developer Guide, "Warm
 * throughput"), and a throttled index throttles its table. So a list lies over several, and each reader reads all.
 */

/** Which of `over` places a case has, always the same. */
export const spread = (caseId: string, over: number): number =>
  [...caseId].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9973, 7) % over;

/** A thousand cases a second change their place in a list at most four times in it. */
const partitionsOfAList = 4;

const nameOf = (list: string, part: number): string => (part === 0 ? list : `${list}#${part}`);

/** The partition of a list in which a case has its place. */
export const partitionIn = (list: string, caseId: string): string => nameOf(list, spread(caseId, partitionsOfAList));

/** The names of so many partitions, by their numbers. */
export const partitions = (count: number, name: (part: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, part) => name(part));

/** What is read in order over several partitions, each at most `each` places of it. `newestFirst`: from its end. */
type Merging = Pick<Range, "index" | "sk" | "newestFirst"> & {
  readonly table: Table;
  readonly over: readonly string[];
  readonly each: number;
};

/** `upTo`: the sort key of the last place where there may be more behind it. */
export type Listed = { readonly places: readonly Item[]; readonly upTo?: string };

/**
 * At most `limit` places of several partitions in one order. Network: a query for each, all at once. Throws what
 * DynamoDB throws.
 */
export const merged = async (
  { table, over, each, ...range }: Merging,
  limit = Number.POSITIVE_INFINITY,
): Promise<Listed> => {
  const { sort } = keysOf[range.index ?? "table"];
  const sign = range.newestFirst ? -1 : 1;
  const inOrder = (one: string, other: string) => (one < other ? -sign : one > other ? sign : 0);
  const pages = await Promise.all(over.map((pk) => table.page({ ...range, pk, limit: each })));
  // Where a partition goes on, nothing behind its last place is known to be next.
  const [known] = pages.flatMap(({ last }) => (last ? [String(last[sort])] : [])).sort(inOrder);
  const all = pages
    .flatMap(({ items }) => items)
    .filter((place) => known === undefined || inOrder(String(place[sort]), known) <= 0)
    .sort((one, other) => inOrder(String(one[sort]), String(other[sort])));
  const places = all.slice(0, limit);
  const isAll = known === undefined && places.length === all.length;
  const last = places.at(-1);
  return { places, ...(!isAll && last && { upTo: String(last[sort]) }) };
};

/** A list of an index, in which every place has a sort key of its own. */
export type IndexedList = Pick<Merging, "table" | "newestFirst"> & { readonly index: Index; readonly list: string };

/** At most `limit` places of a list in its order, behind the sort key `after`. */
export const listed = ({ list, ...from }: IndexedList, limit: number, after?: string): Promise<Listed> => {
  const sk = after === undefined ? undefined : ([from.newestFirst ? "<" : ">", after] as const);
  return merged({ ...from, over: partitions(partitionsOfAList, (part) => nameOf(list, part)), sk, each: limit }, limit);
};

/** A cursor that says from where `list` goes on. */
export const cursorIn = ({ list }: IndexedList, upTo: string | undefined): { readonly cursor?: string } =>
  cursorOf(upTo === undefined ? undefined : JSON.stringify({ list, upTo }));

/**
 * From where a list goes on; from its beginning where the cursor is none of this list: an address that
 * somebody wrote by hand, or another list's.
 */
export const readCursorIn = ({ list }: IndexedList, cursor: string | undefined): string | undefined => {
  try {
    const said: unknown = JSON.parse(placeOf(cursor));
    if (typeof said !== "object" || said === null || !("list" in said) || said.list !== list) return undefined;
    return "upTo" in said && typeof said.upTo === "string" && said.upTo !== "" ? said.upTo : undefined;
  } catch {
    // Not a cursor of ours.
    return undefined;
  }
};
