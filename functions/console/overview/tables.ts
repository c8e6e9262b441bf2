import type { Case } from "../../case/case.ts";
import { closeOutcomes } from "../../case/close-outcome.ts";
import type { Instant } from "../../kernel/instant.ts";
import { categories } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { questionTexts } from "../../review/questions.ts";
import { type CountedBy, countedBy, type MailFigure } from "../../statistics/counts.ts";
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
import { type Filter, listAddress } from "../list/filter.ts";
import { whatItIs } from "../parts.tsx";
import { visible } from "../shown.ts";
import { day, duration } from "../words.ts";

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

const groupWords = (by: CountedBy, name: string): string =>
  by === "category" ? categoryWords[categories.find((one) => one === name) ?? "other"] : visible(name);

/** Its cases of these months, if there is such a filter. */
const casesOf = ({ from, to }: Overview, by: CountedBy, name: string): string | undefined => {
  if (by === "country" && !/^[A-Z]{2}$/.test(name)) return undefined;
  if (by === "provider" && (!name.includes(".") || name.length > 60)) return undefined;
  const category = categories.find((one) => one === name);
  if (by === "category" && !category) return undefined;
  const of = by === "category" ? { category } : { [by]: name };
  return listAddress({ state: "all", ...of, from: `${from}-01`, to: lastDay(to) });
};
const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

const onDay = (state: "all" | "closed", date: string, more: Filter = {}) =>
  listAddress({ state, ...more, from: date, to: date });
const newestFirst = (days: readonly Day[]): readonly Day[] => [...days].reverse();

const daysTable = ({ days }: Overview): Table => ({
  caption: "By day (UTC), the newest first. A figure opens its cases.",
  heads: ["Day", "Opened", "of them urgent", "Closed", "of them urgent", "Open", "of them urgent", ...closeOutcomes],
  rows: newestFirst(days).map((one) => [
    text(day(one.day), one.day),
    behind(bothLanes(one.in), onDay("all", one.day)),
    behind(one.in.urgent, onDay("all", one.day, { lane: "urgent" })),
    behind(bothLanes(one.out), onDay("closed", one.day)),
    behind(one.out.urgent, onDay("closed", one.day, { lane: "urgent" })),
    number(bothLanes(one.open)),
    number(one.open.urgent),
    ...closeOutcomes.map((outcome) => behind(one.ended[outcome], onDay("closed", one.day, { outcome }))),
  ]),
});

const removalHeads = ["Asked", "Closed", "Gone", "Share gone", "in 1 day", "in 7 days", "Median"];
const removalCells = (one: Removal): readonly Cell[] => {
  const median = medianOf(one);
  return [
    ...([one.asked, one.closed, one.gone] as const).map((figure) => number(figure)),
    share(one.asked === 0 ? undefined : one.gone / one.asked),
    ...([24, 168] as const).map((hours) => share(shareWithin(one, hours))),
    median === undefined ? none : text(hoursWords(median), median),
  ];
};

export const byWords: Readonly<Record<CountedBy, string>> = {
  country: "Hosting country",
  provider: "Provider",
  category: "Category",
};
/** On the page. All are in the CSV. */
const rowsShown = 10;

const groupRow = (overview: Overview, by: CountedBy, one: Removal): readonly Cell[] => [
  text(groupWords(by, one.name), one.name, casesOf(overview, by, one.name)),
  ...removalCells(one),
];

const removalTable =
  (by: CountedBy) =>
  (overview: Overview, isWhole: boolean): Table => {
    const { groups, all } = overview;
    return {
      caption: `By ${byWords[by].toLowerCase()}, most first. A name opens its cases.`,
      heads: [byWords[by], ...removalHeads],
      rows: [
        [text("All", "all"), ...removalCells(all)],
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

const answersOf = ({ days }: Overview, whose: Filter): string =>
  listAddress({ state: "decided", ...whose, from: days[0]?.day, to: days.at(-1)?.day });

const questionsTable = (overview: Overview): Table => ({
  caption: "Questions put before a person, most first. A question opens what needs you, the last number who answered.",
  heads: ["Question", "Asked", "Answered by a person"],
  rows: overview.questions.map(({ question, asked, answered }) => [
    text(questionTexts[question].asks, question, listAddress({ question })),
    number(asked),
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

const mailsOn = (of: string, mail: MailFigure): string => onDay("all", of, { mail });

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
  const is = `${percentWords(rate, rate < 0.01 ? 2 : 1)} (${numberWords(of)} of ${numberWords(sent)})`;
  if (rate >= stop) return `${is}: above ${end}, where AWS may stop the account's sending.`;
  if (rate >= review) return `${is}: above ${line}, where AWS reviews the account.`;
  return `${is}: ${rate >= review / 2 ? "close below" : "well below"} ${line}, where AWS reviews the account.`;
};
