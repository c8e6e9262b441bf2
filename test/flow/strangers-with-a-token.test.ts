import { describe, expect, test } from "vitest";
import { aCandidate } from "../support/a-case.ts";
import type { NewReply } from "../support/a-flow.ts";
import { aReportedFlow } from "../support/a-flow.ts";

/*
 * > A token proves possession, not authorship. These writers were forwarded the notice and are not
 * its desk.
 */
const desk = "abuse@network.example";
const candidates = [
  aCandidate(),
  aCandidate({ email: "other@second.example", name: "Second desk", confidence: "medium" }),
  aCandidate({ email: "abuse@carrier.example", scope: "upstream", name: "Carrier" }),
];
const aStory = async (category: string) => {
  const flow = await aReportedFlow({
    contacts: { candidates },
    report: { category, evidence: { explanation: "x", detectedBy: "manual-review" } },
  });
  await flow.sesTells({ kind: "delivered" });
  return flow;
};
const subjectsTo = (flow: Awaited<ReturnType<typeof aStory>>, email: string) =>
  flow.mails
    .filter(({ recipient }) => recipient === email)
    .map(({ mime }) => /^Subject: (.*)$/m.exec(Buffer.from(mime).toString("utf8"))?.[1] ?? "");
const strangers: NewReply = { replyClass: "unclear", from: "x@evil.example" };

describe.each(["csam", "phishing"])("in a case of %s", (category) => {
  test("a bounce by mail moves nothing, tells nobody else and is remembered of no desk", async () => {
    const flow = await aStory(category);
    const before = flow.told();
    await flow.writesBack({ ...strangers, replyClass: "bounce" });
    const state = await flow.theCase();
    expect(state.notices[0]?.state).toBe("delivered");
    expect(flow.told()).toEqual(before);
    expect((await flow.store.outcomesAt(desk, 40)).map(({ what }) => what)).not.toContain("bounced");
  });

  test.each(["unclear", "removed", "refused", "question", "complaint"] as const)(
    "a stranger's line (%s) ends no reminder, and a person sees it",
    async (replyClass) => {
      const flow = await aStory(category);
      await flow.writesBack({ ...strangers, replyClass });
      expect((await flow.theCase()).reviews.find(({ question }) => question === "reply")?.reason).toContain(
        "the sender is not proven",
      );
      await flow.pass({ hours: 26 });
      await flow.pass({ hours: 20 });
      expect(subjectsTo(flow, desk).some((subject) => /Reminder/.test(subject))).toBe(true);
      expect((await flow.theCase()).closed).toBeUndefined();
      expect(await flow.store.isStopped(desk)).toBe(false);
    },
  );

  test("a stranger's form is not handed to on-call as the provider's", async () => {
    const flow = await aStory(category);
    await flow.writesBack({
      ...strangers,
      replyClass: "use-our-form",
      form: { url: "https://forms.evil.example/report", scope: "platform" },
    });
    const { reviews } = await flow.theCase();
    expect(reviews.flatMap(({ forms = [] }) => forms)).toEqual([]);
    expect(reviews.map(({ question }) => question)).toContain("reply");
  });
});

test("however many strangers write, what the desk itself answers is asked about", async () => {
  const flow = await aStory("csam");
  for (const replyClass of ["unclear", "removed", "refused", "question", "complaint", "not-ours"] as const) {
    await flow.pass({ minutes: 1 });
    await flow.writesBack({ ...strangers, replyClass });
  }
  await flow.pass({ minutes: 1 });
  await flow.writesBack({ replyClass: "refused", from: desk });
  const asked = (await flow.theCase()).reviews.filter(({ question }) => question === "reply");
  expect(asked.length).toBe(4);
  expect(asked.at(-1)?.reason).toBe("The desk refuses to act.");
});

test("whoever has no proof at all sets no number and gives no receipt", async () => {
  const flow = await aStory("phishing");
  await flow.writesBack({ replyClass: "acknowledgement", from: "x@evil.example", ticket: "evil-portal.com/login1" });
  const [notice] = (await flow.theCase()).notices;
  expect([notice?.ticket, notice?.acknowledgedAt, notice?.state]).toEqual([undefined, undefined, "delivered"]);
});
