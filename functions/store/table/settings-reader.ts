import * as z from "../../kernel/zod.ts";
import type { Proposal, SettingsRow } from "../../settings/row.ts";
import { rowKinds } from "../../settings/row-kinds.ts";
import type { Head, SettingsReader } from "../../settings/store.ts";
import type { Table } from "./table.ts";

export const settingsPk = "SETTINGS";
export const headKey = { pk: settingsPk, sk: "HEAD" };

const headItem = z.object({ version: z.number(), changedAt: z.string() });
/** `rows` and `proposals` are JSON: a number or a key in them may be anything. */
const shardItem = z.object({ sk: z.string(), rows: z.string(), proposals: z.string() });
const knownRow = z.looseObject({ id: z.string(), kind: z.enum(rowKinds), value: z.looseObject({}) });
/**
 * Whoever wrote a row checked it (`settings/check.ts`). A row unknown to this version, as a newer one wrote it
 * before a rollback, is an error: what is skipped may be what stops a mail.
 */
const row = z.custom<SettingsRow>((said) => knownRow.safeParse(said).success);
const rowsIn = (text: string): readonly SettingsRow[] => z.array(row).parse(JSON.parse(text));
/** Written by us alone, and by nothing that imports. */
const proposalsIn = (text: string): readonly Proposal[] => z.array(z.custom<Proposal>()).parse(JSON.parse(text));

export type Shard = { readonly rows: readonly SettingsRow[]; readonly proposals: readonly Proposal[] };

const byAge = (one: SettingsRow, other: SettingsRow): number =>
  one.since < other.since ? -1 : one.since > other.since ? 1 : one.id < other.id ? -1 : 1;

/** Network: `head` one consistent read of one item, `read` that and a query. */
export const dynamoSettingsReader = (table: Table): SettingsReader => {
  const head = async (): Promise<Head> => {
    const found = await table.get(headKey);
    return found ? headItem.parse(found) : { version: 0 };
  };
  return {
    head,
    read: async () => {
      // The head first: what is read after it is as new as it says, or newer.
      const seen = await head();
      const found = await shardsIn(table);
      return {
        head: seen,
        rows: [...found.values()].flatMap(({ rows }) => rows).sort(byAge),
        proposals: [...found.values()].flatMap(({ proposals }) => proposals).sort((a, b) => (a.at < b.at ? -1 : 1)),
      };
    },
  };
};

/** Shards by sort key. */
export const shardsIn = async (table: Table): Promise<ReadonlyMap<string, Shard>> => {
  const items = await table.all({ pk: settingsPk, sk: ["begins", "ROWS#"], consistent: true });
  return new Map(
    items.map((item) => {
      const { sk, rows, proposals } = shardItem.parse(item);
      return [sk, { rows: rowsIn(rows), proposals: proposalsIn(proposals) }];
    }),
  );
};
