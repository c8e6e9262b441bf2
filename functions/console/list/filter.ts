import { closeOutcomes } from "../../case/close-outcome.ts";
import { questions } from "../../case/question.ts";
import { type Instant, isDay, plusHours } from "../../kernel/instant.ts";
import * as z from "../../kernel/zod.ts";
import { categories, type Lane, lanes } from "../../report/category.ts";
import { mailFigures } from "../../statistics/counts.ts";
import type { Facets } from "../../store/facets.ts";

/** Which cases a list has. `decided`: a row for each decision of a person, lately. */
export const listStates = ["needs-you", "open", "closed", "decided", "all"] as const;
export type ListState = (typeof listStates)[number];

/** Of what needs a person. Other lists have one order each. */
export const sorts = ["worst", "oldest", "newest"] as const;

/** Hours waited, at least. */
export const ages = [1, 4, 24, 72] as const;

const orNone = <T>(schema: z.ZodMiniType<T>) => z.catch(z.optional(schema), undefined);
const yes = z.pipe(
  z.literal("yes"),
  z.transform((): true => true),
);
const day = z.string().check(z.refine(isDay));
const filterSchema = z.object({
  state: orNone(z.enum(listStates)),
  lane: orNone(z.enum(lanes)),
  question: orNone(z.enum(questions)),
  category: orNone(z.enum(categories)),
  country: orNone(z.string().check(z.regex(/^[A-Z]{2}$/))),
  provider: orNone(z.string().check(z.regex(/^.{1,60}$/u))),
  reporter: orNone(z.string().check(z.regex(/^.{1,100}$/u))),
  /** Asked of each case that is looked at: no index has labels. */
  label: orNone(z.string().check(z.trim(), z.toLowerCase(), z.regex(/^.{1,40}$/u))),
  age: orNone(z.pipe(z.enum(ages.map(String)), z.transform(Number))),
  /** Assigned to the person, decided by them, or in the list of all, reported by them. */
  mine: orNone(yes),
  sort: orNone(z.enum(sorts)),
  /** Who decided. */
  by: orNone(z.string().check(z.regex(/^.{1,200}$/u))),
  /** Days (UTC), both included: of opening, closing or decision. */
  from: orNone(day),
  to: orNone(day),
  outcome: orNone(z.enum(closeOutcomes)),
  /** Cases by what became of their mails, by the day on which those went out. */
  mail: orNone(z.enum(mailFigures)),
  /** The case stays open after a decision, where otherwise the next one opens. */
  stay: orNone(yes),
});

/** In the address, so that a bookmark keeps it. A host never is, since addresses are logged. */
export type Filter = Readonly<z.infer<typeof filterSchema>>;

/** Anything else is left out. */
export const readFilter = (query: URLSearchParams): Filter => z.parse(filterSchema, Object.fromEntries(query));

/** Whether an address part is one of a filter's, and can be read. Pure. */
export const isOfFilter = (name: string, value: string): boolean =>
  writeFilter(readFilter(new URLSearchParams([[name, value]]))) !== "";

/** As in an address, without the question mark. */
export const writeFilter = (filter: Filter): string =>
  new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value === true ? "yes" : String(value)]],
    ),
  ).toString();

export const listAddress = (filter: Filter): string => {
  const query = writeFilter(filter);
  return query === "" ? "/" : `/?${query}`;
};

/** Whether the list is of what needs a person, which is what it shows unasked. */
export const isOfNeeds = ({ state = "needs-you", mail }: Filter): boolean =>
  state === "needs-you" && mail === undefined;

/**
 * Whether cases are listed by whom they are found by, however old, in place of by day. A provider without a mail
 * domain is a platform, by whose name nothing is found.
 */
export const isFound = ({ state, mail, mine, reporter, provider }: Filter): boolean =>
  state === "all" &&
  mail === undefined &&
  (mine === true || reporter !== undefined || provider?.includes(".") === true);

/** The filter that a page was opened from, by `in` in its address. */
export const filterIn = (address: string): Filter | undefined => {
  const from = new URL(address).searchParams.get("in");
  return from === null || from.length > 1000 ? undefined : readFilter(new URLSearchParams(from));
};

/** `?in=…`, for a page opened from a list. */
export const openedFrom = (filter: Filter): string => `?in=${encodeURIComponent(writeFilter(filter))}`;

const daysUnasked = 7;
/** Days as names of lists, newest first; a week where the filter names none. */
export const daysOf = ({ from, to }: Filter, now: Instant, daysAtMost: number): readonly string[] => {
  const last = to ?? now.slice(0, 10);
  const dayBefore = (days: number) => plusHours(`${last}T12:00:00.000Z`, -24 * days).slice(0, 10);
  const first = from ?? dayBefore(daysUnasked - 1);
  return Array.from({ length: daysAtMost }, (_, at) => dayBefore(at)).filter((one) => one >= first);
};

export type Listed = {
  readonly caseId: string;
  readonly lane: Lane;
  readonly since: Instant;
  readonly facets: Facets;
  /** Nobody is waited for. */
  readonly toRead: boolean;
};

/** Whether a filter shows a case of these facets. Pure. */
export const fits = ({ lane, facets }: Pick<Listed, "lane" | "facets">, wanted: Filter): boolean =>
  (wanted.lane === undefined || lane === wanted.lane) &&
  (wanted.question === undefined || facets.questions.includes(wanted.question)) &&
  (wanted.category === undefined || facets.category === wanted.category) &&
  (wanted.country === undefined || facets.country === wanted.country) &&
  (wanted.provider === undefined || facets.provider === wanted.provider) &&
  (wanted.reporter === undefined || facets.moreReporters === true || facets.reporters.includes(wanted.reporter));

type Against = { readonly now: Instant; readonly mine: ReadonlySet<string> };

/** Whether a filter shows a row of what needs a person. Pure. */
export const isIn = (row: Listed, wanted: Filter, { now, mine }: Against): boolean =>
  fits(row, wanted) &&
  (wanted.age === undefined || row.since <= plusHours(now, -wanted.age)) &&
  (wanted.mine === undefined || mine.has(row.caseId));
