import type { Told, ToldOf } from "../../kernel/told.ts";
import type { Table } from "./table.ts";

const key = (of: ToldOf) => ({ pk: `TOLD#${of}`, sk: "LAST" });

/**
 * What on-call was told and when, in the table. Network: one read or one write a call. Throws what
 * the table throws.
 */
export const dynamoTold = (table: Table): Told => ({
  lastAt: async (of) => {
    const at = (await table.get(key(of)))?.at;
    return typeof at === "string" ? at : undefined;
  },
  note: async (of, at) => {
    await table.write({ put: { ...key(of), at } });
  },
});
