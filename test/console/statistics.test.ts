import { describe, expect, test } from "vitest";
import { readPeriod } from "../../functions/console/statistics/statistics-page.tsx";
import type { JudgedCount } from "../../functions/statistics/judged.ts";
import type { Statistic } from "../../functions/statistics/statistic.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";
import { aConsole } from "./a-console.ts";

const asked = (provider: string): Statistic["asked"][number] => ({
  provider,
  scope: "network",
  issuedAt: "2026-11-02T00:00:00.000Z",
  mails: 1,
  bounced: 0,
});
const aStatistic = (number: number, spoilt: Partial<Statistic> = {}): Statistic => ({
  caseId: `TD-${number}`,
  openedAt: "2026-11-01T00:00:00.000Z",
  category: "phishing",
  channel: "website",
  country: "NL",
  reports: 1,
  reporters: ["hotline"],
  asked: [asked("network.example")],
  closed: { at: "2026-11-02T05:00:00.000Z", outcome: "removed" },
  ...spoilt,
});
const over = (...all: readonly Statistic[]) =>
  aConsole({
    store: {
      ...memoryCaseStore(),
      statistics: async (month) => all.filter(({ openedAt }) => openedAt.startsWith(month)),
    },
  });

describe("the page of statistics", () => {
  test("says by country how many cases there were and how long removal took, and what that means", async () => {
    const { status, text } = await over(
      aStatistic(1),
      aStatistic(2),
      aStatistic(3, { country: "DE", closed: { at: "2026-11-04T00:00:00.000Z", outcome: "gone" } }),
    ).get("/statistics");
    expect(status).toBe(200);
    expect(text).toContain("3 cases by hosting country");
    expect(text).toMatch(/<h3>NL<\/h3><p class="count">2 cases <span class="soft">66\.7 %/);
    expect(text).toContain("Half removed within 5 h, nine of ten within 5 h.");
    expect(text).toContain("Half removed within 2 days, nine of ten within 2 days.");
    expect(text).toContain("Time to removal: from the first notice");
    expect(text).toMatch(/<svg[^>]*aria-hidden="true"[^>]*><rect class="cases" x="0" y="0" width="100\.00"/);
  });

  test("puts together by provider, category or month, and shows what a provider calls itself as text", async () => {
    const console = over(aStatistic(1, { asked: [asked("<b>evil</b>.example")] }));
    expect((await console.get("/statistics?by=provider")).text).toContain("<h3>&lt;b&gt;evil&lt;/b&gt;.example</h3>");
    expect((await console.get("/statistics?by=category")).text).toContain("<h3>phishing</h3>");
    expect((await console.get("/statistics?by=month")).text).toContain("<h3>Nov 2026</h3>");
  });

  test("says in a sentence that nothing happened in the period", async () => {
    expect((await over().get("/statistics")).text).toContain(
      "Nobody was asked to act on a case that was opened in this period, and none was closed.",
    );
  });
});

test.each([
  [{}, { by: "country", from: "2026-09", to: "2026-11" }],
  [
    { by: "provider", from: "2026-01", to: "2026-03" },
    { by: "provider", from: "2026-01", to: "2026-03" },
  ],
  [
    { by: "nonsense", from: "2026-13", to: "x" },
    { by: "country", from: "2026-09", to: "2026-11" },
  ],
  [
    { from: "2026-11", to: "2026-10" },
    { by: "country", from: "2026-10", to: "2026-10" },
  ],
  [{ from: "1999-01" }, { by: "country", from: "2025-12", to: "2026-11" }],
  [
    { from: "2027-01", to: "2027-05" },
    { by: "country", from: "2026-09", to: "2026-11" },
  ],
] as const)("reads the period %j as %j: at most a year, and nothing that is still to come", (given, period) => {
  expect(readPeriod({ by: undefined, from: undefined, to: undefined, ...given }, "2026-11-24T03:00:00.000Z")).toEqual(
    period,
  );
});

describe("the page of how replies were read", () => {
  const overCounts = (...counts: readonly JudgedCount[]) =>
    aConsole({ store: { ...memoryCaseStore(), judged: async (month) => (month === "2026-11" ? counts : []) } });
  test("says how well replies were read, what was taken for what, and what that means", async () => {
    const { status, text } = await overCounts(
      { read: "refused", tenths: 9, was: "refused", times: 6 },
      { read: "removed", tenths: 4, was: "unclear", times: 2 },
      { read: "unclear", isLikelyRemoved: true, was: "removed", times: 1 },
      { read: "unclear", times: 5 },
    ).get("/statistics/replies");
    expect(status).toBe(200);
    expect(text).toContain("9 replies of which a person told what the desk had said");
    expect(text).toContain("14 questions about replies were answered in all.");
    expect(text).toMatch(/<p class="count">6 of 9 right <span class="soft">66\.7 %/);
    expect(text).toContain("Taken for removed: 2, of these wrongly: 2; for likely removed: 1, of these wrongly: 0.");
    expect(text).toContain("2 × the desk said: unclear; read as: removed");
    expect(text).toContain("From 0.9: 6 of 6 right (100.0 %)");
    expect(text).toContain("Removed wrongly: taken for removed");
  });

  test("says that there is nothing, and reads no more months than the statistics do", async () => {
    const months: string[] = [];
    const judged = async (month: string) => {
      months.push(month);
      return [];
    };
    const store = { ...memoryCaseStore(), judged };
    const { text } = await aConsole({ store }).get("/statistics/replies?from=1999-01&to=2026-10");
    expect(text).toContain("No person has answered a question about a reply in this period.");
    expect([months[0], months.length]).toEqual(["2025-11", 12]);
  });

  test("says so where no answer tells what a desk had said", async () => {
    const { text } = await overCounts({ read: "unclear", times: 5 }).get("/statistics/replies");
    expect(text).toContain("Of 5 answers none tells what the desk had said.");
  });
});
