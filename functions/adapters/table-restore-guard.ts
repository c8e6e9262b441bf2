import * as z from "../kernel/zod.ts";
import type { ReadRestoreGuard, RestoreGuard, RestoreGuards } from "../send/restore-guard.ts";
import type { Table } from "../store/table/table.ts";
import { kept } from "./kept.ts";

const guard = z.object({ restoredTo: z.string(), at: z.string(), by: z.string(), why: z.string() });

const key = { pk: "SENDER", sk: "RESTORE-GUARD" };

/** Network: one consistent read, or one transaction with the audit line. */
export const tableRestoreGuard = (table: Table): RestoreGuards => {
  const read: ReadRestoreGuard = async () => {
    const found = await table.get(key);
    return found?.isUp === true ? guard.parse(found) : undefined;
  };
  const write = async (said: RestoreGuard, isUp: boolean): Promise<void> => {
    const item = { ...said, isUp };
    const line = { pk: "RESTORE-GUARD", sk: `${said.at}#${isUp ? "up" : "down"}` };
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

/** For senders. The guard is set while all sending is stopped, so that 15 seconds old is new enough. */
export const restoreGuardOf = (table: Table): ReadRestoreGuard =>
  kept(tableRestoreGuard(table).read, { forMs: 15_000, nowMs: Date.now });
