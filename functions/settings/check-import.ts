import { type Instant, msOf, readInstant } from "../kernel/instant.ts";
import type { RowProblem } from "./check.ts";
import type { SettingsRow } from "./row.ts";
import { countedTo, numberIn } from "./row-number.ts";
import { keptForStops, rowsAtMost, type SettingsTable, standingAtMost, whyAtMost } from "./store.ts";

export type ImportStep = { readonly before: SettingsRow | undefined; readonly after: SettingsRow };

type Into = { readonly table: SettingsTable; readonly fileVersion: number; readonly now: Instant };

const nameAtMost = 200;

/** The highest number of new rows without a gap behind the table's own count. */
const numberedTo = (steps: readonly ImportStep[], from: number): number =>
  from + steps.filter(({ before }) => before === undefined).length;

/** Whether rows have numbers that another table gave, as where a lost one is brought back. */
export const isNumberedElsewhere = (steps: readonly ImportStep[], table: SettingsTable): boolean => {
  const most = numberedTo(steps, countedTo(table));
  return steps.some(({ before, after }) => !before && (numberIn(after.id, after.kind) ?? 0) > most);
};

/** What is wrong with what the file says of rows that it adds or changes: who decided them, when and why. */
export const whyNotImported = (
  steps: readonly ImportStep[],
  { table, fileVersion, now }: Into,
): readonly RowProblem[] => {
  const counted = countedTo(table);
  const versionMost = Math.max(fileVersion, table.head.version);
  // A lost table had counted as far as its file's version says.
  const numberMost = numberedTo(steps, Math.max(counted, fileVersion));
  const problems: RowProblem[] = [];
  for (const { before, after } of steps) {
    const { id, kind, version, ended } = after;
    const wrong = (field: string, says: string) => void problems.push({ row: id, field, says });
    // A higher id would be counted on from, past what a number holds exactly.
    if (!before && (numberIn(id, kind) ?? Number.POSITIVE_INFINITY) > numberMost)
      wrong("id", `is none that the table can have given; number what is added from ${kind}-${counted + 1} on`);
    if (before && before.kind !== kind) wrong("kind", `is ${before.kind} for good; end this row and add another`);
    if (version > versionMost)
      wrong(
        "version",
        `is ${version}, and neither the file nor the table is beyond ${versionMost}; write that at most`,
      );
    const { by, why, since } = after;
    for (const [at, word] of [["", { by, why, at: since }] as const, ["ended.", ended] as const]) {
      if (!word) continue;
      if (word.why.length > whyAtMost) wrong(`${at}why`, `is too long; keep it to ${whyAtMost} characters`);
      if (word.by.length > 2 || word.by.some((name) => name.length > nameAtMost))
        wrong(`${at}by`, `has to be one or two persons, of ${nameAtMost} characters at most`);
      if (readInstant(word.at) === undefined || msOf(word.at) > msOf(now))
        wrong(at === "" ? "since" : "ended.at", `is no moment that has come; write ${now} or before`);
    }
  }
  return problems;
};

/** Whether an import leaves too little room; one that adds nothing always passes. */
export const whyNoRoom = (
  steps: readonly ImportStep[],
  { rows }: SettingsTable,
  standing: { readonly before: number; readonly after: number },
): readonly RowProblem[] => {
  const added = steps.filter(({ before }) => before === undefined).length;
  const full = (most: number, which: string): readonly RowProblem[] => {
    const says =
      `more than ${most} rows would ${which}; end some, or leave some out. ${keptForStops} places are kept for ` +
      "what stops a mail and is added by itself";
    return [{ row: "the file", field: "rows", says }];
  };
  if (added > 0 && rows.length + added > rowsAtMost - keptForStops)
    return full(rowsAtMost - keptForStops, "be there with those that ended");
  const most = standingAtMost - keptForStops;
  return standing.after > most && standing.after > standing.before ? full(most, "stand") : [];
};
