import { expect, test } from "vitest";
import type { ReporterNews } from "../../functions/news/reporter-news.ts";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import { answerTo, type Seen } from "../../infra/example/checker.ts";
import { aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

/* The example that producers are shown (`infra/example/checker.ts`), through the whole flow. */

const reporters = aSettings().reporters.map((one) => (one.id === "hotline" ? { ...one, checks: true } : one));

/** A flow whose news the example hears after each hour; what it answers comes back on the queue. */
const withExample = async (seen: Seen) => {
  const flow = aFlow({ reporters });
  const heard = new Set<string>();
  await flow.report(nativeMessage());
  const hours = async (count: number) => {
    for (let hour = 0; hour < count; hour++) {
      await flow.pass({ hours: 1 });
      const { id } = await flow.theCase();
      const history = await flow.store.history(id);
      const news: readonly ReporterNews[] = newsIn(id, history);
      for (const one of news.filter((some) => !heard.has(some.id))) {
        heard.add(one.id);
        const answer = answerTo(one, seen, flow.now());
        if (answer !== undefined) await flow.report(answer);
      }
    }
  };
  return { flow, hours };
};

test("what its file has as gone is closed without a reminder and without a person", async () => {
  const { flow, hours } = await withExample({ "r-1": "gone" });
  await hours(24);
  expect([await flow.outcome(), flow.mails.length, flow.news]).toEqual(["gone", 1, []]);
});

test.each([
  ["still up", { "r-1": "still-up" }],
  ["not at all", {}],
  ["with a word that is none", { "r-1": "maybe" }],
])("what its file has %s is reminded in its time", async (_, seen) => {
  const { flow, hours } = await withExample(seen);
  await hours(25);
  expect([(await flow.theCase()).closed, flow.mails.length]).toEqual([undefined, 2]);
});

test("a question whose time is over has no answer", () => {
  const news: ReporterNews = {
    version: 1,
    id: "TD-1/6/0/check-wanted/hotline/r-1",
    reporter: "hotline",
    reportId: "r-1",
    caseId: "TD-1",
    category: "phishing",
    caseVersion: 6,
    at: "2026-11-25T08:00:00.000Z",
    happened: "check-wanted",
    why: "before-reminder",
    answerBy: "2026-11-25T10:00:00.000Z",
  };
  expect(answerTo(news, { "r-1": "gone" }, "2026-11-25T10:00:00.000Z")).toBeUndefined();
});
