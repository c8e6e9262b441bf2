import type { Kept, KnownStore } from "../../contact/known.ts";
import * as z from "../../kernel/zod.ts";
import { knownSeal, type MasterKeys } from "./sealed.ts";
import { isNew, type Table } from "./table.ts";

const keptItem = z.object({
  pk: z.string(),
  sealed: z.instanceof(Uint8Array),
  freshUntilMs: z.number(),
  keptUntilMs: z.number(),
});
const prefix = "KNOWN#";
/** DynamoDB deletes by whole seconds and up to two days late. Readers check `keptUntilMs` themselves. */
const seconds = (ms: number): number => Math.ceil(ms / 1000);

/**
 * What lookups know. A read of all places where an answer may stand is one request. It need not be the newest, as
 * the turn keeps questions from being asked twice, and is claimed by a condition. Neither what is known nor its
 * subject can be read off the table (`sealed.ts`).
 */
export const dynamoKnown = (table: Table, masterKeys: MasterKeys): KnownStore => {
  const sealed = async () => knownSeal(await masterKeys());
  const turnItem = async (turn: string, holder: string, untilMs: number, keepMs: number) => ({
    pk: `${prefix}${(await sealed()).nameOf(turn)}`,
    sk: "TURN",
    holder,
    untilMs,
    expiresAt: seconds(keepMs),
  });
  return {
    read: async (keys, nowMs, newest) => {
      const found = new Map<string, Kept>();
      const { nameOf, open } = await sealed();
      const keyOf = new Map(keys.map((key) => [`${prefix}${nameOf(key)}`, key]));
      const places = [...keyOf.keys()].map((pk) => ({ pk, sk: "KEPT" }));
      for (const item of await table.getAll(places, { lax: newest === undefined })) {
        const read = keptItem.safeParse(item);
        const key = read.success ? keyOf.get(read.data.pk) : undefined;
        if (!read.success || key === undefined || read.data.keptUntilMs <= nowMs) continue;
        const { sealed: bytes, freshUntilMs, keptUntilMs } = read.data;
        const text = open(key, bytes);
        if (text !== undefined) found.set(key, { text, freshUntilMs, keptUntilMs });
      }
      return found;
    },
    write: async (key, { text, freshUntilMs, keptUntilMs }) => {
      const { nameOf, seal } = await sealed();
      const put = {
        pk: `${prefix}${nameOf(key)}`,
        sk: "KEPT",
        sealed: seal(key, text),
        freshUntilMs,
        keptUntilMs,
        expiresAt: seconds(keptUntilMs),
      };
      await table.write({ put });
    },
    claim: async (turn, holder, untilMs, nowMs) =>
      table.write({
        put: await turnItem(turn, holder, untilMs, untilMs),
        where: `${isNew} OR untilMs <= :now`,
        values: { now: nowMs },
      }),
    release: async (turn, holder, fromMs) => {
      const put = await turnItem(turn, holder, fromMs, Math.max(fromMs, Date.now()) + 60_000);
      await table.write({ put, where: "holder = :me", values: { me: holder } });
    },
  };
};
