import { describe, expect, test } from "vitest";
import type { ContactAnswer } from "../../functions/case/candidate.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * A desk is told for an address that DNS gives now. What was known an hour ago says nothing of
 * where the host stands.
 */

const network = aCandidate();
const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream", range: "AS64500" });
const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const silence = (source: "dns" | "rdap", server: string) =>
  ({ source, server, outcome: "silent", detail: "No answer in time." }) as const;
const silentDns: Partial<ContactAnswer> = {
  addresses: [],
  candidates: [],
  failures: [silence("dns", "dns")],
  retry: true,
};
const nobodys: Partial<ContactAnswer> = {
  addresses: [],
  candidates: [],
  failures: [
    {
      source: "dns",
      server: "dns",
      outcome: "refused",
      detail: "The name points to addresses in reserved ranges; they name nobody.",
    },
  ],
};

const steps = async (flow: ReturnType<typeof aFlow>) =>
  (await flow.theCase()).notices.flatMap(({ step, to, sentAt }) => (sentAt ? [`${step} ${to.email}`] : []));

describe("while DNS does not say where the host stands", () => {
  test.each([
    ["it is silent", silentDns],
    ["it gives addresses that are nobody's", nobodys],
  ])("nobody is reminded; who hosts it then is, as soon as it does: %s", async (_, answer) => {
    const flow = await aReportedFlow();
    flow.contacts(() => answer);
    await flow.pass({ hours: 30 });
    expect(await steps(flow)).toEqual(["first abuse@network.example"]);
    flow.contacts(() => ({}));
    await flow.pass({ hours: 2 });
    expect(await steps(flow)).toEqual(["first abuse@network.example", "reminder abuse@network.example"]);
  });

  test("nobody further up is told but the registrar, who answers for the domain", async () => {
    const flow = await aReportedFlow({
      contacts: { candidates: [network, upstream, registrar] },
      report: { target: { url: "https://bad.example/login" } },
    });
    flow.contacts(() => ({ ...silentDns, candidates: [registrar] }));
    await flow.pass({ hours: 60 });
    expect(await steps(flow)).toEqual(["first abuse@network.example", "escalation abuse@registrar.example"]);
  });

  test("what needs no address goes out: a mail to whom a person chose, and its reminder", async () => {
    const flow = await aReportedFlow({ contacts: silentDns });
    await flow.pass({ hours: 7 });
    await flow.decides({ verdict: { decision: "send-to", email: "desk@chosen.example" } });
    await flow.pass({ hours: 30 });
    expect(await steps(flow)).toEqual(["first desk@chosen.example", "reminder desk@chosen.example"]);
  });

  test("what needs no address goes out: a withdrawal", async () => {
    const flow = await aReportedFlow();
    flow.contacts(() => silentDns);
    await flow.pass({ hours: 2 });
    await flow.says("withdrawn");
    expect(await steps(flow)).toEqual(["first abuse@network.example", "withdrawal abuse@network.example"]);
  });

  test("a first notice that waited for a working day waits on; then a person is asked whom to write to", async () => {
    const flow = aFlow();
    const brand = { explanation: "Copies.", imitates: "Example", legitimateSite: "https://brand.example/" };
    await flow.pass({ hours: 9 });
    await flow.report(nativeMessage({ category: "brand", evidence: brand }));
    flow.contacts(() => silentDns);
    await flow.pass({ hours: 13 });
    expect([await steps(flow), (await flow.theCase()).reviews]).toEqual([[], []]);
    await flow.pass({ hours: 6 });
    expect([await steps(flow), await flow.questions()]).toEqual([[], ["no-contact"]]);
  });
});

test("who answers for where the host stood is not reminded where the latest look-up does not name them", async () => {
  const flow = await aReportedFlow({ contacts: { candidates: [network, upstream] } });
  await flow.pass({ hours: 49 });
  expect(await steps(flow)).toContain("escalation abuse@upstream.example");
  // Another block of the same provider, which somebody else carries.
  flow.contacts(() => ({ addresses: ["192.0.2.10", "198.51.100.9"], candidates: [network] }));
  await flow.pass({ hours: 30 });
  expect(await steps(flow)).not.toContain("reminder abuse@upstream.example");
});

test("a registry that is silent names whom it named before, while DNS gives the same addresses", async () => {
  const flow = await aReportedFlow({ contacts: { candidates: [network, upstream] } });
  await flow.pass({ hours: 49 });
  flow.contacts(() => ({ candidates: [network], failures: [silence("rdap", "rdap.registry.example")] }));
  await flow.pass({ hours: 30 });
  expect(await steps(flow)).toContain("reminder abuse@upstream.example");
});

test("is asked of DNS again no more rarely while a person has stopped sending", async () => {
  const looks = async (isStopped: boolean) => {
    const flow = aFlow();
    flow.contacts(() => ({ ...silentDns, candidates: [registrar] }));
    if (isStopped) flow.pause("standard");
    await flow.report(nativeMessage({ target: { url: "https://bad.example/login" } }));
    let count = 0;
    flow.contacts(() => {
      count++;
      return { ...silentDns, candidates: [registrar] };
    });
    for (let minutes = 0; minutes < 60; minutes++) await flow.pass({ minutes: 1 });
    return count;
  };
  expect(await looks(true)).toBeGreaterThanOrEqual(await looks(false));
});
