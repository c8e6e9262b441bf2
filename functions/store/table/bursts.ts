import type { Settings } from "../../kernel/settings.ts";
import * as z from "../../kernel/zod.ts";
import type { Burst, Bursts } from "../../report/burst.ts";
import { lanes } from "../../report/category.ts";
import { expiryOf, type Table } from "./table.ts";

const counted = z.object({ reports: z.number() });
const burstItem = z.object({ reporter: z.string(), lane: z.enum(lanes), at: z.string() });

/** A thirtieth of the limit at most, so that ten processes let in less than a third more. */
const countedAtOnce = (limit: number): number => Math.max(1, Math.min(10, Math.floor(limit / 30)));

/**
 * Counters per reporter, lane and minute. Network: one write for every so many reports (`countedAtOnce`) of a
 * process. What is left of a minute is not counted. A process that saw a counter over its limit asks no more in that
 * minute, so that no burst heats the item.
 */
export const dynamoBursts = (table: Table, reporters: () => Settings["reporters"]): Bursts => {
  const overIn = new Map<string, string>();
  const seen = new Map<string, { readonly minute: string; readonly reports: number }>();
  return {
    isOver: async (reporter, lane, now) => {
      const limit = reporters().find(({ id }) => id === reporter)?.reportsAMinute;
      if (limit === undefined) return false;
      const minute = now.slice(0, "2026-11-24T10:00".length);
      const place = `${reporter}#${lane}`;
      if (overIn.get(place) === minute) return true;
      const before = seen.get(place);
      const reports = (before?.minute === minute ? before.reports : 0) + 1;
      seen.set(place, { minute, reports });
      const atOnce = countedAtOnce(limit);
      if (reports % atOnce !== 0) return false;
      const added = await table.update({
        update: { pk: `TAKEN#${reporter}#${minute}`, sk: lane },
        by: "ADD reports :these SET expiresAt = :expires",
        values: { these: atOnce, expires: expiryOf(now, { hours: 1 }) },
      });
      if (added.ok && counted.parse(added.value).reports <= limit) return false;
      await table.write({
        put: { pk: "BURST", sk: place, reporter, lane, at: now, expiresAt: expiryOf(now, { hours: 24 }) },
      });
      overIn.set(place, minute);
      return true;
    },
  };
};

/** The bursts of the last day, one per reporter and lane. Network: one query. */
export const readBursts = async (table: Table): Promise<readonly Burst[]> =>
  (await table.page({ pk: "BURST" })).items.map((item) => burstItem.parse(item));
