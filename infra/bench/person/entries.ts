import { alikeKey } from "../../../functions/case/asked-alike.ts";
import type { Case, Review } from "../../../functions/case/case.ts";
import type { CaseEvent } from "../../../functions/case/event.ts";
import { isOnCalls } from "../../../functions/case/question.ts";
import type { Lane } from "../../../functions/report/category.ts";

/**
 * One entry before the person: a question of one case, or the same of several. What asks the same
 * while it stands joins it. It is before them once on-call was told of one of its cases.
 */
export type StandingEntry = {
  readonly lane: Lane;
  readonly cause: string;
  readonly first: Review;
  /** The question of each case that is in it now, by the case's id. */
  readonly members: Map<string, string>;
  /** How many cases were in it in all. */
  cases: number;
};

const minuteOf = (at: string): string => at.slice(0, 16);

/** The entry of each question that stands: by case and question. */
type Standing = Map<string, Map<string, { readonly entry: StandingEntry; readonly key: string | undefined }>>;

/** What on-call is told of these entries. */
const ringing = (standing: Standing) => {
  const entries: StandingEntry[] = [];
  const told = new Set<StandingEntry>();
  const level = new Set<string>();
  const levelAgain = new Set<string>();

  /**
   * On-call is told: of the first of an entry's cases, the entry is before them. A question that
   * rings again, since nobody answered, is another one; one for all that ring at once.
   */
  const ring = ({ id }: Case, event: CaseEvent): readonly StandingEntry[] => {
    if (event.type !== "announced") return [];
    return event.reviewIds.flatMap((reviewId) => {
      const entry = standing.get(id)?.get(reviewId)?.entry;
      const isAgain = level.has(`${id} ${reviewId}`);
      // Whoever was told of it has answered all that they were told of.
      const isAnew = !isAgain && ![...(entry?.members ?? [])].some((member) => level.has(member.join(" ")));
      level.add(`${id} ${reviewId}`);
      if (!entry) return [];
      if (!told.has(entry) || isAnew) {
        told.add(entry);
        entries.push(entry);
        return [entry];
      }
      const once = `${entries.indexOf(entry)} ${minuteOf(event.at)}`;
      if (isAgain && !levelAgain.has(once)) {
        levelAgain.add(once);
        entries.push({ ...entry, members: new Map(), cases: entry.members.size });
      }
      return [];
    });
  };
  return { entries, ring };
};

/**
 * What stands before a person about cases, as the console gathers it (`review/for-all.ts`). What is
 * only to be read pages nobody, keeps nothing up and has no answer that anybody waits for: it
 * stands in its list, and is no entry before a person.
 */
export const entriesBefore = (causeIn: (state: Case, review: Review) => string) => {
  const toRead: { readonly lane: Lane }[] = [];
  const byKey = new Map<string, StandingEntry>();
  const standing: Standing = new Map();
  const read = new Set<string>();
  const { entries, ring } = ringing(standing);

  const leave = ({ id, reviews }: Case) => {
    const of = standing.get(id);
    if (!of) return;
    for (const [reviewId, { entry, key }] of of) {
      if (reviews.some((review) => review.id === reviewId)) continue;
      of.delete(reviewId);
      if (entry.members.get(id) === reviewId) entry.members.delete(id);
      if (key !== undefined && entry.members.size === 0) byKey.delete(key);
    }
  };

  const join = (state: Case, review: Review): void => {
    const of = standing.get(state.id) ?? new Map();
    standing.set(state.id, of);
    if (of.has(review.id)) return;
    const key = alikeKey(state, review);
    const known = key === undefined ? undefined : byKey.get(key);
    const entry: StandingEntry = known ?? {
      lane: state.lane,
      cause: causeIn(state, review),
      first: review,
      members: new Map(),
      cases: 0,
    };
    entry.members.set(state.id, review.id);
    entry.cases++;
    of.set(review.id, { entry, key });
    if (key !== undefined && !known) byKey.set(key, entry);
  };

  return {
    entries: entries as readonly StandingEntry[],
    /** What came to stand in the list to be read. */
    toRead: toRead as readonly { readonly lane: Lane }[],
    /** Takes in a change of a case; gives the entries that it opened. */
    sees: (state: Case, events: readonly CaseEvent[]): readonly StandingEntry[] => {
      leave(state);
      for (const review of state.reviews) {
        if (isOnCalls(state.lane, review)) join(state, review);
        else if (!read.has(`${state.id} ${review.id}`)) {
          read.add(`${state.id} ${review.id}`);
          toRead.push({ lane: state.lane });
        }
      }
      return events.flatMap((event) => ring(state, event));
    },
  };
};
