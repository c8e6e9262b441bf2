import { describe, expect, test } from "vitest";
import { msOf } from "../../functions/kernel/instant.ts";
import { tallyBy } from "../../functions/statistics/figures.ts";
import { type Grouping, groupings } from "../../functions/statistics/measures.ts";
import { monthsBetween } from "../../functions/statistics/months.ts";
import { type Statistic, statisticAfter, statisticOf } from "../../functions/statistics/statistic.ts";
import { tallyYear } from "../../functions/statistics/year.ts";
import { aCandidate, aCase, anAnswer, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aNotice } from "../support/a-notice.ts";
import { aYear } from "../support/a-year.ts";

const aStatistic = (spoilt: Partial<Statistic> = {}): Statistic => ({
  caseId: "TD-1",
  openedAt: "2026-11-24T10:00:00.000Z",
  category: "phishing",
  channel: "website",
  country: "NL",
  reports: 1,
  reporters: ["hotline"],
  asked: [
    { provider: "network.example", scope: "network", issuedAt: "2026-11-24T11:00:00.000Z", mails: 1, bounced: 0 },
  ],
  ...spoilt,
});
const removedAfter = (hours: number, spoilt: Partial<Statistic> = {}): Statistic =>
  aStatistic({
    closed: { at: new Date(msOf("2026-11-24T11:00:00.000Z") + hours * 3_600_000).toISOString(), outcome: "removed" },
    ...spoilt,
  });
const tallied = (by: Grouping, ...all: readonly Statistic[]) => {
  const tally = tallyBy(by);
  for (const one of all) tally.add(one);
  return tally;
};

describe("what statistics keep of a case", () => {
  const urgent = (spoilt: Record<string, unknown> = {}) => nativeMessage({ category: "ncii", ...spoilt });

  test("is who was asked and when, what they said, and how it ended", async () => {
    const flow = aFlow();
    await flow.report(urgent());
    await flow.pass({ minutes: 30 });
    await flow.deskReplies("acknowledgement", true);
    await flow.pass({ minutes: 30 });
    await flow.deskReplies("refused", true);
    await flow.report(urgent({ reporter: "cert", reportId: "c-1" }));
    await flow.decides({ verdict: { decision: "close", outcome: "removed" } });
    expect(await flow.store.statistics("2026-11")).toEqual([
      {
        caseId: (await flow.onlyCase()).id,
        openedAt: morning,
        category: "ncii",
        channel: "website",
        country: "NL",
        reports: 2,
        reporters: ["hotline", "cert"],
        asked: [
          {
            provider: "network.example",
            scope: "network",
            issuedAt: morning,
            mails: 1,
            bounced: 0,
            acknowledgedAt: "2026-11-24T10:30:00.000Z",
            answer: "refused",
          },
        ],
        closed: { at: "2026-11-24T11:00:00.000Z", outcome: "removed" },
      },
    ]);
  });

  test("names neither what was reported nor a mailbox, and of a site's own mailbox not even the domain", () => {
    const site = aCandidate({ email: "abuse@bad.example", scope: "site" });
    const state = aCase({}, [
      { type: "contact-answered", at: morning, answer: anAnswer({ candidates: [aCandidate()] }) },
    ]);
    const sent = { ...state, notices: [aNotice("sent", { to: site })] };
    const kept = statisticOf(sent);
    expect(kept.asked.map(({ provider }) => provider)).toEqual(["the site itself"]);
    expect(JSON.stringify(kept)).not.toMatch(/bad\.example|https?:|@|asks for passwords/);
  });

  test("is written when it reads differently, not before anybody was asked nor by a change that is no news", () => {
    const fresh = aCase({});
    expect(statisticAfter(undefined, fresh)).toBeUndefined();
    const asked = aCase({}, [{ type: "contact-answered", at: morning, answer: anAnswer() }]);
    const sent = { ...asked, notices: [aNotice("sent")] };
    expect(statisticAfter(asked, sent)).toEqual(statisticOf(sent));
    expect(statisticAfter(sent, { ...sent, version: sent.version + 1, quiet: true })).toBeUndefined();
  });

  test("counts a case once that was opened again, as it ended last, and as open in between", async () => {
    const flow = aFlow();
    await flow.report(urgent());
    const says = async (status: string) => {
      await flow.pass({ minutes: 60 });
      await flow.report(JSON.stringify({ version: 1, reporter: "hotline", reportId: "r-1", status, at: flow.now() }));
      return (await flow.store.statistics("2026-11")).map(({ closed }) => closed);
    };
    expect(await says("gone")).toEqual([{ at: "2026-11-24T11:00:00.000Z", outcome: "gone" }]);
    expect(await says("still-up")).toEqual([undefined]);
    expect(await says("gone")).toEqual([{ at: "2026-11-24T13:00:00.000Z", outcome: "gone" }]);
  });
});

describe("the figures", () => {
  const nothing = { asked: 0, acknowledged: 0, bounced: 0, closed: 0, removed: 0, cameBack: 0, returns: 0 };

  test("give for each group its cases, their share, and median and 90th percentile of the time to removal", () => {
    const tally = tallied(
      "country",
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((hours) => removedAfter(hours)),
      removedAfter(100, { country: "de" }),
      aStatistic({ country: "DE" }),
    );
    expect(tally.rows()).toEqual([
      {
        ...nothing,
        name: "NL",
        cases: 10,
        share: 10 / 12,
        asked: 10,
        closed: 10,
        removed: 10,
        medianHours: 5,
        p90Hours: 9,
      },
      {
        ...nothing,
        name: "DE",
        cases: 2,
        share: 2 / 12,
        asked: 2,
        closed: 1,
        removed: 1,
        medianHours: 100,
        p90Hours: 100,
      },
    ]);
    expect(tally.total()).toEqual({
      ...nothing,
      name: "all",
      cases: 12,
      share: 1,
      asked: 12,
      closed: 11,
      removed: 11,
      medianHours: 6,
      p90Hours: 10,
    });
  });

  test("start the clock at the first notice that went out, whoever had it", () => {
    const late = {
      provider: "upstream.example",
      scope: "upstream",
      issuedAt: "2026-11-25T11:00:00.000Z",
      mails: 1,
      bounced: 0,
    } as const;
    const [row] = tallied("provider", removedAfter(30, { asked: [...aStatistic().asked, late] })).rows();
    expect([row?.name, row?.medianHours]).toEqual(["network.example", 30]);
  });

  test("count a case that nobody was asked about, and give it no time to removal", () => {
    const [row] = tallied("provider", removedAfter(3, { asked: [] })).rows();
    expect(row).toEqual({ ...nothing, name: "nobody was asked", cases: 1, share: 1, closed: 1, removed: 1 });
  });

  test("take a withdrawn or dismissed case as closed and not as removed", () => {
    const [row] = tallied(
      "month",
      removedAfter(3, { closed: { at: "2026-11-25T00:00:00.000Z", outcome: "withdrawn" } }),
    ).rows();
    expect([row?.name, row?.closed, row?.removed, row?.medianHours]).toEqual(["2026-11", 1, 0, undefined]);
  });

  test("say how soon desks acknowledge, and about how many cases a mail came back", () => {
    const [asked] = aStatistic().asked;
    if (!asked) throw new Error("somebody was asked");
    const acknowledged = (at: string) => aStatistic({ asked: [{ ...asked, acknowledgedAt: at, bounced: 1 }] });
    const [row] = tallied(
      "provider",
      acknowledged("2026-11-24T11:30:00.000Z"),
      acknowledged("2026-11-24T14:00:00.000Z"),
      aStatistic(),
    ).rows();
    expect([row?.acknowledged, row?.medianHoursToAcknowledge, row?.bounced]).toEqual([2, 0.5, 2]);
  });

  test("leave out a case that was opened again before anybody was asked", () => {
    expect(tallied("month", aStatistic({ asked: [] })).rows()).toEqual([]);
  });
});

describe("the yearly table", () => {
  const year = (...all: readonly Statistic[]) => {
    const tally = tallyYear("2026");
    for (const one of all) tally.add(one);
    return tally.rows();
  };
  const asked = (spoilt: Partial<Statistic["asked"][number]>) => ({
    asked: aStatistic().asked.map((one) => ({ ...one, ...spoilt })),
  });

  test("counts notices by provider, category and what the provider did", () => {
    const rows = year(
      removedAfter(4),
      removedAfter(8),
      aStatistic(),
      aStatistic(asked({ answer: "refused" })),
      aStatistic(asked({ answer: "not-ours" })),
      aStatistic(asked({ answer: "question" })),
      aStatistic(asked({ mails: 2, bounced: 2 })),
      aStatistic({ closed: { at: morning, outcome: "withdrawn" } }),
      aStatistic({ closed: { at: morning, outcome: "dismissed" } }),
      aStatistic({ category: "csam" }),
    );
    expect(rows).toEqual([
      {
        provider: "network.example",
        scope: "network",
        category: "csam",
        notices: 1,
        actions: expect.objectContaining({ open: 1 }),
      },
      {
        provider: "network.example",
        scope: "network",
        category: "phishing",
        notices: 9,
        actions: {
          "not delivered": 1,
          refused: 1,
          "not theirs": 1,
          removed: 2,
          "withdrawn by us": 1,
          "answered otherwise": 1,
          "no action known": 1,
          open: 1,
        },
        medianHours: 4,
      },
    ]);
  });

  test("says that a notice was not delivered only where every mail of it bounced, reminders too", () => {
    const actionOf = (mails: number, bounced: number) => {
      const [row] = year(aStatistic(asked({ mails, bounced })));
      return Object.entries(row?.actions ?? {}).flatMap(([action, notices]) => (notices > 0 ? [action] : []));
    };
    expect([actionOf(2, 2), actionOf(2, 1), actionOf(3, 2), actionOf(1, 0)]).toEqual([
      ["not delivered"],
      ["open"],
      ["open"],
      ["open"],
    ]);
  });

  test("holds what was first sent in the year, whenever its case was opened", () => {
    expect(year(aStatistic(asked({ issuedAt: "2027-01-01T00:00:00.000Z" }))).length).toBe(0);
    expect(
      year(aStatistic({ openedAt: "2025-12-31T23:00:00.000Z", ...asked({ issuedAt: "2026-01-01T00:00:00.000Z" }) }))
        .length,
    ).toBe(1);
  });
});

test("months run over the turn of a year", () => {
  expect(monthsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(monthsBetween("2026-11", "2026-11")).toEqual(["2026-11"]);
  expect(monthsBetween("2026-12", "2026-11")).toEqual([]);
});

test("a year of cases agrees with a recount from its histories (npm run simulate -- --recount)", async () => {
  const { rows, recounted, cases, miscounted } = await aYear({ year: 2026, cases: 480, seed: 20_261_124 });
  expect(cases).toBe(480);
  expect(miscounted, "the overview's counts").toEqual([]);
  for (const by of groupings) {
    expect(rows[by].length).toBeGreaterThan(4);
    expect(rows[by], by).toEqual(recounted[by]);
  }
});
