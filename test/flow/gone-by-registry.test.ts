import { describe, expect, test } from "vitest";
import type { ContactAnswer } from "../../functions/case/candidate.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { reopenCase } from "../../functions/review/reopen.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * A name that its registry holds ends a case of the standard lane without a person: at the second
 * look-up, a day after the first, and where nobody has seen it since.
 */

const withChecker: Partial<Settings> = {
  reporters: aSettings().reporters.map((one) => (one.id === "hotline" ? { ...one, checks: true } : one)),
};
const mayReportLive: Settings["reporters"] = aSettings().reporters.map((one) => ({ ...one, liveIn: ["phishing"] }));
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

describe("a name that its registry holds", () => {
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

  test.each(["standard", "urgent"])(
    "is not asked of its registrar, who acted already, in the %s lane",
    async (lane) => {
      const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
      const flow = aFlow(lane === "urgent" ? { reporters: mayReportLive } : {});
      flow.contacts(() => ({ addresses: [], candidates: [registrar], outOfDns: "client hold", heldSince: flow.now() }));
      await flow.report(nativeMessage({ domainIsMalicious: true, live: lane === "urgent" }));
      await flow.pass({ hours: 25 });
      expect([flow.mails, await flow.outcome()]).toEqual([[], lane === "urgent" ? undefined : "gone"]);
      expect(await flow.questions()).toEqual(lane === "urgent" ? ["live", "name-gone"] : []);
    },
  );

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

  test("is a person's where a registrar or WHOIS says so, as ever", async () => {
    const flow = await aReportedFlow({ contacts: { addresses: [], candidates: [], outOfDns: "client hold" } });
    await flow.pass({ hours: 30 });
    expect([await flow.outcome(), await flow.questions()]).toEqual([undefined, ["name-gone"]]);
  });

  test("is a person's in the urgent lane, at once", async () => {
    const flow = await held({ category: "ncii" });
    expect(await flow.questions()).toEqual(["name-gone"]);
    await flow.pass({ hours: 30 });
    expect(await flow.outcome()).toBeUndefined();
  });

  test("is a person's where policy says so", async () => {
    const flow = aFlow();
    flow.policyBecomes(({ checks }) => ({ checks: { ...checks, registryHolds: "asks-a-person" } }));
    registrySays(flow, "client hold");
    await flow.report(nativeMessage());
    expect(await flow.questions()).toEqual(["name-gone"]);
  });

  test("is a person's where a person opened the case again, whatever was found before or is found since", async () => {
    const byHand = async (flow: Flow) => {
      const { id: caseId } = await flow.theCase();
      const done = await reopenCase(flow.work, { caseId, by: "jane", why: "It opens here: the hold is not true." });
      expect(done.ok).toBe(true);
      await flow.run();
    };
    const closedByIt = await held();
    await closedByIt.pass({ hours: 25 });
    await byHand(closedByIt);
    const closedBefore = await held();
    await closedBefore.pass({ hours: 3 });
    await closedBefore.says("gone");
    await closedBefore.pass({ hours: 7 });
    await byHand(closedBefore);
    for (const flow of [closedByIt, closedBefore]) {
      await flow.pass({ hours: 50 });
      expect([await flow.outcome(), await flow.questions()]).toEqual([undefined, ["name-gone"]]);
    }
  });

  test("is a person's where a reporter sees it still, and where another reports it meanwhile", async () => {
    const [said, reported] = [await held(), await held()];
    await said.pass({ hours: 3 });
    await said.says("still-up");
    await reported.pass({ hours: 3 });
    await reported.report(nativeMessage({ reporter: "cert", reportId: "c-1", seenAt: reported.now() }));
    for (const flow of [said, reported]) {
      await flow.pass({ hours: 30 });
      expect([await flow.outcome(), await flow.questions()]).toEqual([undefined, ["name-gone"]]);
    }
  });

  test("ends a reporter's hold no sooner than they let go", async () => {
    const flow = await held();
    await flow.says("hold");
    await flow.pass({ hours: 30 });
    expect(await flow.outcome()).toBeUndefined();
    await flow.says("release");
    await flow.pass({ hours: 1 });
    expect(await flow.outcome()).toBe("gone");
  });

  test("is asked of whoever can look first, and their 'gone' ends it within minutes", async () => {
    const flow = await held({}, withChecker);
    await flow.says("gone");
    await flow.pass({ minutes: 2 });
    expect(await flow.outcome()).toBe("gone");
  });

  test("that was closed so and is back goes on by a reporter's word", async () => {
    const flow = await held();
    await flow.pass({ hours: 25 });
    registrySays(flow, undefined);
    await flow.says("still-up");
    await flow.pass({ hours: 20 });
    expect([await flow.outcome(), flow.mails.length]).toEqual([undefined, 1]);
  });
});
