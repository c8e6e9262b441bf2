import { describe, expect, test } from "vitest";
import type { Candidate, ContactAnswer } from "../../functions/case/candidate.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, classifiedAbuse, nativeMessage } from "../support/a-flow.ts";

const day = 24;
/** A network of the host: its block is 198.51.<n>.0/24, and the host's address there .7. */
const desk = (n: number, spoilt: Partial<Candidate> = {}) =>
  aCandidate({
    email: `abuse@net-${n}.example`,
    name: `Net ${n}`,
    range: `198.51.${n}.0/24`,
    serves: [`198.51.${n}.7`],
    ...spoilt,
  });
const at = (...networks: readonly (number | Candidate)[]): Partial<ContactAnswer> => {
  const candidates = networks.map((network) => (typeof network === "number" ? desk(network) : network));
  return { addresses: [...new Set(candidates.flatMap(({ serves }) => serves ?? []))], candidates };
};
const csam = classifiedAbuse;

const lines = async (flow: ReturnType<typeof aFlow>) =>
  (await flow.theCase()).notices.filter(({ sentAt }) => sentAt).map(({ step, to }) => `${step} to ${to.email}`);
const questions = async (flow: ReturnType<typeof aFlow>) =>
  (await flow.theCase()).reviews.map(({ question, blocking }) => `${question}${blocking ? "!" : ""}`);

describe("a host that stands in several networks", () => {
  test("has each of them told at once by its own desk, however sure the look-up is of either", async () => {
    const flow = await aReportedFlow({ contacts: at(1, desk(2, { confidence: "medium" })) });
    expect([await lines(flow), await questions(flow)]).toEqual([
      ["first to abuse@net-1.example", "first to abuse@net-2.example"],
      [],
    ]);
  });

  test("has three of them told, and a person is asked about the others, by name", async () => {
    const flow = await aReportedFlow({ contacts: at(1, 2, 3, 4, 5) });
    await flow.pass({ minutes: 1 });
    expect(await lines(flow)).toEqual([1, 2, 3].map((n) => `first to abuse@net-${n}.example`));
    const [asked] = (await flow.theCase()).reviews;
    expect(asked?.reason).toContain("not told: abuse@net-4.example, abuse@net-5.example.");
  });

  test("has a person asked about addresses whose desks may not be written to, beside those that are told", async () => {
    const flow = await aReportedFlow({ contacts: { ...at(1), addresses: ["198.51.1.7", "203.0.113.7"] } });
    expect([await lines(flow), await questions(flow)]).toEqual([["first to abuse@net-1.example"], ["more-networks"]]);
  });

  test("has whoever the block's remark names told beside the registry's own field", async () => {
    const flow = await aReportedFlow({
      contacts: at(1, desk(1, { email: "helpdesk@ministry.example", confidence: "medium", beside: true })),
    });
    expect(await lines(flow)).toEqual(["first to abuse@net-1.example", "first to helpdesk@ministry.example"]);
  });
});

describe("a host that moves", () => {
  test.each(["phishing", "csam", "brand"])(
    "at each look-up has three networks told of its %s at most, and a person is asked",
    async (category) => {
      const flow = aFlow();
      let looks = 0;
      flow.contacts(() => at(++looks));
      await flow.report(
        nativeMessage({
          category,
          evidence: {
            explanation: "x",
            detectedBy: "manual-review",
            imitates: "B",
            legitimateSite: "https://b.example",
          },
        }),
      );
      await flow.pass({ hours: 15 * day });
      expect(new Set(flow.told()).size).toBeLessThanOrEqual(3);
      expect(flow.mails.length).toBeLessThanOrEqual(7);
      expect(await questions(flow)).toContain("more-networks");
    },
  );

  test("into a country that wants its police first is told of there after they have cleared it", async () => {
    const flow = await aReportedFlow({
      settings: { countries: [{ country: "DE", lawEnforcementFirst: true }] },
      contacts: { ...at(1), country: "NL" },
      report: csam,
    });
    flow.contacts(() => ({ ...at(1, 2), country: "NL", countries: ["NL", "DE"] }));
    await flow.pass({ hours: 25 });
    // Who heard of it before is reminded.
    expect([await lines(flow), await questions(flow)]).toEqual([
      ["first to abuse@net-1.example", "reminder to abuse@net-1.example"],
      ["clearance!"],
    ]);
    await flow.decides({ verdict: { decision: "clear" } });
    await flow.pass({ minutes: 5 });
    expect(await lines(flow)).toContain("first to abuse@net-2.example");
  });

  test("has nothing said of its move once it is back before the word of it went out", async () => {
    const flow = await aReportedFlow({ contacts: at(1) });
    flow.contacts(() => at(2));
    flow.sesSays((mail) =>
      mail.recipient === "abuse@net-1.example"
        ? { kind: "declined", code: "Throttling", final: false }
        : { kind: "accepted", sesMessageId: "ses" },
    );
    await flow.pass({ hours: 25, minutes: 30 });
    flow.contacts(() => at(1, 2));
    await flow.pass({ hours: 24 });
    flow.sesSays(() => ({ kind: "accepted", sesMessageId: "ses" }));
    await flow.pass({ hours: 2 });
    const { notices } = await flow.theCase();
    expect(notices.filter(({ step }) => step === "moved").map(({ state }) => state)).toEqual(["cancelled"]);
    expect((await lines(flow)).filter((line) => line === "first to abuse@net-1.example")).toHaveLength(2);
  });

  test("is not ended by the word of a desk at which the last look-up did not find it", async () => {
    const flow = await aReportedFlow({ contacts: at(1) });
    const first = (await flow.theCase()).notices[0]?.id ?? "";
    flow.contacts(() => at(2));
    await flow.pass({ hours: 24, minutes: 20 });
    expect(await lines(flow)).toEqual(["first to abuse@net-1.example", "first to abuse@net-2.example"]);
    await flow.deskReplies("removed", true, { about: first });
    expect((await flow.theCase()).closed).toBeUndefined();
  });
});

const carrier = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
const withCarrier = ({ candidates = [], ...rest }: Partial<ContactAnswer>) => ({
  ...rest,
  candidates: [...candidates, carrier],
});
const bounced = { kind: "bounced", permanent: true, detail: "Permanent/General 5.1.1" } as const;

test("a host that has another dead mailbox at each look-up has four written to, and a person is asked", async () => {
  const flow = aFlow();
  let lookUps = 0;
  flow.contacts(() => withCarrier(at(lookUps++)));
  await flow.report(nativeMessage(csam));
  for (let hours = 0; hours < 60; hours++) {
    const isDead = ({ to }: Notice) => to.email.includes("@net-") && to.email !== desk(0).email;
    if ((await flow.theCase()).notices.some((notice) => notice.state === "sent" && isDead(notice)))
      await flow.sesTells(bounced);
    await flow.pass({ hours: 1 });
  }
  expect((await lines(flow)).filter((line) => line.startsWith("first to abuse@net-"))).toEqual(
    [0, 1, 2, 3, 4].map((at) => `first to abuse@net-${at}.example`),
  );
  expect(await questions(flow)).toContain("no-contact");
});
