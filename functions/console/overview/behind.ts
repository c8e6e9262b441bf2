import type { Case } from "../../case/case.ts";
import { type CloseOutcome, closeOutcomes } from "../../case/close-outcome.ts";
import type { Notice } from "../../case/notice.ts";
import { type Question, questions } from "../../case/question.ts";
import { type Instant, isDay } from "../../kernel/instant.ts";
import { type Lane, lanes } from "../../report/category.ts";
import { groupFigures, isBehind, type OfGroup } from "../../statistics/behind.ts";
import { countedBy, countsAs, hourEdges, type MailFigure, mailFigures, mailsCounted } from "../../statistics/counts.ts";
import { type DayPlace, readDayPlace, readOut, writeDayPlace } from "../../statistics/day-places.ts";
import { monthsBetween } from "../../statistics/months.ts";
import type { Statistic } from "../../statistics/statistic.ts";
import { readAll, reviewItem } from "../../store/damaged-case.ts";
import type { CasePage } from "../../store/ports.ts";
import { type ReviewItem, targetIn } from "../../store/queue-entry.ts";
import { daysBack, type Looked, lookThrough, type Part, type Place, writePlace } from "../look-through.ts";
import { type ConsoleWork, casesAPage, isCaseId } from "../pages.tsx";

/** Days as `2026-11-24`: one, or all up to another. */
export type Days = { readonly day: string; readonly until?: string };

/** A figure whose cases are listed. Months like `2026-11`. */
export type Behind =
  | ({ readonly of: "in"; readonly lane?: Lane } & Days)
  | ({ readonly of: "out"; readonly lane?: Lane; readonly outcome?: CloseOutcome } & Days)
  /** Open at the end of a day, or now. */
  | { readonly of: "open"; readonly day: string; readonly lane?: Lane }
  | { readonly of: "mails"; readonly day: string; readonly figure: MailFigure }
  | ({ readonly of: "asked"; readonly question: Question } & Days)
  | ({ readonly of: "group"; readonly from: string; readonly to: string } & OfGroup);

const monthsAtMost = 12;
/** As far back as an overview looks, and today. */
const daysAtMost = 92;
/** Newest first, both included. Empty if they are too many. */
const daysFrom = (first: string, last: string): readonly string[] => {
  const days = daysBack(first, last, daysAtMost + 1);
  return days.length > daysAtMost ? [] : days;
};
const daysOf = ({ day, until = day }: Days): readonly string[] => daysFrom(day, until);

const isMonth = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

type Asked = (name: string) => string | undefined;
const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T | undefined =>
  all.find((one) => one === text);

/** The figure that an address names, if any. */
export const readBehind = (asked: Asked, now: Instant): Behind | undefined => {
  const days = (name: string): Days | undefined => {
    const [day = "", until] = [asked(name), asked("until")];
    if (!isDay(day) || (until !== undefined && !isDay(until))) return undefined;
    const of = { day, ...(until !== undefined && { until }) };
    return daysOf(of).length > 0 ? of : undefined;
  };
  const lane = oneOf(lanes, asked("lane"));
  const outcome = oneOf(closeOutcomes, asked("outcome"));
  const [came, went, open, mailed, put] = [days("in"), days("out"), days("open"), days("mails"), days("asked")];
  const [figure, question] = [oneOf(mailFigures, asked("figure")), oneOf(questions, asked("question"))];
  if (came) return { of: "in", ...came, ...(lane && { lane }) };
  if (went) return { of: "out", ...went, ...(lane && { lane }), ...(outcome && { outcome }) };
  if (open)
    return daysFrom(open.day, now.slice(0, 10)).length === 0
      ? undefined
      : { of: "open", day: open.day, ...(lane && { lane }) };
  if (mailed) return figure && { of: "mails", day: mailed.day, figure };
  if (put) return question && { of: "asked", ...put, question };
  return readGroup(asked);
};

const readGroup = (asked: Asked): Behind | undefined => {
  const [from, to, group] = [asked("from"), asked("to"), asked("group")];
  const by = oneOf(countedBy, asked("by"));
  const figure = oneOf(groupFigures, asked("figure"));
  const within = hourEdges.find((one) => String(one) === asked("within"));
  if (!by || !figure || !isMonth(from) || !isMonth(to) || from > to) return undefined;
  if (monthsBetween(from, to).length > monthsAtMost) return undefined;
  const narrowed = { ...(group !== undefined && { group }), ...(within !== undefined && { within }) };
  return { of: "group", by, figure, from, to, ...narrowed };
};

export const behindAddress = (behind: Behind, next?: Place): string => {
  const { of, ...rest } = behind;
  const words = Object.entries(rest).map(([name, value]): [string, string] => [
    name === "day" ? of : name,
    String(value),
  ]);
  return `/overview/cases?${new URLSearchParams([...words, ...writePlace(next)])}`;
};

/** `mail`, `asked`: which of the case's mails or questions it is, and when. */
export type RowBehind = {
  readonly state: ReviewItem;
  readonly mail?: Notice;
  readonly asked?: { readonly question: Question; readonly at: Instant };
};

export type CasesBehind = Omit<Looked<unknown>, "found"> & {
  readonly found: readonly RowBehind[];
  /** Looked at, but can't be opened. */
  readonly damaged: readonly string[];
};

type Store = ConsoleWork["store"];

/** The same store, which skips and notes cases that can't be opened. */
const noting = (store: Store, note: (damaged?: readonly string[]) => void): Store => {
  const noted = async <T>(page: Promise<CasePage<T>>): Promise<CasePage<T>> => {
    note((await page).damaged);
    return page;
  };
  const notedOne = async <T>(reads: (id: string) => Promise<T | undefined>, id: string): Promise<T | undefined> => {
    const { cases, damaged } = await readAll(reads, [id]);
    note(damaged);
    return cases[0];
  };
  return {
    ...store,
    read: (caseId) => notedOne(store.read, caseId),
    readEntry: (id) => notedOne(store.readEntry, id),
    openedOn: (...of) => noted(store.openedOn(...of)),
    inReview: (...of) => noted(store.inReview(...of)),
  };
};

/** Reads some bounded lists, and each case that is shown. */
export const casesBehind = async (
  store: Store,
  behind: Behind,
  from: Place | undefined,
  now: Instant,
): Promise<CasesBehind> => {
  const damaged: string[] = [];
  const rows = await rowsBehind(
    noting(store, (ids = []) => damaged.push(...ids)),
    behind,
    from,
    now,
  );
  return { ...rows, damaged };
};

type RowsBehind = Omit<CasesBehind, "damaged">;

const rowsBehind = async (store: Store, behind: Behind, from: Place | undefined, now: Instant): Promise<RowsBehind> => {
  switch (behind.of) {
    case "in":
      return statesOf(await inBehind(store, behind, from));
    case "out":
      return read(store, await outBehind(store, behind, from));
    case "open":
      return read(store, await openBehind(store, behind, from, now));
    case "mails": {
      const { found, ...rest } = await mailsBehind(store, behind, from);
      return { ...rest, found: found.flatMap(({ rows }) => rows) };
    }
    case "asked":
      return askedBehind(store, behind, from);
    case "group":
      return read(store, await groupBehind(store, behind, from));
    default:
      return behind satisfies never;
  }
};

const statesOf = ({ found, ...rest }: Looked<Case>): RowsBehind => ({
  ...rest,
  found: found.map((state) => ({ state })),
});
const read = async (store: Store, { found, ...rest }: Looked<{ readonly caseId: string }>): Promise<RowsBehind> => {
  const states = await Promise.all(found.map(({ caseId }) => store.read(caseId)));
  return { ...rest, found: states.flatMap((state) => (state ? [{ state }] : [])) };
};

const isOfLane = (lane: Lane, { lane: wanted }: { readonly lane?: Lane }): boolean =>
  wanted === undefined || lane === wanted;

const inBehind = (store: Store, behind: Behind & { readonly of: "in" }, from: Place | undefined) =>
  lookThrough<Case>(
    {
      names: daysOf(behind),
      read: (day, cursor) => store.openedOn(day, casesAPage, cursor),
      isWanted: ({ kind, lane }) => kind === "case" && isOfLane(lane, behind),
    },
    from,
  );

/** Places read at once if the index alone says what is wanted. */
const placesAtOnce = 500;
/** Cases read at once if each must be read, in so many parts. */
const readAtOnce = 50;
const readPartsAtMost = 6;

const partOf = async (
  store: Store,
  list: Parameters<Store["listedOn"]>[0],
  [day, behind]: readonly [string, string | undefined],
  atOnce: number,
): Promise<Part<DayPlace>> => {
  const items = await store.listedOn(list, day, atOnce, behind === undefined ? undefined : readDayPlace(behind));
  const last = items.length < atOnce ? undefined : items.at(-1);
  return { items, cursor: last && writeDayPlace(last) };
};

/** What one of the lists of days has of some days. */
const listedBehind = (
  store: Store,
  list: "out" | "asked",
  days: Days,
  isWanted: (place: DayPlace) => boolean,
  from: Place | undefined,
): Promise<Looked<DayPlace>> =>
  lookThrough(
    {
      names: daysOf(days),
      partsAtMost: daysAtMost,
      read: (...of) => partOf(store, list, of, placesAtOnce),
      isWanted,
      placeOf: writeDayPlace,
    },
    from,
  );

const outBehind = (store: Store, behind: Behind & { readonly of: "out" }, from: Place | undefined) =>
  listedBehind(
    store,
    "out",
    behind,
    (place) => {
      const { lane, outcome } = readOut(place);
      return isOfLane(lane, behind) && (behind.outcome === undefined || outcome === behind.outcome);
    },
    from,
  );

/** `place`: where its list continues, if it can. */
type OpenThen = { readonly caseId: string; readonly lane: Lane; readonly openedOn: string; readonly place?: string };

/**
 * What was open at a day's end is open now, with desks or a person, or was closed since. It is counted so:
 * open now, less what came in since, and what went out.
 */
const openBehind = (
  store: Store,
  behind: Behind & { readonly of: "open" },
  from: Place | undefined,
  now: Instant,
): Promise<Looked<OpenThen>> => {
  const [, ...since] = daysFrom(behind.day, now.slice(0, 10)).toReversed();
  return lookThrough<OpenThen>(
    {
      names: ["desks", "persons", ...since],
      partsAtMost: daysAtMost,
      read: async (list, at) => {
        if (list === "desks") return withDesks(store, behind.day, at);
        if (list === "persons") return withPersons(store, at);
        const { items, cursor } = await partOf(store, "out", [list, at], placesAtOnce);
        return {
          items: items.map((place) => ({ caseId: place.caseId, ...readOut(place), place: writeDayPlace(place) })),
          cursor,
        };
      },
      isWanted: ({ lane, openedOn }) => openedOn <= behind.day && isOfLane(lane, behind),
      placeOf: ({ place }) => place,
    },
    from,
  );
};

/** Longest open first, so nothing after one opened later is wanted. */
const withDesks = async (store: Store, day: string, at: string | undefined): Promise<Part<OpenThen>> => {
  const behind = at === undefined ? undefined : readDayPlace(at);
  const lane = behind?.words[0] === "urgent" ? "urgent" : "standard";
  const open = await store.longestOpen(placesAtOnce, behind && { caseId: behind.caseId, openedAt: behind.at, lane });
  const items = open.map(({ caseId, openedAt, lane }) => ({
    caseId,
    lane,
    openedOn: openedAt.slice(0, 10),
    place: writeDayPlace({ caseId, at: openedAt, words: [lane] }),
  }));
  const last = items.length < placesAtOnce ? undefined : items.at(-1);
  return { items, cursor: last && last.openedOn <= day ? last.place : undefined };
};

const withPersons = async (store: Store, at: string | undefined): Promise<Part<OpenThen>> => {
  const { items, cursor } = await store.inReview(readAtOnce, at);
  return {
    items: items
      .flatMap((item) => targetIn(item) ?? [])
      .filter(({ closed }) => !closed)
      .map(({ id: caseId, lane, openedAt }) => ({ caseId, lane, openedOn: openedAt.slice(0, 10) })),
    cursor,
    costs: Math.max(1, Math.ceil((daysAtMost / readPartsAtMost) * (items.length / readAtOnce))),
  };
};

type MailsOfPlace = { readonly place: DayPlace; readonly rows: readonly RowBehind[] };

/** Mails count and list as their case is now, so each is read. What came back has its own, rare list. */
const mailsBehind = (
  store: Store,
  { day, figure }: Behind & { readonly of: "mails" },
  from: Place | undefined,
): Promise<Looked<MailsOfPlace>> => {
  const list = figure === "bounced" || figure === "complained" ? "back" : "mailed";
  return lookThrough<MailsOfPlace>(
    {
      names: [day],
      partsAtMost: readPartsAtMost,
      read: async (...of) => {
        const { items, cursor } = await partOf(store, list, of, readAtOnce);
        const rowsOf = async (place: DayPlace): Promise<MailsOfPlace> => ({
          place,
          rows: list === "back" && !place.words.includes(figure) ? [] : await mailsAt(store, place, figure),
        });
        return { items: await Promise.all(items.map(rowsOf)), cursor };
      },
      isWanted: ({ rows }) => rows.length > 0,
      placeOf: ({ place }) => writeDayPlace(place),
    },
    from,
  );
};

const mailsAt = async (store: Store, place: DayPlace, figure: MailFigure): Promise<readonly RowBehind[]> => {
  const state = await store.read(place.caseId);
  return mailsCounted(state?.notices ?? [])
    .filter(({ id, sentAt }) => sentAt === place.at && place.words.includes(id))
    .filter((mail) => countsAs(figure, mail))
    .flatMap((mail) => (state ? [{ state, mail }] : []));
};

const askedBehind = async (
  store: Store,
  behind: Behind & { readonly of: "asked" },
  from: Place | undefined,
): Promise<RowsBehind> => {
  const isWanted = ({ words }: DayPlace) => words.includes(behind.question);
  const { found, ...rest } = await listedBehind(store, "asked", behind, isWanted, from);
  const rows = found.map(async ({ caseId, at, words }): Promise<readonly RowBehind[]> => {
    const state = await reviewItem(store)(caseId);
    const times = words.filter((word) => word === behind.question);
    return state ? times.map(() => ({ state, asked: { question: behind.question, at } })) : [];
  });
  return { ...rest, found: (await Promise.all(rows)).flat() };
};

/** Newest month first, its cases by number. */
const groupBehind = (
  store: Store,
  behind: Behind & { readonly of: "group" },
  from: Place | undefined,
): Promise<Looked<Statistic>> =>
  lookThrough(
    {
      names: [...monthsBetween(behind.from, behind.to)].reverse(),
      read: (month, caseId) => store.statisticsBehind(month, caseId && isCaseId(caseId) ? caseId : undefined),
      isWanted: (statistic) => isBehind(statistic, behind),
      placeOf: ({ caseId }) => caseId,
    },
    from,
  );
