import { describe, expect, test } from "vitest";
import { readContent } from "../../functions/settings/check.ts";
import type { Asker } from "../../functions/settings/may.ts";
import { agree, ask, takeBack } from "../../functions/settings/record.ts";
import type { RowContent } from "../../functions/settings/row.ts";
import { aSettings } from "../support/a-case.ts";
import { anna, aSettingsTable, jane } from "../support/a-settings-table.ts";

const now = "2026-11-24T03:00:00.000Z";
const stage = aSettings();
const aTable = (at = () => now) => aSettingsTable(stage, at);
const optOut: RowContent = { kind: "opt-out", value: { desk: "abuse@network.example" } };
const hotline: RowContent = {
  kind: "country",
  value: { country: "NL", hotline: { name: "Hotline", email: "reports@hotline.example" } },
};

test("one reviewer opts a desk out, at once, and it is written down who, why and since when", async () => {
  const table = aTable();
  expect(await table.asks({ does: "add", content: optOut })).toEqual({ id: "opt-out-1", comes: "in-force" });
  expect((await table.store.read()).rows).toEqual([
    { ...optOut, id: "opt-out-1", by: ["jane"], why: "it is right", since: now, version: 1 },
  ]);
});

test("a recipient waits for a second person, who is named with the first", async () => {
  const table = aTable();
  const asked = await table.asks({ does: "add", content: hotline });
  expect([asked.comes, (await table.store.read()).rows]).toEqual(["proposed", []]);
  expect(agree(await table.moment(), asked.id, jane)).toMatchObject({ ok: false, error: { kind: "refused" } });
  await table.agrees(asked.id);
  const { rows, proposals } = await table.store.read();
  expect(rows).toMatchObject([{ ...hotline, by: ["jane", "anna"] }]);
  expect(proposals).toMatchObject([{ settled: { by: "anna", as: "agreed" } }]);
  expect((await table.store.audit(10)).map(({ does, by }) => [does, by])).toEqual([
    ["add", ["jane", "anna"]],
    ["propose", ["jane"]],
  ]);
});

test("what nobody agreed to within a week lapses, and what was taken back comes to nothing", async () => {
  let at = now;
  const table = aTable(() => at);
  const { id } = await table.asks({ does: "add", content: hotline });
  const taken = takeBack(await table.moment(), id, { by: anna, why: "not ours" });
  expect(taken).toMatchObject({ ok: true, value: { comes: "taken-back" } });
  if (taken.ok) await table.store.record(taken.value.written, 1);
  expect(agree(await table.moment(), id, anna)).toMatchObject({ error: { kind: "unknown" } });
  const again = await table.asks({ does: "add", content: hotline });
  at = "2026-12-01T03:00:00.000Z";
  expect(agree(await table.moment(), again.id, anna)).toMatchObject({ error: { kind: "unknown" } });
});

test("what waits is taken back by its asker or by who could agree, with a reason, and by nobody else", async () => {
  const table = aTable();
  const people = { kind: "reporter", value: { id: "hotline", reportsAMinute: 301 } } as const;
  const { id } = await table.asks({ does: "add", content: people });
  const taken = async (by: Asker, why: string) => {
    const back = takeBack(await table.moment(), id, { by, why });
    return back.ok ? back.value.comes : back.error.kind;
  };
  // Who signs in by another way may be the asker; who stands for the reporter decides nothing of theirs.
  const another = { ...jane, name: "Jane (oidc id.hotline.example 00u1)" };
  const ofHotline = { ...anna, name: "hotline" };
  expect([await taken(another, "no"), await taken(ofHotline, "no"), await taken(anna, " ")]).toEqual([
    "refused",
    "refused",
    "not-valid",
  ]);
  expect([await taken(anna, "not ours"), await taken(jane, "a slip")]).toEqual(["taken-back", "taken-back"]);
});

test("an opt-out that ends takes two persons, stays in the table, and can't be ended twice", async () => {
  const table = aTable();
  const id = await table.add(optOut);
  const ended = await table.asks({ does: "end", id });
  expect(ended.comes).toBe("proposed");
  await table.agrees(ended.id);
  expect((await table.store.read()).rows).toMatchObject([{ id, ended: { by: ["jane", "anna"], at: now } }]);
  expect(ask(await table.moment(), { does: "end", id }, { by: jane, why: "again" })).toEqual({
    ok: false,
    error: { kind: "unknown", id },
  });
});

test("what a proposal wants is checked anew when the second person agrees", async () => {
  const table = aTable();
  const { id } = await table.asks({
    does: "add",
    content: { kind: "provider", value: provider("abuse@network.example") },
  });
  await table.add(optOut);
  expect(agree(await table.moment(), id, anna)).toMatchObject({ ok: false, error: { kind: "not-valid" } });
});

const provider = (email: string) =>
  readContent("r", "provider", { name: "Example Pages", matches: ["pages.example"], scope: "platform", email }).content
    ?.value as Extract<RowContent, { kind: "provider" }>["value"];

const wrong: readonly (readonly [string, string, unknown, string | undefined, string, RegExp])[] = [
  ["a kind that is none", "optout", {}, undefined, "kind", /opt-out, protected/],
  ["a misspelt pattern", "opt-out", { desk: "network.example" }, undefined, "desk", /a mailbox, a mail domain/],
  ["a whole top-level domain", "opt-out", { desk: "@com" }, undefined, "desk", /mail domain/],
  ["a public suffix", "opt-out", { desk: "@co.uk" }, undefined, "desk", /everybody below a public suffix; name one/],
  ["a provider of everybody's mailboxes", "opt-out", { desk: "@gmail.com" }, undefined, "desk", /name the one mailbox/],
  ["half the internet", "opt-out", { desk: "0.0.0.0/1" }, undefined, "desk", /ranges of \/16/],
  ["a range of IPv6 that is as wide", "opt-out", { desk: "2000::/3" }, undefined, "desk", /\/32 \(IPv6\)/],
  ["a public suffix as protected", "protected", { domain: "co.uk" }, undefined, "domain", /public suffix/],
  ["an inhibition of a public suffix", "inhibition", { desk: "co.uk" }, "2026-11-25T03:00:00.000Z", "desk", /suffix/],
  ["an inhibition without an end", "inhibition", { desk: "192.0.2.0/24" }, undefined, "until", /within 30 days/],
  ["one that lasts for months", "inhibition", { desk: "AS64500" }, "2026-12-25T03:00:00.000Z", "until", /opt the desk/],
  ["an end that is past", "opt-out", { desk: "@network.example" }, "2026-11-24T02:00:00.000Z", "until", /is past/],
  ["our own mailbox", "opt-out", { desk: "notices@dispatch.example" }, undefined, "desk", /mailbox of ours/],
  ["our own as a recipient", "provider", provider("td@reply.dispatch.example"), undefined, "email", /mailbox of ours/],
  ["a reporter of whom nothing is known", "reporter", { id: "new-one" }, undefined, "organisation", /say all of them/],
  ["no such category", "inhibition", { category: "spam" }, "2026-11-25T03:00:00.000Z", "value", /category/],
  [
    "a mailbox that is none",
    "provider",
    { ...provider("a@pages.example"), email: "a" },
    undefined,
    "email",
    /mail address/,
  ],
];

describe("is refused with its field and what to write instead, and nothing is recorded", () => {
  test.each(wrong)("%s", async (_, kind, value, until, field, says) => {
    const table = aTable();
    const { content, problems } = readContent("row 1", kind, value);
    const moment = await table.moment();
    const asked =
      content && ask(moment, { does: "add", content, ...(until && { until }) }, { by: jane, why: "it is right" });
    const found = asked ? (asked.ok || asked.error.kind !== "not-valid" ? [] : asked.error.problems) : problems;
    expect(found.map((problem) => [problem.field, says.test(problem.says)])).toContainEqual([field, true]);
  });

  test("a row that contradicts another", async () => {
    const table = aTable();
    await table.add(optOut);
    const asks = async (content: RowContent) =>
      ask(await table.moment(), { does: "add", content }, { by: jane, why: "it is right" });
    expect(await asks({ kind: "opt-out", value: { desk: "ABUSE@network.example" } })).toMatchObject({
      error: { problems: [{ field: "value", says: expect.stringContaining("opt-out-1") }] },
    });
    expect(await asks({ kind: "provider", value: provider("abuse@network.example") })).toMatchObject({
      error: { problems: [{ field: "email", says: expect.stringContaining("asked for no mail (row opt-out-1)") }] },
    });
  });

  test("a change without a reason", async () => {
    const asked = ask(await aTable().moment(), { does: "add", content: optOut }, { by: jane, why: " " });
    expect(asked).toMatchObject({ error: { problems: [{ field: "why" }] } });
  });
});
