import { earliest, type Instant } from "../../kernel/instant.ts";
import { type Adds, addsOf, type Book, type Count, plus } from "../../statistics/counts.ts";
import { type Judged, kindOf } from "../../statistics/judged.ts";
import type { CountsTable, JudgedTable } from "../ports.ts";
import { readJudged } from "../stored.ts";
import type { AnyChange } from "./case-item.ts";
import { spread } from "./spread-list.ts";
import { expiryOf, type Item, type Table, type Write } from "./table.ts";

/** Of two transactions on a line one is retried. At ten cases a second, each changes about once a second. */
const countShards: Readonly<Record<Book, number>> = {
  days: 16,
  open: 16,
  persons: 4,
  country: 8,
  category: 8,
  provider: 4,
};
const countPartition = (book: Book, month: string): string => `COUNT#${book}#${month}`;
/** Who answered what is looked back at as long as the answers are (`DECIDED#`). */
const personsKept = { days: 90 };
const countWrite =
  (caseId: string, at: Instant) =>
  ({ book, month, name, adds }: Count): Write => {
    const names = Object.keys(adds);
    const also =
      book === "persons"
        ? { set: "SET expiresAt = if_not_exists(expiresAt, :also) ", value: expiryOf(at, personsKept) }
        : book === "open"
          ? { set: "SET since = if_not_exists(since, :also) ", value: at }
          : undefined;
    return {
      update: { pk: countPartition(book, month), sk: `${name}#${spread(caseId, countShards[book])}` },
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

/** What changes written together add to the counts. Guarded by the states' versions, so it is added once. */
export const countWrites = ({ next, at }: AnyChange, all: readonly AnyChange[]): readonly Write[] =>
  addsOf(all).map(countWrite(next.id, at));

export const countsTable = (table: Table): Pick<CountsTable, "counts" | "countedSince"> & JudgedTable => ({
  counts: async (book, month) => {
    const sums = new Map<string, Adds>();
    for (const item of await table.all({ pk: countPartition(book, month), consistent: true })) {
      const sk = String(item.sk);
      const name = sk.slice(0, sk.lastIndexOf("#"));
      sums.set(name, plus(sums.get(name) ?? {}, countIn(item)));
    }
    return sums;
  },
  countedSince: async () => {
    const open = await table.all({ pk: countPartition("open", "now"), consistent: true });
    return earliest(...open.map(({ since }) => (typeof since === "string" ? since : undefined)));
  },
  judged: async (month) => (await table.all({ pk: judgedPartition(month), consistent: true })).map(readJudged),
});
