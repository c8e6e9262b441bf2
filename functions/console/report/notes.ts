import type { Case } from "../../case/case.ts";
import { targetKeyOf } from "../../case/case-id.ts";
import { type Instant, plusHours } from "../../kernel/instant.ts";
import { missingFact } from "../../notice/required.ts";
import type { Pasted } from "../../report/pasted.ts";
import type { Entered, FieldProblem } from "../../report/written.ts";
import { inFieldWords } from "../../report/written-words.ts";
import type { Foreseen } from "./foresee.ts";

export type GoodRow = {
  readonly row: number;
  readonly entered: Entered;
  /** The open case that the report will join. */
  readonly joins?: Case | undefined;
  /** Of the first rows. */
  readonly foreseen?: Foreseen | undefined;
};

export type BadRow = {
  readonly row: number;
  /** As it was pasted. */
  readonly address?: string | undefined;
  readonly problems: readonly (FieldProblem | { readonly says: string })[];
};

/** Most desks' logs reach no further back. */
const longAgoDays = 90;

/** An open case may say what its report lacks. */
const notesOf = ({ entered: { report }, joins }: GoodRow, now: Instant): readonly string[] => {
  const lacks = joins ? undefined : missingFact(report);
  return [
    ...(report.seenAt < plusHours(now, -24 * longAgoDays)
      ? [`It was last seen more than ${longAgoDays} days ago: is the date right? A desk looks into its logs there.`]
      : []),
    ...(lacks === undefined ? [] : [`It lacks ${inFieldWords(lacks)}: a person is asked before any notice goes out.`]),
  ];
};

/** What to know before queueing reports, each thing once, with its rows. Pure. */
export const notesOn = (rows: readonly GoodRow[], of: Pasted["of"], now: Instant): readonly string[] => {
  const notes = grouped(rows, (row) => notesOf(row, now));
  const said = [...notes].map(([note, some]) => (rows.length === 1 ? note : `${rowsWords(some, of)}: ${note}`));
  return [...samePages(rows, of), ...numbersUsedAgain(rows, of), ...said];
};

const grouped = (rows: readonly GoodRow[], keysOf: (row: GoodRow) => readonly string[]) => {
  const groups = new Map<string, GoodRow[]>();
  for (const row of rows) for (const key of keysOf(row)) groups.set(key, [...(groups.get(key) ?? []), row]);
  return groups;
};

const samePages = (rows: readonly GoodRow[], of: Pasted["of"]): readonly string[] =>
  [...grouped(rows, ({ entered: { report } }) => [targetKeyOf(report.target, report.category)]).values()].flatMap(
    (some) => (some.length > 1 ? `${rowsWords(some, of)}: the same address and category. They go into one case.` : []),
  );

/** References used for different pages. The queue takes each page as its own report. */
const numbersUsedAgain = (rows: readonly GoodRow[], of: Pasted["of"]): readonly string[] => {
  const alike = grouped(rows, ({ entered: { report } }) => [`${report.reporter}/${report.reportId}`]);
  return [...alike.values()].flatMap((some) => {
    const pages = new Set(some.map(({ entered: { report } }) => targetKeyOf(report.target, report.category)));
    const number = some[0]?.entered.report.reportId ?? "";
    return pages.size > 1
      ? `${rowsWords(some, of)}: the reference ${number} is used for different pages. Each is a ` +
          "report of its own, and what is said later of that reference has to name its case. Give each its own."
      : [];
  });
};

const rowsNamed = 10;

/** `Row 2`, `Lines 2, 3 and 7 more`. */
export const rowsWords = (rows: readonly { readonly row: number }[], of: Pasted["of"]): string => {
  const more = rows.length - rowsNamed;
  const named = rows
    .slice(0, rowsNamed)
    .map(({ row }) => row)
    .join(", ");
  const what = of === "row" ? "Row" : "Line";
  return `${rows.length === 1 ? what : `${what}s`} ${named}${more > 0 ? ` and ${more} more` : ""}`;
};
