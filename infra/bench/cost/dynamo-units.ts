import type { AttributeValue } from "@aws-sdk/client-dynamodb";

export type Item = Readonly<Record<string, AttributeValue>>;

/** Partition and sort key of an index that projects keys alone, by the index's name. */
export type IndexKeys = Readonly<Record<string, readonly [string, string]>>;

const utf8 = (text: string): number => Buffer.byteLength(text, "utf8");
/** On the wire bytes are base64. */
const binary = (bytes: Uint8Array | string): number =>
  typeof bytes === "string" ? Buffer.from(bytes, "base64").length : bytes.length;
/** Two digits a byte, one byte for the number itself, one more for a minus. */
const number = (digits: string): number =>
  1 + Math.ceil(digits.replace(/[^0-9]/g, "").length / 2) + (digits.startsWith("-") ? 1 : 0);
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

const valueBytes = (value: AttributeValue): number => {
  if (value.S !== undefined) return utf8(value.S);
  if (value.N !== undefined) return number(value.N);
  if (value.B !== undefined) return binary(value.B);
  if (value.SS !== undefined) return sum(value.SS.map(utf8));
  if (value.NS !== undefined) return sum(value.NS.map(number));
  if (value.BS !== undefined) return sum(value.BS.map(binary));
  if (value.L !== undefined) return 3 + sum(value.L.map((one) => 1 + valueBytes(one)));
  if (value.M !== undefined)
    return 3 + sum(Object.entries(value.M).map(([name, one]) => 1 + utf8(name) + valueBytes(one)));
  return 1;
};

/**
 * What an item weighs in bytes: names and values (DynamoDB Developer Guide, "DynamoDB item sizes
 * and formats").
 */
export const itemBytes = (item: Item): number =>
  sum(Object.entries(item).map(([name, value]) => utf8(name) + valueBytes(value)));

/**
 * Write units of one item: the larger of what was there and what is there now, by the kilobyte, one
 * at least; twice that in a transaction.
 */
export const writeUnits = (before: Item | undefined, after: Item | undefined, transactional: boolean): number =>
  Math.max(1, Math.ceil(Math.max(before ? itemBytes(before) : 0, after ? itemBytes(after) : 0) / 1024)) *
  (transactional ? 2 : 1);

const entryOf = (item: Item | undefined, [partition, sort]: readonly [string, string]): string | undefined =>
  item?.[partition]?.S === undefined || item[sort]?.S === undefined
    ? undefined
    : `${item[partition].S}\n${item[sort].S}`;

/**
 * Write units of the indexes: one for an entry that comes or goes, two for one whose key changes,
 * none for one that stays (DynamoDB Developer Guide, "Provisioned throughput considerations for
 * Global Secondary Indexes"). An entry of keys alone is below a kilobyte. An index is written after
 * the transaction, once.
 */
export const indexUnits = (before: Item | undefined, after: Item | undefined, indexes: IndexKeys): number =>
  sum(
    Object.values(indexes).map((keys) => {
      const [was, is] = [entryOf(before, keys), entryOf(after, keys)];
      return was === is ? 0 : was !== undefined && is !== undefined ? 2 : 1;
    }),
  );

/**
 * Read units of so many bytes: by four kilobytes, one at least; half of that where an older answer
 * will do.
 */
export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
