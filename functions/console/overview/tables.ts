import type { Case } from "../../case/case.ts";
import { closeOutcomes } from "../../case/close-outcome.ts";
import type { Question } from "../../case/question.ts";
import type { Instant } from "../../kernel/instant.ts";
import { categories, type Lane } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { questionTexts } from "../../review/questions.ts";
import { groupFigures } from "../../statistics/behind.ts";
import type { CountedBy, HourEdge, MailFigure } from "../../statistics/counts.ts";
import {
  type awsLines,
  bothLanes,
  type Day,
  mailRates,
  markOf,
  type Overview,
  type Removal,
  shareWithin,
} from "../../statistics/overview.ts";
import { type AnswersAsked, answersAddress } from "../decided/answers.ts";
import { whatItIs } from "../parts.tsx";
import { visible } from "../shown.ts";
import { writeFilter } from "../waiting/filter.ts";
import { day, duration, monthWords } from "../words.ts";
import { type Behind, behindAddress } from "./behind.ts";

export type Oldest = {
  /** With desks, and nobody waits for a person. */
  readonly withDesks: readonly OldCase[];
  /** First in the list of what waits. */
  readonly withPersons: readonly OldCase[];
};
export type OldCase = { readonly state: Case; readonly since: Instant };

export const pictures = ["days", "removal", "months", "courses", "questions", "persons", "mail"] as const;
export type Picture = (typeof pictures)[number];

/** `plain` is what a spreadsheet gets, `href` where the cases behind it are. */
export type Cell = { readonly says: string; readonly plain: string | number; readonly href?: string };
export type Table = {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

const text = (says: string, plain: string | number = says, href?: string): Cell => ({
  says,
  plain,
  ...(href !== undefined && { href }),
});
/** `12,345`. */
export const numberWords = (of: number): string => of.toLocaleString("en-GB");
const number = (of: number, href?: string): Cell => text(numberWords(of), of, href);
const none = text("–", "");
/** No cases stand behind 0. */
const behind = (of: number, href: string): Cell => number(of, of > 0 ? href : undefined);

/** `12.5 %`; small shares say more. */
export const percentWords = (share: number | undefined, digits = 0): string =>
  share === undefined ? "–" : `${(share * 100).toFixed(digits)} %`;
const share = (of: number | undefined, digits = 0): Cell =>
  of === undefined ? none : text(percentWords(of, digits), Number(of.toFixed(5)));
export const hoursWords = (hours: number): string => duration(hours * 3_600_000);
const hours = (of: number | undefined): Cell => (of === undefined ? none : text(hoursWords(of), of));

export const groupWords = (by: CountedBy, name: string): string =>
  by === "category" ? categoryWords[categories.find((one) => one === name) ?? "other"] : visible(name);

/** Its cases that wait for a person, if there is such a filter. */
const waitingOf = (by: CountedBy, name: string): string | undefined => {
  if (by === "country" && !/^[A-Z]{2}$/.test(name)) return undefined;
  if (by === "provider" && (!name.includes(".") || name.length > 60)) return undefined;
  const category = categories.find((one) => one === name);
  const filter = by === "category" ? (category ? { category } : {}) : { [by]: name };
  return `/waiting?${writeFilter(filter)}`;
};

const casesOf = (of: string): string => `/cases?day=${of}`;
const onDay = (of: "in" | "out" | "open", date: string, lane?: Lane) =>
  behindAddress({ of, day: date, ...(lane && { lane }) });
const newestFirst = (days: readonly Day[]): readonly Day[] => [...days].reverse();

const daysTable = ({ days }: Overview): Table => ({
  caption: "In, out and open, by day (UTC), the newest first. A day opens all that came in, a figure its cases.",
  heads: ["Day", "In", "of them urgent", "Out", "of them urgent", "Open", "of them urgent", ...closeOutcomes],
  rows: newestFirst(days).map((one) => [
    text(day(one.day), one.day, casesOf(one.day)),
    ...(["in", "out", "open"] as const).flatMap((of) => [
      behind(bothLanes(one[of]), onDay(of, one.day)),
      behind(one[of].urgent, onDay(of, one.day, "urgent")),
    ]),
    ...closeOutcomes.map((outcome) => behind(one.ended[outcome], behindAddress({ of: "out", day: one.day, outcome }))),
  ]),
});

const removalHeads = [
  "Asked",
  "Closed",
  "Gone",
  "Share gone",
  "in 1 h",
  "in 6 h",
  "in 1 day",
  "in 7 days",
  "in 30 days",
  "Half gone after",
];
/** Whose cases are meant: a group's or all, opened in which months. */
export type Whose = Pick<Behind & { readonly of: "group" }, "by" | "group" | "from" | "to">;
const removalCells = (one: Removal, whose: Whose): readonly Cell[] => [
  ...groupFigures.map((figure) => behind(one[figure], behindAddress({ of: "group", figure, ...whose }))),
  share(one.asked === 0 ? undefined : one.gone / one.asked),
  ...([1, 6, 24, 168, 720] as const).map((mark) => within(share(shareWithin(one, mark)), goneWithin(mark, whose))),
  within(hours(markOf(one, 0.5)), goneWithin(markOf(one, 0.5), whose)),
];
export const goneWithin = (mark: HourEdge | undefined, whose: Whose): string =>
  behindAddress({ of: "group", figure: "gone", ...whose, ...(mark !== undefined && { within: mark }) });
/** Links the cell to its cases, if there are any. */
const within = (cell: Cell, href: string): Cell => (cell.plain === "" || cell.plain === 0 ? cell : { ...cell, href });

const byWords: Readonly<Record<CountedBy, string>> = {
  country: "Hosting country",
  provider: "Provider",
  category: "Category",
};
/** On the page. All are in the CSV. */
const rowsShown = 25;

const removalTable = ({ groups, all, months, period: { by, months: shown } }: Overview, isWhole: boolean): Table => ({
  caption:
    `Cases that a desk was asked about, by ${byWords[by].toLowerCase()}, most first. A name opens what waits, ` +
    "a number its cases.",
  heads: [byWords[by], ...removalHeads],
  rows: [
    [text("All", "all"), ...removalCells(all, { by, ...monthsOf(months.slice(-shown)) })],
    ...groups
      .slice(0, isWhole ? groups.length : rowsShown)
      .map((one) => [
        text(groupWords(by, one.name), one.name, waitingOf(by, one.name)),
        ...removalCells(one, { by, group: one.name, ...monthsOf(months.slice(-shown)) }),
      ]),
  ],
});

export const monthsShown = ({ months, period }: Overview) => monthsOf(months.slice(-period.months));

const monthsOf = (months: readonly Removal[]): { readonly from: string; readonly to: string } => ({
  from: months[0]?.name ?? "",
  to: months.at(-1)?.name ?? "",
});

const monthsTable = ({ months, period: { by } }: Overview): Table => ({
  caption:
    "The same of all cases, by the month in which they were opened. A month opens its first day's cases, a number " +
    "its cases.",
  heads: ["Month", ...removalHeads],
  rows: months
    .filter(({ asked }) => asked > 0)
    .map((one) => [
      text(monthWords(one.name), one.name, casesOf(`${one.name}-01`)),
      ...removalCells(one, { by, from: one.name, to: one.name }),
    ])
    .reverse(),
});

const coursesTable = ({ courses, period: { by } }: Overview): Table => ({
  caption: `The same by ${byWords[by].toLowerCase()} and month.`,
  heads: [byWords[by], "Month", ...removalHeads],
  rows: courses.flatMap(({ name, months }) =>
    months.flatMap(({ month, removal }) =>
      removal
        ? [
            [
              text(groupWords(by, name), name),
              text(monthWords(month), month),
              ...removalCells(removal, { by, group: name, from: month, to: month }),
            ],
          ]
        : [],
    ),
  ),
});

/** Names no host, since tables are passed on. */
export const oldestTable = ({ withDesks, withPersons }: Oldest): Table => {
  const rowsOf = (whom: string, cases: readonly OldCase[]) =>
    cases.map(({ state, since }) => [state.id, state.lane, whatItIs(state), whom, since].map((says) => text(says)));
  return {
    caption: "Open longest.",
    heads: ["Case", "Lane", "What it is", "With", "Since"],
    rows: [...rowsOf("desks", withDesks), ...rowsOf("a person", withPersons)],
  };
};

const askedIn = ({ days }: Overview, question: Question): string =>
  behindAddress({ of: "asked", day: days[0]?.day ?? "", until: days.at(-1)?.day ?? "", question });

const answersOf = ({ days }: Overview, whose: AnswersAsked): string =>
  answersAddress({ ...whose, from: days[0]?.day ?? "", to: days.at(-1)?.day ?? "" });

const questionsTable = (overview: Overview): Table => ({
  caption:
    "Questions put before a person, most first. A question opens what waits of it, the first number all that were " +
    "asked, the last who answered what.",
  heads: ["Question", "Asked", "Answered by a person"],
  rows: overview.questions.map(({ question, asked, answered }) => [
    text(questionTexts[question].asks, question, `/waiting?${writeFilter({ question })}`),
    behind(asked, askedIn(overview, question)),
    behind(answered, answersOf(overview, { question })),
  ]),
});

const personsTable = (overview: Overview): Table => ({
  caption: "Who answered; kept for 90 days. A number opens the answers.",
  heads: ["Person", "Answers"],
  rows: overview.persons.map(({ name, answers }) => [
    text(visible(name), name),
    behind(answers, answersOf(overview, { by: name })),
  ]),
});

const mailsOn = (of: string, figure: MailFigure): string => behindAddress({ of: "mails", day: of, figure });

const mailTable = ({ days }: Overview): Table => ({
  caption: "Mails by the day on which they went out, the newest first. A number opens its mails.",
  heads: ["Day", "Sent", "Delivered", "Bounced", "Bounce rate", "Complaints", "Complaint rate"],
  rows: newestFirst(days).map((one) => {
    const { bounceRate, complaintRate } = mailRates([one]);
    return [
      text(day(one.day), one.day),
      ...(["sent", "delivered", "bounced"] as const).map((figure) => behind(one[figure], mailsOn(one.day, figure))),
      share(bounceRate, 1),
      behind(one.complained, mailsOn(one.day, "complained")),
      share(complaintRate, 2),
    ];
  }),
});

const tables: Readonly<Record<Picture, (overview: Overview, isWhole: boolean) => Table>> = {
  days: daysTable,
  removal: removalTable,
  months: monthsTable,
  courses: coursesTable,
  questions: questionsTable,
  persons: personsTable,
  mail: mailTable,
};

/** `isWhole`: for a CSV. */
export const tableOf = (picture: Picture, overview: Overview, isWhole = false): Table =>
  tables[picture](overview, isWhole);

export const csvRows = ({ heads, rows }: Table): readonly (readonly (string | number)[])[] => [
  heads,
  ...rows.map((row) => row.map(({ plain }) => plain)),
];

export const lineWords = (
  rate: number | undefined,
  { review, stop }: (typeof awsLines)["bounce" | "complaint"],
): string => {
  const digits = review < 0.01 ? 2 : 1;
  const [line, end] = [review, stop].map((one) => percentWords(one, review < 0.01 ? 1 : 0));
  if (rate === undefined) return "No mail went out in these days.";
  const is = percentWords(rate, digits);
  if (rate >= stop) return `${is}: above ${end}, where AWS may stop the account's sending.`;
  if (rate >= review) return `${is}: above ${line}, where AWS reviews the account.`;
  return `${is}: ${rate >= review / 2 ? "close below" : "well below"} ${line}, where AWS reviews the account.`;
};
