import { type CloseOutcome, closeOutcomes } from "../case/close-outcome.ts";
import { type Question, questions } from "../case/question.ts";
import { type Instant, instant, msOf } from "../kernel/instant.ts";
import { type Lane, lanes } from "../report/category.ts";
import { type Adds, type Book, type CountedBy, type HourEdge, hourEdges, plus } from "./counts.ts";
import { monthsBefore, monthsBetween } from "./months.ts";

/** So many days of flow, and groups of cases opened in so many months. */
export type OverviewPeriod = { readonly days: number; readonly months: number };

type PerLane = Readonly<Record<Lane, number>>;

/** `open`: at the day's end, or now. */
export type Day = {
  readonly day: string;
  readonly in: PerLane;
  readonly out: PerLane;
  readonly open: PerLane;
  readonly ended: Readonly<Record<CloseOutcome, number>>;
  readonly sent: number;
  readonly delivered: number;
  readonly bounced: number;
  readonly complained: number;
  readonly asked: number;
  readonly answered: number;
};

/** Cases that a desk was asked about. `within`: how many were gone at each of `hourEdges`. */
export type Removal = {
  readonly name: string;
  readonly asked: number;
  readonly closed: number;
  readonly gone: number;
  readonly within: readonly number[];
};

export type AskedQuestion = { readonly question: Question; readonly asked: number; readonly answered: number };

export type Overview = {
  readonly period: OverviewPeriod;
  /** Days before are left out. */
  readonly since: Instant | undefined;
  /** The last change that is added up. */
  readonly upTo: Instant | undefined;
  readonly now: Instant;
  /** The oldest first; today is not over. */
  readonly days: readonly Day[];
  /** The months in which the cases of `all` and `groups` were opened. */
  readonly from: string;
  readonly to: string;
  readonly all: Removal;
  /** Those with most cases first. */
  readonly groups: Readonly<Record<CountedBy, readonly Removal[]>>;
  readonly questions: readonly AskedQuestion[];
  readonly persons: readonly { readonly name: string; readonly answers: number }[];
};

export type ReadsCounts = {
  readonly counts: (book: Book, month: string) => Promise<ReadonlyMap<string, Adds>>;
  readonly countedSince: () => Promise<Instant | undefined>;
  readonly countedUpTo: () => Promise<Instant | undefined>;
};

/** Printed beside the figures. */
export const overviewDefinitions: readonly string[] = [
  "Opened and closed: cases by day (UTC); one that was opened again counts as open, and is closed once. Open: at the " +
    "end of the day.",
  "Gone: closed as removed or gone, of the cases about which a desk was asked, by the month in which they were " +
    "opened. Hours run from the first notice. Median: the first of 15 and 30 minutes, 1, 2, 3, 4 hours and so on by " +
    "which half of them were gone.",
  "Cases of the last days still have time: their share of today is the least that it will be.",
  "Country: where the network is registered. Provider: whoever had the first notice, by the mail domain.",
  "Asked: questions put before a person. Answered: by a person; others end by themselves, when a desk or a reporter " +
    "settles them.",
  "Mails by the day on which they went out. Bounced: came back for good. Complained: marked as unwanted by whoever " +
    "got it. A digest is one mail.",
];

/** Reads a number of books that does not depend on how many cases there are. */
export const readOverview = async (table: ReadsCounts, now: Instant, period: OverviewPeriod): Promise<Overview> => {
  const thisMonth = now.slice(0, 7);
  const firstDay = firstDayOf(now, period.days);
  const dayMonths = monthsBetween(firstDay.slice(0, 7), thisMonth);
  const from = monthsBefore(thisMonth, period.months - 1);
  const groupMonths = monthsBetween(from, thisMonth);
  const groupsBy = async (by: CountedBy) => groupsOf(await booksOf(table, by, groupMonths));
  const [since, upTo, open, dayBooks, personBooks, country, provider, category] = await Promise.all([
    table.countedSince(),
    table.countedUpTo(),
    table.counts("open", "now"),
    booksOf(table, "days", dayMonths),
    booksOf(table, "persons", dayMonths),
    groupsBy("country"),
    groupsBy("provider"),
    groupsBy("category"),
  ]);
  const fromDay = since === undefined ? now.slice(0, 10) : laterOf(firstDay, since.slice(0, 10));
  const addsOn = dailyOf(dayBooks, fromDay);
  const names = daysFrom(fromDay, now.slice(0, 10));
  return {
    period,
    since,
    upTo,
    now,
    days: daysOf(names, addsOn, open.get("all") ?? {}),
    from,
    to: thisMonth,
    all: together("all", category),
    groups: { country, provider, category },
    questions: questionsOf([...addsOn.values()]),
    persons: Object.entries([...dailyOf(personBooks, fromDay).values()].reduce(plus, {}))
      .map(([name, answers]) => ({ name, answers }))
      .sort((a, b) => b.answers - a.answers || (a.name < b.name ? -1 : 1)),
  };
};

export type ReadsMails = Pick<ReadsCounts, "counts">;

/** What became of the mails of the last days: a query for each month that they touch. */
export const readMails = async (table: ReadsMails, now: Instant, days: number) => {
  const firstDay = firstDayOf(now, days);
  const books = await booksOf(table, "days", monthsBetween(firstDay.slice(0, 7), now.slice(0, 7)));
  const { sent = 0, bounced = 0, complained = 0 } = [...dailyOf(books, firstDay).values()].reduce(plus, {});
  return { sent, bounced, complained };
};

const firstDayOf = (now: Instant, days: number): string => instant(msOf(now) - (days - 1) * 86_400_000).slice(0, 10);

const booksOf = (table: ReadsMails, book: Book, months: readonly string[]) =>
  Promise.all(months.map(async (month) => ({ month, lines: await table.counts(book, month) })));

const laterOf = (one: string, other: string): string => (one < other ? other : one);

type MonthBook = { readonly month: string; readonly lines: ReadonlyMap<string, Adds> };

const dailyOf = (books: readonly MonthBook[], fromDay: string): ReadonlyMap<string, Adds> =>
  new Map(
    books
      .flatMap(({ month, lines }) => [...lines].map(([day, adds]) => [`${month}-${day}`, adds] as const))
      .filter(([day]) => day >= fromDay),
  );

const daysFrom = (first: string, last: string): readonly string[] => {
  const days: string[] = [];
  for (let at = msOf(first); at <= msOf(last); at += 86_400_000) days.push(instant(at).slice(0, 10));
  return days;
};

/** The same group of several months as one, those with most cases first. */
const groupsOf = (books: readonly MonthBook[]): readonly Removal[] => {
  const sums = new Map<string, Adds>();
  for (const { lines } of books) for (const [name, adds] of lines) sums.set(name, plus(sums.get(name) ?? {}, adds));
  return [...sums]
    .map(([name, adds]) => removalOf(name, adds))
    .sort((a, b) => b.asked - a.asked || (a.name < b.name ? -1 : 1));
};

const perLane = (adds: Adds, before = ""): PerLane => ({
  urgent: adds[`${before}urgent`] ?? 0,
  standard: adds[`${before}standard`] ?? 0,
});

const namedSum = (adds: Adds, prefix: string): number =>
  Object.entries(adds).reduce((sum, [name, number]) => sum + (name.startsWith(prefix) ? number : 0), 0);

/** Back from what is open now, day by day: less what came in later, plus what went out. */
const daysOf = (names: readonly string[], addsOn: ReadonlyMap<string, Adds>, openNow: Adds): readonly Day[] => {
  let open = perLane(openNow);
  const days: Day[] = [];
  for (const day of [...names].reverse()) {
    const adds = addsOn.get(day) ?? {};
    const [came, went] = [perLane(adds, "in-"), perLane(adds, "out-")];
    const of = (name: string) => adds[name] ?? 0;
    days.unshift({
      day,
      in: came,
      out: went,
      open: { urgent: Math.max(0, open.urgent), standard: Math.max(0, open.standard) },
      ended: Object.fromEntries(closeOutcomes.map((outcome) => [outcome, of(`end-${outcome}`)])) as Day["ended"],
      sent: of("sent"),
      delivered: of("delivered"),
      bounced: of("bounced"),
      complained: of("complained"),
      asked: namedSum(adds, "asked-"),
      answered: namedSum(adds, "answered-"),
    });
    open = {
      urgent: open.urgent - came.urgent + went.urgent,
      standard: open.standard - came.standard + went.standard,
    };
  }
  return days;
};

const removalOf = (name: string, adds: Adds): Removal => {
  let sum = 0;
  return {
    name,
    asked: adds.asked ?? 0,
    closed: adds.closed ?? 0,
    gone: adds.gone ?? 0,
    within: hourEdges.map((_, part) => {
      sum += adds[`h${part}`] ?? 0;
      return sum;
    }),
  };
};

const together = (name: string, removals: readonly Removal[]): Removal => ({
  name,
  asked: removals.reduce((sum, one) => sum + one.asked, 0),
  closed: removals.reduce((sum, one) => sum + one.closed, 0),
  gone: removals.reduce((sum, one) => sum + one.gone, 0),
  within: hourEdges.map((_, part) => removals.reduce((sum, one) => sum + (one.within[part] ?? 0), 0)),
});

const questionsOf = (days: readonly Adds[]): readonly AskedQuestion[] => {
  const all = days.reduce(plus, {});
  return questions
    .map((question) => ({
      question,
      asked: all[`asked-${question}`] ?? 0,
      answered: all[`answered-${question}`] ?? 0,
    }))
    .filter(({ asked, answered }) => asked + answered > 0)
    .sort((a, b) => b.asked - a.asked);
};

/** The share of asked-about cases gone within so many hours; none where nobody was asked. */
export const shareWithin = ({ asked, within }: Removal, hours: HourEdge): number | undefined =>
  asked === 0 ? undefined : (within[hourEdges.indexOf(hours)] ?? 0) / asked;

/** The median time to removal, as the first mark by which half were gone; none while fewer are. */
export const medianOf = ({ asked, within }: Removal): HourEdge | undefined =>
  asked === 0 ? undefined : hourEdges.find((_, at) => (within[at] ?? 0) >= asked / 2);

export type MailRates = {
  readonly sent: number;
  readonly delivered: number;
  readonly bounced: number;
  readonly complained: number;
  readonly bounceRate: number | undefined;
  readonly complaintRate: number | undefined;
};

/**
 * At these shares AWS reviews an account, and may stop its sending (SES Developer Guide, "Reputation metrics" and
 * "Amazon SES sending review process FAQs").
 */
export const awsLines = {
  bounce: { review: 0.05, stop: 0.1 },
  complaint: { review: 0.001, stop: 0.005 },
} as const;

export const mailRates = (days: readonly Day[]): MailRates => {
  const sum = (what: "sent" | "delivered" | "bounced" | "complained") => days.reduce((all, day) => all + day[what], 0);
  const [sent, bounced, complained] = [sum("sent"), sum("bounced"), sum("complained")];
  return {
    sent,
    delivered: sum("delivered"),
    bounced,
    complained,
    bounceRate: sent === 0 ? undefined : bounced / sent,
    complaintRate: sent === 0 ? undefined : complained / sent,
  };
};

export const bothLanes = (per: PerLane): number => lanes.reduce((sum, lane) => sum + per[lane], 0);
