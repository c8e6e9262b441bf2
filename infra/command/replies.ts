import { readerWords, readingWords } from "../../functions/console/words.ts";
import type { Instant } from "../../functions/kernel/instant.ts";
import { monthsBefore, monthsBetween } from "../../functions/statistics/months.ts";
import {
  judgedIn,
  type Mixed,
  type ReaderFigures,
  type ReadersReport,
  readersDefinitions,
  readersReport,
} from "../../functions/statistics/readers.ts";
import type { JudgedTable } from "../../functions/store/ports.ts";
import { asIndentedJson } from "./as-json.ts";
import { nowAt, reached, storeAt, type Where } from "./connection.ts";
import { lined } from "./lined.ts";
import { printText } from "./print.ts";

export type RepliesOptions = Where & { readonly months: number; readonly json?: true };

/** Prints how desks' replies were read, against what persons said of them. */
export const showReplies = async (options: RepliesOptions): Promise<void> => {
  printText(await repliesText(storeAt(options), options, nowAt(options)));
};

/** What `replies --report` prints, at a moment: of this month and those before it. */
export const repliesText = async (store: JudgedTable, options: RepliesOptions, now: Instant): Promise<string> => {
  const to = now.slice(0, 7);
  const from = monthsBefore(to, options.months - 1);
  const counts = await judgedIn(monthsBetween(from, to), (month) => reached(options, store.judged(month)));
  const report = readersReport(counts);
  if (options.json) return asIndentedJson({ from, to, ...report });
  const period = from === to ? `in ${from}` : `from ${from} to ${to}`;
  if (report.judged === 0) return `No person has answered a question about a reply ${period}.`;
  return [
    `Questions about replies that persons answered ${period}: ${report.judged}; ` +
      `of ${report.told} the answer tells what the desk had said`,
    ...(report.told === 0 ? [] : ["", ...tablesOf(report)]),
    "",
    ...readersDefinitions,
  ].join("\n");
};

const tablesOf = ({ readers, sureness }: ReadersReport): readonly string[] => [
  lined([["reader", "replies", "silent", "right", "rules right", "removed", "wrongly"], ...readers.map(cellsOf)]),
  ...readers.flatMap((reader) => confusionOf(reader)),
  ...(sureness.length === 0 ? [] : ["", "The second reader, by how sure it was", surenessOf(sureness)]),
];

const share = (of: number, all: number): string => `${of} (${((all === 0 ? 0 : of / all) * 100).toFixed(1)} %)`;

const cellsOf = (reader: ReaderFigures): readonly (string | number)[] => [
  readerWords(reader),
  reader.replies,
  reader.silent,
  share(reader.right, reader.replies),
  share(reader.rulesRight, reader.replies),
  reader.removedClaimed,
  reader.removedWrongly,
];

const isWrong = ({ was, read }: Mixed): boolean => read !== was;

/** What was read as something else, the most frequent first. */
const confusionOf = (reader: ReaderFigures): readonly string[] => {
  const wrong = reader.mixed.filter(isWrong);
  if (wrong.length === 0) return [];
  const rows = wrong.map(({ was, read, times }) => [
    readingWords[was],
    read === undefined ? "did not say" : readingWords[read],
    times,
  ]);
  return ["", `${readerWords(reader)}, where it was wrong`, lined([["the desk said", "read as", "replies"], ...rows])];
};

const surenessOf = (sureness: ReadersReport["sureness"]): string =>
  lined([
    ["reader", "sure", "replies", "right"],
    ...sureness.map(({ name, tenths, replies, right }) => [
      name ?? "",
      `from ${(tenths / 10).toFixed(1)}`,
      replies,
      share(right, replies),
    ]),
  ]);
