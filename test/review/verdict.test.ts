import { describe, expect, test } from "vitest";
import { type Question, questions } from "../../functions/case/question.ts";
import { questionTexts } from "../../functions/review/questions.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

const noContact = async () => {
  const flow = aFlow();
  flow.contacts(() => ({ candidates: [] }));
  await flow.report(nativeMessage());
  return flow;
};

describe("a verdict", () => {
  test("names a contact: the notice goes there, and its silence is followed up", async () => {
    const flow = await noContact();
    await flow.decides({ verdict: { decision: "send-to", email: "Abuse@Named.Example" } });
    expect(flow.told()).toEqual(["Abuse@named.example"]);
    await flow.pass({ hours: 25 });
    expect(flow.told()).toHaveLength(2);
  });

  test.each([
    [
      "an address that no mail can go to",
      { verdict: { decision: "send-to", email: "abuse@host.example, victim@third.example" } as const },
      "not-an-answer",
    ],
    ["without a reason", { verdict: { decision: "close", outcome: "decided" } as const, why: " " }, "not-an-answer"],
    ["by nobody", { verdict: { decision: "close", outcome: "decided" } as const, by: "" }, "not-an-answer"],
    ["that the question does not take", { verdict: { decision: "treat-as-sent" } as const }, "not-an-answer"],
    [
      "on a question that is not open",
      { verdict: { decision: "close", outcome: "decided" } as const, reviewId: "gone.1" },
      "no-longer-open",
    ],
  ])("with %s is refused and changes nothing", async (_, given, kind) => {
    const flow = await noContact();
    const before = await flow.theCase();
    expect(await flow.decides(given)).toMatchObject({ ok: false, error: { kind } });
    expect(await flow.theCase()).toEqual(before);
  });

  test("of who stands for a reporter does not count, also where that reporter came after it", async () => {
    const [hotline, cert] = aSettings().reporters;
    if (!hotline || !cert) throw new Error("the settings have two reporters");
    const flow = aFlow({ reporters: [hotline, { ...cert, people: ["anna"] }] });
    const about = { target: { url: "https://parliament.example/x" } };
    const clears = (by: string) => flow.decides({ verdict: { decision: "clear" }, by });
    await flow.report(nativeMessage(about));
    await clears("anna");
    await flow.report(nativeMessage({ ...about, reporter: "cert" }));
    await clears("ben");
    expect([flow.told(), (await flow.theCase()).reviews]).toMatchObject([
      [],
      [{ question: "protected-target", agreedBy: "ben" }],
    ]);
    await clears("carl");
    expect(flow.told()).toHaveLength(1);
  });

  test("of two persons at once counts once; the other is told who was first", async () => {
    const flow = await noContact();
    const id = (await flow.theCase()).reviews[0]?.id ?? "";
    const close = { verdict: { decision: "close", outcome: "decided" } as const, reviewId: id };
    const outcomes = await Promise.all([flow.gives({ ...close, by: "anna" }), flow.gives({ ...close, by: "ben" })]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "decided-already" } });
  });

  test("to wait is asked about again next morning in the urgent lane", async () => {
    const flow = aFlow();
    await flow.report(nativeMessage({ category: "ncii" }));
    await flow.pass({ hours: 25 });
    expect((await flow.theCase()).reviews[0]?.question).toBe("unanswered");
    await flow.decides({ verdict: { decision: "wait" } });
    await flow.pass({ hours: 19 });
    expect((await flow.theCase()).reviews).toEqual([]);
    await flow.pass({ hours: 2 });
    expect((await flow.theCase()).reviews[0]?.question).toBe("unanswered");
  });

  test("to wait is over with the case: what comes back is asked about at once", async () => {
    const flow = aFlow();
    await flow.report(nativeMessage({ category: "ncii" }));
    await flow.pass({ hours: 25 });
    await flow.decides({ verdict: { decision: "wait" } });
    await flow.says("gone");
    await flow.pass({ hours: 1 });
    await flow.says("still-up");
    expect((await flow.theCase()).reviews.map(({ question }) => question)).toContain("still-up");
  });

  test("to wait lasts until the morning also where a hold stood meanwhile", async () => {
    const flow = aFlow();
    await flow.report(nativeMessage({ category: "ncii" }));
    await flow.pass({ hours: 25 });
    await flow.decides({ verdict: { decision: "wait" } });
    await flow.says("hold");
    await flow.pass({ hours: 72 });
    await flow.says("release");
    await flow.pass({ hours: 1 });
    expect((await flow.theCase()).reviews.map(({ question }) => question)).toContain("unanswered");
  });

  test("to escalate tells the next escalation level at once", async () => {
    const flow = aFlow();
    flow.contacts(() => ({
      candidates: [aCandidate(), aCandidate({ email: "abuse@upstream.example", scope: "upstream" })],
    }));
    await flow.report(nativeMessage({ live: true }));
    await flow.deskReplies("refused", true);
    const reply = (await flow.theCase()).reviews.find(({ question }) => question === "reply")?.id ?? "";
    await flow.decides({ reviewId: reply, verdict: { decision: "escalate" } });
    expect(flow.told()).toEqual(["abuse@network.example", "abuse@upstream.example"]);
  });

  test("to look again asks the sources anew", async () => {
    const flow = await noContact();
    flow.contacts(() => ({}));
    await flow.decides({ verdict: { decision: "look-again" } });
    expect(flow.told()).toEqual(["abuse@network.example"]);
  });
});

test("each question has its words and at least one answer, but for those of entries, which take actions", () => {
  const ofEntries: readonly Question[] = ["not-taken-in"];
  expect(questions.filter((question) => questionTexts[question].asks === "")).toEqual([]);
  expect(questions.filter((question) => questionTexts[question].answers.length === 0)).toEqual(ofEntries);
});
