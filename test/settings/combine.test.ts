import { describe, expect, test } from "vitest";
import { policyOf } from "../../functions/escalation/policy.ts";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { combine, overOf, savedReasons } from "../../functions/settings/combine.ts";
import { readsInForce } from "../../functions/settings/in-force.ts";
import type { RowContent, SettingsRow } from "../../functions/settings/row.ts";
import { aSettings } from "../support/a-case.ts";
import { aSettingsTable } from "../support/a-settings-table.ts";

const now = "2026-11-24T03:00:00.000Z";
let rows = 0;
const row = (content: RowContent, more: Partial<SettingsRow> = {}) =>
  ({
    ...content,
    id: `${content.kind}-${++rows}`,
    by: ["jane"],
    why: "it is",
    since: now,
    version: 1,
    ...more,
  }) as SettingsRow;
const entries = (...directory: readonly object[]): Settings => settingsSchema.parse({ ...aSettings(), directory });
const entry = (spoilt: object) => {
  const [read] = entries({ name: "Network", scope: "network", matches: ["192.0.2.0/24"], ...spoilt }).directory;
  if (!read) throw new Error("an entry");
  return read;
};
const provider = (spoilt: object): RowContent => ({ kind: "provider", value: entry(spoilt) });

test("without rows the stage's file is what holds, as it stands", () => {
  const stage = aSettings();
  expect(combine(stage, [], now).settings).toBe(stage);
});

test("opt-outs and protections of both hold", () => {
  const stage = aSettings({ optedOut: ["abuse@a.example"], protectedDomains: ["a.example"] });
  const { settings } = combine(
    stage,
    [
      row({ kind: "opt-out", value: { desk: "@b.example" } }),
      row({ kind: "protected", value: { domain: "b.example" } }),
    ],
    now,
  );
  expect([settings.optedOut, settings.protectedDomains]).toEqual([
    ["abuse@a.example", "@b.example"],
    ["a.example", "b.example"],
  ]);
});

test("a row counts once it is recorded, by whatever clock", () => {
  const ahead = row({ kind: "opt-out", value: { desk: "@b.example" } }, { since: "2026-11-24T03:00:02.000Z" });
  expect(combine(aSettings(), [ahead], now).settings.optedOut).toEqual(["@b.example"]);
});

test("a row that ended or is over counts for nothing", () => {
  const optOut: RowContent = { kind: "opt-out", value: { desk: "@b.example" } };
  const over = [
    row(optOut, { ended: { at: now, by: ["jane", "anna"], why: "" } }),
    row(optOut, { since: "2026-11-23T03:00:00.000Z", until: now }),
  ];
  expect(combine(aSettings(), over, now).settings.optedOut).toEqual([]);
});

describe("of a reporter the lower limit and the fewer rights hold, and all people", () => {
  const stage = aSettings();
  const said = (value: object) => combine(stage, [row({ kind: "reporter", value: { id: "hotline", ...value } })], now);
  const hotline = (value: object) => said(value).settings.reporters.find(({ id }) => id === "hotline");
  test("a lower limit of the table", () => expect(hotline({ reportsAMinute: 10 })?.reportsAMinute).toBe(10));
  test("a lower limit of the file, which is said", () => {
    expect(hotline({ reportsAMinute: 500 })?.reportsAMinute).toBe(300);
    expect(said({ reportsAMinute: 500 }).contradictions).toHaveLength(1);
  });
  test("categories", () => expect(hotline({ liveIn: ["csam"] })?.liveIn).toEqual(["csam"]));
  test("people", () => expect(hotline({ people: ["jane"] })?.people).toEqual(["jane"]));
  test("one that the file has not", () => {
    const value = { id: "new-one", organisation: "New", contact: "a@new.example" };
    const { reporters } = combine(stage, [row({ kind: "reporter", value })], now).settings;
    expect(reporters.at(-1)).toMatchObject({ id: "new-one", liveIn: [], reportsAMinute: 300 });
    expect(settingsSchema.shape.reporters.safeParse(reporters).success).toBe(true);
  });
  test("one that the file has no more, and of whom the row says too little, is said", () => {
    const { settings, contradictions } = combine(
      stage,
      [row({ kind: "reporter", value: { id: "gone", liveIn: [] } })],
      now,
    );
    expect([settings.reporters.length, contradictions.length]).toEqual([2, 1]);
  });
});

describe("of two entries for one provider", () => {
  const recorded = (content: RowContent, stage: Settings) => row(content, { over: overOf(content, stage) ?? "" });
  const first = entries({ name: "Network", scope: "network", matches: ["192.0.2.0/24"], email: "old@network.example" });
  const ours = provider({ name: "network", email: "new@network.example" });

  test("the table's holds over what the file said when it was recorded", () => {
    const { settings, contradictions } = combine(first, [recorded(ours, first)], now);
    expect([settings.directory.map(({ email }) => email), contradictions]).toEqual([["new@network.example"], []]);
  });

  test("a later commit to the file holds over the table's, and the console says so", () => {
    const later = entries({ ...first.directory[0], email: "newest@network.example" });
    const { settings, contradictions } = combine(later, [recorded(ours, first)], now);
    expect(settings.directory.map(({ email }) => email)).toEqual(["newest@network.example"]);
    expect(contradictions).toMatchObject([
      { subject: "network", says: expect.stringContaining("says something else") },
    ]);
  });

  test("who lets less mail through holds, whoever said it, for all that either names", () => {
    const out = provider({ kind: "opted-out", matches: ["@network.example"] });
    expect(combine(first, [recorded(out, first)], now).settings.directory).toMatchObject([
      { kind: "opted-out", matches: ["@network.example", "192.0.2.0/24"] },
    ]);
    const outInFile = entries({ ...first.directory[0], kind: "opted-out" });
    const { settings, contradictions } = combine(outInFile, [recorded(ours, outInFile)], now);
    expect([settings.directory[0]?.kind, contradictions.length]).toEqual(["opted-out", 1]);
  });

  test("a hotline of the table holds likewise, and a later one of the file", () => {
    const country = (email: string): RowContent => ({
      kind: "country",
      value: { country: "NL", hotline: { name: "H", email } },
    });
    const before = aSettings();
    const theirs = recorded(country("table@hotline.example"), before);
    const mailbox = (stage: Settings) => combine(stage, [theirs], now).settings.countries[0]?.hotline?.email;
    expect(mailbox(before)).toBe("table@hotline.example");
    const after = aSettings({ countries: [{ country: "NL", hotline: { name: "H", email: "file@hotline.example" } }] });
    expect(mailbox(after)).toBe("file@hotline.example");
  });
});

test("a mailbox whose row ended is known as such, unless something else names it", () => {
  const ended = { ended: { at: now, by: ["jane", "anna"], why: "" } };
  const was = row(provider({ email: "Old@network.example" }), ended);
  expect([...(combine(aSettings(), [was], now).settings.endedDesks ?? [])]).toEqual([["old@network.example", now]]);
  const again = row(provider({ email: "old@network.example" }));
  expect(combine(aSettings(), [was, again], now).settings.endedDesks?.size).toBe(0);
});

test("an inhibition that is over is remembered for as long as clocks may have rested by it", () => {
  const inhibition: RowContent = { kind: "inhibition", value: { category: "brand" } };
  const since = "2026-11-20T03:00:00.000Z";
  const lasted = row(inhibition, { since, until: "2026-11-25T00:00:00.000Z", ended: { at: now, by: ["a"], why: "" } });
  expect(combine(aSettings(), [lasted], now).settings.inhibitions).toEqual([
    { about: { category: "brand" }, since, until: now, planned: "2026-11-25T00:00:00.000Z" },
  ]);
  expect(combine(aSettings(), [lasted], "2027-03-01T00:00:00.000Z").settings.inhibitions).toEqual([]);
});

test("saved reasons come by their name", () => {
  const reason = (name: string) => row({ kind: "reason", value: { name, text: name } });
  expect(savedReasons([reason("night"), reason("Flood")], now).map(({ name }) => name)).toEqual(["Flood", "night"]);
});

describe("what is in force", () => {
  const reading = () => {
    const clock = { at: now };
    const table = aSettingsTable(aSettings(), () => clock.at);
    const asked = { head: 0, read: 0 };
    const said: string[] = [];
    const store = {
      head: async () => {
        asked.head++;
        return table.store.head();
      },
      read: async () => {
        asked.read++;
        return table.store.read();
      },
    };
    const inForce = readsInForce({
      stage: aSettings(),
      store,
      policyOf,
      clock: { now: () => clock.at },
      log: { error: (code) => void said.push(code) },
    });
    return { clock, table, asked, inForce, said };
  };
  const optOut: RowContent = { kind: "opt-out", value: { desk: "@b.example" } };

  test("is the same object while nothing changes, at one read of the head", async () => {
    const { inForce, asked } = reading();
    const first = await inForce.now();
    expect(await inForce.now()).toBe(first);
    expect(await inForce.lately()).toBe(first);
    expect(asked).toEqual({ head: 1, read: 1 });
  });

  test("has a change at once for the claim, and for all else within half a minute", async () => {
    const { inForce, table, clock } = reading();
    const before = await inForce.lately();
    await table.add(optOut);
    expect(await inForce.lately()).toBe(before);
    expect((await inForce.now()).settings.optedOut).toEqual(["@b.example"]);
    await table.add({ kind: "protected", value: { domain: "c.example" } });
    clock.at = "2026-11-24T03:00:30.000Z";
    expect((await inForce.lately()).settings.protectedDomains).toContain("c.example");
  });

  test("turns when a row is over by itself, though nobody wrote anything", async () => {
    const { inForce, table, clock } = reading();
    await table.add(optOut, "2026-11-24T03:00:10.000Z");
    expect((await inForce.now()).settings.optedOut).toHaveLength(1);
    clock.at = "2026-11-24T03:00:10.000Z";
    expect((await inForce.lately()).settings.optedOut).toHaveLength(0);
  });

  test("is what a restored table says, and the log says that it was restored", async () => {
    const { inForce, table, said } = reading();
    await table.add(optOut);
    await inForce.now();
    table.store.goesBack(0);
    expect((await inForce.now()).settings.optedOut).toEqual([]);
    expect(said).toEqual(["settings.went-back"]);
  });

  test("is nothing less where the table can't be read", async () => {
    const inForce = readsInForce({
      stage: aSettings(),
      store: { head: () => Promise.reject(new Error("down")), read: () => Promise.reject(new Error("down")) },
      policyOf,
      clock: { now: () => now },
      log: { error: () => {} },
    });
    await expect(inForce.lately()).rejects.toThrow("down");
    await expect(inForce.now()).rejects.toThrow("down");
  });
});
