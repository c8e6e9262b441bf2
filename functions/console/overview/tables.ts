import type { Case } from "../../case/case.ts";
import { closeOutcomes } from "../../case/close-outcome.ts";
import type { Question } from "../../case/question.ts";
import type { Instant } from "../../kernel/instant.ts";
import { categories, type Lane } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { questionTexts } from "../../review/questions.ts";
import { groupFigures } from "../../statistics/behind.ts";
import { type CountedBy, countedBy, type HourEdge, type MailFigure } from "../../statistics/counts.ts";
import {
  type awsLines,
  bothLanes,
  type Day,
  mailRates,
  medianOf,
  type Overview,
  type Removal,
  shareWithin,
} from "../../statistics/overview.ts";
import { type AnswersAsked, answersAddress } from "../decided/answers.ts";
import { whatItIs } from "../parts.tsx";
import { visible } from "../shown.ts";
import { writeFilter } from "../waiting/filter.ts";
import { day, duration } from "../words.ts";
import { type Behind, behindAddress } from "./behind.ts";

export type Oldest = {
  /** With desks, and nobody waits for a person. */
  readonly withDesks: readonly OldCase[];
  /** First in the list of what waits. */
  readonly withPersons: readonly OldCase[];
};
export type OldCase = { readonly state: Case; readonly since: Instant };

export const tableNames = ["days", ...countedBy, "slow", "questions", "persons", "mail"] as const;
export type TableName = (typeof tableNames)[number];

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
  caption: "By day (UTC), the newest first. A day or a figure opens its cases.",
  heads: ["Day", "Opened", "of them urgent", "Closed", "of them urgent", "Open", "of them urgent", ...closeOutcomes],
  rows: newestFirst(days).map((one) => [
    text(day(one.day), one.day, casesOf(one.day)),
    ...(["in", "out", "open"] as const).flatMap((of) => [
      behind(bothLanes(one[of]), onDay(of, one.day)),
      behind(one[of].urgent, onDay(of, one.day, "urgent")),
    ]),
    ...closeOutcomes.map((outcome) => behind(one.ended[outcome], behindAddress({ of: "out", day: one.day, outcome }))),
  ]),
});

const removalHeads = ["Asked", "Closed", "Gone", "Share gone", "in 1 day", "in 7 days", "Median"];
/** Whose cases are meant: a group's or all, opened in which months. */
type Whose = Pick<Behind & { readonly of: "group" }, "by" | "group" | "from" | "to">;
const removalCells = (one: Removal, whose: Whose): readonly Cell[] => {
  const median = medianOf(one);
  return [
    ...groupFigures.map((figure) => behind(one[figure], behindAddress({ of: "group", figure, ...whose }))),
    share(one.asked === 0 ? undefined : one.gone / one.asked),
    ...([24, 168] as const).map((hours) => within(share(shareWithin(one, hours)), goneWithin(hours, whose))),
    within(median === undefined ? none : text(hoursWords(median), median), goneWithin(median, whose)),
  ];
};
export const goneWithin = (hours: HourEdge | undefined, whose: Whose): string =>
  behindAddress({ of: "group", figure: "gone", ...whose, ...(hours !== undefined && { within: hours }) });
/** Links the cell to its cases, if there are any. */
const within = (cell: Cell, href: string): Cell => (cell.plain === "" || cell.plain === 0 ? cell : { ...cell, href });

export const byWords: Readonly<Record<CountedBy, string>> = {
  country: "Hosting country",
  provider: "Provider",
  category: "Category",
};
/** On the page. All are in the CSV. */
const rowsShown = 10;

const groupRow = ({ from, to }: Overview, by: CountedBy, one: Removal): readonly Cell[] => [
  text(groupWords(by, one.name), one.name, waitingOf(by, one.name)),
  ...removalCells(one, { by, group: one.name, from, to }),
];

const removalTable =
  (by: CountedBy) =>
  (overview: Overview, isWhole: boolean): Table => {
    const { groups, all, from, to } = overview;
    return {
      caption: `By ${byWords[by].toLowerCase()}, most first. A name opens what waits, a number its cases.`,
      heads: [byWords[by], ...removalHeads],
      rows: [
        [text("All", "all"), ...removalCells(all, { by, from, to })],
        ...groups[by].slice(0, isWhole ? undefined : rowsShown).map((one) => groupRow(overview, by, one)),
      ],
    };
  };

/** Fewer tell nothing of a provider. */
const askedAtLeast = 5;
const slowness = (one: Removal): number => medianOf(one) ?? Number.POSITIVE_INFINITY;

const slowTable = (overview: Overview, isWhole: boolean): Table => ({
  caption: `Providers that were asked about at least ${askedAtLeast} cases, the slowest first`,
  heads: [byWords.provider, ...removalHeads],
  rows: overview.groups.provider
    .filter(({ asked }) => asked >= askedAtLeast)
    .toSorted((one, other) => slowness(other) - slowness(one) || other.asked - other.gone - (one.asked - one.gone))
    .slice(0, isWhole ? undefined : rowsShown)
    .map((one) => groupRow(overview, "provider", one)),
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

const tables: Readonly<Record<TableName, (overview: Overview, isWhole: boolean) => Table>> = {
  days: daysTable,
  country: removalTable("country"),
  provider: removalTable("provider"),
  category: removalTable("category"),
  slow: slowTable,
  questions: questionsTable,
  persons: personsTable,
  mail: mailTable,
};

/** `isWhole`: for a CSV. */
export const tableOf = (name: TableName, overview: Overview, isWhole = false): Table => tables[name](overview, isWhole);

export const csvRows = ({ heads, rows }: Table): readonly (readonly (string | number)[])[] => [
  heads,
  ...rows.map((row) => row.map(({ plain }) => plain)),
];

/** `2.9 % (1 of 35): well below 5 %, where AWS reviews the account.` */
export const reputationWords = (
  of: number,
  sent: number,
  { review, stop }: (typeof awsLines)["bounce" | "complaint"],
): string => {
  if (sent === 0) return "No mail went out in these days.";
  const rate = of / sent;
  const [line, end] = [review, stop].map((one) => percentWords(one, review < 0.01 ? 1 : 0));
  const is = `${percentWords(rate, review < 0.01 ? 2 : 1)} (${numberWords(of)} of ${numberWords(sent)})`;
  if (rate >= stop) return `${is}: above ${end}, where AWS may stop the account's sending.`;
  if (rate >= review) return `${is}: above ${line}, where AWS reviews the account.`;
  return `${is}: ${rate >= review / 2 ? "close below" : "well below"} ${line}, where AWS reviews the account.`;
};
