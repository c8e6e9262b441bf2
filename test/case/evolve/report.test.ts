import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { beginTarget } from "../../../functions/case/evolve/report.ts";
import { evolveTarget } from "../../../functions/case/evolve.ts";
import { plusHours } from "../../../functions/kernel/instant.ts";
import { explanationAtMost } from "../../../functions/report/explanation.ts";
import type { Report } from "../../../functions/report/report.ts";
import { anOpening, aReport, morning } from "../../support/a-case.ts";
import { inLine, queuedOne } from "../../support/a-notice.ts";
import { beforeAPerson, later } from "../../support/laws.ts";

const opened = (report: Partial<Report> = {}): Case => beginTarget(anOpening(report));
/** The case after a report that joins it an hour later. */
const joined = (state: Case, report: Partial<Report> = {}): Case =>
  evolveTarget(state, { type: "joined", at: later(1), report: aReport({ reportId: "r-2", ...report }) });
const byCert = { reporter: "cert" } as const;

test("a first report makes a case in which nothing has been done yet", () => {
  expect(opened()).toEqual({
    kind: "case",
    id: "TD-0000-0000-0001",
    version: 0,
    lane: "standard",
    category: "phishing",
    channel: "website",
    target: aReport().target,
    evidence: aReport().evidence,
    live: false,
    domainIsMalicious: false,
    openedAt: morning,
    firstSeenAt: aReport().seenAt,
    lastSeenAt: aReport().seenAt,
    reports: 1,
    reporters: ["hotline"],
    withdrawn: [],
    firstReports: { ids: { hotline: ["r-1"] } },
    standing: { hotline: 1 },
    silentLookups: 0,
    level: -1,
    notices: [],
    holds: [],
    reviews: [],
    cleared: [],
    mails: [],
    quiet: false,
  });
});

describe("what was seen", () => {
  test("later than it was reported was seen when it was reported", () => {
    expect(opened({ seenAt: plusHours(morning, 5) }).lastSeenAt).toBe(morning);
    expect(joined(opened(), { seenAt: later(5) }).lastSeenAt).toBe(later(1));
  });

  test("first and last is kept of all reports, in whatever order they come", () => {
    const seen = (seenAt: string) => {
      const { firstSeenAt, lastSeenAt } = joined(opened(), { seenAt });
      return [firstSeenAt, lastSeenAt];
    };
    expect(seen("2026-11-20T00:00:00.000Z")).toEqual(["2026-11-20T00:00:00.000Z", aReport().seenAt]);
    expect(seen(later(1))).toEqual([aReport().seenAt, later(1)]);
  });
});

describe("a report that joins makes a case stricter and never milder", () => {
  test.each<readonly [string, Partial<Report>, Partial<Report>]>([
    ["live, by the first", { live: true }, {}],
    ["live, by the second", {}, { live: true }],
  ])("%s", (_, first, second) => {
    expect(joined(opened(first), second).live).toBe(true);
    expect(joined(opened(first), second).lane).toBe("urgent");
  });

  test("a malicious domain, by either", () => {
    const isMalicious = (first: boolean, second: boolean) =>
      joined(opened({ domainIsMalicious: first }), { domainIsMalicious: second }).domainIsMalicious;
    expect([isMalicious(true, false), isMalicious(false, true), isMalicious(false, false)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("one that is neither changes neither", () => {
    expect(joined(opened())).toMatchObject({ live: false, lane: "standard" });
  });
});

describe("a report that joins counts", () => {
  test("for its reporter, who is named once", () => {
    const twice = joined(joined(opened()), byCert);
    expect(twice).toMatchObject({ reports: 3, reporters: ["hotline", "cert"], standing: { hotline: 2, cert: 1 } });
  });

  test("as standing by it again, where its reporter alone had taken it back", () => {
    const withdrawn = { ...joined(opened(), byCert), withdrawn: ["cert", "hotline"] };
    expect(joined(withdrawn, byCert).withdrawn).toEqual(["hotline"]);
  });
});

describe("where a report makes the case urgent", () => {
  const waiting = { ...queuedOne, notBefore: later(9), window: later(9) };
  const hastened = (state: Case, report: Partial<Report> = { live: true }) => joined(state, report).notices[0];

  test("what waited for a working day or for others waits no longer", () => {
    const notice = hastened({ ...inLine, notices: [waiting] });
    expect(notice?.notBefore).toBe(later(1));
    expect(notice).not.toHaveProperty("window");
  });

  test("what was due before is due as before", () => {
    expect(hastened(inLine)?.notBefore).toBe(queuedOne.notBefore);
  });

  test("what waits for a person's word waits on", () => {
    const { reviews } = beforeAPerson(inLine, "new-contact");
    const asked = reviews.map((review) => ({ ...review, noticeId: queuedOne.id }));
    expect(hastened({ ...inLine, notices: [waiting], reviews: asked })).toEqual(waiting);
    const ofAnother = asked.map((review) => ({ ...review, noticeId: "0-first-other" }));
    expect(hastened({ ...inLine, notices: [waiting], reviews: ofAnother })?.notBefore).toBe(later(1));
    const { reviews: another } = beforeAPerson(inLine, "reply");
    expect(
      hastened({
        ...inLine,
        notices: [waiting],
        reviews: another.map((review) => ({ ...review, noticeId: queuedOne.id })),
      })?.notBefore,
    ).toBe(later(1));
  });

  test("what is out stays as it is, and so does all where the case was urgent, or is not", () => {
    const cancelled = { ...waiting, state: "cancelled" } as const;
    expect(hastened({ ...inLine, notices: [cancelled] })).toEqual(cancelled);
    expect(hastened({ ...inLine, notices: [waiting] }, {})).toEqual(waiting);
    expect(hastened({ ...inLine, lane: "urgent", notices: [waiting] })).toEqual(waiting);
  });
});

describe("what reporters say of it", () => {
  const explains = (explanation: string, reporter = "cert"): Partial<Report> => ({
    reporter,
    evidence: { explanation },
  });
  const explanationOf = ({ evidence }: Case) => evidence.explanation;
  const first = aReport().evidence.explanation;

  test("by the first two stands together, whoever was first by mistake or to spoil it", () => {
    expect(explanationOf(joined(opened(), explains("It asks for cards, too.")))).toBe(
      `${first}\nIt asks for cards, too.`,
    );
  });

  test("by a third, or by the first once more, is not added: two are enough for a desk", () => {
    const two = joined(opened(), explains("By two."));
    expect(explanationOf(joined(two, explains("By three.", "third")))).toBe(explanationOf(two));
    expect(explanationOf(joined(opened(), explains("By the same.", "hotline")))).toBe(first);
  });

  test("that stands there already is not said twice", () => {
    expect(explanationOf(joined(opened(), explains("asks for passwords")))).toBe(first);
    expect(explanationOf(joined(opened(), { ...byCert, evidence: {} }))).toBe(first);
  });

  test("by the second alone is taken where the first explained nothing", () => {
    expect(explanationOf(joined(opened({ evidence: {} }), explains("It is a copy.")))).toBe("It is a copy.");
  });

  test("is no longer together than one may be, and each has its half", () => {
    const [half, fits] = ["x".repeat(explanationAtMost / 2), "x".repeat(explanationAtMost / 2 - 1)];
    const two = (one: string, other: string) =>
      explanationOf(joined(opened({ evidence: { explanation: one } }), explains(other)));
    expect(two(fits, half.replaceAll("x", "y"))).toBe(`${fits}\n${half.replaceAll("x", "y")}`);
    const long = two(half, half.replaceAll("x", "y"))?.split("\n");
    expect(long).toEqual([`${"x".repeat(explanationAtMost / 2 - 2)}…`, `${"y".repeat(explanationAtMost / 2 - 2)}…`]);
  });

  test("is kept where a later report says something else, and filled in where it says more", () => {
    const more = joined(opened(), { evidence: { explanation: "Other.", brand: "Example Bank" } as Report["evidence"] });
    expect(more.evidence).toEqual({ explanation: first, brand: "Example Bank" });
  });

  test("by hashes is bounded, and how many more were reported is counted", () => {
    const hashes = ["a".repeat(20_000), "b"];
    const evidence = { hashes } as Report["evidence"];
    expect(opened({ evidence })).toMatchObject({ evidence: { hashes: hashes.slice(0, 1) }, hashesLeftOut: 1 });
    expect(joined(opened(), { evidence })).toMatchObject({
      evidence: { hashes: hashes.slice(0, 1) },
      hashesLeftOut: 1,
    });
    expect(joined(opened({ evidence: { hashes: ["c"] } as Report["evidence"] }), { evidence })).not.toHaveProperty(
      "hashesLeftOut",
    );
  });
});
