import type { OnCallLog, OnCallTopic } from "../../kernel/notified.ts";
import type { Table } from "./table.ts";

const key = (of: OnCallTopic) => ({ pk: `TOLD#${of}`, sk: "LAST" });

/** When on-call was last notified. Network: one read or one write. Throws what the table throws. */
export const dynamoNotified = (table: Table): OnCallLog => ({
  lastAt: async (of) => {
    const at = (await table.get(key(of)))?.at;
    return typeof at === "string" ? at : undefined;
  },
  note: async (of, at) => {
    await table.write({ put: { ...key(of), at } });
  },
});
