import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { dynamoSettings } from "../../functions/adapters/dynamo-settings.ts";
import { exportOf, importInto, readExport } from "../../functions/settings/transfer.ts";
import { aSettings } from "../support/a-case.ts";
import { anna, aSettingsTable, jane } from "../support/a-settings-table.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { memorySettingsStore } from "../support/memory-settings-store.ts";

const now = "2026-11-24T03:00:00.000Z";
const why = "after the table was lost";
const aServersTable = aTableServer();
const aTable = () => aSettingsTable(aSettings(), () => now);
type Table = ReturnType<typeof aTable>;

const full = async (): Promise<Table> => {
  const table = aTable();
  await table.add({ kind: "opt-out", value: { desk: "@network.example" } });
  const ended = await table.add({ kind: "protected", value: { domain: "parliament.example" } });
  await table.end(ended);
  await table.add({ kind: "inhibition", value: { category: "brand" } }, "2026-11-30T00:00:00.000Z");
  await table.add({ kind: "reporter", value: { id: "hotline", reportsAMinute: 10 } });
  await table.add({
    kind: "country",
    value: { country: "NL", hotline: { name: "H", email: "reports@hotline.example", phone: "+00 1" } },
  });
  await table.add({ kind: "reason", value: { name: "night", text: "Nobody is there at night." } });
  return table;
};
const exported = async (table: Table) => exportOf(await table.store.read(), now);
const imports = async (table: Table, text: string, by = jane) => {
  const read = readExport(text);
  if (!read.ok) return read;
  const decided = importInto(await table.moment(), read.value, { by, why });
  if (decided.ok) await table.store.record(decided.value.written, (await table.store.head()).version);
  return decided;
};

test("exported, and imported into an empty table by two persons, the rows are the same", async () => {
  const before = await full();
  const text = await exported(before);
  const empty = aTable();
  expect(await imports(empty, text)).toMatchObject({ ok: true, value: { comes: "proposed" } });
  expect((await empty.store.read()).rows).toEqual([]);
  expect(await imports(empty, text, jane)).toMatchObject({ ok: false, error: { kind: "refused" } });
  expect(await imports(empty, text, anna)).toMatchObject({ ok: true, value: { comes: "in-force" } });
  expect((await empty.store.read()).rows).toEqual((await before.store.read()).rows);
  expect((await empty.store.audit(1))[0]).toMatchObject({ does: "import", by: ["jane", "anna"], why });
});

test("an import has an id, and its audit names each row that it wrote, with the file's version", async () => {
  const table = await full();
  const text = await ending(table);
  const { rows, version } = JSON.parse(text) as {
    rows: { id: string; version: number; why: string }[];
    version: number;
  };
  rows[4] = { ...rows[4], why: "more exactly" } as (typeof rows)[number];
  rows.push({ ...rows[5], id: "opt-out-90", kind: "opt-out", value: { desk: "@other.example" }, version } as never);
  const changed = JSON.stringify({ ...JSON.parse(text), rows });
  await imports(table, changed);
  await imports(table, changed, anna);
  const [line] = await table.store.audit(1);
  expect(line).toMatchObject({ does: "import", ids: [`import-${line?.version}`] });
  expect(await table.store.imported(line?.ids[0] ?? "")).toEqual([
    { id: rows[0]?.id, version: rows[0]?.version, as: "ended" },
    { id: rows[4]?.id, version: rows[4]?.version, as: "changed" },
    { id: "opt-out-90", version, as: "added" },
  ]);
});

test("what is added after an import takes the place of no row", async () => {
  const empty = aTable();
  const text = await exported(await full());
  await imports(empty, text);
  await imports(empty, text, anna);
  const rows = (await empty.store.read()).rows.length;
  for (const number of [1, 2, 3]) await empty.add({ kind: "opt-out", value: { desk: `@n${number}.example` } });
  expect((await empty.store.read()).rows).toHaveLength(rows + 3);
});

test("imported into the table that it came from it changes nothing, and one person may", async () => {
  const table = await full();
  const { rows } = await table.store.read();
  expect(await imports(table, await exported(table))).toMatchObject({ ok: true, value: { comes: "in-force" } });
  expect((await table.store.read()).rows).toEqual(rows);
});

/** A file that ends the one opt-out of the table that it came from. */
const ending = async (table: Table): Promise<string> => {
  const file = JSON.parse(await exported(table)) as { rows: object[] };
  file.rows[0] = { ...file.rows[0], ended: { at: now, by: ["jane"], why: "so" } };
  return JSON.stringify(file);
};

test("two persons import into the table that a file came from, where nobody changed it since", async () => {
  const table = await full();
  const text = await ending(table);
  expect(await imports(table, text)).toMatchObject({ value: { comes: "proposed" } });
  expect(await imports(table, text)).toMatchObject({ ok: false, error: { kind: "refused" } });
  expect(await imports(table, text, anna)).toMatchObject({ value: { comes: "in-force" } });
  expect((await table.store.read()).rows[0]?.ended).toMatchObject({ why: "so" });
});

test("what somebody changed between the two is not written over", async () => {
  const table = await full();
  const text = await ending(table);
  await imports(table, text);
  await table.add({ kind: "opt-out", value: { desk: "@other.example" } });
  expect(await imports(table, text, anna)).toMatchObject({ ok: false, error: { kind: "not-valid" } });
});

test("exported, and imported into an empty table of DynamoDB, the rows are the same", async () => {
  const { client, name } = await aServersTable();
  const store = dynamoSettings(DynamoDBDocumentClient.from(client), name);
  const empty = aSettingsTable(aSettings(), () => now, { ...memorySettingsStore(), ...store });
  const from = await full();
  const text = await exported(from);
  await imports(empty, text);
  await imports(empty, text, anna);
  const byId = async (table: Table) => [...(await table.store.read()).rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(await byId(empty)).toEqual(await byId(from));
});

test("an import counts as what it contains: opt-outs are one person's, and their end is two's", async () => {
  const only = aTable();
  await only.add({ kind: "opt-out", value: { desk: "@network.example" } });
  const text = await exported(only);
  expect(await imports(aTable(), text)).toMatchObject({ value: { comes: "in-force" } });
  const file = JSON.parse(text) as { rows: object[] };
  file.rows[0] = { ...file.rows[0], ended: { at: now, by: ["jane"], why: "so" } };
  expect(await imports(only, JSON.stringify(file))).toMatchObject({ value: { comes: "proposed" } });
});

describe("is refused by row, field and fix, and nothing of it is done", () => {
  const spoilt = async (spoil: (file: { version: number; rows: Record<string, unknown>[] }) => void) => {
    const table = await full();
    const file = JSON.parse(await exported(table)) as { version: number; rows: Record<string, unknown>[] };
    spoil(file);
    const before = await table.store.read();
    const done = await imports(table, JSON.stringify(file));
    expect(await table.store.read()).toEqual(before);
    return done.ok || done.error.kind !== "not-valid" ? [] : done.error.problems;
  };

  test("an import of an older version", async () => {
    expect(await spoilt((file) => void file.version--)).toMatchObject([
      { row: "the file", field: "version", says: expect.stringContaining("export it anew") },
    ]);
  });

  test("an import of 100,000 rows", async () => {
    const [row] = (await (await full()).store.read()).rows;
    const problems = await spoilt((file) => {
      file.rows = Array.from({ length: 100_000 }, (_, at) => ({ ...row, id: `opt-out-${at}` }));
    });
    expect(problems).toMatchObject([{ row: "the file", field: "rows" }]);
  });

  test("a broken file", async () => {
    expect(readExport('{"format":"takedown-sett')).toMatchObject({
      error: { problems: [{ row: "the file", field: "file", says: expect.stringContaining("not whole JSON") }] },
    });
    expect(readExport("[]").ok).toBe(false);
  });

  test("a row that can't be read, by its id and field", async () => {
    const problems = await spoilt((file) => {
      file.rows = file.rows.map((row) => (row.id === "opt-out-1" ? { ...row, value: { desk: 1 } } : row));
    });
    expect(problems).toMatchObject([{ row: "opt-out-1" }]);
  });

  test("rows that contradict one another, or mean half the internet", async () => {
    const problems = await spoilt((file) => {
      const optOut = file.rows.find(({ id }) => id === "opt-out-1");
      file.rows.push({ ...optOut, id: "opt-out-90" });
      file.rows.push({ ...optOut, id: "opt-out-91", value: { desk: "0.0.0.0/0" } });
    });
    expect(problems.map(({ row, field }) => [row, field])).toEqual([
      ["opt-out-90", "value"],
      ["opt-out-91", "desk"],
    ]);
  });

  test("two rows of one id", async () => {
    expect(await spoilt((file) => void file.rows.push({ ...file.rows[0] }))).toContainEqual({
      row: "the file",
      field: "rows",
      says: "has two rows of one id",
    });
  });
});
