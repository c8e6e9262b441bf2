import * as z from "../kernel/zod.ts";
import type { SenderState, SenderWord } from "../send/breaker-state.ts";
import type { Table } from "../store/table/table.ts";

const stopKey = { pk: "SENDER", sk: "STOP" };

const stopItem = z.object({
  stopped: z.boolean(),
  urgentToo: z._default(z.boolean(), false),
  since: z.string(),
  why: z.string(),
  by: z.optional(z.string()),
  told: z.optional(z.string()),
  resumedAt: z.optional(z.string()),
});

const readState = (item: unknown): SenderState => {
  const read = stopItem.safeParse(item);
  if (!read.success) return { kind: "runs" };
  const { stopped, urgentToo, since, why, by, told, resumedAt } = read.data;
  return stopped
    ? {
        kind: "stopped",
        since,
        why,
        told: told === since,
        ...(urgentToo && { urgentToo: true as const }),
        ...(resumedAt !== undefined && { resumedAt }),
      }
    : { kind: "runs", since, why, ...(by !== undefined && { by }) };
};

/** Changes nothing where it stands already. */
const say = async (
  table: Table,
  stopped: boolean,
  urgentToo: boolean,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  const names = Object.keys(values).map((name) => `#${name} = :${name}`);
  await table.write({
    update: stopKey,
    by: `SET stopped = :stopped, urgentToo = :urgentToo, ${names.join(", ")}`,
    // The urgent lane may have to stop after the other.
    where: urgentToo
      ? "attribute_not_exists(urgentToo) OR urgentToo <> :urgentToo"
      : "attribute_not_exists(stopped) OR stopped <> :stopped",
    values: { stopped, urgentToo, ...values },
  });
};

export const breakerWord = (table: Table): SenderWord => ({
  senderState: async () => readState(await table.get(stopKey, { lax: true })),
  stop: (since, why, urgentToo = false) => say(table, true, urgentToo, { since, why }),
  noteTold: async (since) => {
    await table.write({ update: stopKey, by: "SET told = :since", values: { since } });
  },
  resume: (since, by, why) => say(table, false, false, { since, why, by, resumedAt: since }),
});
