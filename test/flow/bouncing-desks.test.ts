import { describe, expect, test } from "vitest";
import { takeInDelivery } from "../../functions/answers/take-in-delivery.ts";
import type { Lane } from "../../functions/report/category.ts";
import type { MailEnd } from "../../functions/send/circuit-breaker.ts";
import { aCandidate } from "../support/a-case.ts";
import { type aFlow, aReportedFlow, classifiedAbuse } from "../support/a-flow.ts";

const mailboxes = (count: number) =>
  Array.from({ length: count }, (_, at) => aCandidate({ email: `abuse@box-${at}.bounces.example` }));
const carrier = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
type Flow = ReturnType<typeof aFlow>;

/** Every mail comes back for good, until none follows. */
const allBounce = async (flow: Flow) => {
  for (let mails = 0; mails < flow.mails.length; ) {
    mails = flow.mails.length;
    await flow.sesTells({ kind: "bounced", permanent: true, detail: "Permanent/General 5.1.1" });
  }
};
const reviews = async (flow: Flow) =>
  (await flow.theCase()).reviews.map(({ question, blocking, reason }) => [question, blocking, reason]);

describe.each([
  ["urgent", classifiedAbuse],
  ["standard", {}],
] as const)("a host whose block names three hundred mailboxes that all bounce, in the %s lane", (_, message) => {
  test("is written to four times: once, and thrice in the first one's place; then a person says whom", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: mailboxes(300) }, report: message });
    await allBounce(flow);
    await flow.pass({ hours: 5 });
    expect(flow.mails).toHaveLength(4);
    expect(await reviews(flow)).toEqual([
      [
        "no-contact",
        true,
        "Mail to 4 mailboxes of this host's desk came back or was unwanted. " +
          "Others are named, and no machine tries them.",
      ],
    ]);
  });

  test("is told above meanwhile, where somebody is", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [...mailboxes(300), carrier] }, report: message });
    await allBounce(flow);
    expect(flow.told().filter((email) => email !== carrier.email)).toHaveLength(4);
    expect(flow.told()).toContain(carrier.email);
    expect(
      (await flow.theCase()).reviews
        .filter(({ question }) => question === "no-contact")
        .map(({ blocking }) => blocking),
    ).toEqual([false]);
  });
});

test("complaints count as bounces do, and one that a person names then is written to", async () => {
  const flow = await aReportedFlow({ contacts: { candidates: mailboxes(9) } });
  for (const kind of ["complained", "bounced", "complained", "bounced"] as const)
    await flow.sesTells(kind === "bounced" ? { kind, permanent: true, detail: "Permanent/General 5.1.1" } : { kind });
  expect([flow.mails.length, (await reviews(flow)).map(([question]) => question)]).toEqual([4, ["no-contact"]]);
  await flow.decides({ verdict: { decision: "send-to", email: "noc@living.example" } });
  await flow.pass({ hours: 1 });
  expect([flow.told().at(-1), await reviews(flow)]).toEqual(["noc@living.example", []]);
});

describe("what counts for our reputation", () => {
  const ends = async (detail: object): Promise<readonly (readonly [Lane, MailEnd, string])[]> => {
    const flow = await aReportedFlow();
    const [notice] = (await flow.theCase()).notices;
    const noted: (readonly [Lane, MailEnd, string])[] = [];
    const body = {
      mail: { messageId: "ses-1", timestamp: flow.now(), tags: { attempt: [notice?.attemptId] } },
      ...detail,
    };
    await takeInDelivery({ ...flow.work, noteEnd: (...end) => void noted.push(end) }, JSON.stringify(body));
    await flow.run();
    return noted;
  };

  test("a bounce, with whose mailbox it was", async () => {
    expect(await ends({ eventType: "Bounce", bounce: { bounceType: "Permanent", bounceSubType: "NoEmail" } })).toEqual([
      ["standard", "bounced", "abuse@network.example"],
    ]);
  });
});

test("the desk of another network that serves the host is not hidden by three hundred of the first", async () => {
  const flow = await aReportedFlow({
    contacts: {
      candidates: [...mailboxes(300), aCandidate({ email: "abuse@second.example", range: "198.51.100.0/24" }), carrier],
    },
  });
  const named = (await flow.theCase()).contact?.candidates.map(({ email }) => email) ?? [];
  expect([named.length, named.slice(-2)]).toEqual([7, ["abuse@second.example", carrier.email]]);
});
