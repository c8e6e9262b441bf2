import { describe, expect, it } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { nextSteps, whatFollows } from "../../functions/console/case/next-steps.ts";
import type { Decision } from "../../functions/review/questions.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { aConsole, threeAtNight as at, type Console, firstNotice } from "./a-console.ts";

const stepsOf = async (console: Console, caseId: string) => {
  const state = await console.read(caseId);
  return nextSteps(state, console.work.policyOf, console.now());
};

const looksUp = "The host’s abuse contacts are looked up, and the case goes on from what is found.";
const waits = "No mail goes out until a person decides.";

describe("what comes next, if nobody does anything", () => {
  it("is the look-up, for a new case", async () => {
    const console = aConsole();
    expect(await stepsOf(console, await console.opened(aReport()))).toEqual([{ says: [looksUp], at }]);
  });

  it("is the reminder when the time that the desk gave its customer is over, as the case's page says", async () => {
    const console = aConsole();
    const caseId = await console.opened(aReport());
    const noticeId = firstNotice(await console.lookedUp(caseId));
    const until = "2026-11-25T15:00:00.000Z";
    await console.sent(caseId, noticeId, "m");
    await console.replied(caseId, noticeId, {
      replyClass: "passed-on",
      authenticated: true,
      customerHasUntil: until,
    });
    expect((await stepsOf(console, caseId))[0]).toEqual({
      says: ["The reminder to abuse@network.example goes out."],
      at: until,
    });
    const { text } = await console.get(`/cases/${caseId}`);
    expect(text).toContain(
      "Passed on to its customer 24 Nov 2026, 03:00 UTC. The customer has until 25 Nov 2026, 15:00",
    );
  });

  it("is the second look-up, and no mail, once DNS gave no such name; then those while a person is asked", async () => {
    const console = aConsole();
    const caseId = await console.opened(aReport());
    await console.lookedUp(caseId);
    await console.lookedUp(caseId, { goneSince: at });
    expect(await stepsOf(console, caseId)).toEqual([
      { says: ["The domain does not resolve: nobody is notified or reminded before it is looked up again."] },
      { says: [looksUp], at: "2026-11-24T04:00:00.000Z" },
    ]);
    const failures = [{ source: "dns", server: "dns", outcome: "none", detail: "The name has no address." }] as const;
    const answer = anAnswer({ askedAt: at, addresses: [], candidates: [], failures });
    await console.happened(caseId, { type: "host-moved", at, answer, left: [], isGone: true });
    expect(await stepsOf(console, caseId)).toEqual([
      { says: [waits] },
      { says: [looksUp], at: "2026-11-24T04:00:00.000Z" },
    ]);
  });

  it("is the end of a hold that has one, with what the hold kept", async () => {
    const console = aConsole();
    const caseId = await console.opened(aReport());
    const until = "2026-11-25T03:00:00.000Z";
    await console.happened(caseId, { type: "held", at, by: "police", why: "investigation", until });
    await console.lookedUp(caseId);
    expect((await stepsOf(console, caseId))[0]).toEqual({
      says: [
        "Nothing goes out: police holds the case until then.",
        "The first notice to abuse@network.example goes out.",
      ],
      at: until,
    });
  });
});

describe("what follows from an answer", () => {
  /** To the question that was asked by hand. */
  const followsIn = (console: Console, state: Case) => (decision: Decision) => {
    const review = state.reviews.find(({ id }) => id.endsWith(".9"));
    return review && whatFollows(state, review, decision, { by: "jane", policyOf: console.work.policyOf, now: at });
  };
  const aSilentCase = async (above: readonly ReturnType<typeof aCandidate>[] = []) => {
    const console = aConsole();
    const caseId = await console.opened(aReport());
    const noticeId = firstNotice(await console.lookedUp(caseId, { candidates: [aCandidate(), ...above] }));
    await console.claimed(caseId, noticeId);
    await console.sent(caseId, noticeId, "m");
    return followsIn(console, await console.asks(caseId, "unanswered", "No desk has answered."));
  };
  const upstream = aCandidate({ email: "noc@upstream.example", scope: "upstream" });

  it.each([
    ["wait", "In 1 day: The reminder to abuse@network.example goes out."],
    ["escalate", "Then: Escalated to the network above the host. The escalation to noc@upstream.example goes out."],
    ["send-to", "Then: The first notice to this mailbox goes out."],
    ["look-again", `Then: ${looksUp}`],
    ["close", undefined],
  ] as const)("%s: what the machine does with it", async (decision, says) => {
    expect((await aSilentCase([upstream]))(decision)).toEqual(says && { says });
  });

  it("goes on to when a person is asked, however many moments come before", async () => {
    const console = aConsole();
    const caseId = await console.opened(aReport({ target: { kind: "host", host: "bad.example" } }));
    const candidates = (["network", "upstream", "registrar", "cert"] as const).map((scope) =>
      aCandidate({ scope, email: `${scope}@desk.example` }),
    );
    await console.lookedUp(caseId, { candidates });
    const says = (await stepsOf(console, caseId)).map((step) => step.says.join(" "));
    expect(says.findIndex((one) => one.includes("You are asked"))).toBe(says.length - 1);
    expect(says.length).toBeGreaterThan(6);
    expect(says.at(-1)).toContain("You are asked “No confirmation that it was removed. What next?”");
  });

  it.each([
    ["offers no notice again that can't be written still", {}, true],
    ["sends one that can be written by now", { detectedBy: "manual-review" }, false],
  ] as const)("%s", async (_, more, isRefused) => {
    const console = aConsole();
    const evidence = { explanation: "Reported by a person.", classification: "baseline", ...more } as const;
    const caseId = await console.opened(aReport({ category: "csam", evidence }));
    const noticeId = firstNotice(await console.lookedUp(caseId));
    const problem = "The case does not say how it was found.";
    await console.happened(caseId, { type: "refused", at, noticeId, problem });
    const { text } = await console.get(`/cases/${caseId}`);
    const read = text.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    expect(/value="send-again"[^>]* disabled/.test(text)).toBe(isRefused);
    expect(read.includes("It can’t be written as the case is.")).toBe(isRefused);
    expect(read.includes("At once: The first notice to abuse@network.example goes out.")).toBe(!isRefused);
  });

  it("says what closing stops", async () => {
    const console = aConsole();
    const caseId = await console.opened(aReport());
    await console.lookedUp(caseId);
    const state = await console.asks(caseId, "still-up", "hotline says that it is still up.", { blocking: false });
    expect(followsIn(console, state)("close")).toEqual({
      says: "Then: The first notice to abuse@network.example does not go out. The case is closed.",
    });
  });
});
