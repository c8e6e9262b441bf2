import { readAll } from "../damaged-case.ts";
import type { CasePage, CaseReader, CountsTable, DayList, OpenPlace, QueueEntries, ReviewList } from "../ports.ts";
import type { ReviewItem } from "../queue-entry.ts";
import { type InLine, readReviewRank } from "../review-rank.ts";
import { isOpen, ofEntries, openRankAt, readOpenRank, waiting } from "./case-item.ts";
import { idOf } from "./due.ts";
import { cursorIn, type IndexedList, listed, readCursorIn } from "./spread-list.ts";
import type { Table } from "./table.ts";

const waitingIn = (table: Table): IndexedList => ({ table, index: "review", list: waiting });

/** What waits for a person, by the index alone. */
export const inLine =
  (table: Table): ReviewList["inLine"] =>
  async (limit) => {
    const places: InLine[] = [];
    let after: string | undefined;
    do {
      const found = await listed(waitingIn(table), limit - places.length, after);
      places.push(...found.places.map(({ reviewRank: rank }) => readReviewRank(String(rank))));
      after = found.upTo;
    } while (after !== undefined && places.length < limit);
    return places;
  };

type Reads = CaseReader &
  Pick<QueueEntries, "readEntry"> & { readonly readItem: (id: string) => Promise<ReviewItem | undefined> };

export const caseLists = (
  table: Table,
  { read, readEntry, readItem }: Reads,
): ReviewList & DayList & Pick<CountsTable, "longestOpen"> => {
  const page = async <T>(
    list: IndexedList,
    limit: number,
    cursor: string | undefined,
    reads: (id: string) => Promise<T | undefined>,
  ): Promise<CasePage<T>> => {
    const { places, upTo } = await listed(list, limit, readCursorIn(list, cursor));
    const { cases, damaged } = await readAll(reads, places.map(idOf));
    return { items: cases, ...(damaged.length > 0 && { damaged }), ...cursorIn(list, upTo) };
  };
  const opened = (list: string): IndexedList => ({ table, index: "opened", list, newestFirst: true });
  return {
    inLine: inLine(table),
    inReview: (limit, cursor) => page(waitingIn(table), limit, cursor, readItem),
    openedOn: (day, limit, cursor) => page(opened(day), limit, cursor, read),
    entriesOn: (day, limit, cursor) => page(opened(`${ofEntries}${day}`), limit, cursor, readEntry),
    longestOpen: async (limit, behind) => {
      // Behind its labels, too.
      const after = behind && `${openRankAt(behind)}$`;
      const { places } = await listed({ table, index: "review", list: isOpen }, limit, after);
      return places.map(({ reviewRank: rank }): OpenPlace => readOpenRank(String(rank)));
    },
  };
};
