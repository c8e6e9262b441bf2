import { createHash } from "node:crypto";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { once } from "../kernel/once.ts";
import { fail, ok } from "../kernel/result.ts";
import * as z from "../kernel/zod.ts";
import { type Proposal, rowSchema, type SettingsRow } from "../settings/row.ts";
import {
  type AuditLine,
  type Head,
  type ImportedRow,
  type NotRecorded,
  type SettingsReader,
  type SettingsStore,
  versionOfImport,
  type Written,
} from "../settings/store.ts";
import {
  type DocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandOutput,
  TransactWriteCommand,
} from "./document-client.ts";
import { persistently, realRests } from "./table-conflicts.ts";

/*
 * Every stored key, its shape and its lifetime: functions/case/STORED-KEYS.md. Change both
 * together.
 */

const pk = "SETTINGS";
const headKey = { pk, sk: "HEAD" };
const auditPk = "SETTINGS-AUDIT";

/**
 * Rows lie together in so many items, each by a hash of its id: so an import of thousands is one
 * transaction (100 actions, 4 MB: DynamoDB Developer Guide, "Quotas"), and all of them are read
 * with a few requests.
 */
const shards = 32;
/** An item holds 400 KB, and a transaction 4 MB. */
const shardBytesAtMost = 350_000;
const bytesAtMost = 3_500_000;

const shardOf = (id: string): number => createHash("sha256").update(id).digest()[0] ?? 0;
const sortKeyOf = (id: string): string => `ROWS#${String(shardOf(id) % shards).padStart(2, "0")}`;

const headItem = once(() => z.object({ version: z.number(), changedAt: z.string() }));
/** `rows` and `proposals` are JSON: a number or a key in them may be anything. */
const shardItem = once(() => z.object({ sk: z.string(), rows: z.string(), proposals: z.string() }));
const rowsIn = (text: string): readonly SettingsRow[] => z.array(rowSchema()).parse(JSON.parse(text));
/** Written by us alone, and by nothing that imports. */
const proposalsIn = (text: string): readonly Proposal[] => z.array(z.custom<Proposal>()).parse(JSON.parse(text));

const auditItem = once(() => z.object({ line: z.string() }));
const nine = (version: number): string => String(version).padStart(9, "0");
const auditSort = (version: number, does: string): string =>
  `${nine(version)}${does === "went-back" ? "#went-back" : ""}`;
/** Behind every digit: lines of the audit stand below it, and rows of imports above. */
const behindLines = ":";

const importedItem = once(() => z.object({ rows: z.string() }));
const importedSort = (version: number, part = ""): string => `ROWS#${nine(version)}#${part}`;
/** A name has at most some hundred bytes, and an item holds 400 KB. */
const importedAnItem = 3_000;

/** Which rows an import wrote, beside its line of the audit. */
const importedItemsOf = (imported: readonly ImportedRow[], version: number) =>
  Array.from({ length: Math.ceil(imported.length / importedAnItem) }, (_, part) => ({
    pk: auditPk,
    sk: importedSort(version, String(part).padStart(2, "0")),
    rows: JSON.stringify(imported.slice(part * importedAnItem, (part + 1) * importedAnItem)),
  }));

type Shard = { readonly rows: readonly SettingsRow[]; readonly proposals: readonly Proposal[] };

const replaced = <T extends { readonly id: string }>(before: readonly T[], by: readonly T[]): readonly T[] => {
  const ids = new Set(by.map(({ id }) => id));
  return [...before.filter(({ id }) => !ids.has(id)), ...by];
};

const byAge = (one: SettingsRow, other: SettingsRow): number =>
  one.since < other.since ? -1 : one.since > other.since ? 1 : one.id < other.id ? -1 : 1;

/** Network: `head` one consistent read of one item, `read` that and a query of four pages at most. */
export const dynamoSettingsReader = (table: DocumentClient, TableName: string): SettingsReader => {
  const head = async (): Promise<Head> => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: headKey, ConsistentRead: true }));
    return Item ? headItem().parse(Item) : { version: 0 };
  };
  return {
    head,
    read: async () => {
      // The head first: what is read behind it is as new as it says, or newer.
      const seen = await head();
      const found = await shardsIn(table, TableName);
      return {
        head: seen,
        rows: [...found.values()].flatMap(({ rows }) => rows).sort(byAge),
        proposals: [...found.values()].flatMap(({ proposals }) => proposals).sort((a, b) => (a.at < b.at ? -1 : 1)),
      };
    },
  };
};

const shardsIn = async (table: DocumentClient, TableName: string): Promise<ReadonlyMap<string, Shard>> => {
  const found = new Map<string, Shard>();
  let from: Record<string, unknown> | undefined;
  do {
    const page: QueryCommandOutput = await table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :settings AND begins_with(sk, :rows)",
        ExpressionAttributeValues: { ":settings": pk, ":rows": "ROWS#" },
        ConsistentRead: true,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    for (const item of page.Items ?? []) {
      const { sk, rows, proposals } = shardItem().parse(item);
      found.set(sk, { rows: rowsIn(rows), proposals: proposalsIn(proposals) });
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return found;
};

const linesIn = async (
  table: DocumentClient,
  TableName: string,
  limit: number,
  before: number | undefined,
): Promise<readonly AuditLine[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :audit AND sk < :before",
      ExpressionAttributeValues: {
        ":audit": auditPk,
        ":before": before === undefined ? behindLines : nine(before),
      },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  // Written by us alone.
  return Items.map((item) => z.custom<AuditLine>().parse(JSON.parse(auditItem().parse(item).line)));
};

const importedIn = async (
  table: DocumentClient,
  TableName: string,
  version: number,
): Promise<readonly ImportedRow[]> => {
  const found: ImportedRow[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page: QueryCommandOutput = await table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :audit AND begins_with(sk, :rows)",
        ExpressionAttributeValues: { ":audit": auditPk, ":rows": importedSort(version) },
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    // Written by us alone.
    for (const item of page.Items ?? [])
      found.push(...z.array(z.custom<ImportedRow>()).parse(JSON.parse(importedItem().parse(item).rows)));
    from = page.LastEvaluatedKey;
  } while (from);
  return found;
};

/** The items that a change writes anew; `undefined` where they would hold too much. */
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

/**
 * Settings that change while it runs, in the table. Network: `record` a query of the rows and one
 * transaction, `audit` one query, `imported` some. Throws what the table throws.
 */
export const dynamoSettings = (table: DocumentClient, TableName: string): SettingsStore => {
  const reader = dynamoSettingsReader(table, TableName);
  const wentBack = async (line: Written["line"], found: number, seen: number): Promise<void> => {
    const said: AuditLine = {
      at: line.at,
      by: line.by,
      version: found,
      does: "went-back",
      ids: [],
      why: `The table is at version ${found}, and ${seen} had been seen: it was restored to an earlier moment.`,
    };
    await table.send(
      new PutCommand({
        TableName,
        Item: { pk: auditPk, sk: auditSort(found, said.does), line: JSON.stringify(said) },
      }),
    );
  };
  return {
    ...reader,
    record: async (written, seenVersion) => {
      const found = await reader.head();
      if (found.version < seenVersion) await wentBack(written.line, found.version, seenVersion);
      const kind = found.version < seenVersion ? "went-back" : "somebody-was-first";
      if (found.version !== seenVersion) return fail<NotRecorded>({ kind });
      const before = await shardsIn(table, TableName);
      // The head's condition holds for this reading too: nobody writes a row without moving it.
      const isThere = (id: string) => before.get(sortKeyOf(id))?.rows.some((row) => row.id === id) === true;
      if (written.added?.some(isThere)) return fail<NotRecorded>({ kind: "somebody-was-first" });
      const items = itemsOf(before, written, seenVersion + 1);
      if (!items) return fail<NotRecorded>({ kind: "full" });
      const next: Head = { version: seenVersion + 1, changedAt: written.line.at };
      const line: AuditLine = { ...written.line, version: next.version };
      const head = {
        TableName,
        Item: { ...headKey, ...next },
        ConditionExpression: seenVersion === 0 ? "attribute_not_exists(pk)" : "version = :seen",
        ...(seenVersion > 0 && { ExpressionAttributeValues: { ":seen": seenVersion } }),
      };
      const audit = {
        TableName,
        Item: { pk: auditPk, sk: auditSort(next.version, line.does), line: JSON.stringify(line) },
        ConditionExpression: "attribute_not_exists(pk)",
      };
      try {
        await persistently(
          () =>
            table.send(
              new TransactWriteCommand({
                TransactItems: [{ Put: head }, { Put: audit }, ...items.map((Item) => ({ Put: { TableName, Item } }))],
              }),
            ),
          realRests,
        );
        return ok(next);
      } catch (error) {
        if (
          error instanceof TransactionCanceledException &&
          error.CancellationReasons?.some(({ Code }) => Code === "ConditionalCheckFailed")
        )
          return fail<NotRecorded>({ kind: "somebody-was-first" });
        throw error;
      }
    },
    audit: (limit, before) => linesIn(table, TableName, limit, before),
    imported: async (importId) => {
      const version = versionOfImport(importId);
      return version === undefined ? [] : importedIn(table, TableName, version);
    },
  };
};
