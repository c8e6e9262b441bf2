import { type Question, questions } from "../../case/question.ts";
import { type Instant, plusHours } from "../../kernel/instant.ts";
import { type Category, categories, type Lane, lanes } from "../../report/category.ts";
import type { Facets } from "../../store/facets.ts";

export const groupings = ["question", "provider", "host"] as const;
export type Grouping = (typeof groupings)[number];

/** Hours waited, at least. */
export const ages = [1, 4, 24, 72] as const;

/** Stands in the address, so that a bookmark keeps it. A host never does, since addresses are logged. */
export type Filter = {
  readonly lane?: Lane;
  readonly question?: Question;
  readonly category?: Category;
  readonly country?: string;
  readonly provider?: string;
  readonly reporter?: string;
  readonly age?: (typeof ages)[number];
  /** What the person has. */
  readonly mine?: true;
  readonly by?: Grouping;
};

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((one) => one === text);

/** Anything else is left out. */
export const readFilter = (query: URLSearchParams): Filter => {
  const free = (name: string, wanted: RegExp) => {
    const text = query.get(name) ?? "";
    return wanted.test(text) ? text : undefined;
  };
  const lane = oneOf(lanes, query.get("lane"));
  const question = oneOf(questions, query.get("question"));
  const category = oneOf(categories, query.get("category"));
  const country = free("country", /^[A-Z]{2}$/);
  const provider = free("provider", /^.{1,60}$/u);
  const reporter = free("reporter", /^.{1,100}$/u);
  const age = ages.find((hours) => String(hours) === query.get("age"));
  const by = oneOf(groupings, query.get("by"));
  return {
    ...(lane && { lane }),
    ...(question && { question }),
    ...(category && { category }),
    ...(country && { country }),
    ...(provider && { provider }),
    ...(reporter && { reporter }),
    ...(age && { age }),
    ...(query.get("mine") === "yes" && { mine: true }),
    ...(by && { by }),
  };
};

/** Whether an address part is one of a filter's, and can be read. Pure. */
export const isOfFilter = (name: string, value: string): boolean =>
  Object.hasOwn(readFilter(new URLSearchParams([[name, value]])), name);

/** As in an address, without the question mark. */
export const writeFilter = ({ mine, age, ...rest }: Filter): string => {
  const query = new URLSearchParams(Object.entries(rest));
  if (age !== undefined) query.set("age", String(age));
  if (mine) query.set("mine", "yes");
  return query.toString();
};

/** The filter that a page was opened from, by `in` in its address. */
export const filterIn = (address: string): Filter | undefined => {
  const from = new URL(address).searchParams.get("in");
  return from === null || from.length > 1000 ? undefined : readFilter(new URLSearchParams(from));
};

/** `?in=…`, for a page opened from a list. */
export const openedFrom = (filter: Filter): string => `?in=${encodeURIComponent(writeFilter(filter))}`;

export type Listed = {
  readonly caseId: string;
  readonly lane: Lane;
  readonly since: Instant;
  readonly facets: Facets;
  /** Nobody is waited for. */
  readonly toRead: boolean;
};

type Against = { readonly now: Instant; readonly mine: ReadonlySet<string> };

const asks: { readonly [Part in keyof Omit<Filter, "by">]-?: (row: Listed, filter: Filter, by: Against) => boolean } = {
  lane: (row, { lane }) => row.lane === lane,
  question: ({ facets }, { question }) => question !== undefined && facets.questions.includes(question),
  category: ({ facets }, { category }) => facets.category === category,
  country: ({ facets }, { country }) => facets.country === country,
  provider: ({ facets }, { provider }) => facets.provider === provider,
  reporter: ({ facets }, { reporter }) =>
    facets.moreReporters === true || (reporter !== undefined && facets.reporters.includes(reporter)),
  age: ({ since }, { age }, { now }) => age !== undefined && since <= plusHours(now, -age),
  mine: ({ caseId }, _, { mine }) => mine.has(caseId),
};

type Part = keyof typeof asks;
export const parts: readonly Part[] = [
  "lane",
  "question",
  "category",
  "country",
  "provider",
  "reporter",
  "age",
  "mine",
];

/** Whether a filter shows a row. `but` leaves one part of the filter out. Pure. */
export const isIn = (row: Listed, filter: Filter, by: Against, but?: Part): boolean =>
  parts.every((part) => part === but || filter[part] === undefined || asks[part](row, filter, by));
