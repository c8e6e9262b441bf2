import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { dynamoSettings } from "../../functions/adapters/dynamo-settings.ts";
import { exported, importRows } from "../../functions/settings/exchange.ts";
import type { Moment } from "../../functions/settings/record.ts";
import type { SettingsRow } from "../../functions/settings/row.ts";
import type { SettingsStore } from "../../functions/settings/store.ts";
import { writeDown } from "../../functions/settings/write-down.ts";
import { aSettings } from "../support/a-case.ts";
import { anna, aSettingsTable, jane } from "../support/a-settings-table.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { memorySettingsStore } from "../support/memory-settings-store.ts";

const stage = aSettings();
const now = "2026-11-24T03:00:00.000Z";
const why = "The table was lost.";
const aTable = aTableServer();

/** A row of each kind, one that ended and one that will. */
const filled = async () => {
  const table = aSettingsTable(stage, () => now);
  await table.add({ kind: "opt-out", value: { desk: "@quiet.example" } });
  await table.add({ kind: "protected", value: { domain: "city.example" } }, "2026-12-24T03:00:00.000Z");
  await table.add({ kind: "inhibition", value: { desk: "192.0.2.0/24" } }, "2026-11-25T03:00:00.000Z");
  await table.add({ kind: "inhibition", value: { category: "brand" } }, "2026-11-25T03:00:00.000Z");
  await table.add({
    kind: "provider",
    value: {
      name: "Pages",
      matches: ["pages.example"],
      kind: "contact",
      scope: "platform",
      email: "abuse@pages.example",
      xarf: "single",
    },
  });
  await table.add({ kind: "reporter", value: { id: "hotline", reportsAMinute: 10 } });
  await table.add({ kind: "country", value: { country: "NL", hotline: { name: "H", email: "h@hotline-nl.example" } } });
  await table.add({ kind: "reason", value: { name: "night", text: "Nobody is there." } });
  await table.end(await table.add({ kind: "opt-out", value: { desk: "@gone.example" } }));
  return table;
};

const imports = (store: SettingsStore, text: string, by = jane, agreesTo?: string) =>
  writeDown({ store, stage, now: () => now }, (moment) => importRows(moment, text, { by, why, agreesTo }));

describe.each([
  [
    "in the local table",
    async () => {
      const { client, name } = await aTable();
      return dynamoSettings(DynamoDBDocumentClient.from(client), name);
    },
  ],
  ["in memory", async () => memorySettingsStore()],
] as const)("%s", (_, emptyStore) => {
  test("what was exported, and imported into an empty table by two persons, is equal", async () => {
    const before = await (await filled()).store.read();
    const text = exported(before, now);
    const store = await emptyStore();
    const asked = await imports(store, text);
    if (!asked.ok) throw new Error(JSON.stringify(asked.error));
    expect(asked.value.comes).toBe("proposed");
    expect((await store.read()).rows).toEqual([]);
    const agreed = await imports(store, text, anna, "proposal-1");
    expect(agreed).toMatchObject({ ok: true, value: { comes: "in-force" } });
    const byId = (all: readonly SettingsRow[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId((await store.read()).rows)).toEqual(byId(before.rows));
    expect((await store.audit(2)).map(({ does, by }) => [does, by])).toEqual([
      ["import", ["jane", "anna"]],
      ["propose", ["jane"]],
    ]);
  });
});

const anEmpty: Moment = { stage, table: { head: { version: 0 }, rows: [], proposals: [] }, now };
const aFile = (rows: readonly unknown[], more: object = {}) =>
  JSON.stringify({ settings: 1, exportedAt: now, rows, ...more });
const aRow = {
  id: "opt-out-1",
  kind: "opt-out",
  value: { desk: "@quiet.example" },
  by: ["jane"],
  why: "They asked.",
  since: now,
  version: 1,
};
const problemsOf = (text: string, moment = anEmpty) => {
  const done = importRows(moment, text, { by: jane, why });
  if (done.ok || done.error.kind !== "not-valid") throw new Error(JSON.stringify(done));
  return done.error.problems.map(({ row, field, says }) => `${row} ${field} ${says}`);
};

describe("a bad file is refused whole, with the row, the field and the fix", () => {
  test.each([
    ["is broken", '{"settings":1,"rows":[', "the file form is no JSON of an export"],
    ["is of an older version", aFile([], { settings: 0 }), "the file settings is not version 1; export again"],
    ["says more than an export", aFile([], { also: 1 }), "the file form is not as an export has it"],
    ["brings nothing", aFile([]), "the file rows bring nothing"],
    ["names an unknown kind", aFile([{ ...aRow, kind: "wish" }]), "opt-out-1 kind is none of opt-out"],
    ["has a row without why", aFile([{ ...aRow, why: "" }]), "opt-out-1 why is empty"],
    ["has a row that is none", aFile([aRow, "no row"]), "row 2 row has to be an object"],
    [
      "covers a public suffix",
      aFile([{ ...aRow, value: { desk: "@co.uk" } }]),
      "opt-out-1 desk @co.uk means everybody",
    ],
    ["covers half the internet", aFile([{ ...aRow, value: { desk: "192.0.0.0/2" } }]), "opt-out-1 desk 192.0.0.0/2 is"],
    [
      "ends in the past",
      aFile([{ ...aRow, until: now }], { exportedAt: "2026-11-23T03:00:00.000Z" }),
      "opt-out-1 until",
    ],
    ["begins in the future", aFile([{ ...aRow, since: "2027-01-01T00:00:00.000Z" }]), "opt-out-1 since"],
    ["has an id twice", aFile([aRow, { ...aRow, value: { desk: "@b.example" } }]), "opt-out-1 id stands twice"],
    [
      "contradicts itself",
      aFile([aRow, { ...aRow, id: "opt-out-2" }]),
      "opt-out-1 value row opt-out-2 speaks of the same",
    ],
    [
      "writes to ourselves",
      aFile([
        {
          ...aRow,
          id: "country-1",
          kind: "country",
          value: { country: "NL", hotline: { name: "H", email: stage.senderAddress } },
        },
      ]),
      `country-1 hotline.email ${stage.senderAddress} is a mailbox of ours`,
    ],
  ])("one that %s", (_, text, says) => {
    expect(problemsOf(text)[0]).toContain(says);
  });

  test("one of 100,000 rows, in no time", () => {
    const rows = Array.from({ length: 100_000 }, () => 1);
    expect(problemsOf(aFile(rows))).toEqual(["the file rows are 100000, and 20000 at most may be kept; take some out"]);
  });

  test("one of more rows than may stand", () => {
    const rows = Array.from({ length: 5_001 }, (_, at) => ({
      ...aRow,
      id: `opt-out-${at}`,
      value: { desk: `@n${at}.example` },
    }));
    expect(problemsOf(aFile(rows))[0]).toContain("there would be 5001");
  });

  test("one that lets a row stand again which has ended", () => {
    const ended = { ...aRow, ended: { at: now, by: ["jane", "anna"], why: "They write again." } } as SettingsRow;
    const moment = { ...anEmpty, table: { ...anEmpty.table, rows: [ended] } };
    expect(problemsOf(aFile([aRow]), moment)[0]).toContain("opt-out-1 ended it has ended in the table");
  });
});

describe("an import counts as what it contains", () => {
  test("one person brings what narrows", () => {
    expect(importRows(anEmpty, aFile([aRow]), { by: jane, why })).toMatchObject({
      ok: true,
      value: { comes: "in-force" },
    });
  });

  test("the end of a row in the table takes two", () => {
    const moment = { ...anEmpty, table: { ...anEmpty.table, rows: [aRow as SettingsRow] } };
    const text = aFile([{ ...aRow, ended: { at: now, by: ["jane"], why: "They write again." } }]);
    expect(importRows(moment, text, { by: jane, why })).toMatchObject({ value: { comes: "proposed" } });
  });

  test("nobody agrees to another file than was asked for, nor to their own", () => {
    const hotline = { country: "NL", hotline: { name: "H", email: "h@hotline-nl.example" } };
    const text = aFile([{ ...aRow, id: "country-1", kind: "country", value: hotline }]);
    const asked = importRows(anEmpty, text, { by: jane, why });
    if (!asked.ok) throw new Error("it waits for a second person");
    const moment = { ...anEmpty, table: { ...anEmpty.table, proposals: asked.value.written.proposals } };
    const agreesTo = "proposal-1";
    expect(importRows(moment, text, { by: jane, why, agreesTo })).toMatchObject({ error: { kind: "refused" } });
    expect(importRows(moment, `${text} `, { by: anna, why, agreesTo })).toMatchObject({ error: { kind: "unknown" } });
    expect(importRows(moment, text, { by: anna, why, agreesTo })).toMatchObject({ value: { comes: "in-force" } });
  });
});
