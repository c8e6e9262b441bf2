import { describe, expect, test } from "vitest";
import { newsIn } from "../../functions/case/tell-reporters.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { recordForAll } from "../../functions/review/for-all.ts";
import { aSettings } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * What was closed as removed or gone may be back. Where no reporter has something that looks, or what looks
 * stays silent, a person is asked once, a week after the end: one list for all such cases.
 */

const days = (count: number) => ({ hours: 24 * count });

const ended = async (what: Record<string, unknown> = {}, settings: Partial<Settings> = {}) => {
  const flow = await aReportedFlow({ settings, report: what });
  await flow.deskReplies("removed", true);
  if ((await flow.theCase()).closed === undefined)
    await flow.decides({ verdict: { decision: "close", outcome: "removed" } });
  return flow;
};
type Flow = Awaited<ReturnType<typeof ended>>;

const steps = async (flow: Flow) =>
  (await flow.theCase()).notices.filter(({ sentAt }) => sentAt !== undefined).map(({ step }) => step);
const isClosed = async (flow: Flow) => (await flow.theCase()).closed !== undefined;
const withChecker = (): Partial<Settings> => ({
  reporters: aSettings().reporters.map((reporter) => ({ ...reporter, checks: true })),
});

const asked = async (what: Record<string, unknown> = {}) => {
  const flow = await ended(what);
  await flow.pass({ hours: 7 * 24 + 1 });
  expect(await flow.questions()).toEqual(["may-be-back"]);
  return flow;
};

describe("a case that was closed as removed, where nobody looks", () => {
  test("is asked about a week later, once, and stays closed", async () => {
    const flow = await ended();
    await flow.pass(days(6));
    expect(await flow.questions()).toEqual([]);
    await flow.pass({ hours: 25 });
    expect([await flow.questions(), await isClosed(flow)]).toEqual([["may-be-back"], true]);
    await flow.decides({ verdict: { decision: "continue" } });
    await flow.pass(days(20));
    expect([await flow.questions(), await isClosed(flow), await steps(flow)]).toEqual([[], true, ["first"]]);
  });

  test("tells on-call a week after that, with all that ask the same by then, and rings no more", async () => {
    const flow = await asked();
    await flow.pass(days(6));
    expect(flow.news).toEqual([]);
    await flow.pass(days(2));
    expect(flow.news.map(({ cases }) => cases.map(({ question }) => question))).toEqual([["may-be-back"]]);
    await flow.pass(days(10));
    expect([flow.news.length, await flow.questions()]).toEqual([1, ["may-be-back"]]);
  });

  test("is open again where a person says that it is back, and its desk hears that, once", async () => {
    const flow = await asked();
    await flow.decides({ verdict: { decision: "reopen" } });
    expect([await isClosed(flow), await flow.questions(), await steps(flow)]).toEqual([
      false,
      [],
      ["first", "returned"],
    ]);
    expect((await flow.theCase()).cameBack?.times).toBe(1);
  });

  test("is asked about again a week after it was removed again", async () => {
    const flow = await asked();
    await flow.decides({ verdict: { decision: "reopen" } });
    await flow.deskReplies("removed", true);
    expect([await isClosed(flow), await flow.questions()]).toEqual([true, []]);
    await flow.pass({ hours: 7 * 24 + 1 });
    expect(await flow.questions()).toEqual(["may-be-back"]);
  });

  test("asks its reporters, too: one who says that it is still up opens it, and nobody is asked any more", async () => {
    const flow = await asked();
    const { id } = await flow.theCase();
    const history = await flow.store.history(id);
    const news = newsIn(id, history);
    expect(news.at(-1)).toMatchObject({ happened: "needs-you", asks: "is-it-still-there", reportId: "r-1" });
    await flow.says("still-up");
    expect([await isClosed(flow), await flow.questions(), await steps(flow)]).toEqual([
      false,
      [],
      ["first", "returned"],
    ]);
  });

  test("and asks no person any more once its reporter says that it is gone", async () => {
    const flow = await asked();
    await flow.says("gone");
    expect([await isClosed(flow), await flow.questions()]).toEqual([true, []]);
  });

  test("is asked about no more once it is opened by hand, reported again, or taken back", async () => {
    const [reported, takenBack] = [await asked(), await asked()];
    await reported.report(nativeMessage({ reporter: "cert", reportId: "c-1", seenAt: reported.now() }));
    expect([await isClosed(reported), await reported.questions()]).toEqual([false, []]);
    await takenBack.says("withdrawn");
    expect(await takenBack.questions()).toEqual([]);
  });

  test("is asked about once where it was opened again before its day", async () => {
    const flow = await ended();
    await flow.pass(days(3));
    await flow.says("still-up");
    await flow.pass(days(5));
    expect(await flow.questions()).not.toContain("may-be-back");
  });

  test("where the sweep stood still, is asked about for a week after its day and not for months", async () => {
    const [late, tooLate] = [await ended(), await ended()];
    await late.leap(plusHours(late.now(), 24 * 13));
    await tooLate.leap(plusHours(tooLate.now(), 24 * 15));
    expect([await late.questions(), await tooLate.questions()]).toEqual([["may-be-back"], []]);
  });

  test("is asked about by the policy's day, and where the policy says so by nobody", async () => {
    for (const [personAgainAfterDays, whenAsked] of [
      [[3], ["may-be-back"]],
      [[], []],
    ] as const) {
      const flow = await ended();
      flow.policyBecomes(({ checks }) => ({ checks: { ...checks, personAgainAfterDays } }));
      await flow.sweepNow();
      await flow.pass({ hours: 3 * 24 + 1 });
      expect(await flow.questions()).toEqual(whenAsked);
    }
  });
});

test("what was closed otherwise than as removed or gone is asked about by nobody", async () => {
  const flow = await aReportedFlow();
  await flow.says("withdrawn");
  await flow.pass(days(9));
  expect(await flow.questions()).toEqual([]);
});

describe("where a reporter has something that looks", () => {
  test("no person is asked while it answers", async () => {
    const flow = await ended({}, withChecker());
    await flow.pass({ hours: 3 });
    expect(await isClosed(flow)).toBe(true);
    await flow.pass({ hours: 7 * 24 + 8 });
    await flow.says("gone");
    await flow.pass(days(3));
    expect([await isClosed(flow), await flow.questions()]).toEqual([true, []]);
  });

  test("a person is asked where it was silent on the last day", async () => {
    const flow = await ended({}, withChecker());
    await flow.pass({ hours: 3 });
    await flow.pass({ hours: 7 * 24 + 10 });
    expect(await flow.questions()).toEqual([]);
    await flow.pass({ hours: 3 });
    expect([await isClosed(flow), await flow.questions()]).toEqual([true, ["may-be-back"]]);
  });
});

test("in the urgent lane a person is asked of each case by itself, and hears at once", async () => {
  const flow = await ended({ category: "ncii" });
  const before = flow.news.length;
  await flow.pass({ hours: 7 * 24 + 1 });
  expect([await flow.questions(), flow.news.slice(before).map(({ urgent }) => urgent)]).toEqual([["may-be-back"], [1]]);
});

describe("the list", () => {
  const twoAsked = async () => {
    const flow = aFlow();
    const urls = ["https://one.bad.example/login", "https://two.other.example/login"];
    for (const [at, url] of urls.entries()) await flow.report(nativeMessage({ reportId: `r-${at}`, target: { url } }));
    for (const at of urls.keys()) await flow.says("gone", { reportId: `r-${at}` });
    await flow.pass({ hours: 7 * 24 + 1 });
    const cases = (await flow.store.inReview(10)).items;
    const rows = cases.map(({ id, version, reviews }) => ({
      caseId: id,
      version,
      reviewId: reviews[0]?.id ?? "",
    }));
    return { flow, rows };
  };

  test("takes one answer for all cases of whatever desk, and another for what is back", async () => {
    const { flow, rows } = await twoAsked();
    expect(rows.length).toBe(2);
    const given = { by: "Ada", why: "looked" };
    const [first, second] = rows;
    if (!first || !second) throw new Error("the story has two cases");
    const taken = await recordForAll(flow.work, [first], { ...given, verdict: { decision: "continue" } });
    const back = await recordForAll(flow.work, [second], { ...given, verdict: { decision: "reopen" } });
    expect([taken[0]?.taken.ok, back[0]?.taken.ok]).toEqual([true, true]);
    const states = await Promise.all(rows.map(({ caseId }) => flow.store.read(caseId)));
    expect(states.map((state) => state?.closed !== undefined)).toEqual([true, false]);
  });
});

describe("of a page that is open as another case by its day", () => {
  const cert = { reporter: "cert", reportId: "c-1" };
  const goneAndReported = async () => {
    const flow = await aReportedFlow();
    const { id } = await flow.theCase();
    await flow.says("gone");
    await flow.pass(days(6));
    await flow.report(nativeMessage({ ...cert, seenAt: flow.now() }));
    const questionsOf = async (caseId: string | undefined) =>
      (await flow.store.read(caseId ?? ""))?.reviews.map(({ question }) => question);
    return { ...flow, id, questionsOf };
  };

  test("nobody is asked whether it is there again", async () => {
    const flow = await goneAndReported();
    await flow.pass(days(9));
    expect(await flow.questionsOf(flow.id)).toEqual([]);
  });

  test("a person is asked within that week once the other has ended, too", async () => {
    const flow = await goneAndReported();
    await flow.pass(days(2));
    await flow.says("gone", cert);
    await flow.pass(days(2));
    expect(await flow.questionsOf(flow.id)).toEqual(["may-be-back"]);
  });
});
