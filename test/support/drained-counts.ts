import type { CountsTable } from "../../functions/store/ports.ts";
import { countsFromStream } from "../../functions/store/table/counts-from-stream.ts";
import type { Table } from "../../functions/store/table/table.ts";
import type { HistoryStream } from "../../infra/local/history-feed.ts";

/** A store whose counts are read when the table's stream is drained. */
export const drainedCounts = <S extends CountsTable>(store: S, table: Table, stream: HistoryStream): S => {
  const drain = async () => {
    for (let all = stream.take(100); all.length > 0; all = stream.take(100))
      await countsFromStream(table)(stream.shardId, all);
  };
  return {
    ...store,
    counts: async (book, month) => {
      await drain();
      return store.counts(book, month);
    },
    countedSince: async () => {
      await drain();
      return store.countedSince();
    },
    countedUpTo: async () => {
      await drain();
      return store.countedUpTo();
    },
  };
};
