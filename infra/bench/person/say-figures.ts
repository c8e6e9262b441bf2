import { tableText } from "../../local/tally.ts";
import { closers, whereabouts } from "./count.ts";
import type { Figures, LaneFigures } from "./figures.ts";
import { nameKinds } from "./targets.ts";

/** A week's figures under the name that they have in the table's head. */
export type NamedFigures = { readonly name: string; readonly figures: Figures };

const aThousand = (count: number, { reports }: LaneFigures): string =>
  String(Math.round((count / Math.max(1, reports)) * 10_000) / 10);

const columnsOf = (weeks: readonly NamedFigures[]) =>
  weeks.flatMap(({ name, figures }) => [
    { head: `${name}: standard`, of: figures.standard },
    { head: `${name}: urgent`, of: figures.urgent },
  ]);

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const hours = (count: number): string => `${count} h`;

/** The table for one or several weeks beside each other; counts are for 1,000 reports of the lane. */
export const sayFigures = (weeks: readonly NamedFigures[]): string => {
  const columns = columnsOf(weeks);
  const row = (head: string, say: (of: LaneFigures) => string): readonly [string, ...string[]] => [
    head,
    ...columns.map(({ of }) => say(of)),
  ];
  const counted = (head: string, count: (of: LaneFigures) => number) => row(head, (of) => aThousand(count(of), of));
  const causes = [...new Set(columns.flatMap(({ of }) => Object.keys(of.byCause)))].sort();
  const reasons = [...new Set(columns.flatMap(({ of }) => Object.keys(of.missed)))].sort();
  return tableText([
    ["for 1,000 reports of the lane", ...columns.map(({ head }) => head)],
    row("reports (whole count)", ({ reports }) => String(reports)),
    row("cases (whole count)", ({ cases }) => String(cases)),
    counted("questions", ({ questions }) => questions),
    ...causes.map((cause) =>
      row(`  ${cause} (cases in each), answers`, (of) => {
        const { entries, cases, answers } = of.byCause[cause] ?? { entries: 0, cases: 0, answers: 0 };
        if (entries + answers === 0) return "–";
        return `${aThousand(entries, of)} (${(cases / Math.max(1, entries)).toFixed(1)}), ${aThousand(answers, of)}`;
      }),
    ),
    counted("stand in the list to be read, and page nobody", ({ toRead }) => toRead),
    counted("answers", ({ answers }) => answers),
    counted("cases read", ({ casesRead }) => casesRead),
    counted("notices", ({ notices }) => notices),
    row("mails for a case", ({ mailsPerCase }) => String(mailsPerCase)),
    row("median until the first escalation level's last desk", ({ hoursToLastDesk }) =>
      hours(hoursToLastDesk.firstLevel),
    ),
    row("median until the last desk of all", ({ hoursToLastDesk }) => hours(hoursToLastDesk.all)),
    ...closers.map((by) =>
      row(`closed by ${by}, median after`, (of) => {
        const { cases, medianHours } = of.closed[by] ?? { cases: 0, medianHours: 0 };
        return cases === 0 ? "–" : `${aThousand(cases, of)}, ${hours(medianHours)}`;
      }),
    ),
    row("wrong closings (whole count)", ({ wrongClosings }) => String(wrongClosings)),
    row("misled closings (whole count)", ({ misledClosings }) => String(misledClosings)),
    row("missed (whole count)", ({ missed }) => String(sumOf(missed))),
    ...reasons.map((why) => row(`  ${why}`, ({ missed }) => String(missed[why] ?? 0))),
    row("names: cases, any desk told, registrar by machine, person", () => ""),
    ...nameKinds.map((kind) =>
      row(`  ${kind}`, ({ names }) => {
        const { cases, anyDesk, registrarByMachine, registrarByPerson } = names[kind];
        return [cases, anyDesk, registrarByMachine, registrarByPerson].join(", ");
      }),
    ),
    row(`reports in = ${whereabouts.join(" + ")}`, ({ reports, stand }) => {
      const each = whereabouts.map((where) => stand[where] ?? 0);
      return `${reports} = ${each.join(" + ")}`;
    }),
  ]);
};

/** Why a week is not well, a sentence each; nothing where all reports are accounted for and no closing is wrong. */
export const problemsIn = ({ name, figures }: NamedFigures): readonly string[] =>
  Object.entries(figures).flatMap(([lane, { reports, stand, wrong }]) => [
    ...wrong.map((which) => `${name}, ${lane}: a case was closed whose target was up: ${which}`),
    ...(stand.lost
      ? [`${name}, ${lane}: ${stand.lost} reports are neither closed, nor due, nor before a person.`]
      : []),
    ...(sumOf(stand) === reports
      ? []
      : [`${name}, ${lane}: ${reports} reports came in, ${sumOf(stand)} are accounted for.`]),
  ]);
