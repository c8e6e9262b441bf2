import { describe, expect, test } from "vitest";
import type { EventOf } from "../../functions/case/event.ts";
import { isDecided } from "../../functions/case/given.ts";
import { sweep } from "../../functions/follow-up/sweep.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { aSettings } from "../support/a-case.ts";
import { aReportedFlow, nativeMessage } from "../support/a-flow.ts";

const close = { decision: "close", outcome: "decided" } as const;

/** Nobody is named who could be told, and a person is asked. */
const asked = async (spoilt: Record<string, unknown> = {}) => {
  const flow = await aReportedFlow({ contacts: { candidates: [] }, report: spoilt });
  return flow;
};
type Flow = Awaited<ReturnType<typeof asked>>;

const happened = async ({ store, onlyCase }: Flow) =>
  (await store.history((await onlyCase()).id)).flatMap(({ events }) => events);
const answersIn = async (flow: Flow) =>
  (await happened(flow)).filter((event): event is EventOf<"answered"> => event.type === "answered");
const openIn = async ({ onlyCase }: Flow) =>
  (await onlyCase()).reviews.map(({ question, given, dropped }) => [question, given?.by, dropped?.why]);
const listed = async ({ store, now }: Flow) => (await store.decidedOn(now().slice(0, 10), 10)).items;

describe("a verdict of the standard lane", () => {
  test("closes nothing for a minute, and then the case", async () => {
    const flow = await asked();
    await flow.gives({ verdict: close, by: "jane" });
    expect([await openIn(flow), (await flow.onlyCase()).closed]).toEqual([
      [["no-contact", "jane", undefined]],
      undefined,
    ]);
    const givenAt = flow.now();
    await flow.pass({ minutes: 1 });
    expect((await flow.onlyCase()).closed).toEqual({ at: flow.now(), outcome: "decided", wordAt: givenAt });
    expect(await answersIn(flow)).toMatchObject([{ at: plusMinutes(givenAt, 1), givenAt, by: "jane", verdict: close }]);
  });

  test("that was taken back leaves the case as it was", async () => {
    const flow = await asked();
    const before = await flow.onlyCase();
    await flow.gives({ verdict: close });
    expect((await flow.takesBack("joe")).ok).toBe(true);
    expect(await flow.onlyCase()).toEqual({ ...before, version: before.version + 2 });
    await flow.pass({ hours: 2 });
    expect([await answersIn(flow), (await flow.onlyCase()).closed]).toEqual([[], undefined]);
    await flow.decides({ verdict: { decision: "send-to", email: "abuse@found.example" } });
    expect(flow.told()).toEqual(["abuse@found.example"]);
  });

  test("takes effect once, however often its due time is looked at, and counts once", async () => {
    const flow = await asked();
    await flow.gives({ verdict: close, by: "jane" });
    await flow.takesBack();
    await flow.gives({ verdict: close, by: "jane" });
    const at = plusMinutes(flow.now(), 1);
    const twice = { ...flow.work, clock: { now: () => at }, tellOnCall: async () => {} };
    await Promise.all([sweep(twice), sweep(twice)]);
    await flow.pass({ minutes: 5 });
    expect(await answersIn(flow)).toHaveLength(1);
    const persons = await flow.store.counts("persons", flow.now().slice(0, 7));
    expect([...persons.values()]).toEqual([{ jane: 1 }]);
  });

  test("is one person's: who comes second is told who was first, and until when", async () => {
    const flow = await asked();
    await flow.gives({ verdict: close, by: "jane" });
    const second = await flow.gives({ verdict: { decision: "look-again" }, by: "joe" });
    expect(second).toMatchObject({
      error: { kind: "decided-already", given: { by: "jane", takesEffectAt: plusMinutes(flow.now(), 1) } },
    });
  });

  test("that one takes back as it takes effect is either: never half of both", async () => {
    const flow = await asked();
    await flow.gives({ verdict: close });
    const at = plusMinutes(flow.now(), 1);
    const due = { ...flow.work, clock: { now: () => at }, tellOnCall: async () => {} };
    const [back] = await Promise.all([flow.takesBack("joe"), sweep(due)]);
    const isClosed = (await flow.onlyCase()).closed !== undefined;
    expect([back.ok, (await answersIn(flow)).length]).toEqual([!isClosed, isClosed ? 1 : 0]);
    expect(await flow.takesBack("joe")).toEqual({ ok: false, error: { kind: "nothing-to-take-back" } });
  });
});

describe("what happens in a verdict's minute gives the question back, and says why", () => {
  test.each([
    ["another report", (flow: Flow) => flow.report(nativeMessage({ reporter: "cert" })), "cert reported it, too."],
    ["a reporter's word", (flow: Flow) => flow.says("hold"), "hotline said “hold”."],
  ])("%s", async (_, comes, why) => {
    const flow = await asked();
    await flow.gives({ verdict: close, by: "jane" });
    await comes(flow);
    await flow.pass({ minutes: 5 });
    expect((await flow.onlyCase()).closed).toBeUndefined();
    expect((await openIn(flow)).filter(([question]) => question === "no-contact")).toEqual([
      ["no-contact", undefined, why],
    ]);
    expect((await flow.onlyCase()).reviews[0]?.dropped).toMatchObject({ by: "jane", decision: "close" });
    expect((await listed(flow)).map(({ cameToNothing }) => Object.keys(cameToNothing ?? {}))).toEqual([["at"]]);
  });

  test("a desk's reply; but only once, or whoever writes again and again would put it off for ever", async () => {
    const flow = await aReportedFlow();
    await flow.deskReplies("refused", false);
    const state = await flow.theCase();
    expect(state.reviews.map(({ question }) => question)).toEqual(["reply"]);
    await flow.gives({ verdict: close, reviewId: state.reviews[0]?.id ?? "" });
    await flow.leap(plusMinutes(flow.now(), 0.1));
    await flow.deskReplies("unclear", true);
    expect((await flow.theCase()).reviews.filter(isDecided)).toEqual([]);
    await flow.gives({ verdict: close, reviewId: state.reviews[0]?.id ?? "" });
    await flow.leap(plusMinutes(flow.now(), 0.1));
    await flow.deskReplies("question", true, { text: "again" });
    await flow.pass({ minutes: 1 });
    expect(await flow.outcome()).toBe("decided");
  });

  test("but no mail of anybody who is not proven to be the desk", async () => {
    const flow = await aReportedFlow();
    await flow.deskReplies("refused", false);
    await flow.gives({ verdict: close, reviewId: (await flow.theCase()).reviews[0]?.id ?? "" });
    await flow.leap(plusMinutes(flow.now(), 0.1));
    await flow.deskReplies("unclear", false);
    expect((await flow.theCase()).reviews.filter(isDecided)).toHaveLength(1);
    await flow.pass({ minutes: 1 });
    expect(await flow.outcome()).toBe("decided");
  });

  test("and always where its case has become urgent, however often it was given back", async () => {
    const flow = await asked();
    await flow.gives({ verdict: close, by: "jane" });
    await flow.report(nativeMessage({ reporter: "cert", reportId: "c-1" }));
    await flow.gives({ verdict: close, by: "jane" });
    await flow.report(nativeMessage({ reportId: "r-2", live: true }));
    await flow.pass({ minutes: 5 });
    const { lane, closed, reviews } = await flow.onlyCase();
    expect([lane, closed, reviews.filter(isDecided)]).toEqual(["urgent", undefined, []]);
    expect(reviews[0]?.dropped?.why).toContain("urgent");
    expect(flow.news.some(({ urgent }) => (urgent ?? 0) > 0)).toBe(true);
  });

  test("a person's yes, where they have come to stand for a reporter", async () => {
    const [hotline, cert] = aSettings().reporters;
    if (!hotline || !cert) throw new Error("the settings have two reporters");
    const settings = { reporters: [hotline, cert], protectedDomains: ["bad.example"] };
    const flow = await aReportedFlow({ settings });
    await flow.gives({ verdict: { decision: "clear" }, by: "anna" });
    await flow.gives({ verdict: { decision: "clear" }, by: "ben" });
    flow.settingsBecome({ ...settings, reporters: [{ ...hotline, people: ["ben"] }, cert] });
    await flow.pass({ minutes: 2 });
    expect(flow.told()).toEqual([]);
    expect(await openIn(flow)).toEqual([
      [
        "protected-target",
        undefined,
        "Whoever said yes has come to stand for a reporter of this case; somebody else has to clear it.",
      ],
    ]);
  });
});

test("two questions of one case, decided in the same moment, are two in the list and both take effect", async () => {
  const flow = await aReportedFlow();
  await flow.deskReplies("refused", false);
  await flow.pass({ minutes: 1 });
  await flow.deskReplies("question", false, { text: "Which page?" });
  const { reviews } = await flow.theCase();
  expect(reviews.length).toBeGreaterThan(1);
  for (const { id: reviewId } of reviews) await flow.gives({ reviewId, verdict: { decision: "continue" } });
  expect((await listed(flow)).map(({ reviewId }) => reviewId).sort()).toEqual(reviews.map(({ id }) => id).sort());
  await flow.pass({ minutes: 1 });
  expect((await listed(flow)).map(({ tookEffectAt }) => tookEffectAt)).toEqual(reviews.map(() => flow.now()));
  expect(await answersIn(flow)).toHaveLength(reviews.length);
});
