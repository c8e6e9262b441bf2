import { setTimeout } from "node:timers/promises";
import { type Instant, plusHours } from "../../functions/kernel/instant.ts";
import type { Count } from "../../functions/statistics/counts.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { addRecounted, differences, lineCounts } from "../../functions/store/table/recount.ts";
import type { Table } from "../../functions/store/table/table.ts";
import { asJson } from "./as-json.ts";
import { nowAt, reached, storeAt, tableAt, type Where } from "./connection.ts";
import { printLine } from "./print.ts";
import { CommandProblem } from "./problem.ts";

type RecountOptions = Where & { readonly repair?: true; readonly json?: true };

/** The stream is read within a minute. What differs for longer has been lost or counted wrong. */
const waitMs = 90_000;

/** Says whether the overview's counts are what the cases' histories add up to, and with `repair` sets them right. */
export const recount = async (options: RecountOptions): Promise<void> => {
  const table = tableAt(options);
  const read = () => reached(options, recountOf(storeAt(options), table, nowAt(options)));
  const first = await read();
  const wrong =
    options.repair && first.wrong.length > 0 ? await repair(table, first, read, nowAt(options)) : first.wrong;
  const { cases, unread } = first;
  if (options.json) printLine(asJson({ cases, unread, wrong, repaired: options.repair === true }));
  else {
    const found = wrong.length === 0 ? `The counts agree with ${cases} cases.` : `${wrong.length} counts were wrong:`;
    printLine(options.repair && wrong.length > 0 ? `${found.slice(0, -1)}, and are set right:` : found);
    for (const { book, month, name, adds } of wrong) printLine(`  ${book} ${month} ${name}: ${JSON.stringify(adds)}`);
  }
  if (unread.length > 0)
    throw new CommandProblem(`What these lines count can't be read, and was left out: ${unread.join(", ")}.`);
};

type Recounted = { readonly cases: number; readonly unread: readonly string[]; readonly wrong: readonly Count[] };

/** What is missing from the counts, or too much in them. */
export const recountOf = async (store: CaseStore, table: Table, now: Instant): Promise<Recounted> => {
  const since = (await store.countedSince()) ?? now;
  // A stream that lags by a day may have lost the first of all.
  const from = plusHours(since, -7 * 24);
  const [counts, unread]: [Count[], string[]] = [[], []];
  let cases = 0;
  for (let at = from; at.slice(0, 10) <= now.slice(0, 10); at = plusHours(at, 24)) {
    let cursor: string | undefined;
    do {
      const page = await store.openedOn(at.slice(0, 10), 100, cursor);
      for (const caseId of [...page.items.map(({ id }) => id), ...(page.damaged ?? [])]) {
        const lines = await lineCounts(table, caseId);
        counts.push(...lines.counts);
        unread.push(...lines.unread.map((version) => `${caseId} ${version}`));
        cases += 1;
      }
      cursor = page.cursor;
    } while (cursor);
  }
  return { cases, unread, wrong: await differences(table, counts, { from, now }) };
};

/** Only what differs as much once the stream was read: lines that were under way count by themselves. */
const repair = async (
  table: Table,
  first: Recounted,
  read: () => Promise<Recounted>,
  now: Instant,
): Promise<readonly Count[]> => {
  await setTimeout(waitMs);
  const asBefore = new Set(first.wrong.map((one) => JSON.stringify(one)));
  const wrong = (await read()).wrong.filter((one) => asBefore.has(JSON.stringify(one)));
  await addRecounted(table, wrong, now);
  return wrong;
};
