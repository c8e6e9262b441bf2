import { describe, expect, test } from "vitest";
import { newsOf } from "../../functions/case/reporter-news.ts";
import { holdCase } from "../../functions/review/hold.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

const desk = aCandidate();
const carrier = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
const readings = { rules: "question", other: "question", confidence: 0.99, reader: "a model" } as const;
const asksTime = "Could you please send us the exact time with time zone?";
type Flow = ReturnType<typeof aFlow>;

const told = async (report: Record<string, unknown> = {}) => {
  const flow = aFlow();
  flow.contacts(() => ({ candidates: [desk, carrier] }));
  await flow.report(nativeMessage(report));
  return flow;
};
const asks = (flow: Flow, text = asksTime, more: Partial<Parameters<Flow["writesBack"]>[0]> = {}) =>
  flow.writesBack({ replyClass: "question", from: desk.email, text, readings, ...more });
const letters = async (flow: Flow) => (await flow.theCase()).notices.filter(({ step }) => step === "letter");
const asked = async (flow: Flow) => (await flow.theCase()).reviews.map(({ question }) => question);
const needed = async (flow: Flow) => {
  const { id } = await flow.theCase();
  const history = await flow.store.history(id);
  return history
    .flatMap((line, at) => newsOf(id, line, history.slice(0, at)))
    .flatMap((one) => (one.happened === "needs-you" ? one.asks : []));
};
const lastMail = (flow: Flow) => Buffer.from(flow.mails.at(-1)?.mime ?? []).toString();

describe("what a desk asks, where the report holds it", () => {
  test("the machine answers once, to the mailbox that has the notice, and nobody is asked", async () => {
    const flow = await told();
    await asks(flow);
    expect(flow.told()).toEqual([desk.email, desk.email]);
    expect(lastMail(flow)).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(lastMail(flow)).toMatch(/Last seen online: 2026-11-24 09:00:00 UTC/);
    expect([await asked(flow), await needed(flow)]).toEqual([[], []]);
  });

  test("is answered in no circle: a desk that answers each mail with the question is a person's to read", async () => {
    const flow = await told();
    for (let n = 0; n < 20; n++) {
      await asks(flow);
      await flow.pass({ minutes: 5 });
    }
    expect([flow.told(), (await letters(flow)).length]).toEqual([[desk.email, desk.email], 1]);
    expect([await asked(flow), new Set(await needed(flow))]).toEqual([["to-read"], new Set(["more-information"])]);
  });

  test("a machine that asks is answered nothing", async () => {
    const flow = await told();
    await asks(flow, asksTime, { automatic: true });
    expect([flow.told(), await asked(flow)]).toEqual([[desk.email], ["to-read"]]);
  });

  test.each([
    ["by one reader alone", { readings: { ...readings, other: "unclear" } as const }],
    ["by the rules without a second reader", { readings: undefined }],
    ["by another than the rules", { readings: { ...readings, rules: "unclear" } as const }],
  ])("read so %s, it stands to be read", async (_, more) => {
    const flow = await told();
    const { readings: __, ...reply } = { replyClass: "question" as const, from: desk.email, text: asksTime, readings };
    await flow.writesBack({ ...reply, ...(more.readings && { readings: more.readings }) });
    expect([flow.told(), await asked(flow)]).toEqual([[desk.email], ["to-read"]]);
  });

  test("of anybody who is not proven is a person's, and nobody is answered", async () => {
    const flow = await told();
    await asks(flow, asksTime, { from: "somebody@elsewhere.example" });
    expect([flow.told(), await asked(flow)]).toEqual([[desk.email], ["reply"]]);
  });

  test.each([
    ["what the report does not say", "How can we reproduce it?"],
    ["what no report holds", "Could you please send us the source port?"],
  ])("the reporter hears of %s, and no mail goes out", async (_, text) => {
    const flow = await told();
    await asks(flow, text);
    expect([flow.told(), await asked(flow), await needed(flow)]).toEqual([
      [desk.email],
      ["to-read"],
      ["more-information"],
    ]);
  });

  test("how to see it, and whom it copies, are answered where the reporter said so", async () => {
    const evidence = { explanation: "x", reproduce: "with a phone", imitates: "Example Bank" };
    const flow = await told({ evidence });
    await asks(flow, "How can we reproduce it? Which brand is imitated?");
    expect(lastMail(flow)).toMatch(/Reproduce: with a phone/);
    expect(lastMail(flow)).toMatch(/Example Bank/);
  });

  test("in the urgent lane a person answers", async () => {
    const flow = await told({ category: "ncii" });
    await asks(flow);
    expect([flow.told(), await asked(flow)]).toEqual([[desk.email], ["reply"]]);
  });

  test("goes out no more once the case is urgent", async () => {
    const flow = await told();
    flow.brake("standard", "urgent");
    await asks(flow);
    await flow.report(nativeMessage({ reporter: "cert", reportId: "c-1", seenAt: flow.now(), live: true }));
    await flow.decides({ verdict: { decision: "continue" } });
    flow.brake();
    await flow.pass({ hours: 1 });
    const [answer] = await letters(flow);
    expect([flow.told().length, answer?.state]).toEqual([1, "cancelled"]);
  });

  test("waits for a hold as every mail does", async () => {
    const flow = await told();
    await holdCase(flow.work, { caseId: (await flow.theCase()).id, by: "ben", why: "The police ask." });
    await asks(flow);
    await flow.pass({ hours: 1 });
    expect([flow.told(), (await letters(flow)).map(({ state }) => state)]).toEqual([[desk.email], ["queued"]]);
  });

  test("whose answer SES leaves uncertain is before a person, and is not answered again", async () => {
    const flow = await told();
    flow.sesSays(() => ({ kind: "uncertain", code: "TimeoutError" }));
    await asks(flow);
    await flow.pass({ hours: 1 });
    await asks(flow, "When was it seen?");
    await flow.pass({ hours: 1 });
    expect([flow.mails.length, (await letters(flow)).map(({ state }) => state)]).toEqual([2, ["unknown"]]);
  });

  test("ends no silence: the ladder goes on in its time", async () => {
    const flow = await told();
    await asks(flow);
    await flow.pass({ hours: 49 });
    expect(flow.told()).toEqual([desk.email, desk.email, carrier.email]);
  });
});
