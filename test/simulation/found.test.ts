import { describe, expect, test } from "vitest";
import { neverRefused } from "../../functions/contact/account-turn.ts";
import { takeInReport } from "../../functions/intake/take-in-report.ts";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { fail } from "../../functions/kernel/result.ts";
import { neverRestored } from "../../functions/send/restore-guard.ts";
import { sendHinted } from "../../functions/send/send-notice.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";
import { memoryDeskMails } from "../support/memory-desk-mails.ts";
import { lightCompose } from "./cast.ts";

/* What the simulation found, as short stories. */

const network = aCandidate();
const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const cert = aCandidate({ email: "reports@cert-nl.example", scope: "cert", source: "directory" });
const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream" });
const movedAway = { addresses: ["203.0.113.7"], candidates: [aCandidate({ email: "abuse@elsewhere.example" })] };

test("a desk that complained about the withdrawal is not reminded when the case is opened again", async () => {
  const flow = await aReportedFlow();
  await flow.says("withdrawn");
  await flow.sesTells({ kind: "complained" });
  await flow.says("still-up");
  await flow.pass({ hours: 30 });
  expect(flow.mails).toHaveLength(2);
});

describe("a report that every reporter took back", () => {
  test("closes though a person was asked something about it", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [] } });
    expect((await flow.theCase()).reviews[0]?.question).toBe("no-contact");
    await flow.says("withdrawn");
    expect(await flow.outcome()).toBe("withdrawn");
  });

  test("is taken back from the desk that had it, also when the host moved since", async () => {
    const flow = await aReportedFlow();
    await flow.pass({ hours: 2 });
    flow.contacts(() => movedAway);
    await flow.says("withdrawn");
    const { notices, closed } = await flow.theCase();
    expect([flow.told(), notices.at(1)?.step, closed?.outcome]).toEqual([
      [network.email, network.email],
      "withdrawal",
      "withdrawn",
    ]);
  });

  test("is asked of nobody once more when SES refuses late what was on the wire", async () => {
    const flow = aFlow();
    const { commit } = flow.store;
    let isWithdrawn = false;
    const withdrawnMeanwhile: typeof commit = async (change) => {
      if (change.events.some(({ type }) => type === "send-declined") && !isWithdrawn) {
        isWithdrawn = true;
        await takeInReport(
          { ...flow.work, rules: aSettings() },
          { text: statusMessage("withdrawn", flow.now()), queueLane: "standard", receives: 1 },
        );
      }
      return commit(change);
    };
    Object.assign(flow.store, { commit: withdrawnMeanwhile });
    flow.sesSays(() => ({ kind: "declined", code: "Throttling", final: false }));
    await flow.report(nativeMessage());
    flow.sesSays(() => ({ kind: "accepted", sesMessageId: "ses-2" }));
    await flow.pass({ hours: 2 });
    expect([flow.mails.length, await flow.outcome()]).toEqual([1, "withdrawn"]);
  });

  test("is not taken back from a desk that complained about the reminder", async () => {
    const flow = await aReportedFlow();
    await flow.pass({ hours: 25 });
    expect(flow.mails).toHaveLength(2);
    await flow.sesTells({ kind: "complained" });
    await flow.says("withdrawn");
    expect([flow.mails.length, await flow.outcome()]).toEqual([2, "withdrawn"]);
  });
});

test("a message that could not be read stays on its queue when its entry could not be written", async () => {
  const flow = aFlow();
  flow.work.store = { ...flow.store, writeEntry: async () => fail({ kind: "somebody-was-first" }) };
  expect(await flow.report("{}")).toBe("later");
});

test("a case whose due time a question took over comes before the sweep once an hour, not each minute", async () => {
  const flow = await aReportedFlow();
  await flow.says("still-up");
  await flow.pass({ hours: 24 * 8 });
  expect((await flow.store.due(flow.now(), 10)).length).toBe(0);
});

describe("where it was said to be still up, as the time comes to ask that nobody acted", () => {
  /**
   * Registries that stayed silent at first leave the last escalation level's reminder for shortly after that
   * time.
   */
  const onItsSeventhDay = async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [], addresses: [], retry: true } });
    await flow.pass({ minutes: 10 });
    flow.contacts(() => ({ candidates: [network, upstream, registrar, cert] }));
    await flow.pass({ minutes: 50 });
    await flow.says("still-up");
    await flow.pass({ hours: 7 * 24 - 2 });
    await flow.pass({ minutes: 70 });
    const { openedAt, reviews } = await flow.theCase();
    expect([flow.now(), reviews.map(({ question }) => question)]).toEqual([
      plusMinutes(openedAt, 7 * 24 * 60 + 10),
      ["unanswered"],
    ]);
    return flow;
  };

  test("nothing is written as due at that past time: the watchdog would take the sweep for late", async () => {
    const flow = await onItsSeventhDay();
    await flow.sesTells({ kind: "delivered" });
    expect(await flow.store.due(flow.now(), 10)).toEqual([]);
  });

  test("the next reminder goes out in its own minute", async () => {
    const flow = await onItsSeventhDay();
    await flow.pass({ minutes: 60 });
    const sentAt = (wanted: string) =>
      lastTold.find(({ step, to }) => step === wanted && to.email === cert.email)?.sentAt;
    const { notices: lastTold } = await flow.theCase();
    const escalatedAt = sentAt("escalation") ?? "";
    expect(sentAt("reminder")).toBe(plusHours(escalatedAt, 24));
  });
});

test("a notice that found no turn leaves no due time on a case that was held meanwhile", async () => {
  const flow = aFlow();
  const keys = { current: "k1", keys: { k1: "a key for tests that opens nothing" } };
  // Refused by SES once, the notice waits again, and this test is the one who sends it.
  flow.sesSays(() => ({ kind: "declined", code: "Throttling", final: false }));
  await flow.report(nativeMessage());
  const { id } = await flow.theCase();
  const hold = statusMessage("hold", flow.now());
  const sending = {
    ...flow.work,
    settings: aSettings(),
    inForce: async () => ({ settings: aSettings(), policyOf: flow.work.policyOf }),
    replyKeys: async () => keys,
    messageIdDomain: "email.amazonses.com",
    compose: lightCompose,
    sendOnce: async () => ({ kind: "uncertain", code: "never asked" }) as const,
    isPaused: async () => false,
    guard: neverRestored,
    deskMails: memoryDeskMails(),
    jitter: () => 0.5,
    accountTurn: neverRefused,
    takeTurn: async () => {
      await takeInReport({ ...flow.work, rules: aSettings() }, { text: hold, queueLane: "standard", receives: 1 });
      return { kind: "no-turn", why: "rate" } as const;
    },
  };
  const later = { ...sending, clock: { now: () => plusMinutes(flow.now(), 2) } };
  await sendHinted(later, { caseId: id });
  await flow.pass({ minutes: 10 });
  expect([(await flow.theCase()).reviews[0]?.question, await flow.store.due(flow.now(), 10)]).toEqual(["held", []]);
});
