import { createHash } from "node:crypto";
import { fail, ok } from "../../kernel/result.ts";
import * as z from "../../kernel/zod.ts";
import {
  type AuditLine,
  type Head,
  type ImportedRow,
  type NotRecorded,
  type SettingsStore,
  versionOfImport,
  type Written,
} from "../../settings/store.ts";
import { dynamoSettingsReader, headKey, settingsPk as pk, type Shard, shardsIn } from "./settings-reader.ts";
import { isNew, stillIs, type Table } from "./table.ts";

const auditPk = "SETTINGS-AUDIT";

/**
 * Rows share this many items, by a hash of their ids: an import of thousands is one transaction (100 actions, 4 MB:
 * DynamoDB Developer Guide, "Quotas"), and a few requests read all.
 */
const shards = 32;
/** An item holds 400 KB, and a transaction 4 MB. */
const shardBytesAtMost = 350_000;
const bytesAtMost = 3_500_000;

const shardOf = (id: string): number => createHash("sha256").update(id).digest()[0] ?? 0;
const sortKeyOf = (id: string): string => `ROWS#${String(shardOf(id) % shards).padStart(2, "0")}`;

const auditItem = z.object({ line: z.string() });
const nine = (version: number): string => String(version).padStart(9, "0");
const auditSort = (version: number, does: string): string =>
  `${nine(version)}${does === "went-back" ? "#went-back" : ""}`;
/** After every digit: audit lines sort below it, rows of imports above. */
const behindLines = ":";

const importedItem = z.object({ rows: z.string() });
const importedSort = (version: number, part = ""): string => `ROWS#${nine(version)}#${part}`;
/** A name has at most some hundred bytes, and an item holds 400 KB. */
const importedAnItem = 3_000;

/** Which rows an import wrote, beside its audit line. */
const importedItemsOf = (imported: readonly ImportedRow[], version: number) =>
  Array.from({ length: Math.ceil(imported.length / importedAnItem) }, (_, part) => ({
    pk: auditPk,
    sk: importedSort(version, String(part).padStart(2, "0")),
    rows: JSON.stringify(imported.slice(part * importedAnItem, (part + 1) * importedAnItem)),
  }));

const replaced = <T extends { readonly id: string }>(before: readonly T[], by: readonly T[]): readonly T[] => {
  const ids = new Set(by.map(({ id }) => id));
  return [...before.filter(({ id }) => !ids.has(id)), ...by];
};

/** The items that a change rewrites. `undefined` where they would hold too much. */
const itemsOf = (before: ReadonlyMap<string, Shard>, { rows, proposals, imported = [] }: Written, version: number) => {
  const keys = new Set([...rows, ...proposals].map(({ id }) => sortKeyOf(id)));
  const items = [...keys].map((sk) => {
    const isHere = ({ id }: { readonly id: string }) => sortKeyOf(id) === sk;
    const { rows: rowsBefore = [], proposals: proposalsBefore = [] } = before.get(sk) ?? {};
    return {
      pk,
      sk,
      rows: JSON.stringify(replaced(rowsBefore, rows.filter(isHere))),
      proposals: JSON.stringify(replaced(proposalsBefore, proposals.filter(isHere))),
    };
  });
  const named = importedItemsOf(imported, version);
  const bytes = items.map((item) => Buffer.byteLength(item.rows) + Buffer.byteLength(item.proposals));
  const all = [...bytes, ...named.map((item) => Buffer.byteLength(item.rows))].reduce((sum, size) => sum + size, 0);
  return bytes.some((size) => size > shardBytesAtMost) || all > bytesAtMost ? undefined : [...items, ...named];
};

/** Network: `record` a read, a query and a transaction, `audit` one query, `imported` some. Throws what it throws. */
export const dynamoSettings = (table: Table): SettingsStore => {
  const reader = dynamoSettingsReader(table);
  const lineItem = (line: AuditLine) => ({
    pk: auditPk,
    sk: auditSort(line.version, line.does),
    line: JSON.stringify(line),
  });
  const wentBack = (line: Written["line"], found: number, seen: number): AuditLine => ({
    at: line.at,
    by: line.by,
    version: found,
    does: "went-back",
    ids: [],
    why: `The table is at version ${found}, and ${seen} had been seen: it was restored to an earlier moment.`,
  });
  return {
    ...reader,
    record: async (written, seenVersion) => {
      const found = await reader.head();
      if (found.version < seenVersion) {
        await table.write({ put: lineItem(wentBack(written.line, found.version, seenVersion)) });
        return fail<NotRecorded>({ kind: "went-back" });
      }
      const somebodyWasFirst = fail<NotRecorded>({ kind: "somebody-was-first" });
      if (found.version !== seenVersion) return somebodyWasFirst;
      const before = await shardsIn(table);
      // The head's condition holds for this reading too: nobody writes a row without moving it.
      const isThere = (id: string) => before.get(sortKeyOf(id))?.rows.some((row) => row.id === id) === true;
      if (written.added?.some(isThere)) return somebodyWasFirst;
      const items = itemsOf(before, written, seenVersion + 1);
      if (!items) return fail<NotRecorded>({ kind: "full" });
      const next: Head = { version: seenVersion + 1, changedAt: written.line.at };
      const head = { ...headKey, ...next };
      const isWritten = await table.write(
        { put: head, ...stillIs({ version: seenVersion }, seenVersion === 0) },
        { put: lineItem({ ...written.line, version: next.version }), where: isNew },
        ...items.map((put) => ({ put })),
      );
      return isWritten ? ok(next) : somebodyWasFirst;
    },
    audit: async (limit, before) => {
      const sk = ["<", before === undefined ? behindLines : nine(before)] as const;
      const { items } = await table.page({ pk: auditPk, sk, newestFirst: true, limit });
      // Written by us alone.
      return items.map((item) => z.custom<AuditLine>().parse(JSON.parse(auditItem.parse(item).line)));
    },
    imported: async (importId) => {
      const version = versionOfImport(importId);
      if (version === undefined) return [];
      const items = await table.all({ pk: auditPk, sk: ["begins", importedSort(version)] });
      // Written by us alone.
      return items.flatMap((item) => z.array(z.custom<ImportedRow>()).parse(JSON.parse(importedItem.parse(item).rows)));
    },
  };
};
