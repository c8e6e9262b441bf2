import { readingWords } from "../../functions/console/words.ts";
import type { Instant } from "../../functions/kernel/instant.ts";
import {
  judgedIn,
  type Mixed,
  type ReadingReport,
  readingDefinitions,
  readingReport,
} from "../../functions/statistics/how-read.ts";
import { monthsBefore, monthsBetween } from "../../functions/statistics/months.ts";
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
  const report = readingReport(counts);
  if (options.json) return asIndentedJson({ from, to, ...report });
  const period = from === to ? `in ${from}` : `from ${from} to ${to}`;
  if (report.judged === 0) return `No person has answered a question about a reply ${period}.`;
  return [
    `Questions about replies that persons answered ${period}: ${report.judged}; ` +
      `of ${report.told} the answer tells what the desk had said`,
    ...(report.told === 0 ? [] : ["", ...tablesOf(report)]),
    "",
    ...readingDefinitions,
  ].join("\n");
};

const share = (of: number, all: number): string => `${of} (${((all === 0 ? 0 : of / all) * 100).toFixed(1)} %)`;

const tablesOf = (report: ReadingReport): readonly string[] => [
  lined([
    ["replies", "right", "removed", "wrongly", "likely removed", "wrongly"],
    [
      report.told,
      share(report.right, report.told),
      report.removedClaimed,
      report.removedWrongly,
      report.likelyClaimed,
      report.likelyWrongly,
    ],
  ]),
  ...confusionOf(report.mixed),
  ...(report.sureness.length === 0 ? [] : ["", "By how sure it was", surenessOf(report.sureness)]),
];

/** What was read as something else, the most frequent first. */
const confusionOf = (mixed: readonly Mixed[]): readonly string[] => {
  const rows = mixed
    .filter(({ was, read }) => read !== was)
    .map(({ was, read, times }) => [readingWords[was], readingWords[read], times]);
  return rows.length === 0 ? [] : ["", "Where it was wrong", lined([["the desk said", "read as", "replies"], ...rows])];
};

const surenessOf = (sureness: ReadingReport["sureness"]): string =>
  lined([
    ["sure", "replies", "right"],
    ...sureness.map(({ tenths, replies, right }) => [
      `from ${(tenths / 10).toFixed(1)}`,
      replies,
      share(right, replies),
    ]),
  ]);
