import { describe, expect, test } from "vitest";
import { plusHours } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { aSettings } from "../support/a-case.ts";
import { aReportedFlow, nativeMessage } from "../support/a-flow.ts";

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
