import { questions } from "../../case/question.ts";
import { type Instant, plusHours } from "../../kernel/instant.ts";
import * as z from "../../kernel/zod.ts";
import { categories, type Lane, lanes } from "../../report/category.ts";
import type { Facets } from "../../store/facets.ts";

export const groupings = ["question", "provider", "host"] as const;

/** Hours waited, at least. */
export const ages = [1, 4, 24, 72] as const;

const orNone = <T>(schema: z.ZodMiniType<T>) => z.catch(z.optional(schema), undefined);
const filterSchema = z.object({
  lane: orNone(z.enum(lanes)),
  question: orNone(z.enum(questions)),
  category: orNone(z.enum(categories)),
  country: orNone(z.string().check(z.regex(/^[A-Z]{2}$/))),
  provider: orNone(z.string().check(z.regex(/^.{1,60}$/u))),
  reporter: orNone(z.string().check(z.regex(/^.{1,100}$/u))),
  age: orNone(z.pipe(z.enum(ages.map(String)), z.transform(Number))),
  /** What the person has. */
  mine: orNone(
    z.pipe(
      z.literal("yes"),
      z.transform((): true => true),
    ),
  ),
  by: orNone(z.enum(groupings)),
});

/** Stands in the address, so that a bookmark keeps it. A host never does, since addresses are logged. */
export type Filter = Readonly<z.infer<typeof filterSchema>>;

/** Anything else is left out. */
export const readFilter = (query: URLSearchParams): Filter => z.parse(filterSchema, Object.fromEntries(query));

/** Whether an address part is one of a filter's, and can be read. Pure. */
export const isOfFilter = (name: string, value: string): boolean =>
  writeFilter(readFilter(new URLSearchParams([[name, value]]))) !== "";

/** As in an address, without the question mark. */
export const writeFilter = ({ mine, age, ...rest }: Filter): string => {
  const query = new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== undefined));
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

/** Whether a filter shows a row. Pure. */
export const isIn = ({ caseId, lane, since, facets }: Listed, wanted: Filter, { now, mine }: Against): boolean =>
  (wanted.lane === undefined || lane === wanted.lane) &&
  (wanted.question === undefined || facets.questions.includes(wanted.question)) &&
  (wanted.category === undefined || facets.category === wanted.category) &&
  (wanted.country === undefined || facets.country === wanted.country) &&
  (wanted.provider === undefined || facets.provider === wanted.provider) &&
  (wanted.reporter === undefined || facets.moreReporters === true || facets.reporters.includes(wanted.reporter)) &&
  (wanted.age === undefined || since <= plusHours(now, -wanted.age)) &&
  (wanted.mine === undefined || mine.has(caseId));
