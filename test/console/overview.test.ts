import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { lineWords } from "../../functions/console/overview/tables.ts";
import { awsLines } from "../../functions/statistics/overview.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";
import { aConsole, threeAtNight } from "./a-console.ts";
import { filledCounts } from "./filled-counts.ts";

const filled = (casesADay = 120) => {
  const { reads, longestOpen: _, ...counts } = filledCounts(threeAtNight, casesADay);
  return { reads, console: aConsole({ store: { ...memoryCaseStore(), ...counts } }) };
};

describe("the overview", () => {
  test("says what came in, what is open and what is gone, with a picture, a table and a CSV of each", async () => {
    const { status, text } = await filled().console.get("/overview");
    expect(status).toBe(200);
    expect(text).toContain("Counted since 25 Nov 2025");
    for (const title of ["In, out and open", "Share gone, by hours", "Removal over the months", "Open longest"])
      expect(text).toContain(title);
    for (const picture of ["days", "removal", "months", "courses", "questions", "persons", "mail"])
      expect(text).toContain(`/overview/${picture}.csv?days=28&amp;by=country&amp;months=3`);
    expect(text).not.toMatch(/style="|<script(?! src="\/script\.js")|NaN|undefined/);
  });

  test("the courses of all groups are a CSV, a row for each month of each", async () => {
    const { text } = await filled().console.get("/overview/courses.csv?by=country&months=12");
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows[0]).toMatchObject({ "Hosting country": "NL", Month: expect.stringMatching(/^\d{4}-\d\d$/) });
    expect(new Set(rows.map((row) => row["Hosting country"])).size).toBeGreaterThan(5);
    expect(Number(rows[0]?.["in 7 days"])).toBeGreaterThan(0);
  });

  test("what is open longest is a CSV, with each case's number and no host", async () => {
    const { longestOpen: _, reads: __, ...counts } = filledCounts(threeAtNight, 10);
    const house = aConsole({ store: { ...memoryCaseStore(), ...counts } });
    const id = await house.opened(aReport({ target: { kind: "host", host: "a.example" } }));
    await house.happened(id, { type: "contact-answered", at: house.now(), answer: anAnswer({ country: "NL" }) });
    expect((await house.get("/overview")).text).toContain("/overview/oldest.csv");
    expect(parse((await house.get("/overview/oldest.csv")).text, { columns: true })).toEqual([
      { Case: id, Lane: "standard", "What it is": "phishing", With: "desks", Since: threeAtNight },
    ]);
  });

  test("what makes no sense in its address is as if it was not said", async () => {
    const { text } = await filled().console.get("/overview?by=nonsense&days=9999&months=x");
    expect(text).toContain('<option value="28" selected="">');
    expect(text).toContain('<option value="country" selected="">');
  });

  test("says in sentences that nothing was counted yet, and draws nothing that is not known", async () => {
    const { status, text } = await aConsole().get("/overview");
    expect(status).toBe(200);
    expect(text).toContain("Nothing has been counted yet.");
    expect(text).not.toMatch(/NaN|Infinity/);
  });

  test("counts what happens: a case that opens, is asked about, waits for a person and is answered", async () => {
    const house = aConsole();
    const id = await house.opened(aReport({ target: { kind: "host", host: "a.example" } }));
    await house.happened(id, {
      type: "contact-answered",
      at: house.now(),
      answer: anAnswer({ country: "NL", candidates: [aCandidate()] }),
    });
    await house.asks(id, "still-up", "The reporter says so.");
    const { text } = await house.get("/overview");
    expect(text).toContain("Counted since 24 Nov 2026");
    expect(text).toContain("a[.]example");
    const days = parse((await house.get("/overview/days.csv")).text, { columns: true }) as Record<string, string>[];
    expect(days).toEqual([expect.objectContaining({ Day: "2026-11-24", In: "1", Out: "0", Open: "1" })]);
    const asked = parse((await house.get("/overview/questions.csv")).text, { columns: true });
    expect(asked).toContainEqual({ Question: "still-up", Asked: "1", "Answered by a person": "0" });
  });

  test("what a provider or a person calls themselves is text, and no formula in a spreadsheet", async () => {
    const name = '=cmd|"/c calc"!A1<b>.example';
    const { longestOpen: _, reads: __, ...counts } = filledCounts(threeAtNight, 10);
    const of = new Map([[name, { asked: 3, gone: 1, h0: 1 }]]);
    const store = {
      ...memoryCaseStore(),
      ...counts,
      counts: async (...[book, month]: Parameters<typeof counts.counts>) =>
        book === "provider" && month === "2026-11" ? of : counts.counts(book, month),
    };
    const console = aConsole({ store });
    expect((await console.get("/overview?by=provider&months=1")).text).not.toContain("<b>");
    expect((await console.get("/overview/removal.csv?by=provider&months=1")).text).toContain(`"'=cmd`);
  });

  test("there is no CSV of what is no picture", async () => {
    for (const file of ["nonsense.csv", "days", "days.csv.exe", "__proto__.csv"])
      expect((await filled().console.get(`/overview/${file}`)).status, file).toBe(404);
  });
});

test("the overview reads as many books for ten million cases a year as for none", async () => {
  const reads = async (casesADay: number, query: string) => {
    const { console, reads: count } = filled(casesADay);
    await console.get(`/overview?${query}`);
    return count();
  };
  expect([await reads(0, ""), await reads(27_000, "")]).toEqual([17, 17]);
  expect(await reads(27_000, "days=91&by=provider&months=12")).toBe(21);
});

test.each([
  [undefined, "bounce", "No mail went out in these days."],
  [0.012, "bounce", "1.2 %: well below 5 %"],
  [0.04, "bounce", "4.0 %: close below 5 %"],
  [0.06, "bounce", "6.0 %: above 5 %, where AWS reviews"],
  [0.1, "bounce", "10.0 %: above 10 %, where AWS may stop"],
  [0.0004, "complaint", "0.04 %: well below 0.1 %"],
  [0.002, "complaint", "0.20 %: above 0.1 %, where AWS reviews"],
  [0.006, "complaint", "0.60 %: above 0.5 %, where AWS may stop"],
] as const)("a rate of %s stands against the lines of a %s: %s", (rate, of, says) => {
  expect(lineWords(rate, awsLines[of])).toContain(says);
});
