import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { reputationWords } from "../../functions/console/overview/tables.ts";
import type { JudgedCount } from "../../functions/statistics/judged.ts";
import { awsLines } from "../../functions/statistics/overview.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";
import { aConsole, textOf, threeAtNight } from "./a-console.ts";
import { filledCounts } from "./filled-counts.ts";

const filled = (casesADay = 120, providers?: Map<string, Record<string, number>>) => {
  const { reads, longestOpen: _, ...filledIn } = filledCounts(threeAtNight, casesADay);
  const counts: typeof filledIn.counts = async (book, month) =>
    !providers || book !== "provider" ? filledIn.counts(book, month) : month === "2026-11" ? providers : new Map();
  return { reads, console: aConsole({ store: { ...memoryCaseStore(), ...filledIn, counts } }) };
};

describe("the overview", () => {
  test("says what came in, what is open and what is gone, with a table and a CSV of each", async () => {
    const { status, text } = await filled().console.get("/overview");
    expect(status).toBe(200);
    expect(text).toContain("Counted since 25 Nov 2025");
    for (const title of ["Opened and closed per day", "Time to removal", "Who answers slowly", "Open longest"])
      expect(text).toContain(title);
    for (const table of ["days", "country", "provider", "category", "slow", "questions", "persons", "mail"])
      expect(text).toContain(`/overview/${table}.csv?days=28&amp;months=3`);
    expect(text).not.toMatch(/style="|<script(?! src="\/script\.js")|NaN|undefined/);
  });

  test("who answers slowly is asked often enough to tell, and those that never answered come first", async () => {
    const of = new Map<string, Record<string, number>>([
      ["quick.example", { asked: 9, gone: 9, h0: 9 }],
      ["late.example", { asked: 9, gone: 9, h18: 9 }],
      ["never.example", { asked: 9 }],
      ["asked-little.example", { asked: 4 }],
    ]);
    const { text } = await filled(10, of).console.get("/overview/slow.csv?months=3");
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row["Provider"], row["Median"]])).toEqual([
      ["never.example", ""],
      ["late.example", "336"],
      ["quick.example", "0.25"],
    ]);
  });

  test("what is open longest is a CSV, with each case's number and no host", async () => {
    const house = filled(10).console;
    const id = await house.opened(aReport({ target: { kind: "host", host: "a.example" } }));
    await house.happened(id, { type: "contact-answered", at: house.now(), answer: anAnswer({ country: "NL" }) });
    expect((await house.get("/overview")).text).toContain("/overview/oldest.csv");
    expect(parse((await house.get("/overview/oldest.csv")).text, { columns: true })).toEqual([
      { Case: id, Lane: "standard", "What it is": "phishing", With: "desks", Since: threeAtNight },
    ]);
  });

  test("what makes no sense in its address is as if it was not said", async () => {
    const { text } = await filled().console.get("/overview?days=9999&months=x");
    expect(text).toContain('<option value="28" selected="">');
    expect(text).toContain('<option value="3" selected="">');
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
    expect(days).toEqual([expect.objectContaining({ Day: "2026-11-24", Opened: "1", Closed: "0", Open: "1" })]);
    const asked = parse((await house.get("/overview/questions.csv")).text, { columns: true });
    expect(asked).toContainEqual({ Question: "still-up", Asked: "1", "Answered by a person": "0" });
  });

  test("what a provider or a person calls themselves is text, and no formula in a spreadsheet", async () => {
    const name = '=cmd|"/c calc"!A1<b>.example';
    const { console } = filled(10, new Map([[name, { asked: 3, gone: 1, h0: 1 }]]));
    expect((await console.get("/overview?months=1")).text).not.toContain("<b>");
    expect((await console.get("/overview/provider.csv?months=1")).text).toContain(`"'=cmd`);
  });

  test("there is no CSV of what is no table", async () => {
    for (const file of ["nonsense.csv", "days", "days.csv.exe", "__proto__.csv"])
      expect((await filled().console.get(`/overview/${file}`)).status, file).toBe(404);
  });
});

describe("how replies were read", () => {
  const overviewOf = async (...counts: readonly JudgedCount[]) => {
    const store = { ...memoryCaseStore(), judged: async (month: string) => (month === "2026-11" ? counts : []) };
    const { text } = await aConsole({ store }).get("/overview");
    return textOf(text);
  };

  test("stands on the overview: how often right, what was taken for what, and what that means", async () => {
    const read = await overviewOf(
      { read: "refused", tenths: 9, was: "refused", times: 6 },
      { read: "removed", tenths: 4, was: "unclear", times: 2 },
      { read: "unclear", isLikelyRemoved: true, was: "removed", times: 1 },
      { read: "unclear", times: 5 },
    );
    expect(read).toContain("Persons answered 14 questions about replies, and said of 9 what the desk had said.");
    expect(read).toContain("6 of these were read right, 67 %.");
    expect(read).toContain("Read as removed: 2, of these wrongly: 2. As likely removed: 1, of these wrongly: 0.");
    expect(read).toContain("2 × unclear, read as: removed");
    expect(read).toContain("Removed wrongly: taken for removed");
  });

  test("says so where no answer tells what a desk had said, or there is none", async () => {
    const read = await overviewOf({ read: "unclear", times: 5 });
    expect(read).toContain("Persons answered 5 questions about replies, and said of 0 what the desk had said.");
    expect(read).not.toContain("read right");
    expect(await overviewOf()).toContain("How replies were read Nothing of it in this time.");
  });
});

test("the overview reads as many books for ten million cases a year as for none", async () => {
  const reads = async (casesADay: number, query: string) => {
    const { console, reads: count } = filled(casesADay);
    await console.get(`/overview?${query}`);
    return count();
  };
  expect([await reads(0, ""), await reads(27_000, "")]).toEqual([14, 14]);
  expect(await reads(27_000, "days=91&months=12")).toBe(45);
});

test.each([
  [0, 0, "bounce", "No mail went out in these days."],
  [12, 1000, "bounce", "1.2 % (12 of 1,000): well below 5 %"],
  [1, 25, "bounce", "4.0 % (1 of 25): close below 5 %"],
  [6, 100, "bounce", "6.0 % (6 of 100): above 5 %, where AWS reviews"],
  [1, 10, "bounce", "10.0 % (1 of 10): above 10 %, where AWS may stop"],
  [4, 10_000, "complaint", "0.04 % (4 of 10,000): well below 0.1 %"],
  [2, 1000, "complaint", "0.20 % (2 of 1,000): above 0.1 %, where AWS reviews"],
  [6, 1000, "complaint", "0.60 % (6 of 1,000): above 0.5 %, where AWS may stop"],
] as const)("%s of %s mails stand against the lines of a %s: %s", (number, sent, of, says) => {
  expect(reputationWords(number, sent, awsLines[of])).toContain(says);
});
