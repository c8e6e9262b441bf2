import { undecided } from "../../case/given.ts";
import { questionFacts } from "../../case/question.ts";
import { isSamePerson } from "../../kernel/person.ts";
import { type Claims, type Reservations, readClaims } from "../../review/reservations.ts";
import { readAll, reviewItem } from "../../store/damaged-case.ts";
import { facetsOf } from "../../store/facets.ts";
import type { ReviewList } from "../../store/ports.ts";
import type { ReviewItem } from "../../store/queue-entry.ts";
import { count } from "../words.ts";
import { type Filter, isIn, type Listed } from "./filter.ts";

/** More is never listed, and the page says so. */
const placesAtMost = 10_000;

/** All that waits, by the index alone, and who has what. */
export type Waiting = Claims & {
  readonly rows: readonly Listed[];
  /** There are more than these rows. */
  readonly isCut: boolean;
};

export type ReadsWaiting = {
  readonly store: Pick<ReviewList, "inLine">;
  readonly reservations: Reservations;
};

/** Network: the index up to a bound, and one query for the reservations. */
export const readWaiting = async (
  { store, reservations }: ReadsWaiting,
  by: Pick<Claims, "now" | "person">,
): Promise<Waiting> => {
  const [places, claims] = await Promise.all([store.inLine(placesAtMost), readClaims(reservations, by)]);
  return {
    rows: places.map(({ unknownSend: _, ...place }) => place),
    ...claims,
    isCut: places.length >= placesAtMost,
  };
};

const against = ({ reservations, now, person }: Waiting) => ({
  now,
  mine: new Set([...reservations.values()].filter(({ by }) => isSamePerson(by, person)).map(({ caseId }) => caseId)),
});

/** What cases that may ask the same share in the index (`case/asked-alike.ts` decides). */
const likeness = ({ caseId, lane, facets }: Listed): string => {
  const { questions: asked, provider, nameTag } = facets;
  const [question] = asked;
  const about = { name: nameTag, desk: provider, contacts: provider, list: "list", never: caseId };
  return [lane, asked.join(), (question && about[questionFacts(question).inCommon]) ?? caseId].join(" ");
};

/** Worst first, and behind each what may ask the same, so that one page has it together. */
const together = (rows: readonly Listed[]): readonly Listed[] => {
  const groups = new Map<string, Listed[]>();
  for (const row of rows) {
    const key = likeness(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flat();
};

/** The rows that a filter shows, in its order: worst first, unless it says otherwise. Pure. */
export const rowsIn = (waiting: Waiting, filter: Filter): readonly Listed[] => {
  const by = against(waiting);
  const rows = waiting.rows.filter((row) => isIn(row, filter, by));
  if (filter.sort !== "oldest" && filter.sort !== "newest") return together(rows);
  const oldest = rows.toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));
  return filter.sort === "oldest" ? oldest : oldest.reverse();
};

/** How much needs a person. What is only to be read counts in `toRead` alone. */
export type HowMany = {
  readonly cases: number;
  /** No case was opened: they could not be read, or fit no report. */
  readonly messages: number;
  readonly urgent: number;
  readonly toRead: number;
};

/** Of places in the index: only a message is of no category. Pure. */
export const howManyIn = (places: readonly Pick<Listed, "lane" | "toRead" | "facets">[]): HowMany => {
  const open = places.filter(({ toRead }) => !toRead);
  const cases = open.filter(({ facets }) => facets.category !== undefined).length;
  return {
    cases,
    messages: open.length - cases,
    urgent: open.filter(({ lane }) => lane === "urgent").length,
    toRead: places.length - open.length,
  };
};

export const allOf = ({ cases, messages }: HowMany): number => cases + messages;

/** `13 items need you (9 cases, 4 unreadable reports), 2 to read`. */
export const sayHowMany = (many: HowMany): string => {
  const { cases, messages, toRead } = many;
  const kinds = [
    ...(cases > 0 ? [count(cases, "case")] : []),
    ...(messages > 0 ? [count(messages, "unreadable report")] : []),
  ];
  const [one] = kinds;
  const needs =
    kinds.length > 1
      ? `${count(allOf(many), "item")} need you (${kinds.join(", ")})`
      : `${one} ${allOf(many) === 1 ? "needs" : "need"} you`;
  return [...(allOf(many) > 0 ? [needs] : []), ...(toRead > 0 ? [`${toRead} to read`] : [])].join(", ");
};

/** A value to narrow a list by, and how many rows it would leave. */
export type Counted<T> = { readonly value: T; readonly rows: number };

/** Values of each part of the filter, those that leave most first. Pure. */
export const choicesIn = (waiting: Waiting, filter: Filter) => {
  const by = against(waiting);
  const among = <T>(part: keyof Filter, values: (row: Listed) => readonly T[]): readonly Counted<T>[] => {
    const counts = new Map<T, number>();
    const others = { ...filter, [part]: undefined };
    for (const row of waiting.rows)
      if (isIn(row, others, by)) for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].map(([value, rows]) => ({ value, rows })).sort((one, other) => other.rows - one.rows);
  };
  const some = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);
  return {
    lane: among("lane", ({ lane }) => [lane]),
    question: among("question", ({ facets }) => facets.questions),
    category: among("category", ({ facets }) => some(facets.category)),
    country: among("country", ({ facets }) => some(facets.country)),
    provider: among("provider", ({ facets }) => some(facets.provider)),
    reporter: among("reporter", ({ facets }) => facets.reporters),
  };
};

/** Candidates read before the list counts as done, since the index lags. */
const readsAtMost = 10;

/** The first case behind `after`, or else of all, that nobody else has. Reads some cases. */
export const nextIn = async (
  { store }: { readonly store: Parameters<typeof reviewItem>[0] },
  waiting: Waiting,
  filter: Filter,
  after: string,
): Promise<ReviewItem | undefined> => {
  const rows = rowsIn(waiting, filter);
  const at = rows.findIndex(({ caseId }) => caseId === after);
  const ordered = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  const by = against(waiting);
  const isFree = ({ caseId }: Listed) => caseId !== after && (!waiting.reservations.has(caseId) || by.mine.has(caseId));
  for (const row of ordered.filter(isFree).slice(0, readsAtMost)) {
    const [state] = (await readAll(reviewItem(store), [row.caseId])).cases;
    // As it is now: it may be answered since, or its reporter is none of those meant.
    if (state && undecided(state).length > 0 && isIn({ ...row, facets: facetsOf(state) }, filter, by)) return state;
  }
  return undefined;
};
