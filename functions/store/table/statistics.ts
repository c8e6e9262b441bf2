import { type DayPlace, type ListOfDay, outPlaceOf, readDayPlace, writeDayPlace } from "../../statistics/day-places.ts";
import type { Decided, DecidedList, StatisticsTable } from "../ports.ts";
import { readDecided, readStatistic } from "../stored.ts";
import type { AnyChange } from "./case-item.ts";
import { placeIn } from "./finds.ts";
import { listed, partitionIn, partitions, spread } from "./spread-list.ts";
import { cursorOf, expiryOf, type Index, type Item, keysOf, placeOf, type Table, type Write } from "./table.ts";

/** A partition takes 1,000 writes a second: 100 closings a second leave it far below a tenth. */
const statisticShards = 16;
const partition = (month: string, shard: number): string => `STATISTIC#${month}#${shard}`;
const partitionsOf = (month: string) => partitions(statisticShards, (shard) => partition(month, shard));

/**
 * Lists by day stand on items that are written anyway, so that a place costs one index line: what is out with its
 * statistic until it is reopened, the others on the change's history line, for ever. One change may mail and hear of
 * what came back, so each of these has its own index.
 */
const dayIndexes: Readonly<Record<ListOfDay, Index>> = {
  out: "opened",
  mailed: "opened",
  back: "due",
};
const dayList = (list: ListOfDay, day: string): string => `${list.toUpperCase()}#${day}`;
const placeOnDay = (list: ListOfDay, place: DayPlace): Item => {
  const of = dayList(list, place.at.slice(0, 10));
  return placeIn(dayIndexes[list], partitionIn(of, place.caseId), writeDayPlace(place));
};
/** Its places in lists by day, on a history line or an entry's message. */
export const placesOnDays = ({ next, onDays = [] }: AnyChange): Item =>
  Object.assign({}, ...onDays.map(({ list, ...place }) => placeOnDay(list, { caseId: next.id, ...place })));

/** How long it is looked back at. The case's history says the same for ever. */
const decidedKept = { days: 90 };
const decidedPartition = (day: string): string => `DECIDED#${day}`;
const decidedItem = (decided: Decided): Item => ({
  pk: decidedPartition(decided.at.slice(0, 10)),
  sk: `${decided.at}#${decided.caseId}#${decided.reviewId}`,
  decided: JSON.stringify(decided),
  expiresAt: expiryOf(decided.at, decidedKept),
});
/** A place in a day's answers. All of them for an invalid cursor. */
const decidedFrom = (cursor: string | undefined): string => {
  const from = placeOf(cursor);
  return /^\d{4}-[\x21-\x7e]{1,200}$/.test(from) ? from : "~";
};

/** Guarded by the state's version in the same transaction, so that the last written stands last. */
export const statisticWrites = ({ next, statistic, decided = [] }: AnyChange): readonly Write[] => {
  const out = statistic && outPlaceOf(statistic, next.lane);
  const put = statistic && {
    pk: partition(statistic.openedAt.slice(0, 7), spread(statistic.caseId, statisticShards)),
    sk: statistic.caseId,
    statistic: JSON.stringify(statistic),
    ...(out && placeOnDay("out", out)),
  };
  // What became of an answer stands in its place.
  return [...(put ? [{ put }] : []), ...decided.map((one) => ({ put: decidedItem(one) }))];
};

export const statisticsTable = (table: Table): StatisticsTable & DecidedList => ({
  statistics: async (month) => {
    const shards = await Promise.all(partitionsOf(month).map((pk) => table.all({ pk, consistent: true })));
    return shards.flat().map(({ statistic }) => readStatistic(statistic));
  },
  listedOn: async (list, day, limit, before) => {
    const index = dayIndexes[list];
    const of = { table, index, list: dayList(list, day), newestFirst: true } as const;
    const { places } = await listed(of, limit, before && writeDayPlace(before));
    return places.flatMap((found) => readDayPlace(String(found[keysOf[index].sort])) ?? []);
  },
  decidedOn: async (day, limit, cursor) => {
    const sk = ["<", decidedFrom(cursor)] as const;
    const { items, last } = await table.page({ pk: decidedPartition(day), sk, newestFirst: true, limit });
    return { items: items.map(({ decided }) => readDecided(decided)), ...cursorOf(last && String(last.sk)) };
  },
});
