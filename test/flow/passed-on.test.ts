import { describe, expect, test } from "vitest";
import { plusHours } from "../../functions/kernel/instant.ts";
import { aCandidate } from "../support/a-case.ts";
import { aReportedFlow } from "../support/a-flow.ts";

/*
 * > A desk that gave its customer a time is reminded when that is over, once for each notice, and
 * escalating goes on as planned.
 */
const desk = aCandidate();
const carrier = aCandidate({ email: "abuse@carrier.example", scope: "upstream", name: "Carrier" });

const aStory = async (category: string) => {
  const flow = await aReportedFlow({
    contacts: { candidates: [desk, carrier] },
    report: { category, evidence: { explanation: "x", detectedBy: "manual-review" } },
  });
  await flow.sesTells({ kind: "delivered" });
  return flow;
};
const handsOn = (time: string) => ({ text: `We passed your notice on to our customer, who has ${time}.` });

test.each([
  ["passed-on", 36],
  ["acknowledgement", undefined],
  ["question", undefined],
] as const)(
  "of a mail that is read as %s the time is %s hours from when it was taken in",
  async (replyClass, hours) => {
    const flow = await aStory("phishing");
    await flow.deskReplies(replyClass, true, handsOn("36 hours"));
    const at = flow.now();
    const until = hours && plusHours(at, hours);
    const events = (await flow.store.history((await flow.theCase()).id)).flatMap((line) => line.events);
    expect(events.flatMap((event) => (event.type === "replied" ? [event.customerHasUntil] : []))).toEqual([until]);
    expect((await flow.theCase()).notices[0]?.passedOn).toEqual(until && { at, until });
  },
);

describe("of phishing, where a reminder is due after a day and the next escalation level after two", () => {
  test("the next escalation level is told as planned, however long the customer has", async () => {
    const flow = await aStory("phishing");
    await flow.deskReplies("passed-on", true, handsOn("20 days"));
    await flow.pass({ hours: 47 });
    expect(flow.told()).toEqual([desk.email]);
    await flow.pass({ hours: 2 });
    expect(flow.told()).toEqual([desk.email, carrier.email]);
  });

  test.each([
    ["a stranger", "x@evil.example"],
    ["another mailbox of the desk's domain", "sales@network.example"],
  ])("%s moves no clock", async (_, from) => {
    const flow = await aStory("phishing");
    await flow.writesBack({ replyClass: "passed-on", from, ...handsOn("36 hours") });
    await flow.pass({ hours: 25 });
    expect(flow.told()).toEqual([desk.email, desk.email]);
    expect((await flow.theCase()).notices[0]).not.toHaveProperty("passedOn");
  });
});

test("of what harms a person at once nobody is waited for", async () => {
  const flow = await aStory("ncii");
  await flow.deskReplies("passed-on", true, handsOn("5 days"));
  await flow.pass({ hours: 25 });
  expect(flow.told()).toContain(carrier.email);
  const silent = await aStory("ncii");
  await silent.pass({ hours: 25 });
  expect(flow.told()).toEqual(silent.told());
});

describe("a desk that looked and does not find it", () => {
  test.each([
    ["phishing", "its reporter is asked", 0],
    ["csam", "a person is asked", 1],
  ])("closes no case of %s, is not reminded, and %s", async (category, _, questions) => {
    const flow = await aStory(category);
    await flow.deskReplies("not-found", true);
    await flow.pass({ hours: 23 });
    const { closed, reviews, notices } = await flow.theCase();
    expect(closed).toBeUndefined();
    const asked = reviews.filter(({ question }) => question === "reply");
    expect(asked).toHaveLength(questions);
    for (const { blocking, reason } of asked)
      expect([blocking, reason]).toEqual([false, expect.stringContaining("The desk looked and does not find it: ")]);
    expect(notices[0]).toMatchObject({ answer: "not-found", ...(questions === 0 && { taken: { way: "reporter" } }) });
    expect(notices.filter(({ step }) => step === "reminder")).toEqual([]);
  });
});
