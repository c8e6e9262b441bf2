import { type Instant, plusHours } from "../../kernel/instant.ts";
import { books, type Count, negative, sumOf } from "../../statistics/counts.ts";
import { monthsBetween } from "../../statistics/months.ts";
import { casesCounted, countWrite } from "./counts.ts";
import { readCounts } from "./counts-from-stream.ts";
import { historyPartition } from "./history.ts";
import type { Table } from "./table.ts";

/* What the cases' history lines add up to, beside the counts that the stream's reader keeps of them. */

/** What a case's lines count, and the versions of those that can't be read. */
export const lineCounts = async (
  table: Table,
  caseId: string,
): Promise<{ readonly counts: readonly Count[]; readonly unread: readonly number[] }> => {
  const [counts, unread]: [Count[], number[]] = [[], []];
  for (const line of await table.all({ pk: historyPartition(caseId), consistent: true }))
    try {
      counts.push(...readCounts(line.counts));
    } catch {
      unread.push(Number(line.version));
    }
  return { counts, unread };
};

/** Answers by person are deleted after 90 days, and not counted anew shortly before. */
const personsLookedAtHours = 80 * 24;

/** What has to be added to the counts so that they are `expected`. */
export const differences = async (
  table: Table,
  expected: readonly Count[],
  { from, now }: { readonly from: Instant; readonly now: Instant },
): Promise<readonly Count[]> => {
  const months = new Set([...monthsBetween(from.slice(0, 7), now.slice(0, 7)), ...expected.map(({ month }) => month)]);
  const kept: Count[] = [];
  for (const book of books) for (const month of months) kept.push(...(await casesCounted(table, book, month)));
  const lastDay = plusHours(now, -personsLookedAtHours).slice(0, 10);
  return sumOf([...expected, ...kept.map(negative)]).filter(
    ({ book, month, name }) => book !== "persons" || `${month}-${name}` > lastDay,
  );
};

/** Adds what was missing. Each difference is found anew, so it may be run again where it broke off. */
export const addRecounted = async (table: Table, wrong: readonly Count[], now: Instant): Promise<void> => {
  for (const one of wrong) await table.write(countWrite("recounted", now)(one));
};
