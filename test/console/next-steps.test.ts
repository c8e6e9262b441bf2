import { describe, expect, it } from "vitest";
import { nextSteps } from "../../functions/console/case/next-steps.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { aConsole, threeAtNight as at, firstNotice } from "./a-console.ts";

const stepsOf = async (console: ReturnType<typeof aConsole>, caseId: string) => {
  const state = await console.read(caseId);
  return nextSteps(state, state.kind === "case" ? console.work.policyOf(state) : undefined, console.now());
};

describe("what comes next, if nobody does anything", () => {
  it("is the look-up, for a new case", async () => {
    const console = aConsole();
    expect(await stepsOf(console, await console.opened(aReport()))).toEqual([{ says: "Who answers for the host is being looked up.", at }]);
  });

  it("is reminder, next rung and person, each with its moment, once a notice is out", async () => {
    const console = aConsole();
    const caseId = await console.opened(aReport());
    const upstream = aCandidate({ email: "noc@upstream.example", scope: "upstream" });
    const state = await console.happened(caseId, { type: "contact-answered", at, answer: anAnswer({ askedAt: at, candidates: [aCandidate(), upstream] }) });
    const noticeId = firstNotice(state);
    expect(await stepsOf(console, caseId)).toEqual([
      { says: "The first notice to abuse@network.example goes out.", at },
      { says: "You are asked, if it is not known to be gone by then.", at: "2026-12-01T03:00:00.000Z" },
    ]);
    await console.happened(caseId, { type: "send-claimed", at, noticeId, attemptId: "a", subject: "s", renderHash: "0", recipientHash: "0" });
    expect((await stepsOf(console, caseId))[0]).toEqual({
      says: "The first notice to abuse@network.example counts as unknown unless the mail service answers before.",
      at: "2026-11-24T03:15:00.000Z",
    });
    await console.happened(caseId, { type: "sent", at, noticeId, attemptId: "a", sesMessageId: "m" });
    expect(await stepsOf(console, caseId)).toEqual([
      { says: "A reminder goes to abuse@network.example.", at: "2026-11-25T03:00:00.000Z" },
      { says: "Without an answer the next rung is told: the network above the host.", at: "2026-11-26T03:00:00.000Z" },
      { says: "You are asked, if it is not known to be gone by then.", at: "2026-12-01T03:00:00.000Z" },
    ]);
  });

  it("is the second look-up, and no mail, once DNS gave no such name; and the look-ups after it while a person is asked", async () => {
    const console = aConsole();
    const caseId = await console.opened(aReport());
    await console.happened(caseId, { type: "contact-answered", at, answer: anAnswer({ askedAt: at }) });
    await console.happened(caseId, { type: "contact-answered", at, answer: anAnswer({ askedAt: at, goneSince: at }) });
    expect(await stepsOf(console, caseId)).toEqual([
      { says: "DNS gave no such name: nobody is told or reminded before it is looked up again.", at: "2026-11-24T04:00:00.000Z" },
    ]);
    const failures = [{ source: "dns dns", outcome: "none", detail: "The name has no address." }] as const;
    const answer = anAnswer({ askedAt: at, addresses: [], candidates: [], failures });
    await console.happened(caseId, { type: "host-moved", at, answer, isGone: true });
    expect(await stepsOf(console, caseId)).toEqual([
      { says: "Nothing goes out before a person has answered the question." },
      { says: "The name is looked up again, and goes on by itself where it stands again.", at: "2026-11-24T04:00:00.000Z" },
    ]);
  });

  it("is nothing while a person is asked something that stops the case, or holds it", async () => {
    const console = aConsole();
    const caseId = await console.opened(aReport());
    await console.happened(caseId, { type: "contact-answered", at, answer: anAnswer({ askedAt: at, candidates: [] }) });
    expect(await stepsOf(console, caseId)).toEqual([{ says: "Nothing goes out before a person has answered the question." }]);
    await console.happened(caseId, { type: "held", at, by: "police", why: "investigation", until: "2026-11-25T03:00:00.000Z" });
    expect(await stepsOf(console, caseId)).toEqual([{ says: "Nothing goes out: police holds the case until then.", at: "2026-11-25T03:00:00.000Z" }]);
  });

  it("is a person, for a message that could not be read", async () => {
    const console = aConsole();
    expect(await stepsOf(console, await console.unreadable("?"))).toEqual([
      { says: "Waits for a person. The message is kept, without what may be content in it." },
    ]);
  });

  it("is a person, for what a reporter said of reports that nobody knows, and more of the kind until then", async () => {
    const console = aConsole();
    expect(await stepsOf(console, await console.strayed())).toEqual([{ says: "Waits for a person. What is said of the kind until then joins it." }]);
  });
});
