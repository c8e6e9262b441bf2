import { type PaceStore, unasked } from "../../contact/registry-pace.ts";
import { instant } from "../../kernel/instant.ts";
import * as z from "../../kernel/zod.ts";
import { expiryOf, stillIs, type Table } from "./table.ts";

const paceItem = z.object({ nextMs: z.number(), restUntilMs: z.number() });
const keyOf = (server: string) => ({ pk: `REGISTRY#${server}`, sk: "PACE" });
/** What is older than the longest window says nothing. */
const kept = { days: 2 };

/** Network: a read and a conditional write for each question to a registry's server. */
export const dynamoRegistryPace = (table: Table): PaceStore => ({
  read: async (server) => paceItem.safeParse(await table.get(keyOf(server))).data ?? unasked,
  write: (server, { nextMs, restUntilMs }, after) => {
    const expiresAt = expiryOf(instant(Math.max(after.nextMs, after.restUntilMs)), kept);
    const guard = stillIs({ nextMs, restUntilMs }, nextMs === 0 && restUntilMs === 0);
    return table.write({ put: { ...keyOf(server), ...after, expiresAt }, ...guard });
  },
});
