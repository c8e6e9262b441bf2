import { earliest, type Instant } from "../../kernel/instant.ts";
import { type Adds, addsOf, type Book, type Count, plus } from "../../statistics/counts.ts";
import { type Judged, kindOf } from "../../statistics/judged.ts";
import type { CountsTable, JudgedTable } from "../ports.ts";
import { isEntry } from "../queue-entry.ts";
import { readJudged } from "../stored.ts";
import type { AnyChange } from "./case-item.ts";
import { spread } from "./spread-list.ts";
import { expiryOf, type Item, type Table, type Write } from "./table.ts";

/** Of two transactions on a line one is retried; each shard of the stream writes a line of its own. */
export const countSlots = 4;
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

/** What a change adds, on its history line; readable by whoever reads the table's stream, and never changed. */
export const countsOnLine = (change: AnyChange): { readonly counts?: string } => {
  const counts = addsOf(change).map(({ book, month, name, adds }) => [book, month, name, adds]);
  return counts.length > 0 ? { counts: JSON.stringify(counts) } : {};
};

/** Up to where each shard of the stream is added up. */
export const streamPartition = "COUNT#stream";

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
