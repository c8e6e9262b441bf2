import { describe, expect, test } from "vitest";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import { holdCase } from "../../functions/review/hold.ts";
import { aCandidate } from "../support/a-case.ts";
import { type aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

const desk = aCandidate();
const carrier = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
const confidence = 0.99;
const asksTime = "Could you please send us the exact time with time zone?";
type Flow = ReturnType<typeof aFlow>;

const told = async (report: Record<string, unknown> = {}) => {
  const flow = await aReportedFlow({ contacts: { candidates: [desk, carrier] }, report });
  return flow;
};
const asks = (flow: Flow, text = asksTime, more: Partial<Parameters<Flow["writesBack"]>[0]> = {}) =>
  flow.writesBack({ replyClass: "question", from: desk.email, text, confidence, ...more });
const letters = async (flow: Flow) => (await flow.theCase()).notices.filter(({ step }) => step === "letter");
const asked = async (flow: Flow) =>
  (await flow.theCase()).reviews.map(({ question, toRead }) => (toRead ? `${question} to read` : question));
const needed = async (flow: Flow) => {
  const { id } = await flow.theCase();
  const history = await flow.store.history(id);
  return newsIn(id, history).flatMap((one) => (one.happened === "needs-you" ? one.asks : []));
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
    expect([await asked(flow), new Set(await needed(flow))]).toEqual([
      ["reply to read"],
      new Set(["more-information"]),
    ]);
  });

  test("not surely read so, it stands to be read", async () => {
    const flow = await told();
    await asks(flow, asksTime, { confidence: 0.8 });
    expect([flow.told(), await asked(flow)]).toEqual([[desk.email], ["reply to read"]]);
  });

  test.each([
    ["what the report does not say", "How can we reproduce it?"],
    ["what no report holds", "Could you please send us the source port?"],
  ])("the reporter hears of %s, and no mail goes out", async (_, text) => {
    const flow = await told();
    await asks(flow, text);
    expect([flow.told(), await asked(flow), await needed(flow)]).toEqual([
      [desk.email],
      ["reply to read"],
      ["more-information"],
    ]);
  });

  test("how to see it, and whom it copies, are answered where the reporter said so", async () => {
    const evidence = { explanation: "x", reproduce: "with a phone", imitates: "Example Bank" };
    const flow = await told({ evidence });
    await asks(flow, "How can we reproduce it? Which brand is imitated?");
    expect(lastMail(flow)).toMatch(/How it was seen: with a phone/);
    expect(lastMail(flow)).toMatch(/Example Bank/);
  });

  test("goes out no more once the case is urgent", async () => {
    const flow = await told();
    flow.pause("standard", "urgent");
    await asks(flow);
    await flow.report(nativeMessage({ reporter: "cert", reportId: "c-1", seenAt: flow.now(), live: true }));
    const live = (await flow.theCase()).reviews.find(({ question }) => question === "live")?.id ?? "";
    await flow.decides({ reviewId: live, verdict: { decision: "continue" } });
    flow.pause();
    await flow.pass({ hours: 1 });
    const [answer] = await letters(flow);
    expect([flow.told().length, answer?.state]).toEqual([1, "cancelled"]);
    expect((await flow.theCase()).reviews.find(({ question }) => question === "reply")?.reason).toBe(
      "The desk asked something, and the machine's answer did not go out: " +
        "the case has become urgent, where a person answers.",
    );
    // Of both reporters.
    expect(await needed(flow)).toEqual(["more-information", "more-information"]);
  });

  test("is a person's while a hold stands", async () => {
    const flow = await told();
    await holdCase(flow.work, { caseId: (await flow.theCase()).id, by: "ben", why: "The police ask." });
    await asks(flow);
    await flow.pass({ hours: 1 });
    expect([await letters(flow), await asked(flow)]).toEqual([[], ["held", "reply to read"]]);
  });

  test.each<[string, (flow: Flow) => Promise<unknown>]>([
    ["refused", (flow) => flow.deskReplies("refused", true)],
    ["said that it is not theirs", (flow) => flow.deskReplies("not-ours", true)],
    ["complained by mail", (flow) => flow.deskReplies("complaint", true)],
    ["complained by SES", (flow) => flow.sesTells({ kind: "complained" })],
    ["opted out", async (flow) => flow.settingsBecome({ optedOut: [desk.email] })],
    ["was kept by a hold", (flow) => flow.says("hold")],
  ])(
    "goes out no more once its desk %s; a person reads what it asked, once, and its reporter hears",
    async (_, comes) => {
      const flow = await told();
      flow.pause("standard");
      await asks(flow);
      await flow.pass({ minutes: 5 });
      await comes(flow);
      await flow.pass({ minutes: 5 });
      await flow.says("release");
      flow.pause();
      await flow.pass({ hours: 3 });
      const about = (await flow.theCase()).reviews.filter(({ reason }) => reason.includes("machine's answer"));
      expect([
        flow.told().filter((to) => to === desk.email).length,
        (await letters(flow)).map(({ state }) => state),
      ]).toEqual([1, ["cancelled"]]);
      expect(about).toMatchObject([{ question: "reply", toRead: true }]);
      expect((await needed(flow)).filter((one) => one === "more-information").length).toBe(1);
    },
  );

  test.each(["unclear", "complaint"] as const)(
    "is a question apart from what its desk wrote since (%s): an answer to one leaves the other",
    async (since) => {
      const flow = await told();
      flow.pause("standard");
      await asks(flow);
      await flow.pass({ minutes: 5 });
      await flow.deskReplies(since, true);
      const { reviews } = await flow.theCase();
      expect([reviews.length, new Set(reviews.map(({ id }) => id)).size]).toEqual([2, 2]);
      await flow.decides({ verdict: { decision: "continue" } });
      expect((await flow.theCase()).reviews).toEqual([reviews[1]]);
    },
  );

  test("is no more asked about once every reporter took it back", async () => {
    const flow = await told();
    flow.pause("standard");
    await asks(flow);
    await flow.says("withdrawn");
    flow.pause();
    await flow.pass({ hours: 1 });
    const { closed, notices } = await flow.theCase();
    expect([closed?.outcome, notices.find(({ step }) => step === "letter")?.state]).toEqual(["withdrawn", "cancelled"]);
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

  test("ends no silence: the escalation path goes on in its time", async () => {
    const flow = await told();
    await asks(flow);
    await flow.pass({ hours: 49 });
    expect(flow.told()).toEqual([desk.email, desk.email, carrier.email]);
  });
});
