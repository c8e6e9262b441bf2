import type { DynamoDBRecord } from "aws-lambda";
import type { Instant } from "../../kernel/instant.ts";
import * as z from "../../kernel/zod.ts";
import { books, type Count, sumOf } from "../../statistics/counts.ts";
import { countSlots, countWrite, streamPartition } from "./counts.ts";
import { spread } from "./spread-list.ts";
import { expiryOf, type Table, type Write } from "./table.ts";

const countsRead = z.array(z.tuple([z.enum(books), z.string(), z.string(), z.record(z.string(), z.int())]));
/** Throws where it was not written by this program. */
export const readCounts = (counts: unknown): readonly Count[] =>
  countsRead
    .parse(JSON.parse(counts === undefined ? "[]" : String(counts)))
    .map(([book, month, name, adds]) => ({ book, month, name, adds }));

/** DynamoDB keeps a stream for a day. */
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
