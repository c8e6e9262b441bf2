import { type Instant, plusMinutes } from "../../kernel/instant.ts";
import * as z from "../../kernel/zod.ts";
import { runMinutes, type SmokeRun, type SmokeRuns } from "../../smoke/probe.ts";
import { expiryOf, isNew, type Table } from "./table.ts";

const runKey = { pk: "SMOKE", sk: "RUN" };
const runItem = z.object({ run: z.string(), at: z.string() });
const noteItem = z.object({ sk: z.string(), said: z.string(), at: z.string() });

/** What a run saw, by note name. */
export type SmokeNotes = ReadonlyMap<string, { readonly said: string; readonly at: Instant }>;

const expiresAt = (at: Instant): number => expiryOf(at, { hours: 24 });

export const dynamoSmoke = (table: Table): SmokeRuns => ({
  newest: async () => {
    const read = runItem.safeParse(await table.get(runKey));
    return read.success ? { id: read.data.run, at: read.data.at } : undefined;
  },
  note: (run, name, said, at) =>
    table.write({ put: { pk: `SMOKE#${run}`, sk: name, said, at, expiresAt: expiresAt(at) }, where: isNew }),
});

/** `false` while another may be going on. Network: one write, by whoever asks for the smoke test. */
export const beginRun = (table: Table, { id, at }: SmokeRun): Promise<boolean> =>
  table.write({
    put: { ...runKey, run: id, at, expiresAt: expiresAt(at) },
    where: `${isNew} OR #at < :over`,
    values: { over: plusMinutes(at, -runMinutes) },
  });

/** Ends it, so that another can begin. Its notes stay for a day. */
export const endRun = async (table: Table, { id, at }: SmokeRun): Promise<void> => {
  const over = { run: id, at: plusMinutes(at, -2 * runMinutes), expiresAt: expiresAt(at) };
  await table.write({ put: { ...runKey, ...over }, where: "run = :id", values: { id } });
};

/** Network: one consistent query. */
export const notesOf = async (table: Table, id: string): Promise<SmokeNotes> => {
  const { items } = await table.page({ pk: `SMOKE#${id}`, consistent: true });
  return new Map(items.map((item) => noteItem.parse(item)).map(({ sk, said, at }) => [sk, { said, at }]));
};
