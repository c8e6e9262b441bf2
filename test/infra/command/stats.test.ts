import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { csvOf } from "../../../functions/kernel/csv.ts";
import type { Statistic } from "../../../functions/statistics/statistic.ts";
import { type StatsOptions, statsText } from "../../../infra/command/stats.ts";
import { filledCounts } from "../../console/filled-counts.ts";
import { fixture } from "../../support/fixture.ts";
import { memoryCaseStore } from "../../support/memory-case-store.ts";

test("a cell of CSV is what was put in, in quotes, and numbers stand as numbers", () => {
  const rows = [
    ["provider", "cases"],
    ['a "quoted", name', 12],
    ["zwei\nZeilen", 0.25],
  ];
  expect(csvOf(rows)).toBe('"provider","cases"\r\n"a ""quoted"", name",12\r\n"zwei\nZeilen",0.25');
  expect(parse(csvOf(rows))).toEqual(rows.map((row) => row.map(String)));
});

describe("CSV against formulas", () => {
  const texts = JSON.parse(fixture("attack/csv-formula.json")) as readonly string[];

  test.each(texts.map((text) => [text]))("no spreadsheet takes %j for a formula, however it splits cells", (text) => {
    const line = csvOf([[text, 1]]);
    const [[cell] = []] = parse(line) as readonly (readonly string[])[];
    expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    // All of it stands within quotes, so that no other separator begins a cell.
    expect(line).toMatch(/^"(?:[^"]|"")*",1$/);
  });
});

describe("takedown stats", () => {
  const asked = {
    provider: "network.example",
    scope: "network",
    issuedAt: "2026-11-02T00:00:00.000Z",
    mails: 2,
    bounced: 0,
  } as const;
  const aStatistic = (openedAt: string, spoilt: Partial<Statistic> = {}): Statistic => ({
    caseId: `TD-${openedAt}`,
    openedAt,
    category: "phishing",
    channel: "website",
    country: "NL",
    reports: 1,
    reporters: ["hotline"],
    asked: [asked],
    closed: { at: "2026-11-02T05:00:00.000Z", outcome: "removed" },
    ...spoilt,
  });
  const all = [
    aStatistic("2026-11-01T10:00:00.000Z"),
    aStatistic("2026-11-01T11:00:00.000Z", {
      country: "DE",
      reporters: ["cert"],
      closed: { at: "2026-11-06T00:00:00.000Z", outcome: "gone" },
      cameBack: 2,
    }),
    aStatistic("2026-10-31T23:59:59.000Z"),
  ];
  const store = {
    ...memoryCaseStore(),
    statistics: async (month: string) => all.filter(({ openedAt }) => openedAt.startsWith(month)),
  };
  const said = (spoilt: Partial<StatsOptions>) =>
    statsText(store, { folder: ".local", by: "country", from: "2026-11-01", ...spoilt }, "2026-11-24T03:00:00.000Z");

  test("prints the figures of a period, and what they mean beside them", async () => {
    const [heading, , ...lines] = (await said({})).split("\n");
    expect(heading).toBe("Cases opened from 2026-11-01 to 2026-11-24, by country");
    expect(lines.slice(0, 4).map((line) => line.split(/ {2,}/))).toEqual([
      [
        "country",
        "cases",
        "share",
        "asked",
        "acknowledged",
        "acknowledged after",
        "bounced",
        "closed",
        "removed",
        "came back",
        "times back",
        "median",
        "90th percentile",
      ],
      ["DE", "1", "50.0 %", "1", "0", "–", "0", "1", "1", "1", "2", "4.0 d", "4.0 d"],
      ["NL", "1", "50.0 %", "1", "0", "–", "0", "1", "1", "0", "0", "5.0 h", "5.0 h"],
      ["all", "2", "100.0 %", "2", "0", "–", "0", "2", "2", "1", "2", "5.0 h", "4.0 d"],
    ]);
    expect(lines.join("\n")).toContain("Time to removal: from the first notice");
  });

  test("prints CSV with times in hours", async () => {
    expect(parse(await said({ csv: true }))).toEqual([
      [
        "country",
        "cases",
        "share",
        "asked",
        "acknowledged",
        "acknowledged after hours",
        "bounced",
        "closed",
        "removed",
        "came back",
        "times back",
        "median hours",
        "90th percentile hours",
      ],
      ["DE", "1", "0.5", "1", "0", "", "0", "1", "1", "1", "2", "96", "96"],
      ["NL", "1", "0.5", "1", "0", "", "0", "1", "1", "0", "0", "5", "5"],
    ]);
  });

  test("prints one reporter's cases alone", async () => {
    expect((await said({ reporter: "cert", csv: true })).split("\r\n").map((line) => line.split(",")[0])).toEqual([
      '"country"',
      '"DE"',
    ]);
  });

  test("prints the table that a trusted flagger owes for a year", async () => {
    expect(parse(await said({ yearReport: "2026", csv: true }))).toEqual([
      [
        "provider",
        "role",
        "category",
        "notices",
        "not delivered",
        "refused",
        "not theirs",
        "removed",
        "withdrawn by us",
        "answered otherwise",
        "no action known",
        "open",
        "median hours",
      ],
      ["network.example", "network", "phishing", "3", "0", "0", "0", "3", "0", "0", "0", "0", "5"],
    ]);
    expect(await said({ yearReport: "2026" })).toContain(
      "Notices first sent in 2026 (Regulation (EU) 2022/2065, Art. 22(3))",
    );
  });

  test("says in a sentence what is wrong with a day, a period or a year, and that there is nothing", async () => {
    await expect(said({ from: "2026-13-01" })).rejects.toThrow(
      '"2026-13-01" is no day. --from is one like 2026-11-24, today, yesterday or -7d.',
    );
    await expect(said({ to: "2026-10-01" })).rejects.toThrow(
      "The period ends on 2026-10-01, before it begins on 2026-11-01. Put the earlier day in --from.",
    );
    await expect(said({ yearReport: "26" })).rejects.toThrow("--year-report takes a year like 2026.");
    expect(await said({ from: "2026-11-20" })).toBe(
      "No case was opened from 2026-11-20 to 2026-11-24 about which anybody was asked, or that was closed.",
    );
    expect(await said({ yearReport: "2020" })).toBe("No notice was first sent in 2020.");
  });

  test("prints what came in and went out, day by day, as the console draws it, and since when", async () => {
    const now = "2026-11-24T10:00:00.000Z";
    const counted = { ...store, ...filledCounts(now, 20) };
    const text = await statsText(counted, { by: "country", days: 3 } as StatsOptions, now);
    expect(text).toContain("Counted since 2025-11-25");
    expect(text).toMatch(/day +in +urgent +out +open/);
    expect(text.match(/^2026-11-2[234]/gm)).toHaveLength(3);
    const csv = parse(await statsText(counted, { by: "country", days: 400, csv: true } as StatsOptions, now));
    expect(csv).toHaveLength(366);
    expect(await statsText(store, { by: "country", days: 3 } as StatsOptions, now)).toContain(
      "Nothing has been counted",
    );
  });
});
