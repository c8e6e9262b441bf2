import { expect, test } from "vitest";
import type { ContactAnswer } from "../../functions/case/candidate.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * A name that its registry holds ends a case of the standard lane without a person: at the second
 * look-up, a day after the first, and where nobody has seen it since.
 */

type Flow = ReturnType<typeof aFlow>;

/** What the registry's RDAP says from now on. */
const registrySays = (flow: Flow, status: string | undefined): void =>
  flow.contacts(
    (): Partial<ContactAnswer> =>
      status === undefined ? {} : { addresses: [], candidates: [], outOfDns: status, heldSince: flow.now() },
  );
const held = async (what: Record<string, unknown> = {}, settings: Partial<Settings> = {}) => {
  const flow = aFlow(settings);
  registrySays(flow, "client hold");
  await flow.report(nativeMessage(what));
  return flow;
};

test.each(["client hold", "server hold", "redemption period", "pending delete"])(
  "by %s ends its case at the second look-up, a day later, and no person is asked",
  async (status) => {
    const flow = aFlow();
    registrySays(flow, status);
    await flow.report(nativeMessage());
    await flow.pass({ hours: 23 });
    expect([await flow.outcome(), await flow.questions()]).toEqual([undefined, []]);
    await flow.pass({ hours: 2 });
    expect([await flow.outcome(), flow.news, flow.mails]).toEqual(["gone", [], []]);
  },
);

test("ends its case where but a guess and its seller nobody is left to ask, and no urgent one", async () => {
  const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
  const guess = aCandidate({ email: "abuse@bad.example", confidence: "guess" });
  const outOfDns = (flow: Flow) =>
    flow.contacts(() => ({
      addresses: [],
      candidates: [guess, registrar],
      outOfDns: "client hold",
      heldSince: flow.now(),
    }));
  const [standard, urgent] = [aFlow(), aFlow()];
  outOfDns(standard);
  outOfDns(urgent);
  await standard.report(nativeMessage());
  await urgent.report(nativeMessage({ category: "ncii" }));
  await standard.pass({ hours: 25 });
  expect([await standard.outcome(), standard.mails]).toEqual(["gone", []]);
  expect(await urgent.questions()).toEqual(["no-contact"]);
});

test("after its desk was told ends the case as well, and nobody is reminded meanwhile", async () => {
  const flow = await aReportedFlow();
  registrySays(flow, "server hold");
  await flow.pass({ hours: 50 });
  expect([await flow.outcome(), flow.mails.length, await flow.questions()]).toEqual(["gone", 1, []]);
});

test("ends nothing while the name still has addresses: a person is asked", async () => {
  const flow = aFlow();
  const addresses = ["192.0.2.10"];
  flow.contacts(() => ({ addresses, candidates: [], outOfDns: "client hold", heldSince: flow.now() }));
  await flow.report(nativeMessage());
  await flow.pass({ hours: 50 });
  expect([await flow.outcome(), (await flow.questions()).length]).toEqual([undefined, 1]);
});

test("that flips back is none: its desk is told, and a hold after that is counted anew", async () => {
  const flow = await held();
  await flow.pass({ hours: 20 });
  registrySays(flow, undefined);
  await flow.pass({ hours: 5 });
  expect([await flow.outcome(), flow.mails.length]).toEqual([undefined, 1]);
  registrySays(flow, "client hold");
  await flow.pass({ hours: 40 });
  expect(await flow.outcome()).toBeUndefined();
  await flow.pass({ hours: 12 });
  expect(await flow.outcome()).toBe("gone");
});

test("is a person's where policy says so", async () => {
  const flow = aFlow();
  flow.policyBecomes(({ checks }) => ({ checks: { ...checks, registryHolds: "asks-a-person" } }));
  registrySays(flow, "client hold");
  await flow.report(nativeMessage());
  expect(await flow.questions()).toEqual(["name-gone"]);
});
