import { targetKeyOf } from "../../case/case-id.ts";
import { type Instant, plusHours } from "../../kernel/instant.ts";
import { missingFact } from "../../notice/required.ts";
import type { Report } from "../../report/report.ts";
import type { Entered } from "../../report/written.ts";
import { inFieldWords } from "../../report/written-words.ts";

/** Most desks' logs reach no further back. */
const longAgoDays = 90;

/** What to know before queueing a report. `joins`: the open case may say what the report lacks. Pure. */
export const notesOn = (
  report: Report,
  now: Instant,
  { joins = false }: { readonly joins?: boolean } = {},
): readonly string[] => {
  const lacks = joins ? undefined : missingFact(report);
  return [
    ...(report.seenAt < plusHours(now, -24 * longAgoDays)
      ? [`It was last seen more than ${longAgoDays} days ago: is the date right? A desk looks into its logs there.`]
      : []),
    ...(lacks === undefined ? [] : [`It lacks ${inFieldWords(lacks)}: a person is asked before any notice goes out.`]),
  ];
};

type EnteredRow = { readonly row: number; readonly entered: Entered };

/** Numbers used for different pages, with their rows. The queue takes each page as its own report. */
export const numbersUsedAgain = (
  rows: readonly EnteredRow[],
): readonly { readonly number: string; readonly rows: readonly number[] }[] => {
  const ofNumber = new Map<string, EnteredRow[]>();
  for (const one of rows) {
    const { reporter, reportId } = one.entered.report;
    const alike = ofNumber.get(`${reporter}/${reportId}`) ?? [];
    alike.push(one);
    ofNumber.set(`${reporter}/${reportId}`, alike);
  }
  return [...ofNumber.values()].flatMap((alike) => {
    const pages = new Set(alike.map(({ entered: { report } }) => targetKeyOf(report.target, report.category)));
    const number = alike[0]?.entered.report.reportId ?? "";
    return pages.size > 1 ? [{ number, rows: alike.map(({ row }) => row) }] : [];
  });
};

const rowsNamed = 10;

/** `Row 2`, `Rows 2, 3 and 7 more`. */
export const rowsWords = (rows: readonly number[]): string => {
  const more = rows.length - rowsNamed;
  const named = rows.slice(0, rowsNamed).join(", ");
  return `${rows.length === 1 ? "Row" : "Rows"} ${named}${more > 0 ? ` and ${more} more` : ""}`;
};
