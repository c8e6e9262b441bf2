import { describe, expect, test } from "vitest";
import type { Verdict } from "../../functions/case/event.ts";
import { whatFollows } from "../../functions/console/case/next-steps.ts";
import { plusMs } from "../../functions/kernel/instant.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { holdCase, releaseCase } from "../../functions/review/hold.ts";
import { sendHinted } from "../../functions/send/send-notice.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

const network = aCandidate();
const police = { by: "jane", why: "The police of the host's country asked for a week." };

const aHeldStory = async () => {
  const flow = await aReportedFlow();
  const { id: caseId } = await flow.theCase();
  return {
    ...flow,
    caseId,
    hold: (until?: string) => holdCase(flow.work, { caseId, ...police, ...(until && { until }) }),
  };
};

describe("a hold that a person sets", () => {
  test("stops everything until its moment; then the case goes on; history says who, why, until when", async () => {
    const story = await aHeldStory();
    expect((await story.hold("2026-11-27T10:00:00.000Z")).ok).toBe(true);
    await story.pass({ hours: 71, minutes: 30 });
    expect(story.told()).toEqual([network.email]);
    expect((await story.theCase()).reviews).toEqual([]);
    await story.pass({ hours: 1 });
    expect(story.told()).toEqual([network.email]);
    // Its desk had as long to answer as it would have had without the hold.
    await story.pass({ hours: 24 });
    expect(story.told()).toEqual([network.email, network.email]);
    const events = (await story.store.history(story.caseId))
      .flatMap((line) => line.events)
      .filter(({ type }) => type === "held" || type === "released");
    expect(events).toEqual([
      { type: "held", at: "2026-11-24T10:00:00.000Z", ...police, until: "2026-11-27T10:00:00.000Z" },
      { type: "released", at: "2026-11-27T10:00:00.000Z", by: "the clock", why: "the hold was until now" },
    ]);
  });

  test("without an end asks a person whether it can be lifted, and stands until then", async () => {
    const story = await aHeldStory();
    await story.hold();
    await story.pass({ hours: 24 * 10 });
    expect(story.told()).toEqual([network.email]);
    expect((await story.theCase()).reviews).toMatchObject([
      { question: "held", reason: `Held by jane: ${police.why}` },
    ]);
    expect(
      (await releaseCase(story.work, { caseId: story.caseId, by: "ben", why: "They have what they need." })).ok,
    ).toBe(true);
    expect((await story.theCase()).holds).toEqual([]);
    expect(await story.questions()).not.toContain("held");
  });

  test("set while a notice is being written keeps it from the wire", async () => {
    const flow = aFlow();
    flow.work.dropHint = async () => {};
    await flow.report(nativeMessage());
    const { id: caseId } = await flow.onlyCase();
    await flow.lookUp(caseId);
    const compose: typeof composeNotice = async (...asked) => {
      await holdCase(flow.work, { caseId, ...police });
      return composeNotice(...asked);
    };
    await sendHinted({ ...flow.sending, compose }, { caseId });
    expect(flow.mails).toEqual([]);
    expect((await flow.theCase()).notices.map(({ state }) => state)).toEqual(["queued"]);
  });

  test("given twice stands once; one by another person stands beside it", async () => {
    const story = await aHeldStory();
    await story.hold("2026-11-27T10:00:00.000Z");
    expect((await story.hold("2026-11-27T10:00:00.000Z")).ok).toBe(true);
    await holdCase(story.work, { caseId: story.caseId, by: "ben", why: "The reporter is unsure." });
    expect((await story.theCase()).holds.map(({ by }) => by)).toEqual(["jane", "ben"]);
  });

  test("beside another is named in the question; one that comes after it is asked about anew", async () => {
    const story = await aHeldStory();
    await story.hold("2026-12-24T10:00:00.000Z");
    await story.says("hold");
    expect((await story.theCase()).reviews).toMatchObject([
      { reason: `Held by jane until 2026-12-24T10:00Z: ${police.why} Held by hotline: asked by the reporter` },
    ]);
    await story.pass({ minutes: 1 });
    await holdCase(story.work, { caseId: story.caseId, by: "ben", why: "Another police asked, too." });
    await story.decides({ verdict: { decision: "continue" } });
    const { holds, reviews } = await story.theCase();
    expect([holds.map(({ by }) => by), reviews.map(({ reason }) => reason)]).toEqual([
      ["ben"],
      ["Held by ben: Another police asked, too."],
    ]);
    await story.pass({ hours: 26 });
    expect(story.told()).toEqual([network.email]);
  });

  test.each([
    ["nobody", { by: " " }, { kind: "refused", field: "by", reason: "Say who decides." }],
    [
      "no reason",
      { why: "" },
      { kind: "refused", field: "why", reason: "Say why in a sentence; it is kept with your name." },
    ],
    [
      "an end that is over",
      { until: "2026-11-24T10:00:00.000Z" },
      { kind: "refused", field: "until", reason: "This moment is over already; name a later one, or none." },
    ],
    ["a case that is not there", { caseId: "TD-0000-0000-0000" }, { kind: "no-case" }],
  ])("with %s is refused in a sentence", async (_, spoilt, error) => {
    const story = await aHeldStory();
    expect(await holdCase(story.work, { caseId: story.caseId, ...police, ...spoilt })).toEqual({ ok: false, error });
    expect((await story.theCase()).holds).toEqual([]);
  });
});

const lift: Verdict = { decision: "continue" };

/** A flow in which time passes while the machine works: each look at the clock is a little later than the last. */
const aRunningFlow = (...given: Parameters<typeof aFlow>) => {
  const flow = aFlow(...given);
  const { now } = flow.work.clock;
  let looks = 0;
  flow.work.clock.now = () => plusMs(now(), looks++);
  return flow;
};
const urgent = () => nativeMessage({ category: "ncii" });

describe("one answer lifts a reporter's hold", () => {
  test.each([
    ["after a minute, in the urgent lane", urgent(), { minutes: 1 }],
    ["after three hours, in the urgent lane", urgent(), { hours: 3 }],
    ["after four days, in the urgent lane", urgent(), { hours: 96 }],
    ["after three hours, in the standard lane", nativeMessage(), { hours: 3 }],
    ["after four days, in the standard lane", nativeMessage(), { hours: 96 }],
  ])("%s, and it is not asked about again", async (_, report, time) => {
    const flow = aRunningFlow();
    await flow.takeIn(report);
    await flow.says("hold");
    await flow.pass(time);
    expect(flow.told()).toEqual([]);
    const state = await flow.theCase();
    const review = state.reviews.find(({ question }) => question === "held");
    const asker = { by: "jane", policyOf: flow.work.policyOf, now: flow.now() };
    const forecast = review && whatFollows(state, review, "continue", asker);
    expect(forecast).toMatch(/^(At once|Then): Who answers for the host is looked up/);
    expect((await flow.decides({ verdict: lift })).ok).toBe(true);
    await flow.pass({ minutes: 10 });
    expect((await flow.theCase()).holds).toEqual([]);
    expect(await flow.questions()).not.toContain("held");
    expect(flow.told().slice(0, 1)).toEqual([network.email]);
  });

  test("and the next that comes is asked about by a question of its own", async () => {
    const flow = aRunningFlow();
    await flow.report(nativeMessage());
    await flow.says("hold");
    await flow.decides({ verdict: lift });
    await flow.pass({ hours: 1 });
    await flow.says("release");
    await flow.pass({ hours: 1 });
    await flow.says("hold");
    const { holds, reviews } = await flow.theCase();
    expect([holds.map(({ by }) => by), reviews.map(({ question }) => question)]).toEqual([["hotline"], ["held"]]);
  });

  test("but none that came after the question, whatever another machine's clock says", async () => {
    const flow = aRunningFlow();
    await flow.report(nativeMessage());
    await flow.says("hold");
    flow.clockTo(plusMs(flow.now(), -2_000));
    await holdCase(flow.work, { caseId: (await flow.theCase()).id, ...police });
    flow.clockTo(plusMs(flow.now(), 60_000));
    await flow.decides({ verdict: lift });
    const { holds, reviews } = await flow.theCase();
    expect([holds.map(({ by }) => by), reviews.map(({ reason }) => reason)]).toEqual([
      ["jane"],
      [`Held by jane: ${police.why}`],
    ]);
  });

  test("and opens no other gate: a protected domain and the police's clearance are asked about apart", async () => {
    const flow = aRunningFlow({ protectedDomains: ["bad.example"] });
    flow.contacts(() => ({ country: "FI" }));
    await flow.takeIn(nativeMessage({ category: "csam" }));
    await flow.says("hold");
    const reviewId = (await flow.theCase()).reviews.find(({ question }) => question === "held")?.id ?? "";
    await flow.decides({ verdict: lift, reviewId });
    const asked = async () => await flow.questions();
    expect(await asked()).toEqual(["protected-target"]);
    for (const by of ["jane", "ben"]) await flow.decides({ verdict: { decision: "clear" }, by });
    expect(await asked()).toEqual(["clearance"]);
    expect(flow.told()).toEqual([]);
  });
});
