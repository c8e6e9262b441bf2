import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { advance, open } from "../../functions/case/advance.ts";
import type { Case, FurtherReport } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { beginTarget } from "../../functions/case/evolve/report.ts";
import { evolveTarget } from "../../functions/case/evolve.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { newsSchema, type ReporterNews, reporterNews } from "../../functions/news/reporter-news.ts";
import { type HistoryLine, reporterStepsOf } from "../../functions/news/reporter-steps.ts";
import { newsIn, newsOf, tellReporters } from "../../functions/news/tell-reporters.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import { aCandidate, anAnswer, anOpening, aReport, aSettings, morning } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

type Flow = ReturnType<typeof aFlow>;
// No window in which notices gather, and no quiet hours: what happens is told as it happens.
const urgent = (spoilt: Record<string, unknown> = {}) => nativeMessage({ category: "ncii", ...spoilt });
const anUrgentFlow = async (finds?: Parameters<Flow["contacts"]>[0]): Promise<Flow> => {
  const flow = aFlow();
  if (finds) flow.contacts(finds);
  await flow.report(urgent());
  return flow;
};

const heard = async (flow: Flow): Promise<readonly ReporterNews[]> => {
  const { id } = await flow.onlyCase();
  return newsIn(id, await flow.store.history(id));
};
/** A line as a writer of it would note it, of what happened to a case. */
const noted = (state: Case, version: number, events: readonly CaseEvent[]): HistoryLine => {
  const reporterSteps = reporterStepsOf(state, events);
  return { version, at: morning, events, ...(reporterSteps && { reporterSteps }) };
};
const said = (news: readonly ReporterNews[]) =>
  news.map(
    ({
      version: _,
      id: __,
      caseId: ___,
      caseVersion: ____,
      at: _____,
      category: ______,
      reportId,
      reporter,
      ...what
    }) => ({
      to: `${reporter}/${reportId}`,
      ...what,
    }),
  );
const saidTo = (news: readonly ReporterNews[], reporter: string) =>
  said(news.filter((one) => one.reporter === reporter)).map(({ happened }) => happened);

describe("a reporter hears", () => {
  test("that the report was taken in, that a mail went out, to what kind of desk, and what it said", async () => {
    const flow = await anUrgentFlow();
    await flow.sesTells({ kind: "delivered" });
    await flow.deskReplies("acknowledgement", true, { ticket: "T-1" });
    await flow.pass({ minutes: 1 });
    await flow.deskReplies("refused", true);
    expect(said(await heard(flow))).toEqual([
      { to: "hotline/r-1", happened: "taken-in" },
      { to: "hotline/r-1", happened: "notice-sent", purpose: "first", desk: "network" },
      { to: "hotline/r-1", happened: "acknowledged", desk: "network" },
      { to: "hotline/r-1", happened: "answered", desk: "network", answer: "refused" },
    ]);
  });

  test("that it was passed on, and until when somebody has time, by the desk's own word alone", async () => {
    const flow = await anUrgentFlow();
    const text = "We passed it on to our customer, who has 24 hours.";
    await flow.deskReplies("passed-on", false, { text });
    await flow.pass({ minutes: 1 });
    await flow.deskReplies("passed-on", true, { text });
    const until = plusHours(flow.now(), 24);
    await flow.pass({ minutes: 1 });
    await flow.deskReplies("passed-on", true);
    const has = { to: "hotline/r-1", happened: "acknowledged", desk: "network" };
    expect(said(await heard(flow)).slice(2)).toEqual([
      { ...has, passedOn: true, customerHasUntil: until },
      { ...has, passedOn: true },
    ]);
  });

  test("that the desk does not find it, and is asked whether it is there", async () => {
    const flow = await anUrgentFlow();
    await flow.deskReplies("not-found", true);
    expect(said(await heard(flow)).slice(2)).toEqual([
      { to: "hotline/r-1", happened: "answered", desk: "network", answer: "not-found" },
      { to: "hotline/r-1", happened: "needs-you", asks: "is-it-still-there" },
    ]);
  });

  test("everything with the report's own id, the case's, its category and the moment", async () => {
    const flow = await anUrgentFlow();
    const { id: caseId } = await flow.onlyCase();
    expect((await heard(flow))[0]).toEqual({
      version: 1,
      id: `${caseId}/1/0/taken-in/hotline/r-1`,
      reporter: "hotline",
      reportId: "r-1",
      caseId,
      category: "ncii",
      caseVersion: 1,
      at: morning,
      happened: "taken-in",
    });
  });

  test("from the report's own line on, when it joins a case that others opened", async () => {
    const flow = await anUrgentFlow();
    await flow.report(urgent({ reporter: "cert", reportId: "c-9" }));
    await flow.deskReplies("refused", true);
    const news = await heard(flow);
    expect(saidTo(news, "hotline")).toEqual(["taken-in", "notice-sent", "answered"]);
    expect(saidTo(news, "cert")).toEqual(["joined", "answered"]);
  });

  test("once of one mail, however much evidence comes that it went out", async () => {
    const flow = aFlow();
    flow.sesSays(() => ({ kind: "uncertain", code: "timeout" }));
    await flow.report(urgent());
    expect(saidTo(await heard(flow), "hotline")).toEqual(["taken-in"]);
    const state = await flow.theCase();
    const [notice] = state.notices;
    const fact = { at: flow.now(), noticeId: notice?.id ?? "", attemptId: "a", sesMessageId: "s" };
    const line = noted(state, 9, [
      { type: "sent", ...fact },
      { type: "delivered", ...fact },
      { type: "sent", ...fact },
    ]);
    expect(newsOf(state.id, line).map(({ happened }) => happened)).toEqual(["notice-sent"]);
  });

  test.each<readonly [string, object, string]>([
    ["that nobody may be written to", {}, "no-contact"],
    ["that a person fills in a form", { forms: [{ url: "https://form.example", scope: "network" }] }, "form-only"],
  ])("%s", async (_, found, why) => {
    const flow = await anUrgentFlow(() => ({ candidates: [], ...found }));
    expect(said(await heard(flow)).at(-1)).toEqual({ to: "hotline/r-1", happened: "contact-unknown", why });
  });

  test("that the name is out of DNS, and whether it is gone is asked; not that the host moved", async () => {
    const flow = await anUrgentFlow();
    flow.contacts(() => ({
      candidates: [],
      addresses: [],
      failures: [{ source: "dns", server: "dns", outcome: "none", detail: "The name has no address." }],
    }));
    const before = (await heard(flow)).length;
    await flow.pass({ hours: 26 });
    expect(said(await heard(flow)).slice(before)).toEqual([
      { to: "hotline/r-1", happened: "needs-you", asks: "is-it-gone" },
    ]);
  });

  test("that a desk asks something that only the reporter knows", async () => {
    const flow = await anUrgentFlow();
    await flow.deskReplies("question", true);
    expect(said(await heard(flow)).slice(-2)).toEqual([
      { to: "hotline/r-1", happened: "answered", desk: "network", answer: "question" },
      { to: "hotline/r-1", happened: "needs-you", asks: "more-information" },
    ]);
  });

  test("that a desk says it is gone: a question to the reporter, but where that closes the case", async () => {
    const doubted = await anUrgentFlow();
    await doubted.deskReplies("removed", true);
    expect(saidTo(await heard(doubted), "hotline").slice(-2)).toEqual(["answered", "needs-you"]);
    const believed = await aReportedFlow();
    await believed.pass({ hours: 1 });
    await believed.deskReplies("removed", true);
    expect(saidTo(await heard(believed), "hotline").slice(-2)).toEqual(["answered", "closed"]);
  });

  test("that nobody acted, and is asked whether it is still there", async () => {
    const flow = await anUrgentFlow();
    await flow.pass({ hours: 80 });
    expect(said(await heard(flow))).toContainEqual({
      to: "hotline/r-1",
      happened: "needs-you",
      asks: "is-it-still-there",
    });
  });

  test("that the host moved, that the case was closed, and that it goes on", async () => {
    const flow = await anUrgentFlow();
    const state = await flow.theCase();
    const moved: CaseEvent = {
      type: "host-moved",
      at: morning,
      answer: anAnswer({ candidates: [aCandidate({ email: "abuse@next.example" })] }),
      left: [],
    };
    expect(newsOf(state.id, noted(state, 9, [moved])).map(({ happened }) => happened)).toEqual(["moved"]);
    await flow.pass({ minutes: 1 });
    await flow.says("gone");
    await flow.pass({ minutes: 1 });
    await flow.says("still-up");
    expect(said(await heard(flow)).filter(({ happened }) => happened === "closed" || happened === "reopened")).toEqual([
      { to: "hotline/r-1", happened: "closed", outcome: "gone" },
      { to: "hotline/r-1", happened: "reopened" },
    ]);
  });

  test("nothing of a message that nobody could read: nobody knows whose it is", async () => {
    const flow = aFlow();
    await flow.report("not a report");
    expect(await flow.store.history((await flow.onlyEntry()).id)).toEqual([]);
  });
});

describe("the news", () => {
  test("holds neither where the content is, nor a mailbox, a desk's words or number, nor a person", async () => {
    const flow = await anUrgentFlow();
    await flow.deskReplies("acknowledgement", true, { ticket: "TICKET-77" });
    await flow.pass({ minutes: 1 });
    await flow.deskReplies("question", true);
    await flow.decides({ verdict: { decision: "close", outcome: "removed" } });
    const text = JSON.stringify(await heard(flow));
    for (const secret of [
      "bad.example",
      "login",
      "network.example",
      "@",
      "TICKET-77",
      "words",
      "on-call",
      "copy of a bank",
    ])
      expect(text).not.toContain(secret);
  });

  test("of one line is the same each time it is made, with the same ids, and no two pieces share one", async () => {
    const flow = await anUrgentFlow();
    await flow.report(urgent({ reportId: "r-2" }));
    await flow.deskReplies("question", true);
    const news = await heard(flow);
    expect(await heard(flow)).toEqual(news);
    expect(new Set(news.map(({ id }) => id)).size).toBe(news.length);
  });

  test("of a line is what its writer noted, and the same as whoever reads the whole history would say", async () => {
    const flow = await anUrgentFlow();
    await flow.report(urgent({ reporter: "cert", reportId: "c-9" }));
    await flow.deskReplies("refused", true);
    await flow.says("gone");
    const { id } = await flow.onlyCase();
    let state: Case | undefined;
    for (const line of await flow.store.history(id)) {
      const events = line.events;
      expect(line.reporterSteps).toEqual(reporterStepsOf(state, events));
      for (const event of events)
        state = state ? evolveTarget(state, event) : event.type === "opened" ? beginTarget(event) : undefined;
    }
  });

  test("is valid by the published JSON Schema, as npm run generate -- schema writes it", async () => {
    expect(JSON.parse(readFileSync("functions/news/reporter-news.schema.json", "utf8"))).toEqual(
      JSON.parse(JSON.stringify(newsSchema())),
    );
    const ajv = new Ajv2020({ strict: false });
    addFormats(ajv);
    const validate = ajv.compile(newsSchema());
    const flow = await anUrgentFlow();
    await flow.deskReplies("question", true);
    for (const news of await heard(flow)) {
      expect(validate(news)).toBe(true);
      expect(reporterNews.parse(news)).toEqual(news);
      expect(validate({ ...news, url: "https://shop.bad.example/login" })).toBe(false);
    }
  });
});

describe("a case that thousands of reports joined", () => {
  const policy = policyOf(aSettings());
  /** Its lines, with as many words of one of them as are told to all. */
  const told = (reports: number, words: number, idOf = (n: number) => `c-${n}`) => {
    const opened = open(anOpening(), policy);
    const lines: HistoryLine[] = [{ version: 1, at: morning, events: opened.events }];
    let state = opened.next;
    const further: FurtherReport[] = [];
    const change = (facts: Parameters<typeof advance>[1], at: string) => {
      const {
        events,
        reporterSteps,
        furtherReports = [],
        next,
      } = changeOf(advance(state, facts, policy, at), at, state);
      state = next;
      const line: HistoryLine = { version: next.version, at, events, ...(reporterSteps && { reporterSteps }) };
      lines.push(line);
      further.push(...furtherReports.map((report) => ({ ...report, version: next.version })));
      return line;
    };
    for (let n = 0; n < reports; n += 20) {
      const joined = Array.from({ length: Math.min(20, reports - n) }, (_, at) =>
        aReport({ reporter: "cert", reportId: idOf(n + at) }),
      );
      change(
        joined.map((report) => ({ type: "joined", at: morning, report })),
        morning,
      );
    }
    // Of the others' word alone: one who stands beside them would have to say it, too.
    const own = { reporter: "hotline", reportId: "r-1", at: morning };
    const takenBack = { kind: "status", status: "withdrawn", ...own } as const;
    change([{ type: "status", at: morning, message: takenBack, stood: true }], morning);
    const news = Array.from({ length: words }, (_, n) => {
      const status = n % 2 === 0 ? ("gone" as const) : ("still-up" as const);
      const at = plusMinutes(morning, n + 1);
      const message = { kind: "status", reporter: "cert", reportId: idOf(n), status, at } as const;
      return newsOf("TD-0000-0000-0001", change([{ type: "status", at, message, stood: true }], at), further);
    });
    return { lines, further, news: news.flat() };
  };

  test("is told in pages: ten words are hundreds of events, not 50,000; each report hears each step once", () => {
    const { news } = told(5_000, 10, (n) => `${"x".repeat(196)}${String(n).padStart(4, "0")}`);
    expect(news.length).toBeLessThan(1_000);
    const closed = news.filter(
      ({ happened, caseVersion }) => happened === "closed" && caseVersion === news[0]?.caseVersion,
    );
    const heardBy = closed.flatMap(({ reporter, reportId, alsoReportIds = [] }) =>
      [reportId, ...alsoReportIds].map((id) => `${reporter}/${id}`),
    );
    expect([heardBy.length, new Set(heardBy).size]).toEqual([5_001, 5_001]);
    expect(new Set(news.map(({ id }) => id)).size).toBe(news.length);
    // Ten of them go in one request of 256 KB.
    expect(Math.max(...news.map((one) => JSON.stringify(one).length))).toBeLessThan(22_000);
    for (const one of news) expect(reporterNews.safeParse(one).success).toBe(true);
  });

  test("is told of each for itself where no reporter has more than ten", () => {
    const { news } = told(10, 1);
    expect(news.map(({ alsoReportIds }) => alsoReportIds)).toEqual(Array(11).fill(undefined));
  });

  test("has its reports' names read once for all lines that come together, and is told as from all lines", async () => {
    const { lines, further } = told(40, 6);
    let reads = 0;
    const heardAll: ReporterNews[] = [];
    const furtherReports = async (_: string, before: number) => {
      reads++;
      return further.filter(({ version }) => version < before);
    };
    const count = await tellReporters(
      { furtherReports, tell: async (news) => void heardAll.push(...news) },
      lines.slice(-6).map((line) => ({ caseId: "TD-0000-0000-0001", line })),
    );
    expect([reads, count]).toEqual([1, 6 * 12]);
    expect(heardAll).toEqual(newsIn("TD-0000-0000-0001", lines).slice(-count));
  });

  test("holds four names itself, however many joined, and so does each of its lines", () => {
    const { lines, further } = told(100, 1);
    const held = Object.values(lines.at(-1)?.reporterSteps?.reports?.ids ?? {}).flat();
    expect([held.length, further.length]).toEqual([4, 97]);
  });
});

describe("telling reporters", () => {
  const caseId = "TD-0000-0000-0001";
  const line = (version: number, ...events: readonly CaseEvent[]) => ({
    caseId,
    line: { version, at: morning, events },
  });
  const neverRead = async () => {
    throw new Error("names were read");
  };

  test("reads nothing for a report that joins, however many did before", async () => {
    const told: ReporterNews[] = [];
    const count = await tellReporters({ furtherReports: neverRead, tell: async (news) => void told.push(...news) }, [
      line(1, anOpening({})),
      line(2, { type: "joined", at: morning, report: aReport({ reportId: "r-2" }) }),
    ]);
    expect([count, told.map(({ happened, reportId }) => [happened, reportId])]).toEqual([
      2,
      [
        ["taken-in", "r-1"],
        ["joined", "r-2"],
      ],
    ]);
  });

  test("tells of a step the reports that came before it alone, and reads nothing where they are few", async () => {
    const told: ReporterNews[] = [];
    const opened = open(anOpening(), policyOf(aSettings())).next;
    if (opened.kind !== "case") throw new Error("It opened no case.");
    const closed = noted(opened, 2, [{ type: "closed", at: morning, outcome: "gone", why: "gone" }]);
    await tellReporters({ furtherReports: neverRead, tell: async (news) => void told.push(...news) }, [
      { caseId, line: closed },
      line(3, { type: "joined", at: morning, report: aReport({ reportId: "r-2" }) }),
    ]);
    expect(told.map(({ happened, reportId }) => [happened, reportId])).toEqual([
      ["closed", "r-1"],
      ["joined", "r-2"],
    ]);
  });

  test("fails as a whole when the news could not be put out, so that it is told again", async () => {
    const deaf = async () => {
      throw new Error("no");
    };
    const work = { furtherReports: neverRead, tell: deaf };
    await expect(tellReporters(work, [line(1, anOpening({}))])).rejects.toThrow("no");
  });
});
