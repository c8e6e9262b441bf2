import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { plusHours } from "../../functions/kernel/instant.ts";
import { ask, writeDown } from "../../functions/settings/record.ts";
import type { RowContent, SettingsRow } from "../../functions/settings/row.ts";
import { type Exported, exportOf, importInto, readExport } from "../../functions/settings/transfer.ts";
import { aSettings } from "../support/a-case.ts";
import { anna, aSettingsTable, jane } from "../support/a-settings-table.ts";

const now = "2026-11-24T03:00:00.000Z";
const why = "after the table was lost";
const aTable = (at = () => now) => aSettingsTable(aSettings(), at);
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
const imports = async (table: Table, file: string | Exported, by = jane) => {
  const read = typeof file === "string" ? readExport(file) : { ok: true as const, value: file };
  if (!read.ok) return read;
  const decided = importInto(await table.moment(), read.value, { by, why });
  if (decided.ok && decided.value.comes !== "unchanged")
    await table.store.record(decided.value.written, (await table.store.head()).version);
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
  const { rows, version } = parse(text) as {
    rows: { id: string; version: number; why: string }[];
    version: number;
  };
  rows[4] = { ...rows[4], why: "more exactly" } as (typeof rows)[number];
  rows.push({ ...rows[5], id: "opt-out-10", kind: "opt-out", value: { desk: "@other.example" }, version } as never);
  const changed = JSON.stringify({ ...parse(text), rows });
  await imports(table, changed);
  await imports(table, changed, anna);
  const [line] = await table.store.audit(1);
  expect(line).toMatchObject({ does: "import", ids: [`import-${line?.version}`] });
  expect(await table.store.imported(line?.ids[0] ?? "")).toEqual([
    { id: rows[0]?.id, version: rows[0]?.version, as: "ended" },
    { id: rows[4]?.id, version: rows[4]?.version, as: "changed" },
    { id: "opt-out-10", version, as: "added" },
  ]);
});

test("a row that was ended here is brought back by a file of a later version only by two persons", async () => {
  const table = aTable();
  const row = await table.add({ kind: "opt-out", value: { desk: "@network.example" } });
  const before = parse(await exported(table));
  await table.end(row);
  const { version } = (await table.store.read()).head;
  const later = JSON.stringify({ ...before, version: version + 1 });
  expect(await imports(table, later)).toMatchObject({ ok: true, value: { comes: "proposed" } });
  expect((await table.store.read()).rows).toMatchObject([{ ended: {} }]);
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

test("imported into the table that it came from it changes and records nothing", async () => {
  const table = await full();
  const before = await table.store.read();
  const read = readExport(await exported(table));
  const writes = () =>
    writeDown({ store: table.store, stage: aSettings(), now: () => now }, (at) =>
      read.ok ? importInto(at, read.value, { by: jane, why }) : read,
    );
  expect(await writes()).toMatchObject({ ok: true, value: { comes: "unchanged", written: { line: { ids: [] } } } });
  expect(await table.store.read()).toEqual(before);
});

const ending = async (table: Table): Promise<string> => {
  const file = parse(await exported(table)) as { rows: object[] };
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

test("an import counts as what it contains: opt-outs are one person's, and their end is two's", async () => {
  const only = aTable();
  await only.add({ kind: "opt-out", value: { desk: "@network.example" } });
  const text = await exported(only);
  expect(await imports(aTable(), text)).toMatchObject({ value: { comes: "in-force" } });
  const file = parse(text) as { rows: object[] };
  file.rows[0] = { ...file.rows[0], ended: { at: now, by: ["jane"], why: "so" } };
  expect(await imports(only, JSON.stringify(file))).toMatchObject({ value: { comes: "proposed" } });
});

type FileRow = Record<string, unknown>;

const rowsOf = (count: number, from = 1) =>
  Array.from({ length: count }, (_, at) => ({
    kind: "opt-out" as const,
    value: { desk: `@n${from + at}.example` },
    id: `opt-out-${from + at}`,
    by: ["mallory"],
    why: "they asked",
    since: "2026-01-01T00:00:00.000Z",
    version: 1,
  }));

/** A file of so many opt-outs, numbered as a table gives its next numbers. */
const aFileOf = (count: number, from = 1, spoilt: FileRow = {}, version = 1): string =>
  JSON.stringify({
    format: "takedown-settings",
    formatVersion: 1,
    version,
    exportedAt: now,
    rows: rowsOf(count, from).map((row) => ({ ...row, ...spoilt })),
  });

/** What such a file is read as: thousands of rows are not read anew in each law. */
const read = (count: number, spoilt: Partial<SettingsRow> = {}): Exported => ({
  version: 1,
  rows: rowsOf(count).map((row) => ({ ...row, ...spoilt }) as SettingsRow),
  hash: `of ${count}`,
});

describe("of many rows", () => {
  test("a hundred are one person's, and one more takes two", async () => {
    expect(await imports(aTable(), aFileOf(100))).toMatchObject({ value: { comes: "in-force" } });
    const table = aTable();
    expect(await imports(table, aFileOf(101))).toMatchObject({
      value: { comes: "proposed", why: expect.stringContaining("101 rows") },
    });
    expect((await table.store.read()).rows).toEqual([]);
    expect(await imports(table, aFileOf(101), anna)).toMatchObject({ value: { comes: "in-force" } });
  });

  test("a hundred a day are one person's, in however many files; the next day there are a hundred more", async () => {
    let at = now;
    const table = aTable(() => at);
    expect(await imports(table, aFileOf(60))).toMatchObject({ value: { comes: "in-force" } });
    const more = aFileOf(41, 61, {}, (await table.store.read()).head.version);
    expect(await imports(table, more)).toMatchObject({
      value: { comes: "proposed", why: expect.stringContaining("60 were recorded in your name within a day") },
    });
    at = plusHours(now, 25);
    const tomorrow = aFileOf(41, 61, {}, (await table.store.read()).head.version);
    expect(await imports(table, tomorrow)).toMatchObject({ value: { comes: "in-force" } });
  });

  test("500 places are kept for what stops a mail and is added by itself", async () => {
    const table = aTable();
    expect(await imports(table, read(4_501))).toMatchObject({
      error: { problems: [{ row: "the file", field: "rows", says: expect.stringContaining("500 places are kept") }] },
    });
    await imports(table, read(4_500));
    await imports(table, read(4_500), anna);
    expect((await table.store.read()).rows).toHaveLength(4_500);
    expect(await imports(table, aFileOf(1, 9_000, {}, 9_000))).toMatchObject({ error: { kind: "not-valid" } });
    const adds = (content: RowContent) => table.asks({ does: "add", content });
    await expect(adds({ kind: "reason", value: { name: "night", text: "Nobody is there." } })).rejects.toThrow(
      "4500 rows; end some first",
    );
    await adds({ kind: "protected", value: { domain: "parliament.example" } });
    expect((await adds({ kind: "opt-out", value: { desk: "abuse@network.example" } })).comes).toBe("in-force");
  });

  test("those that lapsed or ended take no place", async () => {
    const content: RowContent = { kind: "reason", value: { name: "night", text: "Nobody is there." } };
    const asked = (spoilt: Partial<SettingsRow>) =>
      ask(
        { stage: aSettings(), table: { head: { version: 5_000 }, rows: read(5_000, spoilt).rows, proposals: [] }, now },
        { does: "add", content },
        { by: jane, why },
      );
    expect(asked({ until: "2026-11-24T02:00:00.000Z" }).ok).toBe(true);
    expect(asked({ ended: { at: now, by: ["jane"], why: "so" } }).ok).toBe(true);
    expect(asked({})).toMatchObject({ ok: false, error: { kind: "not-valid" } });
  });
});

test("of rows that ended so many at most that what stops a mail still fits in beside them", async () => {
  const ended = { at: now, by: ["jane"], why: "so" };
  expect(await imports(aTable(), read(19_501, { ended }))).toMatchObject({
    error: { problems: [{ row: "the file", field: "rows", says: expect.stringContaining("more than 19500 rows") }] },
  });
  const table = { head: { version: 1 }, rows: read(19_500, { ended }).rows, proposals: [] };
  const asked = (content: RowContent) =>
    ask({ stage: aSettings(), table, now }, { does: "add", content }, { by: jane, why });
  expect(asked({ kind: "reason", value: { name: "night", text: "Nobody." } })).toMatchObject({
    error: { problems: [{ field: "value", says: expect.stringContaining("19500 rows with those that ended") }] },
  });
  expect(asked({ kind: "opt-out", value: { desk: "abuse@network.example" } }).ok).toBe(true);
});

test("an export is YAML that a person edits, and JSON is read as well; an alias is not", async () => {
  const text = await exported(await full());
  expect(text).toContain('- kind: "opt-out"\n    value:\n      desk: "@network.example"\n');
  expect(readExport(JSON.stringify(parse(text)))).toMatchObject({ ok: true, value: { rows: { length: 6 } } });
  expect(readExport(`${text}more: &more 1\nand: *more\n`)).toMatchObject({
    error: { problems: [{ field: "file", says: expect.stringContaining("Alias resolution is disabled") }] },
  });
});

describe("who decided a row, and when", () => {
  test("is the one who imports it, now, whatever the file says; what it says is kept beside", async () => {
    const table = aTable();
    const ended = { at: "2026-02-01T00:00:00.000Z", by: ["mallory"], why: "they write again" };
    await imports(table, aFileOf(2).replace(/"version":1}\]/, `"version":1,"ended":${JSON.stringify(ended)}}]`));
    expect((await table.store.read()).rows).toMatchObject([
      { id: "opt-out-1", by: ["jane"], since: now, version: 1 },
      { id: "opt-out-2", by: ["jane"], since: now, ended: { at: now, by: ["jane"], why: "they write again" } },
    ]);
    const fileSays = { by: ["mallory"], since: "2026-01-01T00:00:00.000Z" };
    expect(await table.store.imported("import-1")).toEqual([
      { id: "opt-out-1", version: 1, as: "added", fileSays },
      { id: "opt-out-2", version: 1, as: "added", fileSays },
    ]);
    expect((await table.store.audit(1))[0]?.after).toContain("of 2 the file says others");
  });

  test("is what the table holds, where a file says others and nothing else", async () => {
    const table = await full();
    const before = await table.store.read();
    const other = (await exported(table)).replaceAll('"jane"', '"mallory"').replace("T03:00:00.000Z", "T01:00:00.000Z");
    const opted = parse(other) as { rows: FileRow[] };
    const file = JSON.stringify({ ...opted, rows: opted.rows.filter(({ kind }) => kind === "opt-out") });
    expect(await imports(table, file)).toMatchObject({ value: { comes: "unchanged" } });
    expect(await table.store.read()).toEqual(before);
  });

  test("is what the file says, where two persons agree", async () => {
    const table = aTable();
    await imports(table, aFileOf(101));
    await imports(table, aFileOf(101), anna);
    expect((await table.store.read()).rows[0]).toMatchObject({ by: ["mallory"], since: "2026-01-01T00:00:00.000Z" });
    expect((await table.store.imported("import-2"))[0]).toEqual({ id: "opt-out-1", version: 1, as: "added" });
  });
});

describe("ids stay unique", () => {
  test.each(["opt-out-9007199254740991", "opt-out-90", "opt-out-1e3", "opt-out-007", "protected-2", "opt-out-"])(
    "as %s is none that the table gave",
    async (id) => {
      expect(await imports(aTable(), aFileOf(1, 1, { id }))).toMatchObject({
        error: { problems: [{ row: id, field: "id", says: expect.stringContaining("from opt-out-1 on") }] },
      });
    },
  );

  test("as rows of another table's numbers take two persons", async () => {
    const table = aTable();
    expect(await imports(table, aFileOf(1, 90, {}, 90))).toMatchObject({ value: { comes: "proposed" } });
    await imports(table, aFileOf(1, 90, {}, 90), anna);
    expect(await table.add({ kind: "opt-out", value: { desk: "@next.example" } })).toBe("opt-out-91");
  });

  test("as what is added, by itself or by a file, is written only where no row of its id is there", async () => {
    const moment = await aTable().moment();
    const content: RowContent = { kind: "opt-out", value: { desk: "abuse@network.example" } };
    expect(ask(moment, { does: "add", content }, { by: jane, why })).toMatchObject({
      value: { written: { added: ["opt-out-1"] } },
    });
    const read = readExport(aFileOf(2));
    expect(read.ok && importInto(moment, read.value, { by: jane, why })).toMatchObject({
      value: { written: { added: ["opt-out-1", "opt-out-2"] } },
    });
  });

  test("as nothing is counted on from a number that can't be counted on from", async () => {
    const read = readExport(aFileOf(1, 1, { id: "opt-out-9007199254740991" }));
    const rows = read.ok ? read.value.rows : [];
    const table = aTable();
    await table.store.record({ rows, proposals: [], line: { at: now, by: [], why, does: "import", ids: [] } }, 0);
    const ids = [];
    for (const desk of ["@a.example", "@b.example"]) ids.push(await table.add({ kind: "opt-out", value: { desk } }));
    expect(ids).toEqual(["opt-out-2", "opt-out-3"]);
    expect((await table.store.read()).rows).toHaveLength(3);
  });
});

describe("is refused by row, field and fix, and nothing of it is done", () => {
  const spoilt = async (spoil: (file: { version: number; rows: Record<string, unknown>[] }) => void) => {
    const table = await full();
    const file = parse(await exported(table)) as { version: number; rows: Record<string, unknown>[] };
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
      error: {
        problems: [
          {
            row: "the file",
            field: "file",
            says: expect.stringMatching(/no YAML: .* at line 1, column \d+; fix it there/),
          },
        ],
      },
    });
    expect(readExport("[]").ok).toBe(false);
  });

  test("a tag that says a type, and a form that is no https address", async () => {
    const text = await exported(await full());
    const tagged = readExport(text.replace('"night"', '!!unknown "night"'));
    expect(tagged).toMatchObject({ ok: false, error: { problems: [{ field: "file" }] } });
    const value = { name: "Pages", scope: "platform", matches: ["pages.example"], form: "javascript:alert(1)" };
    const row = { id: "provider-9", kind: "provider", value, by: ["jane"], why, since: now, version: 1 };
    expect(readExport(JSON.stringify({ ...parse(text), rows: [row] }))).toMatchObject({
      error: {
        problems: [{ row: "provider-9", field: "form", says: expect.stringContaining("https://") }],
      },
    });
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
      file.rows.push({ ...optOut, id: "opt-out-10" });
      file.rows.push({ ...optOut, id: "opt-out-11", value: { desk: "0.0.0.0/0" } });
    });
    expect(problems.map(({ row, field }) => [row, field])).toEqual([
      ["opt-out-10", "value"],
      ["opt-out-11", "desk"],
    ]);
  });

  test.each<readonly [string, FileRow]>([
    ["why", { why: "w".repeat(1_001) }],
    ["ended.why", { ended: { at: now, by: ["jane"], why: "w".repeat(1_001) } }],
    ["since", { since: "2026-11-24T03:00:01.000Z" }],
    ["ended.at", { ended: { at: "2026-11-24T03:00:01.000Z", by: ["jane"], why } }],
    ["ended.at", { ended: { at: "lately", by: ["jane"], why } }],
    ["ended.by", { ended: { at: now, by: ["a", "b", "c"], why } }],
    ["by", { by: ["j".repeat(201)] }],
    ["version", { version: 2 }],
  ])("a row's %s beyond what one may write: %j", async (field, spoilt) => {
    expect(await imports(aTable(), aFileOf(1, 1, spoilt))).toMatchObject({
      error: { problems: [{ row: "opt-out-1", field }] },
    });
  });

  test("a reason of the import, or of a change, of more than 1,000 characters", async () => {
    const long = { by: jane, why: "w".repeat(1_001) };
    const read = readExport(aFileOf(1));
    const moment = await aTable().moment();
    const content: RowContent = { kind: "opt-out", value: { desk: "abuse@network.example" } };
    const problems = [{ field: "why", says: expect.stringContaining("1000 characters") }];
    expect(read.ok && importInto(moment, read.value, long)).toMatchObject({ error: { problems } });
    expect(ask(moment, { does: "add", content }, long)).toMatchObject({ error: { problems } });
  });

  test("a file of a version that no table comes to", async () => {
    expect(readExport(aFileOf(1, 1, {}, 1_000_000_000))).toMatchObject({ error: { problems: [{ field: "version" }] } });
  });

  test("a row that became one of another kind", async () => {
    const problems = await spoilt((file) => {
      file.rows = file.rows.map((row) =>
        row.id === "opt-out-1" ? { ...row, kind: "protected", value: { domain: "x.example" } } : row,
      );
    });
    expect(problems).toMatchObject([{ row: "opt-out-1", field: "kind" }]);
  });

  test("two rows of one id", async () => {
    expect(await spoilt((file) => void file.rows.push({ ...file.rows[0] }))).toContainEqual({
      row: "the file",
      field: "rows",
      says: "has two rows of one id",
    });
  });
});
