import { describe, expect, test } from "vitest";
import { aCandidate } from "../support/a-case.ts";
import { aReportedFlow } from "../support/a-flow.ts";

const desk = "abuse@network.example";
const aStory = async (category = "phishing") => {
  const flow = await aReportedFlow({
    contacts: {
      candidates: [
        aCandidate(),
        aCandidate({ email: "other@second.example", confidence: "medium" }),
        aCandidate({ email: "abuse@carrier.example", scope: "upstream" }),
      ],
    },
    report: { category, evidence: { explanation: "x", detectedBy: "manual-review" } },
  });
  return flow;
};
const refusal = { kind: "bounced", permanent: false, refusesUs: true, detail: "Permanent/General 5.7.1" } as const;

describe.each(["csam", "phishing"])("a mail of ours that a desk's server turned away, about %s", (category) => {
  test("is asked about at once, goes to nobody else by itself, and is held against no mailbox", async () => {
    const flow = await aStory(category);
    const before = flow.told();
    await flow.sesTells(refusal);
    await flow.pass({ minutes: 10 });
    const state = await flow.theCase();
    expect(state.notices[0]).toMatchObject({ state: "rejected", problem: "Permanent/General 5.7.1" });
    expect(
      state.reviews
        .filter(({ question }) => question === "notice-refused")
        .map(({ blocking, reason }) => [blocking, reason]),
    ).toEqual([
      [
        false,
        "Our mail was turned away, and the mailbox is not dead: Permanent/General 5.7.1. " +
          "Nobody else is told in its place until you say so.",
      ],
    ]);
    expect(flow.told()).toEqual(before);
    expect((await flow.store.outcomesAt(desk, 40)).map(({ what }) => what)).not.toContain("bounced");
  });

  test("goes again when a person says so, and what SES says late of the first attempt undoes nothing", async () => {
    const flow = await aStory(category);
    const before = flow.told().length;
    await flow.sesTells(refusal);
    await flow.sesTells({ kind: "sent" });
    expect((await flow.theCase()).notices[0]?.state).toBe("rejected");
    const [review] = (await flow.theCase()).reviews.filter(({ question }) => question === "notice-refused");
    await flow.decides({ verdict: { decision: "send-again" }, reviewId: review?.id ?? "" });
    expect(flow.told().slice(before)).toEqual([desk]);
    expect(await flow.questions()).not.toContain("notice-refused");
  });

  test("is given its desk's whole time when it goes again: no reminder and no next level within the hour", async () => {
    const flow = await aStory(category);
    await flow.sesTells({ kind: "delivered" });
    await flow.sesTells(refusal);
    await flow.pass({ hours: 23 });
    const before = flow.told().length;
    const [review] = (await flow.theCase()).reviews.filter(({ question }) => question === "notice-refused");
    await flow.decides({ verdict: { decision: "send-again" }, reviewId: review?.id ?? "" });
    const again = flow.now();
    await flow.sesTells({ kind: "delivered" });
    await flow.pass({ hours: 2 });
    expect(flow.told().slice(before)).toEqual([desk]);
    expect((await flow.theCase()).notices[0]).toMatchObject({ state: "delivered", sentAt: again, deliveredAt: again });
  });

  test("leaves the path its time: where nobody decides, the next level is told when the first is silent", async () => {
    const flow = await aStory(category);
    await flow.sesTells(refusal);
    await flow.pass({ hours: 24 * 3 });
    expect(flow.told()).toContain("abuse@carrier.example");
    expect(flow.told().filter((email) => email === desk)).toHaveLength(1);
    expect(flow.told()).not.toContain("other@second.example");
  });
});

test("a dead mailbox has the next one told in its place, as before", async () => {
  const flow = await aStory();
  await flow.sesTells({ kind: "bounced", permanent: true, detail: "Permanent/General 5.1.1" });
  expect(flow.told()).toContain("other@second.example");
});
