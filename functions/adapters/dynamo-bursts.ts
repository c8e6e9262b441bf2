import { type Instant, msOf } from "../kernel/instant.ts";
import { once } from "../kernel/once.ts";
import type { Settings } from "../kernel/settings.ts";
import * as z from "../kernel/zod.ts";
import type { Burst, Bursts } from "../report/burst.ts";
import { lanes } from "../report/category.ts";
import { type DocumentClient, PutCommand, QueryCommand, UpdateCommand } from "./document-client.ts";

const counted = once(() => z.object({ reports: z.number() }));
const burstItem = once(() => z.object({ reporter: z.string(), lane: z.enum(lanes), at: z.string() }));

const countsKeptSeconds = 60 * 60;
const burstsKeptSeconds = 24 * 60 * 60;
const after = (at: Instant, seconds: number): number => Math.floor(msOf(at) / 1000) + seconds;

/**
 * Reports that a process writes down at once: a thirtieth of the limit at most, so that ten
 * processes let in less than a third more.
 */
const countedAtOnce = (limit: number): number => Math.max(1, Math.min(10, Math.floor(limit / 30)));

/**
 * Counters in the table, one for each reporter, lane and minute. Network: one write for every so
 * many reports (`countedAtOnce`) of a process; what is left of a minute is not counted. A process
 * that has seen a counter over its limit asks no more in that minute, so that no burst heats the
 * item.
 */
export const dynamoBursts = (
  table: DocumentClient,
  TableName: string,
  reporters: () => Settings["reporters"],
): Bursts => {
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
      const { Attributes } = await table.send(
        new UpdateCommand({
          TableName,
          Key: { pk: `TAKEN#${reporter}#${minute}`, sk: lane },
          UpdateExpression: "ADD reports :these SET expiresAt = :expires",
          ExpressionAttributeValues: { ":these": atOnce, ":expires": after(now, countsKeptSeconds) },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      if (counted().parse(Attributes).reports <= limit) return false;
      await table.send(
        new PutCommand({
          TableName,
          Item: { pk: "BURST", sk: place, reporter, lane, at: now, expiresAt: after(now, burstsKeptSeconds) },
        }),
      );
      overIn.set(place, minute);
      return true;
    },
  };
};

/** The bursts of the last day, one for each reporter and lane. Network: one query. */
export const readBursts = async (table: DocumentClient, TableName: string): Promise<readonly Burst[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :bursts",
      ExpressionAttributeValues: { ":bursts": "BURST" },
    }),
  );
  return Items.map((item) => burstItem().parse(item));
};
