import type { KeptWalk } from "../../follow-up/reach.ts";
import * as z from "../../kernel/zod.ts";
import type { Table } from "./table.ts";

const key = { pk: "REACH", sk: "WALK" };
const kept = z.object({
  clocks: z.string(),
  since: z.string(),
  cursor: z.exactOptional(z.string()),
  isDone: z.exactOptional(z.literal(true)),
  ended: z.exactOptional(z.int().check(z.positive())),
  isUnsure: z.exactOptional(z.literal(true)),
});

/** What can't be read is a walk not begun. Network: one read or one write. Throws what the table throws. */
export const dynamoWalk = (table: Table): KeptWalk => ({
  read: async () => kept.safeParse(await table.get(key)).data,
  note: async (walk) => {
    await table.write({ put: { ...key, ...walk } });
  },
});
