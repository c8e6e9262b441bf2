import type { Told, ToldOf } from "../../kernel/told.ts";
import type { Table } from "./table.ts";

const key = (of: ToldOf) => ({ pk: `TOLD#${of}`, sk: "LAST" });

/** When on-call was last notified. Network: one read or one write. Throws what the table throws. */
export const dynamoTold = (table: Table): Told => ({
  lastAt: async (of) => {
    const at = (await table.get(key(of)))?.at;
    return typeof at === "string" ? at : undefined;
  },
  note: async (of, at) => {
    await table.write({ put: { ...key(of), at } });
  },
});
