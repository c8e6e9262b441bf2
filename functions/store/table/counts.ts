import type { DynamoDBRecord } from "aws-lambda";
import { earliest, type Instant } from "../../kernel/instant.ts";
import * as z from "../../kernel/zod.ts";
import { type Adds, addsOf, type Book, books, type Count, plus, sumOf } from "../../statistics/counts.ts";
import { type Judged, kindOf } from "../../statistics/judged.ts";
import type { CountsTable, JudgedTable } from "../ports.ts";
import { isEntry } from "../queue-entry.ts";
import { readJudged } from "../stored.ts";
import type { AnyChange } from "./case-item.ts";
import { spread } from "./spread-list.ts";
import { expiryOf, type Item, type Table, type Write } from "./table.ts";

/** Of two transactions on a line one is retried; each shard of the stream writes a line of its own. */
const countSlots = 4;
const countPartition = (book: Book, month: string): string => `COUNT#${book}#${month}`;
/** Who answered what is looked back at as long as the answers are (`DECIDED#`). */
const personsKept = { days: 90 };
/** `slot`: which of a count's items it adds to. */
export const countWrite =
  (slot: string, at: Instant) =>
  ({ book, month, name, adds }: Count): Write => {
    const names = Object.keys(adds);
    const also =
      book === "persons"
        ? { set: "SET expiresAt = if_not_exists(expiresAt, :also) ", value: expiryOf(at, personsKept) }
        : book === "open"
          ? { set: "SET since = if_not_exists(since, :also) ", value: at }
          : undefined;
    return {
      update: { pk: countPartition(book, month), sk: `${name}#${slot}` },
      by: `${also?.set ?? ""}ADD ${names.map((_, number) => `#n${number} :v${number}`).join(", ")}`,
      names: Object.fromEntries(names.map((counted, number) => [`n${number}`, countPrefix + counted])),
      values: {
        ...Object.fromEntries(names.map((counted, number) => [`v${number}`, adds[counted]])),
        also: also?.value,
      },
    };
  };
/** So that no name is taken for an attribute of ours. */
const countPrefix = "n-";
const countIn = (item: Item): Adds =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, number]) =>
      name.startsWith(countPrefix) && typeof number === "number" ? [[name.slice(countPrefix.length), number]] : [],
    ),
  );

const judgedPartition = (month: string): string => `JUDGED#${month}`;
/** Summed per kind: a transaction names an item once. */
export const judgedWrites = ({ judged: all = [], at }: AnyChange): readonly Write[] => {
  const kinds = new Map<string, Judged>(all.map((judged) => [kindOf(judged), judged]));
  return [...kinds].map(([sk, judged]) => ({
    update: { pk: judgedPartition(at.slice(0, 7)), sk },
    by: "SET judged = :judged ADD times :more",
    values: { judged: JSON.stringify(judged), more: all.filter((one) => kindOf(one) === sk).length },
  }));
};

/** An entry has no history line to be counted by, so a recount leaves out what entries add. */
const ofEntries = "entries-";
export const entryCountWrites = (change: AnyChange): readonly Write[] =>
  isEntry(change.next)
    ? addsOf(change).map(countWrite(`${ofEntries}${spread(change.next.id, countSlots)}`, change.at))
    : [];

const countsRead = z.array(z.tuple([z.enum(books), z.string(), z.string(), z.record(z.string(), z.int())]));
/** What a change adds, on its history line; readable by whoever reads the table's stream, and never changed. */
export const countsOnLine = (change: AnyChange): { readonly counts?: string } => {
  const counts = addsOf(change).map(({ book, month, name, adds }) => [book, month, name, adds]);
  return counts.length > 0 ? { counts: JSON.stringify(counts) } : {};
};
/** Throws where it was not written by this program. */
export const readCounts = (counts: unknown): readonly Count[] =>
  countsRead
    .parse(JSON.parse(counts === undefined ? "[]" : String(counts)))
    .map(([book, month, name, adds]) => ({ book, month, name, adds }));

/** Up to where each shard of the stream is added up. DynamoDB keeps a stream for a day. */
const streamPartition = "COUNT#stream";
const shardKept = { days: 7 };
/** A transaction holds 100 items, one of which says up to where. */
const countsTogether = 99;
type Streamed = { readonly sequence: string; readonly at: Instant; readonly counts: readonly Count[] };
const readStreamed = ({ dynamodb }: DynamoDBRecord): Streamed => ({
  sequence: BigInt(dynamodb?.SequenceNumber ?? "").toString(),
  at: String(dynamodb?.NewImage?.at?.S),
  counts: readCounts(dynamodb?.NewImage?.counts?.S),
});

/** In their order, as many as one transaction holds. A line alone is never split. */
const inTransactions = (lines: readonly Streamed[]): readonly (readonly [Streamed, ...Streamed[]])[] => {
  const all: [Streamed, ...Streamed[]][] = [];
  for (const line of lines) {
    const last = all.at(-1);
    const isFull = last && sumOf([...last, line].flatMap(({ counts }) => counts)).length > countsTogether;
    if (last && !isFull) last.push(line);
    else all.push([line]);
  }
  return all;
};

/**
 * Adds up history lines of one shard of the stream, each once: with the sum the same transaction writes up to which
 * sequence number the shard is added up, and what comes again is not behind it. Throws where another run of the
 * shard was first, and what the table throws; handed the lines again, it goes on where it was. Gives those that it
 * can't read and left out.
 */
export const countsFromStream =
  (table: Table) =>
  async (shard: string, records: readonly DynamoDBRecord[]): Promise<readonly DynamoDBRecord[]> => {
    const left: DynamoDBRecord[] = [];
    const lines = records.flatMap((record) => {
      try {
        return readStreamed(record);
      } catch {
        // It must not hold the shard. Whoever asks hears of it.
        left.push(record);
        return [];
      }
    });
    if (!lines.some(({ counts }) => counts.length > 0)) return left;
    const key = { pk: streamPartition, sk: shard };
    let seen = (await table.get(key))?.upTo;
    const isBehind = ({ sequence }: Streamed) => typeof seen !== "string" || BigInt(sequence) > BigInt(seen);
    for (const together of inTransactions(lines.filter((line) => line.counts.length > 0 && isBehind(line)))) {
      const { sequence, at } = together.at(-1) ?? together[0];
      const mark: Write = {
        update: key,
        by: "SET upTo = :sequence, countedAt = :at, expiresAt = :expiresAt",
        where: seen === undefined ? "attribute_not_exists(upTo)" : "upTo = :seen",
        values: { sequence, at, expiresAt: expiryOf(at, shardKept), seen },
      };
      const sum = sumOf(together.flatMap(({ counts }) => counts));
      if (!(await table.write(mark, ...sum.map(countWrite(String(spread(shard, countSlots)), together[0].at)))))
        throw new Error("Another run added up the same shard of the stream meanwhile.");
      seen = sequence;
    }
    return left;
  };

/** A month of a book, without what entries add. */
export const casesCounted = async (table: Table, book: Book, month: string): Promise<readonly Count[]> =>
  (await table.all({ pk: countPartition(book, month), consistent: true })).flatMap((item) => {
    const { name, slot } = placeIn(item);
    return slot.startsWith(ofEntries) ? [] : [{ book, month, name, adds: countIn(item) }];
  });

const placeIn = ({ sk }: Item) => {
  const [, name = "", slot = ""] = /^(.*)#([^#]*)$/.exec(String(sk)) ?? [];
  return { name, slot };
};

export const countsTable = (table: Table): Omit<CountsTable, "longestOpen"> & JudgedTable => ({
  counts: async (book, month) => {
    const sums = new Map<string, Adds>();
    for (const item of await table.all({ pk: countPartition(book, month), consistent: true })) {
      const { name } = placeIn(item);
      sums.set(name, plus(sums.get(name) ?? {}, countIn(item)));
    }
    return sums;
  },
  countedSince: async () => {
    const open = await table.all({ pk: countPartition("open", "now"), consistent: true });
    return earliest(...open.map(({ since }) => (typeof since === "string" ? since : undefined)));
  },
  countedUpTo: async () => {
    const shards = await table.all({ pk: streamPartition, consistent: true });
    return shards
      .flatMap(({ countedAt }) => (typeof countedAt === "string" ? countedAt : []))
      .sort()
      .at(-1);
  },
  judged: async (month) => (await table.all({ pk: judgedPartition(month), consistent: true })).map(readJudged),
});
