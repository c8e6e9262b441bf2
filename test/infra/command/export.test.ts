import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { DayList } from "../../../functions/store/ports.ts";
import { columnsAsked, exportedOf } from "../../../infra/command/export.ts";
import { eachOpened, periodOf } from "../../../infra/command/opened-cases.ts";
import { aCase } from "../../support/a-case.ts";

const one = aCase({ category: "phishing", reportId: "R-1_of-May", labels: ["acme", "spring-sale"] });
const cases: readonly Case[] = [
  { ...one, id: "TD-0000-0000-0001" },
  { ...aCase({ category: "csam" }), id: "TD-0000-0000-0002", lane: "urgent", openedAt: "2026-11-25T08:00:00.000Z" },
  { ...one, id: "TD-0000-0000-0003", forgottenAt: "2026-11-26T08:00:00.000Z" },
];
/** Gives one case a page, so that each day has to turn them. */
const store: Pick<DayList, "openedOn"> = {
  openedOn: async (day, _, cursor = "0") => {
    const items = cases.filter(({ openedAt }) => openedAt.startsWith(day));
    const next = Number(cursor) + 1;
    return { items: items.slice(next - 1, next), ...(next < items.length && { cursor: String(next) }) };
  },
};
const period = { from: "2026-11-23", to: "2026-11-30" };
const noted: string[] = [];
const exported = async (asked: Parameters<typeof columnsAsked>[0]) => {
  noted.length = 0;
  const text = await exportedOf(store, async ({ id }) => void noted.push(id), period, columnsAsked(asked));
  return parse(text) as readonly (readonly string[])[];
};

test("an export has a row of each case of the period, forgotten ones left out, and no address", async () => {
  const [heading, ...rows] = await exported({});
  expect(heading).toEqual(
    "case,reporters,reports,category,lane,labels,country,opened,noticed,desks,outcome,closed,hours".split(","),
  );
  expect(rows.map(([id]) => id)).toEqual(["TD-0000-0000-0001", "TD-0000-0000-0002"]);
  expect(rows[0]).toContain("acme; spring-sale");
  expect(rows[0]).toContain("R-1_of-May");
  expect(JSON.stringify(rows)).not.toContain("bad.example");
  expect(noted).toEqual([]);
});

test("a report's id that could be the reported address is hashed, as in what webhooks hear", async () => {
  const named = { ...aCase({ category: "phishing", reportId: "https://evil.example/login" }), id: "TD-0000-0000-0004" };
  const only: typeof store = { openedOn: async (day) => ({ items: named.openedAt.startsWith(day) ? [named] : [] }) };
  const text = await exportedOf(only, async () => {}, period, columnsAsked({}));
  expect(text).toContain("sha256-");
  expect(text).not.toContain("evil.example");
});

test("addresses come by --urls alone, and each case is noted before its address is given", async () => {
  const rows = await exported({ columns: "case, url,host", urls: true });
  expect(rows[0]).toEqual(["case", "url", "host"]);
  expect(rows[1]).toEqual([
    cases[0]?.id,
    expect.stringContaining("bad.example"),
    expect.stringContaining("bad.example"),
  ]);
  expect(noted).toEqual(["TD-0000-0000-0001", "TD-0000-0000-0002"]);
  await expect(
    exportedOf(store, () => Promise.reject(new Error("not noted")), period, ["case", "url"]),
  ).rejects.toThrow("not noted");
});

test("a column that is none, or that needs --urls, is named with what to do", () => {
  expect(() => columnsAsked({ columns: "case,links" })).toThrow(/no column "links". There are case, reporters/);
  expect(() => columnsAsked({ columns: "__proto__" })).toThrow(/no column/);
  expect(() => columnsAsked({ columns: "case,url" })).toThrow(/Add --urls, which is recorded/);
});

test("a period has both its days, and says what is wrong with one that ends before it begins", async () => {
  const now = "2026-11-30T08:00:00.000Z";
  const seen: string[] = [];
  await eachOpened(
    store,
    periodOf("2026-11-25", "2026-11-25", now),
    (states) => void seen.push(...states.map(({ id }) => id)),
  );
  expect(seen).toEqual(["TD-0000-0000-0002"]);
  expect(() => periodOf("2026-11-25", "2026-11-24", now)).toThrow(/ends on 2026-11-24, before it begins on 2026-11-25/);
  expect(() => periodOf("0001-01-01", "2026-11-24", now)).toThrow(/longer than 10 years. Put a later day in --from/);
});
