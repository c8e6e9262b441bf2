import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import type { Fence, Fencing, ReadFence } from "../send/restore-guard.ts";
import type { Table } from "../store/table/table.ts";
import { kept } from "./kept.ts";

const fence = once(() => z.object({ restoredTo: z.string(), at: z.string(), by: z.string(), why: z.string() }));

const key = { pk: "SENDER", sk: "FENCE" };

/** The fence in the table. Network: one consistent read, or one transaction with the audit's line. */
export const tableFence = (table: Table): Fencing => {
  const read: ReadFence = async () => {
    const found = await table.get(key);
    return found?.isUp === true ? fence().parse(found) : undefined;
  };
  const write = async (said: Fence, isUp: boolean): Promise<void> => {
    const item = { ...said, isUp };
    const line = { pk: "FENCE", sk: `${said.at}#${isUp ? "up" : "down"}` };
    await table.write({ put: { ...key, ...item } }, { put: { ...line, ...item } });
  };
  return {
    read,
    put: (said) => write(said, true),
    lift: async ({ at, by, why }) => {
      const stands = await read();
      if (stands) await write({ restoredTo: stands.restoredTo, at, by, why }, false);
      return stands !== undefined;
    },
  };
};

/**
 * For what sends: a fence is put up while all sending is stopped, so that what is a quarter of a minute
 * old is new enough.
 */
export const fenceOf = (table: Table): ReadFence => kept(tableFence(table).read, { forMs: 15_000, nowMs: Date.now });
