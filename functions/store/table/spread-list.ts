import { cursorOf, type Index, type Item, keysOf, placeOf, type Range, type Table } from "./table.ts";

/*
 * A list of an index is one partition, which takes 1,000 writes a second (DynamoDB Developer Guide, "Warm
 * throughput"), and a throttled index throttles its table. So a list is spread over several, and readers read all.
 */

/** Which of `over` places a case has, always the same. */
export const spread = (caseId: string, over: number): number =>
  [...caseId].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9973, 7) % over;

/** A thousand cases a second change their place in a list at most four times in it. */
const partitionsOfAList = 4;

const nameOf = (list: string, part: number): string => (part === 0 ? list : `${list}#${part}`);

export const partitionIn = (list: string, caseId: string): string => nameOf(list, spread(caseId, partitionsOfAList));

export const partitions = (count: number, name: (part: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, part) => name(part));

/** Partitions read in one order, at most `each` places of each. `newestFirst`: from the end. */
type Merging = Pick<Range, "index" | "sk" | "newestFirst"> & {
  readonly table: Table;
  readonly over: readonly string[];
  readonly each: number;
};

/** `upTo`: the sort key of the last place, where there may be more after it. */
export type Listed = { readonly places: readonly Item[]; readonly upTo?: string };

/** Network: a query for each partition, all at once. Throws what DynamoDB throws. */
export const merged = async (
  { table, over, each, ...range }: Merging,
  limit = Number.POSITIVE_INFINITY,
): Promise<Listed> => {
  const { sort } = keysOf[range.index ?? "table"];
  const sign = range.newestFirst ? -1 : 1;
  const inOrder = (one: string, other: string) => (one < other ? -sign : one > other ? sign : 0);
  const pages = await Promise.all(over.map((pk) => table.page({ ...range, pk, limit: each })));
  // Where a partition goes on, nothing after its last place is known to be next.
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

/** A list of an index, in which every place has its own sort key. */
export type IndexedList = Pick<Merging, "table" | "newestFirst"> & { readonly index: Index; readonly list: string };

/** At most `limit` places of a list in order, after the sort key `after`. */
export const listed = ({ list, ...from }: IndexedList, limit: number, after?: string): Promise<Listed> => {
  const sk = after === undefined ? undefined : ([from.newestFirst ? "<" : ">", after] as const);
  return merged({ ...from, over: partitions(partitionsOfAList, (part) => nameOf(list, part)), sk, each: limit }, limit);
};

export const cursorIn = ({ list }: IndexedList, upTo: string | undefined): { readonly cursor?: string } =>
  cursorOf(upTo === undefined ? undefined : JSON.stringify({ list, upTo }));

/** Where a list goes on: at its start for a cursor that is written by hand or another list's. */
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
