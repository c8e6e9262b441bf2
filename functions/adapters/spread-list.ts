import { type DocumentClient, QueryCommand } from "./document-client.ts";
import { spread } from "./spread.ts";

/*
 * A list of an index is one partition, which takes 1,000 writes a second (DynamoDB Developer Guide, "Warm
 * throughput"), and a throttled index throttles its table. In a large stage a list lies over several; each
 * reader reads all, so that a stage may change its size, or be written by somebody who does not spread.
 */

/** A thousand cases a second change their place in a list at most four times in it. */
const partitionsOfAList = 4;

/** Where a list lies whole, and the part of it that lies nowhere else. */
const nameOf = (list: string, part: number): string => (part === 0 ? list : `${list}#${part}`);

/** The partition of a list in which a case has its place. `spreads`: this stage lays its lists over several. */
export const partitionIn = (list: string, caseId: string, spreads: boolean): string =>
  nameOf(list, spreads ? spread(caseId, partitionsOfAList) : 0);

/** A list of an index. `newestFirst`: from its end. */
export type IndexedList = {
  readonly table: DocumentClient;
  readonly TableName: string;
  readonly index: keyof typeof keysOf;
  readonly list: string;
  readonly newestFirst?: true;
};

type Place = Readonly<Record<string, unknown>>;

/** `upTo`: the sort key of the last place where there may be more behind it. */
export type Listed = { readonly places: readonly Place[]; readonly upTo?: string };

const keysOf = {
  review: { partition: "reviewShard", sort: "reviewRank" },
  opened: { partition: "openedDay", sort: "openedAt" },
  due: { partition: "dueShard", sort: "dueAt" },
} as const;

/**
 * At most `limit` places of a list in its order, behind the sort key `after`; every place has one of its own.
 * Network: a query for each partition, all at once. Throws what DynamoDB throws.
 */
export const listed = async (list: IndexedList, limit: number, after?: string): Promise<Listed> => {
  const { sort } = keysOf[list.index];
  const sign = list.newestFirst ? -1 : 1;
  const inOrder = (one: string, other: string) => (one < other ? -sign : one > other ? sign : 0);
  const answers = await Promise.all(
    Array.from({ length: partitionsOfAList }, (_, part) => queried(list, nameOf(list.list, part), limit, after)),
  );
  // Where a partition goes on, nothing behind its last place is known to be next.
  const [known] = answers.flatMap(({ LastEvaluatedKey: last }) => (last ? [String(last[sort])] : [])).sort(inOrder);
  const all = answers
    .flatMap(({ Items = [] }) => Items)
    .filter((place) => known === undefined || inOrder(String(place[sort]), known) <= 0)
    .sort((one, other) => inOrder(String(one[sort]), String(other[sort])));
  const places = all.slice(0, limit);
  const isAll = known === undefined && places.length === all.length;
  const last = places.at(-1);
  return { places, ...(!isAll && last && { upTo: String(last[sort]) }) };
};

const whole = "#partition = :list";
const behind = "#partition = :list AND #sort > :after";
const before = "#partition = :list AND #sort < :after";

const queried = (
  { table, TableName, index, newestFirst }: IndexedList,
  partition: string,
  limit: number,
  after: string | undefined,
) => {
  const keys = keysOf[index];
  return table.send(
    new QueryCommand({
      TableName,
      IndexName: index,
      KeyConditionExpression: after === undefined ? whole : newestFirst ? before : behind,
      ExpressionAttributeNames: { "#partition": keys.partition, ...(after !== undefined && { "#sort": keys.sort }) },
      ExpressionAttributeValues: { ":list": partition, ...(after !== undefined && { ":after": after }) },
      ...(newestFirst && { ScanIndexForward: false }),
      Limit: limit,
    }),
  );
};

/** A cursor that says from where `list` goes on. */
export const cursorIn = ({ list }: IndexedList, upTo: string | undefined): { readonly cursor?: string } =>
  upTo === undefined ? {} : { cursor: Buffer.from(JSON.stringify({ list, upTo })).toString("base64url") };

/**
 * From where a list goes on; from its beginning where the cursor is none of this list: an address that
 * somebody wrote by hand, or another list's.
 */
export const readCursorIn = ({ list }: IndexedList, cursor: string | undefined): string | undefined => {
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor ?? "", "base64url").toString());
    if (typeof said !== "object" || said === null || !("list" in said) || said.list !== list) return undefined;
    return "upTo" in said && typeof said.upTo === "string" && said.upTo !== "" ? said.upTo : undefined;
  } catch {
    // Not a cursor of ours.
    return undefined;
  }
};
