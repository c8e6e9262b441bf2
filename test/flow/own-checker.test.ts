import { describe, expect, test } from "vitest";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { checkRequestsIn, newsIn } from "../../functions/news/tell-reporters.ts";
import { checkerId } from "../../functions/report/own-queue.ts";
import { aSettings } from "../support/a-case.ts";
import { type aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

/* The operator's own checker looks, in a stack apart (`infra/checker/`). What it may say is tried here by a double. */

const on = { checker: {} };
const aLookedAt = (report: Record<string, unknown> = {}) => aReportedFlow({ settings: on, report });
type Flow = ReturnType<typeof aFlow>;

/** What lies on its queue, in order. */
const asked = async (flow: Flow): Promise<readonly Record<string, unknown>[]> => {
  const { id } = await flow.theCase();
  const lines = await flow.store.history(id);
  return lines.flatMap((line) => checkRequestsIn({ caseId: id, line })).map((body) => JSON.parse(body));
};
const finds = async (flow: Flow, status: string, more: Record<string, unknown> = {}) => {
  const { id: caseId } = await flow.theCase();
  const body = JSON.stringify({ caseId, status, at: flow.now(), note: "Checker: it looked.", ...more });
  return flow.report(body, { owner: checkerId });
};
const likely = { replyClass: "unclear", confidence: 0.9, isLikelyRemoved: true, text: "I pulled it." } as const;
const desk = "abuse@network.example";

describe("before a desk is reminded", () => {
  test("it is asked so early that two looks fit, by an address that no reporter hears", async () => {
    const flow = await aLookedAt({ evidence: { explanation: "A copy.", marker: "Example Bank" } });
    await flow.pass({ hours: 17 });
    expect(await asked(flow)).toEqual([
      {
        caseId: (await flow.theCase()).id,
        category: "phishing",
        answerBy: plusHours(flow.now(), 7),
        address: "https://shop.bad.example/login",
        marker: "Example Bank",
        looks: 2,
      },
    ]);
    const history = await flow.store.history((await flow.theCase()).id);
    expect(newsIn("TD", history).map(({ happened }) => happened)).toEqual(["taken-in", "notice-sent"]);
  });

  test("'gone' ends the case without a reminder and without a person", async () => {
    const flow = await aLookedAt();
    await flow.pass({ hours: 23 });
    await finds(flow, "gone");
    await flow.pass({ minutes: 1 });
    expect([await flow.outcome(), flow.mails.length, flow.news]).toEqual(["gone", 1, []]);
  });

  test.each(["still-up", "nothing at all"])(
    "%s lets the reminder go out in its time, and asks nobody",
    async (word) => {
      const flow = await aLookedAt();
      await flow.pass({ hours: 20 });
      if (word === "still-up") await finds(flow, word);
      await flow.pass({ hours: 4, minutes: 30 });
      expect([await flow.outcome(), flow.mails.length, await flow.questions()]).toEqual([undefined, 2, []]);
    },
  );
});

describe("a desk that says that it is removed", () => {
  test("and is read as likely to: one look agrees, and no person is asked", async () => {
    const flow = await aLookedAt();
    await flow.writesBack({ ...likely, from: desk });
    expect((await asked(flow)).map(({ looks }) => looks)).toEqual([1]);
    await finds(flow, "gone");
    await flow.pass({ minutes: 1 });
    expect([await flow.outcome(), await flow.questions()]).toEqual(["gone", []]);
  });

  test("and is proven is believed where the checker is down", async () => {
    const flow = await aLookedAt();
    await flow.deskReplies("removed", true);
    expect((await asked(flow)).map(({ looks }) => looks)).toEqual([1]);
    await flow.pass({ hours: 7 });
    expect(await flow.outcome()).toBe("removed");
  });

  test("and is not proven needs two looks", async () => {
    const flow = await aLookedAt();
    await flow.deskReplies("removed", false);
    expect((await asked(flow)).map(({ looks }) => looks)).toEqual([2]);
  });

  test("is heard again where the checker finds it back on a later day", async () => {
    const flow = await aLookedAt();
    await flow.deskReplies("removed", true);
    await finds(flow, "gone");
    await flow.pass({ hours: 25 });
    await finds(flow, "still-up");
    expect([await flow.outcome(), await flow.questions(), flow.mails.length]).toEqual([undefined, [], 2]);
  });
});

test.each([
  ["what is urgent by its category", { category: "ncii" }],
  ["a whole host", { target: { host: "shop.bad.example" } }],
  ["a file that is no page", { target: { url: "ftp://shop.bad.example/x" } }],
])("is never asked of %s", async (_, report) => {
  const flow = await aLookedAt(report);
  await flow.pass({ hours: 30 });
  expect(await asked(flow)).toEqual([]);
});

test("is not asked once all have taken it back, nor where the stage has none", async () => {
  const [flow, without] = [await aLookedAt(), await aReportedFlow()];
  await flow.says("withdrawn");
  await flow.pass({ hours: 30 });
  await without.pass({ hours: 30 });
  expect([await asked(flow), await asked(without)]).toEqual([[], []]);
});

test("of several reporters it answers for all, and one who has seen it since outweighs it", async () => {
  const flow = await aLookedAt();
  await flow.report(nativeMessage({ reporter: "cert", reportId: "c-1" }));
  await flow.says("gone");
  expect((await asked(flow)).map(({ looks }) => looks)).toEqual([2]);
  const at = flow.now();
  await flow.pass({ hours: 1 });
  await flow.says("still-up", { reporter: "cert", reportId: "c-1" });
  await finds(flow, "gone", { at });
  await flow.pass({ hours: 1 });
  expect(await flow.outcome()).toBeUndefined();
});

test("is asked beside a reporter's own checker, and one of both is enough", async () => {
  const reporters = aSettings().reporters.map((one) => ({ ...one, checks: true }));
  const flow = await aReportedFlow({ settings: { ...on, reporters } });
  await flow.pass({ hours: 17 });
  expect((await flow.theCase()).checks?.open?.reporters).toEqual(["hotline", checkerId]);
  await finds(flow, "gone");
  await flow.pass({ minutes: 1 });
  expect(await flow.outcome()).toBe("gone");
});

describe("one that lies may say no more than its check asks", () => {
  const untouched = async (flow: Flow, version: number) => {
    await flow.pass({ minutes: 2 });
    expect([(await flow.theCase()).version, await flow.outcome()]).toEqual([version, undefined]);
  };

  test.each(["gone", "still-up"])("%s that nobody asked for moves nothing", async (word) => {
    const flow = await aLookedAt();
    const { version } = await flow.theCase();
    await finds(flow, word);
    await untouched(flow, version);
  });

  test("nor one from before it was asked", async () => {
    const flow = await aLookedAt();
    await flow.pass({ hours: 17 });
    const { version } = await flow.theCase();
    await finds(flow, "gone", { at: plusMinutes(flow.now(), -10) });
    await untouched(flow, version);
  });

  test("nor one of a case that has become urgent since", async () => {
    const reporters = aSettings().reporters.map((one) => ({ ...one, liveIn: ["phishing"] }));
    const flow = await aReportedFlow({ settings: { ...on, reporters } });
    await flow.pass({ hours: 17 });
    await flow.report(nativeMessage({ reportId: "r-2", live: true }));
    const { lane, version } = await flow.theCase();
    await finds(flow, "gone");
    expect([lane, (await flow.theCase()).version]).toEqual(["urgent", version]);
  });

  test.each([
    ["a hold", { status: "hold" }],
    ["a withdrawal", { status: "withdrawn" }],
    ["a word in a reporter's name", { reporter: "hotline", reportId: "r-1" }],
    ["a case that is none", { caseId: "TD-1" }],
    ["a novel", { note: "x".repeat(201) }],
    ["a word of tomorrow", { at: "2036-11-25T00:00:00.000Z" }],
  ])("%s is a dead letter", async (_, more) => {
    const flow = await aLookedAt();
    await flow.pass({ hours: 17 });
    const { version } = await flow.theCase();
    await expect(finds(flow, "gone", more)).rejects.toThrow();
    await expect(flow.report(nativeMessage(), { owner: checkerId })).rejects.toThrow();
    await untouched(flow, version);
  });

  test("a word that comes twice counts once", async () => {
    const flow = await aLookedAt();
    await flow.pass({ hours: 17 });
    await finds(flow, "still-up");
    const { version } = await flow.theCase();
    await finds(flow, "still-up");
    await untouched(flow, version);
  });

  test("and nobody else may speak in its name", async () => {
    const flow = await aLookedAt();
    await flow.pass({ hours: 17 });
    const { version, id: caseId } = await flow.theCase();
    await flow.says("gone", { reporter: checkerId, reportId: "check", ...{ caseId } });
    await untouched(flow, version);
    expect((await flow.entries()).length).toBe(1);
  });
});

test("no notice has the words of the page", async () => {
  const flow = await aLookedAt({ evidence: { explanation: "A copy.", marker: "Ask-for-the-PIN 4711" } });
  await flow.pass({ hours: 24 * 6 });
  expect(flow.mails.length).toBeGreaterThan(1);
  expect(JSON.stringify(flow.mails)).not.toContain("4711");
});
