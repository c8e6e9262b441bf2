import { type CloseOutcome, closeOutcomes } from "../../case/close-outcome.ts";
import { isDay } from "../../kernel/instant.ts";
import type { Case } from "../../matters/case.ts";
import type { OutPlace } from "../../matters/store.ts";
import { type Lane, lanes } from "../../report/category.ts";
import { groupFigures, isBehind, type OfGroup } from "../../statistics/behind.ts";
import { countedBy } from "../../statistics/counts.ts";
import { monthsBetween } from "../../statistics/months.ts";
import type { Statistic } from "../../statistics/statistic.ts";
import { type Looked, lookThrough, type Part, type Place, writePlace } from "../look-through.ts";
import { type ConsoleWork, casesAPage, isCaseId } from "../pages.tsx";

/** A figure of the overview whose cases are listed. Months as `2026-11`, days as `2026-11-24`. */
export type Behind =
  | { readonly of: "in"; readonly day: string; readonly lane?: Lane }
  | { readonly of: "out"; readonly day: string; readonly lane?: Lane; readonly outcome?: CloseOutcome }
  | ({ readonly of: "group"; readonly from: string; readonly to: string } & OfGroup);

const monthsAtMost = 12;
const isMonth = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The figure that an address names; nothing where it names none. */
export const readBehind = (asked: (name: string) => string | undefined): Behind | undefined => {
  const lane = lanes.find((one) => one === asked("lane"));
  const outcome = closeOutcomes.find((one) => one === asked("outcome"));
  const [came, went, from, to] = [asked("in"), asked("out"), asked("from"), asked("to")];
  if (came !== undefined && isDay(came)) return { of: "in", day: came, ...(lane && { lane }) };
  if (went !== undefined && isDay(went))
    return { of: "out", day: went, ...(lane && { lane }), ...(outcome && { outcome }) };
  const by = countedBy.find((one) => one === asked("by"));
  const figure = groupFigures.find((one) => one === asked("figure"));
  const group = asked("group");
  if (!by || !figure || !isMonth(from) || !isMonth(to) || from > to) return undefined;
  if (monthsBetween(from, to).length > monthsAtMost) return undefined;
  return { of: "group", by, figure, from, to, ...(group !== undefined && { group }) };
};

/** The address of the cases behind a figure. */
export const behindAddress = (behind: Behind, next?: Place): string => {
  const { of, ...rest } = behind;
  const words = Object.entries(rest).map(([name, value]): [string, string] => [name === "day" ? of : name, value]);
  return `/overview/cases?${new URLSearchParams([...words, ...writePlace(next)])}`;
};

/** Of one page of a list: the cases, how many places were looked through for them, and where it goes on. */
export type CasesBehind = Omit<Looked<unknown>, "found"> & { readonly found: readonly Case[] };

/** Reads a page of the cases behind a figure: some bounded lists, and each case that is shown. */
export const casesBehind = async (
  store: ConsoleWork["store"],
  behind: Behind,
  from: Place | undefined,
): Promise<CasesBehind> => {
  if (behind.of === "in")
    return lookThrough(
      {
        names: [behind.day],
        read: (day, cursor) => openedPart(store, day, cursor),
        isWanted: ({ kind, lane }) => kind === "case" && isOfLane(lane, behind),
      },
      from,
    );
  const { found, ...rest } =
    behind.of === "out" ? await outBehind(store, behind, from) : await groupBehind(store, behind, from);
  const states = await Promise.all(found.map(({ caseId }) => store.read(caseId)));
  return { ...rest, found: states.filter((state) => state !== undefined) };
};

const isOfLane = (lane: Lane, { lane: wanted }: { readonly lane?: Lane }): boolean =>
  wanted === undefined || lane === wanted;

const openedPart = async (
  store: ConsoleWork["store"],
  day: string,
  cursor: string | undefined,
): Promise<Part<Case>> => {
  const { items, cursor: next } = await store.openedOn(day, casesAPage, cursor);
  return { items, next };
};

const outsAtOnce = 500;
const outText = ({ at, caseId, lane, outcome }: OutPlace): string => [at, caseId, lane, outcome].join("_");
const readOut = (text: string | undefined): OutPlace | undefined => {
  const [at = "", caseId = "", lane, outcome] = text?.split("_") ?? [];
  if (!/^\d{4}-\d\d-\d\dT[\d:.]{5,15}Z$/.test(at) || !isCaseId(caseId)) return undefined;
  return {
    at,
    caseId,
    lane: lane === "urgent" ? "urgent" : "standard",
    outcome: closeOutcomes.find((one) => one === outcome) ?? "decided",
  };
};

const outBehind = (
  store: ConsoleWork["store"],
  behind: Behind & { readonly of: "out" },
  from: Place | undefined,
): Promise<Looked<OutPlace>> =>
  lookThrough(
    {
      names: [behind.day],
      read: async (day, place): Promise<Part<OutPlace>> => {
        const items = await store.wentOutOn(day, outsAtOnce, readOut(place));
        const last = items.length < outsAtOnce ? undefined : items.at(-1);
        return { items, next: last && outText(last) };
      },
      isWanted: ({ lane, outcome }) =>
        isOfLane(lane, behind) && (behind.outcome === undefined || outcome === behind.outcome),
      placeOf: outText,
    },
    from,
  );

/** The newest month first; a month's cases in the order of their numbers. */
const groupBehind = (
  store: ConsoleWork["store"],
  behind: Behind & { readonly of: "group" },
  from: Place | undefined,
): Promise<Looked<Statistic>> =>
  lookThrough(
    {
      names: [...monthsBetween(behind.from, behind.to)].reverse(),
      read: async (month, caseId): Promise<Part<Statistic>> => {
        const { items, cursor } = await store.statisticsBehind(month, caseId && isCaseId(caseId) ? caseId : undefined);
        return { items, next: cursor };
      },
      isWanted: (statistic) => isBehind(statistic, behind),
      placeOf: ({ caseId }) => caseId,
    },
    from,
  );
