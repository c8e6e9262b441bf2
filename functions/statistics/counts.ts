import type { Case, Review } from "../case/case.ts";
import type { Notice, Sent } from "../case/notice.ts";
import { isSent, standsForMail } from "../case/notice-progress.ts";
import type { Question } from "../case/question.ts";
import type { Instant } from "../kernel/instant.ts";
import { hoursToRemoval, nameIn } from "./measures.ts";
import { type Statistic, statisticOf } from "./statistic.ts";

/** Groups of removals, each by the month in which its cases were opened. */
export const countedBy = ["country", "provider", "category"] as const;
export type CountedBy = (typeof countedBy)[number];

/**
 * `days`: what came in, went out, was mailed and asked, day by day; `persons`: who answered, day by day; `open`:
 * what is open now; and cases that a desk was asked about, by group.
 */
export const books = ["days", "persons", "open", ...countedBy] as const;
export type Book = (typeof books)[number];

/** Numbers by name; negative where something is not so any more. */
export type Adds = Readonly<Record<string, number>>;

/** `month`: `2026-11`, and `now` of what is open; `name`: a day of it, or a group. */
export type Count = { readonly book: Book; readonly month: string; readonly name: string; readonly adds: Adds };

/** `before`, `after`: what the case came to and comes to; the difference is counted. `once`: added beside. */
export type Counting = {
  readonly before: readonly Count[];
  readonly after: readonly Count[];
  readonly once: readonly Count[];
};

/** Ends of the histogram's parts, in hours; longer ones count behind the last. A curve is exact at each. */
export const hourEdges = [
  0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96, 120, 168, 240, 336, 504, 720, 1440,
] as const;

export type HourEdge = (typeof hourEdges)[number];

export const partOf = (hours: number): string => {
  const at = hourEdges.findIndex((edge) => hours <= edge);
  return `h${at < 0 ? hourEdges.length : at}`;
};

const onDay = (at: Instant, adds: Adds, book: Book = "days"): Count => ({
  book,
  month: at.slice(0, 7),
  name: at.slice(8, 10),
  adds,
});

/** A registry’s word for the country is somebody’s text. */
const groupOf = (by: CountedBy, statistic: Statistic): string => {
  const name = nameIn[by](statistic);
  return by === "country" && !/^[A-Z]{2}$/.test(name) ? "unknown" : name.slice(0, 253);
};

/** Its removal, in the book of each of its groups; nothing while nobody was asked. */
const groupsOf = (statistic: Statistic): readonly Count[] => {
  if (statistic.asked.length === 0) return [];
  const hours = hoursToRemoval(statistic);
  const adds = {
    asked: 1,
    ...(statistic.closed && { closed: 1 }),
    ...(hours !== undefined && { gone: 1, [partOf(hours)]: 1 }),
  };
  const month = statistic.openedAt.slice(0, 7);
  return countedBy.map((book) => ({ book, month, name: groupOf(book, statistic), adds }));
};

const mailsSince = (before: Asker | undefined, next: Asker): readonly Count[] => [
  ...mailsOf(before?.notices ?? []).map(negative),
  ...mailsOf(next.notices ?? []),
];

/** One mail about several cases counts once; what an API takes is none. */
export const mailsCounted = (notices: readonly Notice[]): readonly Sent[] =>
  notices.filter(isSent).filter((notice) => standsForMail(notice) && notice.to.channel === undefined);

export const mailFigures = ["sent", "delivered", "bounced", "complained"] as const;
export type MailFigure = (typeof mailFigures)[number];

export const countsAs = (figure: MailFigure, { state }: Pick<Notice, "state">): boolean =>
  figure === "sent" || state === figure || (figure === "delivered" && state === "complained");

const mailsOf = (notices: readonly Notice[]): readonly Count[] =>
  mailsCounted(notices).map((mail) =>
    onDay(
      mail.sentAt,
      Object.fromEntries(mailFigures.filter((figure) => countsAs(figure, mail)).map((figure) => [figure, 1])),
    ),
  );

/** The counts are the sum of this over all cases. */
const countsOfCase = (state: Case): readonly Count[] => {
  const { lane, openedAt, closed } = state;
  return [
    onDay(openedAt, { [`in-${lane}`]: 1 }),
    closed
      ? onDay(closed.at, { [`out-${lane}`]: 1, [`end-${closed.outcome}`]: 1 })
      : { book: "open", month: "now", name: "all", adds: { [lane]: 1 } },
    ...groupsOf(statisticOf(state)),
  ];
};

export type Asker = { readonly reviews: readonly Review[]; readonly notices?: readonly Notice[] };

/** Questions not asked before this change, each as often as it is asked. */
const questionsNew = (before: Asker | undefined, next: Asker): readonly Question[] =>
  next.reviews.filter(({ id }) => !before?.reviews.some((known) => known.id === id)).map(({ question }) => question);

const questionsOf = (before: Asker | undefined, next: Asker, at: Instant): readonly Count[] =>
  questionsNew(before, next).map((question) => onDay(at, { [`asked-${question}`]: 1 }));

/** What a change of a case adds to the counts; else nothing. Pure. */
export const countingOf = (before: Case | undefined, next: Case, at: Instant): Counting | undefined => {
  // What is forgotten stays counted as it was.
  if (next.forgottenAt !== undefined || before?.forgottenAt !== undefined) return undefined;
  const once = questionsOf(before, next, at);
  if (before && countsTheSame(before, next)) return once.length > 0 ? { before: [], after: [], once } : undefined;
  return {
    before: before ? countsOfCase(before) : [],
    after: countsOfCase(next),
    once: [...once, ...mailsSince(before, next)],
  };
};

/** The same of messages before a person: only questions. */
export const countingOfOther = (before: Asker | undefined, next: Asker, at: Instant): Counting | undefined => {
  const once = questionsOf(before, next, at);
  return once.length > 0 ? { before: [], after: [], once } : undefined;
};

/** What is not changed is kept as it is, never copied. */
const countsTheSame = (before: Case, next: Case): boolean =>
  before.notices === next.notices &&
  before.closed === next.closed &&
  before.lane === next.lane &&
  before.contact?.country === next.contact?.country;

/** A person's answer; it counts once it has taken effect, and where it did. */
type Answer = {
  readonly at: Instant;
  readonly question: string;
  readonly by: string;
  readonly takesEffectAt?: Instant;
  readonly tookEffectAt?: Instant;
};
/** What can be taken back counts when it took effect. Pure. */
const isInEffect = ({ takesEffectAt, tookEffectAt }: Pick<Answer, "takesEffectAt" | "tookEffectAt">): boolean =>
  takesEffectAt === undefined || tookEffectAt !== undefined;
const answered = ({ at, question, by, ...stand }: Answer): readonly Count[] =>
  !isInEffect(stand)
    ? []
    : [onDay(at, { [`answered-${question}`]: 1 }), onDay(at, { [by.slice(0, 200)]: 1 }, "persons")];

const times = ({ adds, ...place }: Count, factor: number): Count => ({
  ...place,
  adds: Object.fromEntries(Object.entries(adds).map(([name, number]) => [name, number * factor])),
});

export const negative = (one: Count): Count => times(one, -1);

export type Counted = { readonly counting?: Counting | undefined; readonly decided?: readonly Answer[] | undefined };

/** What a change adds. */
export const addsOf = ({ counting, decided = [] }: Counted): readonly Count[] =>
  sumOf([
    ...(counting ? [...counting.before.map(negative), ...counting.after, ...counting.once] : []),
    ...decided.flatMap(answered),
  ]);

/** Each line of a book once, without zeros. */
export const sumOf = (counts: readonly Count[]): readonly Count[] => {
  const lines = new Map<string, Count>();
  for (const one of counts) {
    const key = [one.book, one.month, one.name].join(" ");
    lines.set(key, { ...one, adds: plus(lines.get(key)?.adds ?? {}, one.adds) });
  }
  return [...lines.values()]
    .map((one) => ({ ...one, adds: Object.fromEntries(Object.entries(one.adds).filter(([, number]) => number !== 0)) }))
    .filter(({ adds }) => Object.keys(adds).length > 0);
};

export const plus = (one: Adds, other: Adds): Adds => {
  const sum: Record<string, number> = { ...one };
  for (const [name, number] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + number;
  return sum;
};
