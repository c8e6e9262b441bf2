import type { ReplyClass } from "../case/reply-class.ts";
import type { JudgedCount } from "./judged.ts";

export type Mixed = { readonly was: ReplyClass; readonly read: ReplyClass; readonly times: number };

/** How often replies were read right, by the reader's sureness in tenths. */
export type Sureness = { readonly tenths: number; readonly replies: number; readonly right: number };

export type ReadingReport = {
  /** Replies about which a person was asked and has answered. */
  readonly judged: number;
  /** Of these, those whose answer said what the desk had said. */
  readonly told: number;
  readonly right: number;
  /** Replies read as *removed*, and those among them that were something else. */
  readonly removedClaimed: number;
  readonly removedWrongly: number;
  /** The same of those that only likely said so. */
  readonly likelyClaimed: number;
  readonly likelyWrongly: number;
  /** The most frequent first, with those read right. */
  readonly mixed: readonly Mixed[];
  readonly sureness: readonly Sureness[];
};

/** Printed beside the figures. */
export const readingDefinitions: readonly string[] = [
  "Replies: those about which a person was asked and has answered, by the month of the answer. What the machine " +
    "took for a receipt or closed a case by was asked of nobody and is not among them.",
  "Told: the person said what the desk had said, or closed the case as removed, or filled in the form that the " +
    "desk wants. Other answers say what is done next and nothing of the reply; they are counted and not judged.",
  "Right: read as the person told it.",
  "Removed wrongly: taken for removed, though the person says that the desk had said something else. Likely: it " +
    "was not sure enough to close a case by, and a person was asked.",
];

type JudgedReply = JudgedCount & { readonly was: ReplyClass };

const sumOf = (counts: readonly { readonly times: number }[]): number =>
  counts.reduce((sum, { times }) => sum + times, 0);

export const readingReport = (counts: readonly JudgedCount[]): ReadingReport => {
  const told = counts.flatMap((one) => (one.was === undefined ? [] : [{ ...one, was: one.was }]));
  const claimed = told.filter(({ read }) => read === "removed");
  const likely = told.filter(({ isLikelyRemoved }) => isLikelyRemoved);
  const isWrongly = ({ was }: JudgedReply): boolean => was !== "removed";
  return {
    judged: sumOf(counts),
    told: sumOf(told),
    right: sumOf(told.filter(({ was, read }) => was === read)),
    removedClaimed: sumOf(claimed),
    removedWrongly: sumOf(claimed.filter(isWrongly)),
    likelyClaimed: sumOf(likely),
    likelyWrongly: sumOf(likely.filter(isWrongly)),
    mixed: mixedIn(told),
    sureness: surenessOf(told),
  };
};

const mixedIn = (told: readonly JudgedReply[]): readonly Mixed[] => {
  const mixed = new Map<string, Mixed>();
  for (const { was, read, times } of told) {
    const name = `${was} ${read}`;
    mixed.set(name, { was, read, times: (mixed.get(name)?.times ?? 0) + times });
  }
  return [...mixed]
    .sort(([one, { times }], [other, { times: others }]) => others - times || (one < other ? -1 : 1))
    .map(([, each]) => each);
};

const surenessOf = (told: readonly JudgedReply[]): readonly Sureness[] =>
  Array.from({ length: 11 }, (_, tenths) => {
    const own = told.filter((one) => one.tenths === tenths);
    return { tenths, replies: sumOf(own), right: sumOf(own.filter(({ was, read }) => was === read)) };
  }).filter(({ replies }) => replies > 0);

export const judgedIn = async (
  months: readonly string[],
  read: (month: string) => Promise<readonly JudgedCount[]>,
): Promise<readonly JudgedCount[]> => {
  const counts: JudgedCount[] = [];
  for (const month of months) counts.push(...(await read(month)));
  return counts;
};
