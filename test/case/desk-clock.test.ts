import { describe, expect, test } from "vitest";
import { holdCase, releaseCase } from "../../functions/review/hold.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, classifiedAbuse, nativeMessage } from "../support/a-flow.ts";

const network = aCandidate();
const upstream = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
const csam = classifiedAbuse;
const police = { countries: [{ country: "NL", lawEnforcementFirst: true }] };

type Flow = ReturnType<typeof aFlow>;
const asked = async (flow: Flow) => (await flow.theCase()).reviews.map(({ question }) => question);
const steps = async (flow: Flow) => (await flow.theCase()).notices.map(({ to, step }) => `${step} ${to.email}`);
const hold = async (flow: Flow) => {
  await holdCase(flow.work, { caseId: (await flow.theCase()).id, by: "jane", why: "the police asked" });
};
const release = async (flow: Flow) => {
  await releaseCase(flow.work, { caseId: (await flow.theCase()).id, by: "jane", why: "they are done" });
  await flow.run();
};

describe("time that a person or the police hold is nobody's delay", () => {
  test("a case that is cleared on its third day leaves its desk two days of its own", async () => {
    const flow = await aReportedFlow({ settings: police, contacts: { candidates: [network] }, report: csam });
    await flow.pass({ hours: 72 });
    expect([flow.told(), await asked(flow)]).toEqual([[], ["clearance"]]);
    await flow.decides({ verdict: { decision: "clear" } });
    expect(flow.told()).toEqual([network.email]);
    await flow.pass({ minutes: 10 });
    expect(await asked(flow)).toEqual([]);
    await flow.pass({ hours: 23 });
    expect(await steps(flow)).toEqual([`first ${network.email}`]);
    await flow.pass({ hours: 2 });
    expect(await steps(flow)).toEqual([`first ${network.email}`, `reminder ${network.email}`]);
    await flow.pass({ hours: 24 });
    const { reviews } = await flow.theCase();
    expect(reviews.map(({ question }) => question)).toEqual(["unanswered"]);
  });

  test("a hold moves the reminder, the next escalation level and on-call's question", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [network, upstream] } });
    await flow.pass({ hours: 20 });
    await hold(flow);
    await flow.pass({ hours: 24 * 6 });
    await release(flow);
    await flow.pass({ hours: 3 });
    expect(await steps(flow)).toEqual([`first ${network.email}`]);
    await flow.pass({ hours: 2 });
    expect(await steps(flow)).toEqual([`first ${network.email}`, `reminder ${network.email}`]);
    // 48 hours of its own and six days of the hold after its first notice.
    await flow.pass({ hours: 22 });
    expect(await steps(flow)).toHaveLength(2);
    await flow.pass({ hours: 2 });
    expect(await steps(flow)).toHaveLength(3);
    expect(await asked(flow)).toEqual([]);
  });

  test("a notice that went out after a hold has its whole time, and no more", async () => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [network] }));
    await flow.takeIn(nativeMessage());
    await hold(flow);
    await flow.run();
    await flow.pass({ hours: 50 });
    await release(flow);
    await flow.pass({ hours: 1 });
    const [first] = (await flow.theCase()).notices;
    expect(first?.state).toBe("sent");
    await flow.pass({ hours: 22 });
    expect(await steps(flow)).toHaveLength(1);
    await flow.pass({ hours: 2 });
    expect(await steps(flow)).toEqual([`first ${network.email}`, `reminder ${network.email}`]);
  });

  test("a wait that a person set goes on after a hold with what was left of it", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [network] } });
    await flow.pass({ hours: 49 });
    expect(await asked(flow)).toEqual(["unanswered"]);
    await flow.decides({ verdict: { decision: "look-again" } });
    await flow.pass({ hours: 40 });
    await hold(flow);
    await flow.pass({ hours: 100 });
    await release(flow);
    await flow.pass({ hours: 6 });
    expect(await asked(flow)).toEqual([]);
    await flow.pass({ hours: 3 });
    expect(await asked(flow)).toEqual(["unanswered"]);
  });

  test("a question beside which the case goes on does not stop the clock", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [network] }, report: { live: true } });
    expect(await asked(flow)).toEqual(["live"]);
    await flow.pass({ hours: 25 });
    expect(await steps(flow)).toEqual([`first ${network.email}`, `reminder ${network.email}`]);
    expect((await flow.theCase()).kept).toBeUndefined();
  });

  test("two holds and a question at once count once", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [network] } });
    await flow.says("hold");
    await flow.pass({ hours: 5 });
    await hold(flow);
    await flow.pass({ hours: 5 });
    await release(flow);
    expect((await flow.theCase()).kept).toEqual({ ms: 10 * 3_600_000 });
  });
});

test("a desk's answer and the policy's time are asked about, each by its own words", async () => {
  const flow = await aReportedFlow({ contacts: { candidates: [network, upstream] }, report: csam });
  await flow.deskReplies("refused", true);
  await flow.pass({ hours: 49 });
  expect((await flow.theCase()).reviews.map(({ question, reason }) => [question, reason])).toEqual([
    ["reply", "The desk refuses to act."],
    [
      "unanswered",
      "abuse@network.example answered that it refuses to act; it is not known to be gone. The 2 days that " +
        "the policy gives from the report are over.",
    ],
  ]);
});

describe("a question that blocks and that nobody answers", () => {
  const rings = async (message: Record<string, unknown>, hours: number) => {
    const flow = await aReportedFlow({ contacts: { candidates: [] }, report: message });
    await flow.sweepNow();
    const first = flow.news.length;
    await flow.pass({ hours });
    return [first, flow.news.length - first];
  };

  test("rings again each hour in the urgent lane", async () => {
    expect(await rings(csam, 5)).toEqual([1, 5]);
  });

  test("rings again each day in the standard lane", async () => {
    expect(await rings({}, 23)).toEqual([1, 0]);
    expect(await rings({}, 24 * 3 + 2)).toEqual([1, 3]);
  });

  test("rings again for a message that nobody could read", async () => {
    const flow = aFlow();
    await flow.takeIn("no report");
    await flow.sweepNow();
    const first = flow.news.length;
    await flow.pass({ hours: 25 });
    expect([first, flow.news.length]).toEqual([1, 2]);
  });

  test("rings no more once answered, and where the case goes on it rings once", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [network] }, report: { live: true } });
    await flow.pass({ hours: 20 });
    expect(flow.news).toHaveLength(1);
    await flow.decides({ verdict: { decision: "continue" } });
    await flow.pass({ hours: 3 });
    expect(flow.news).toHaveLength(1);
  });
});

describe("a case's questions are a list", () => {
  test("the police are asked beside two persons for a protected domain", async () => {
    const flow = aFlow();
    await flow.takeIn(nativeMessage(csam));
    await flow.runOne();
    flow.settingsBecome({ ...police, protectedDomains: ["bad.example"] });
    await flow.run();
    expect([flow.told(), await asked(flow)]).toEqual([[], ["protected-target", "clearance"]]);
  });

  test("what a desk writes next is asked, too; the same is asked once", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [network] } });
    await flow.deskReplies("question", true);
    await flow.pass({ minutes: 1 });
    await flow.deskReplies("unclear", true);
    await flow.pass({ minutes: 1 });
    await flow.deskReplies("unclear", true);
    expect((await flow.theCase()).reviews.map(({ reason }) => reason)).toEqual([
      "The desk asks something.",
      "The desk wrote something that no rule reads for certain.",
    ]);
  });

  test("whom to write to is asked also while a 'still up' waits", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [network] }, report: { category: "ncii" } });
    await flow.says("still-up");
    flow.contacts(() => ({ candidates: [], addresses: ["198.51.100.7"] }));
    await flow.pass({ hours: 30 });
    expect(await asked(flow)).toEqual(["still-up", "no-contact"]);
  });

  test("another provider's form is asked for also while one form waits", async () => {
    const flow = aFlow();
    const form = (name: string, scope: "network" | "upstream") => ({
      url: `https://${name}.example/form`,
      scope,
      name,
    });
    flow.contacts(() => ({
      candidates: [network, aCandidate({ email: "cert@nation.example", scope: "cert", source: "directory" })],
      forms: [form("carrier", "upstream")],
    }));
    await flow.report(nativeMessage());
    await flow.deskReplies("use-our-form", true);
    await flow.pass({ hours: 49 });
    expect(
      (await flow.theCase()).reviews
        .filter(({ question }) => question === "form-only")
        .map(({ forms }) => forms?.map(({ url }) => url)),
    ).toEqual([undefined, ["https://carrier.example/form"]]);
  });

  test("on-call hears first of what is live, before what blocks the case", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [] }, report: { live: true } });
    await flow.sweepNow();
    expect(await asked(flow)).toEqual(["live", "no-contact"]);
    expect(flow.news.flatMap(({ cases }) => cases.map(({ question }) => question))).toEqual(["live"]);
  });
});
