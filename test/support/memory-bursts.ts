import type { Reporter } from "../../functions/kernel/settings.ts";
import type { Burst, Bursts } from "../../functions/report/burst.ts";

/** What each reporter reports, counted in memory; `noted` is what on-call would be told of. */
export const memoryBursts = (reporters: readonly Reporter[]): Bursts & { readonly noted: Burst[] } => {
  const counts = new Map<string, number>();
  const putBack = new Set<string>();
  const noted: Burst[] = [];
  return {
    noted,
    isOver: async (reporter, lane, now) => {
      const place = `${reporter} ${lane} ${now.slice(0, 16)}`;
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      const isOver = count > (reporters.find(({ id }) => id === reporter)?.reportsAMinute ?? count);
      if (isOver) noted.push({ reporter, lane, at: now });
      return isOver;
    },
    notePutBack: async (reportKey) => void putBack.add(reportKey),
    wasPutBack: async (reportKey) => putBack.has(reportKey),
  };
};

/** For what is no burst: a message that is put back fails its test. */
export const neverPutBack = async (): Promise<void> => {
  throw new Error("nothing is put back here");
};
