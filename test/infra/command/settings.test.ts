import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { exampleOf } from "../../../functions/settings/fields.ts";
import { kinds } from "../../../functions/settings/kinds.ts";
import { rowKinds } from "../../../functions/settings/row-kinds.ts";
import { dynamoSettings } from "../../../functions/store/table/settings.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { CommandProblem } from "../../../infra/command/problem.ts";
import {
  addSetting,
  agreeToSetting,
  endSetting,
  exportSettings,
  importSettings,
  listSettings,
  showSettingsAudit,
} from "../../../infra/command/settings.ts";
import { aRow } from "../../contracts/settings-store.ts";
import { besideATable } from "../../support/beside-a-table.ts";

/*
 * The commands as they run on this machine, beside a table of its own for each test. Locally there
 * is one operator, so what takes two persons waits.
 */

const { folder, said, tableName } = besideATable();
const where = { folder };
const deciding = { ...where, why: "They asked us on the phone." };
const optsOut = ["desk=abuse@network.example"];

type Standing = { readonly id: string; readonly by: readonly string[]; readonly since: string };
const standing = async (): Promise<readonly Standing[]> => {
  said.length = 0;
  await listSettings({ ...where, json: true });
  return JSON.parse(said[0] ?? "{}").rows;
};

test("adds an opt-out in the name of who is signed in, and lists it with who and why", async () => {
  await addSetting("opt-out", optsOut, deciding);
  expect(said).toEqual(["Added: opt-out-1. It is in force for what is sent from now on."]);
  expect(await standing()).toMatchObject([{ id: "opt-out-1", by: ["local operator"], why: deciding.why }]);
  said.length = 0;
  await listSettings(where);
  expect(said.join("\n")).toMatch(/opt-out-1 +abuse@network\.example +local operator .* They asked us on the phone\./);
});

test("takes names and mailboxes as our own pages show them, defanged", async () => {
  await addSetting("opt-out", ["desk=abuse[at]network[.]example"], deciding);
  await addSetting("protected", ["domain=parliament-2[.]example"], deciding);
  await addSetting("inhibition", ["desk=@peer(dot)example"], deciding);
  said.length = 0;
  await listSettings({ ...where, json: true });
  expect(said[0]).toContain('"abuse@network.example"');
  expect(said[0]).toContain('"parliament-2.example"');
  expect(said[0]).toContain('"@peer.example"');
});

test("says with --dry-run what it would touch, and records nothing", async () => {
  await addSetting("opt-out", optsOut, { ...deciding, dryRun: true });
  expect(said[0]).toContain("This affects at least 0 open cases and 0 queued notices");
  expect(said[0]).toContain("Nothing was recorded.");
  expect(await standing()).toEqual([]);
});

test.each(rowKinds)("takes %s by the example of its description alone, and says what it would do", async (kind) => {
  const { does, lasts } = kinds[kind];
  const until = lasts && lasts.fixedHours === undefined ? { until: tomorrow() } : {};
  await addSetting(kind, exampleOf(kind), { ...deciding, ...until, dryRun: true });
  expect(said[0]).toContain(`Add: `);
  expect(said[0]).toContain(does);
  await expect(addSetting(kind, ["unheardOf=1"], { ...deciding, ...until })).rejects.toThrow(exampleOf(kind).join(" "));
});

test("has what takes two persons wait, and nobody agrees to their own", async () => {
  await addSetting("opt-out", optsOut, deciding);
  await endSetting("opt-out-1", deciding);
  expect(said[1]).toContain("proposal-2 waits for a week");
  await expect(agreeToSetting("proposal-2", where)).rejects.toThrow("a second, different person");
  said.length = 0;
  await listSettings(where);
  expect(said[0]).toContain("WAITS  proposal-2  End abuse@network.example (opt-out-1); local operator");
});

test("says of a corrected contact what comes of it in the case that it is for", async () => {
  const caseId = "TD-0000-0000-0000";
  const contact = ["name=Pages", "matches=pages.example", "scope=platform", "email=trust@pages-desk.example"];
  await addSetting("provider", contact, { ...deciding, for: caseId });
  expect(said).toEqual([
    expect.stringContaining("proposal-1 waits for a week"),
    `In ${caseId} it counts no sooner: There is no case ${caseId}.`,
  ]);
  await expect(addSetting("opt-out", optsOut, { ...deciding, for: caseId })).rejects.toThrow(
    "--for is about a corrected",
  );
});

test.each([
  ["wish", ["desk=a"], "There is no kind wish. It is one of opt-out,"],
  ["opt-out", ["mailbox=a"], '"mailbox=a" is no field of opt-out. Write desk=….'],
  ["opt-out", ["desk=@co.uk"], "new row, desk: @co.uk means everybody below a public suffix"],
  ["opt-out", ["desk=a@network.example", "desk=b@network.example"], "desk is given twice, and takes one"],
  ["opt-out", ["desk=AS0"], "new row, desk: AS0 is no system"],
  ["reason", ["name=night", "text=red \u001b[31m"], "new row, text: has a line break, a control character"],
  ["reporter", ["id=hotline", "reportsAMinute=many"], "new row, reportsAMinute: has to be a number"],
  ["reporter", ["id=x"], "new row, id: 2 to 41 lower-case letters, digits and hyphens"],
])("refuses %s %j with the field and the fix", async (kind, fields, says) => {
  await expect(addSetting(kind, fields, deciding)).rejects.toThrow(says);
  expect(await standing()).toEqual([]);
});

const tomorrow = () => new Date(Date.now() + 24 * 3_600_000).toISOString();

test.each([
  ["inhibition", ["category=brand"], { until: tomorrow(), hours: "3" }, "--hours and --until both say"],
  ["inhibition", ["category=brand"], { until: "2099-01-01T00:00Z" }, "is more than 30 days away"],
  ["opt-out", optsOut, { hours: "3" }, "--hours is how long an inhibition lasts; for opt-out say --until."],
])("refuses %s %j to last %j", async (kind, fields, lasts, says) => {
  await expect(addSetting(kind, fields, { ...deciding, ...lasts })).rejects.toThrow(says);
  expect(await standing()).toEqual([]);
});

test("ends somebody's sessions, for as long as one could be left, and again while that stands", async () => {
  for (const _ of [1, 2]) await addSetting("session-end", ["person=jane@hotline.example"], deciding);
  const [one, two] = await standing();
  expect([one?.id, two?.id]).toEqual(["session-end-1", "session-end-2"]);
  const until = new Date(Date.parse(two?.since ?? "") + 8 * 3_600_000).toISOString();
  expect(two).toMatchObject({ value: { person: "jane@hotline.example" }, until });
  await expect(
    addSetting("session-end", ["person=jane@hotline.example"], { ...deciding, until: tomorrow() }),
  ).rejects.toThrow("new row, until: is not said; it stands until no such session can be left, 8 hours");
});

test.each(["two\nlines", "red \u001b[31m", "turned \u202e", "apart \u2066"])(
  "refuses to record why as %j",
  async (why) => {
    await expect(addSetting("opt-out", optsOut, { ...where, why })).rejects.toThrow("new row, why: ");
    await addSetting("opt-out", optsOut, deciding);
    await expect(endSetting("opt-out-1", { ...where, why })).rejects.toThrow("opt-out-1, why: ");
    expect((await standing()).map(({ id }) => id)).toEqual(["opt-out-1"]);
  },
);

test("prints with escapes what was stored in characters that a terminal obeys", async () => {
  const why = "red \u001b[31m, turned \u202e\nopt-out-9  spoofed@network.example";
  const client = new DynamoDBClient({});
  await dynamoSettings(tableOf(client, tableName())).record(
    {
      rows: [aRow(1, { why } as never)],
      proposals: [],
      line: { at: "2026-11-24T03:00:00.000Z", by: ["jane"], why, does: "add", ids: ["opt-out-1"] },
    },
    0,
  );
  client.destroy();
  const written = "red \\u001b[31m, turned \\u202e\\u000aopt-out-9";
  await listSettings(where);
  await showSettingsAudit({ ...where, limit: 1 });
  expect(said.map((one) => one.includes(written))).toEqual([true, true]);
  said.length = 0;
  await listSettings({ ...where, json: true });
  await exportSettings(where);
  expect(said.join("")).not.toMatch(/[\u001b\u202e]/);
  // JSON is YAML, too.
  expect(said.map((one) => parse(one).rows[0].why)).toEqual([why, why]);
});

test.each(["nowhere.json", "."])("says in a sentence that import can't read %s", async (path) => {
  const fails = importSettings(join(folder, path), deciding);
  await expect(fails).rejects.toThrow(CommandProblem);
  await expect(fails).rejects.toThrow(/can't be read: .* Name a file that export wrote\./);
});

test("exports what import takes again, all or nothing", async () => {
  await addSetting("opt-out", optsOut, deciding);
  await addSetting("inhibition", ["category=brand"], { ...deciding, hours: "3" });
  said.length = 0;
  await exportSettings(where);
  const file = join(folder, "export.yaml");
  const text = said.join("");
  writeFileSync(file, text.replaceAll("abuse@network.example", "@co.uk"));
  await expect(importSettings(file, deciding)).rejects.toThrow("opt-out-1, desk: @co.uk means everybody");
  writeFileSync(file, text.replaceAll('"opt-out-1"', '"opt-out-3"').replaceAll("abuse@network", "abuse@other"));
  said.length = 0;
  await importSettings(file, { ...deciding, dryRun: true });
  expect(said[0]).toContain("Add: abuse@other.example gets no notices\nThis affects at least 0 open cases");
  await importSettings(file, deciding);
  expect((await standing()).map(({ id }) => id).sort()).toEqual(["inhibition-2", "opt-out-1", "opt-out-3"]);
  said.length = 0;
  await showSettingsAudit({ ...where, limit: 1 });
  expect(said[0]).toContain("Imported import-3");
  said.length = 0;
  await showSettingsAudit({ ...where, limit: 1, import: "import-3" });
  expect(said).toEqual([
    expect.stringMatching(/^opt-out-3 {2}version 1 {2}added {2}the file says local operator, since .* UTC$/),
  ]);
  await expect(showSettingsAudit({ ...where, limit: 1, import: "import-9" })).rejects.toThrow("No import import-9");
});
