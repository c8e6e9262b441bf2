import { isLabelled } from "../../case/labels.ts";
import type { Notice } from "../../case/notice.ts";
import type { Instant } from "../../kernel/instant.ts";
import { isSamePerson } from "../../kernel/person.ts";
import { countsAs, type MailFigure, mailsCounted } from "../../statistics/counts.ts";
import { type DayPlace, readDayPlace, readOut, writeDayPlace } from "../../statistics/day-places.ts";
import { readAll, reviewItem } from "../../store/damaged-case.ts";
import { facetsOf } from "../../store/facets.ts";
import { byPerson, byProvider, byReporter, type FoundPlace } from "../../store/finds.ts";
import type { Decided } from "../../store/ports.ts";
import { type ReviewItem, targetIn } from "../../store/queue-entry.ts";
import { type ConsoleWork, isCaseId } from "../pages.tsx";
import { daysOf, type Filter, fits, isFound, type Listed } from "./filter.ts";
import {
  type Candidate,
  type Lists,
  type Looked,
  lookThrough,
  type Part,
  type Place,
  rowsAPage,
} from "./look-through.ts";

/** `mail`, `decided`: which of the case's mails or decisions the row is for. */
export type ListRow = { readonly state: ReviewItem; readonly mail?: Notice; readonly decided?: Decided };
/** `damaged`: looked at, but can't be opened. */
export type ListPart = Looked<ListRow> & { readonly damaged: readonly string[] };

type Asked = {
  readonly filter: Filter;
  readonly now: Instant;
  readonly person: string;
  /** Rows of what needs a person, by the index alone, in the filter's order. */
  readonly needsYou: readonly Listed[];
};

/** As far back as decisions are kept. */
const daysAtMost = 92;
/** Read at once by the index alone. */
const placesAtOnce = 500;

type Reads = {
  /** One case, unless the filter leaves it out. */
  readonly rowOf: (caseId: string) => Promise<readonly ListRow[]>;
  readonly caseOf: (caseId: string) => Promise<ReviewItem | undefined>;
  readonly note: (damaged?: readonly string[]) => void;
};

/**
 * A page of a list. Reads parts of indexes and some hundred cases at most, whatever the filter
 * leaves. The lists by day look at a week, or at the filter's days.
 */
export const readList = async (
  store: ConsoleWork["store"],
  asked: Asked,
  from: Place | undefined,
): Promise<ListPart> => {
  const damaged: string[] = [];
  const note = (ids: readonly string[] = []) => damaged.push(...ids);
  const caseOf = async (caseId: string) => {
    const read = await readAll(reviewItem(store), [caseId]);
    note(read.damaged);
    return read.cases[0];
  };
  const rowOf = async (caseId: string) => {
    const state = await caseOf(caseId);
    return state && isWanted(state, asked) ? [{ state }] : [];
  };
  const looked = await lookThrough(sourceOf(store, asked, { rowOf, caseOf, note }), from);
  return { ...looked, damaged };
};

/** What cases of one person, reporter or provider are found by, where all of them are listed. */
const foundBy = (filter: Filter, person: string): string | undefined => {
  if (!isFound(filter)) return undefined;
  const { mine, reporter, provider = "" } = filter;
  if (mine) return byPerson(person);
  return reporter === undefined ? byProvider(provider) : byReporter(reporter);
};

/** A case is found by each provider that was asked, and its facets name the last one alone. */
const isWanted = (state: ReviewItem, { filter, person }: Pick<Asked, "filter" | "person">): boolean => {
  const { question: _, outcome, provider, ...wanted } = filter;
  const isFoundByIt = provider !== undefined && foundBy(filter, person) === byProvider(provider);
  return (
    fits({ lane: state.lane, facets: facetsOf(state) }, { ...wanted, ...(!isFoundByIt && { provider }) }) &&
    (outcome === undefined || targetIn(state)?.closed?.outcome === outcome) &&
    hasLabel(state, filter)
  );
};

const hasLabel = (state: ReviewItem, { label }: Filter): boolean => isLabelled(targetIn(state) ?? {}, label);

const sourceOf = (store: ConsoleWork["store"], asked: Asked, reads: Reads): Lists<ListRow> => {
  const { filter, now } = asked;
  const days = daysOf(filter, now, daysAtMost);
  if (filter.mail !== undefined) return ofMails(store, filter.mail, days, reads);
  switch (filter.state) {
    case undefined:
    case "needs-you":
      return { names: ["persons"], read: async (_, at) => ofPersons(asked, at, reads) };
    case "open":
      return {
        names: ["persons", "desks"],
        read: async (list, at) =>
          list === "persons" ? ofPersons(asked, at, reads) : ofDesks(store, filter, at, reads),
      };
    case "closed":
      return ofClosed(store, filter, days, reads);
    case "decided":
      return ofDecided(store, asked, days, reads);
    case "all":
      return ofAll(store, asked, days, reads);
    default:
      return filter.state satisfies never;
  }
};

/** Those of `all` that the index alone does not leave out. */
const partOf = <T>(
  all: readonly T[],
  isMeant: (one: T) => boolean,
  candidate: (one: T) => Candidate<ListRow>,
  cursor: string | undefined,
): Part<ListRow> => {
  const here = all.filter(isMeant);
  return { candidates: here.map(candidate), cursor, passed: all.length - here.length };
};

/** Where a list goes on behind this many places, if it may. */
const cursorOf = <T>(places: readonly T[], placeOf: (one: T) => string): string | undefined => {
  const last = places.length < placesAtOnce ? undefined : places.at(-1);
  return last && placeOf(last);
};

/** By number in the filter's order. What is decided meanwhile moves what is behind it up. */
const ofPersons = ({ needsYou, filter }: Asked, at: string | undefined, { caseOf }: Reads): Part<ListRow> => {
  const from = Number(at ?? 0) || 0;
  const rows = async (caseId: string) => {
    const state = await caseOf(caseId);
    // The index lags: one decided a moment ago may still be in it.
    return state && state.reviews.length > 0 && hasLabel(state, filter) ? [{ state }] : [];
  };
  const here = needsYou.slice(from).map(({ caseId }, number) => ({
    place: String(from + number + 1),
    rows: () => rows(caseId),
  }));
  return { candidates: here, passed: 0 };
};

/** Open, and no person is needed; longest open first. */
const ofDesks = async (
  store: ConsoleWork["store"],
  { lane: wanted }: Filter,
  at: string | undefined,
  { rowOf }: Reads,
): Promise<Part<ListRow>> => {
  const behind = at === undefined ? undefined : readDayPlace(at);
  const lane = behind?.words[0] === "urgent" ? "urgent" : "standard";
  const open = await store.longestOpen(placesAtOnce, behind && { caseId: behind.caseId, openedAt: behind.at, lane });
  const placeOf = (one: (typeof open)[number]) =>
    writeDayPlace({ caseId: one.caseId, at: one.openedAt, words: [one.lane] });
  const isMeant = (one: (typeof open)[number]) => wanted === undefined || one.lane === wanted;
  const candidate = (one: (typeof open)[number]) => ({ place: placeOf(one), rows: () => rowOf(one.caseId) });
  return partOf(open, isMeant, candidate, cursorOf(open, placeOf));
};

/** One of the lists of days. */
const ofDays = (
  store: ConsoleWork["store"],
  list: Parameters<ConsoleWork["store"]["listedOn"]>[0],
  names: readonly string[],
  isMeant: (place: DayPlace) => boolean,
  rowsAt: (place: DayPlace) => Promise<readonly ListRow[]>,
): Lists<ListRow> => ({
  names,
  read: async (day, behind) => {
    const from = behind === undefined ? undefined : readDayPlace(behind);
    const places = await store.listedOn(list, day, placesAtOnce, from);
    const candidate = (place: DayPlace) => ({ place: writeDayPlace(place), rows: () => rowsAt(place) });
    return partOf(places, isMeant, candidate, cursorOf(places, writeDayPlace));
  },
});

const ofClosed = (
  store: ConsoleWork["store"],
  filter: Filter,
  days: readonly string[],
  { rowOf }: Reads,
): Lists<ListRow> => {
  const isMeant = (place: DayPlace) => {
    const { lane, outcome } = readOut(place);
    return (filter.lane ?? lane) === lane && (filter.outcome ?? outcome) === outcome;
  };
  return ofDays(store, "out", days, isMeant, ({ caseId }) => rowOf(caseId));
};

/** Mails are listed as their case is now, so each is read. What came back has its own list. */
const ofMails = (
  store: ConsoleWork["store"],
  figure: MailFigure,
  days: readonly string[],
  { caseOf }: Reads,
): Lists<ListRow> => {
  const list = figure === "bounced" || figure === "complained" ? "back" : "mailed";
  const rowsAt = async ({ caseId, at, words }: DayPlace): Promise<readonly ListRow[]> => {
    const state = targetIn(await caseOf(caseId));
    return mailsCounted(state?.notices ?? [])
      .filter(({ id, sentAt }) => sentAt === at && words.includes(id))
      .filter((mail) => countsAs(figure, mail))
      .flatMap((mail) => (state ? [{ state, mail }] : []));
  };
  return ofDays(store, list, days, ({ words }) => list === "mailed" || words.includes(figure), rowsAt);
};

const ofDecided = (
  store: ConsoleWork["store"],
  asked: Asked,
  days: readonly string[],
  { caseOf }: Reads,
): Lists<ListRow> => {
  const { filter, person } = asked;
  const isMeant = ({ by, question }: Decided) =>
    (filter.mine === undefined || isSamePerson(by, person)) &&
    (filter.by === undefined || by.slice(0, 200) === filter.by) &&
    (filter.question === undefined || question === filter.question);
  const rowOf = async (decided: Decided) => {
    const state = await caseOf(decided.caseId);
    return state && isWanted(state, asked) ? [{ state, decided }] : [];
  };
  return {
    names: days,
    read: async (day, behind) => {
      const { items, cursor } = await store.decidedOn(day, rowsAPage, behind);
      return partOf(items, isMeant, (one) => ({ rows: () => rowOf(one) }), cursor);
    },
  };
};

/** By day of opening; one person's, reporter's or provider's by what cases are found by. */
const ofAll = (store: ConsoleWork["store"], asked: Asked, days: readonly string[], reads: Reads): Lists<ListRow> => {
  const text = foundBy(asked.filter, asked.person);
  if (text !== undefined)
    return { names: ["found"], read: async (_, behind) => ofFound(store, asked.filter, [text, behind], reads) };
  return {
    names: days,
    read: async (day, behind) => {
      const { items, cursor, damaged } = await store.openedOn(day, rowsAPage, behind);
      reads.note(damaged);
      const isMeant = (state: ReviewItem) => state.kind === "case" && isWanted(state, asked);
      return partOf(items, isMeant, (state) => ({ rows: async () => [{ state }] }), cursor);
    },
  };
};

const ofFound = async (
  store: ConsoleWork["store"],
  { from, to }: Filter,
  [text, behind]: readonly [string, string | undefined],
  { rowOf }: Reads,
): Promise<Part<ListRow>> => {
  const until = to === undefined ? undefined : { openedAt: `${to}T23:59:59.999Z`, caseId: "TD-ZZZZ-ZZZZ-ZZZZ" };
  const found = await store.found(text, placesAtOnce, readFound(behind) ?? until);
  const isMeant = ({ openedAt }: FoundPlace) => from === undefined || openedAt >= from;
  const candidate = (one: FoundPlace) => ({ place: writeFound(one), rows: () => rowOf(one.caseId) });
  // Newest first: behind one that was opened before `from`, all were.
  return partOf(found, isMeant, candidate, found.every(isMeant) ? cursorOf(found, writeFound) : undefined);
};

/** For addresses and forms, read back by `readFound`. Text order is time order. */
export const writeFound = ({ openedAt, caseId }: FoundPlace): string => `${openedAt}#${caseId}`;
/** `2026-11-24T03:00:00.000Z#TD-…`. Anything else begins at the newest. */
export const readFound = (text: string | null | undefined): FoundPlace | undefined => {
  const [openedAt = "", caseId = ""] = text?.split("#") ?? [];
  return /^\d{4}-\d\d-\d\dT[\d:.]{5,15}Z$/.test(openedAt) && isCaseId(caseId) ? { openedAt, caseId } : undefined;
};
