import { describe, expect, test } from "vitest";
import { findContact } from "../../functions/contact/find-contact.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { reopenCase } from "../../functions/review/reopen.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

/*
 * A closed case that a person opens again, since it should not have ended: it goes on from where it
 * stood, and nobody is told twice.
 */

const wrong = { by: "jane", why: "The desk's word was not true: it stands there as before." };

const ended = async () => {
  const flow = await aReportedFlow();
  await flow.deskReplies("removed", true);
  const { id: caseId, closed } = await flow.theCase();
  expect(closed?.outcome).toBe("removed");
  const reopen = async (spoilt: Partial<typeof wrong> = {}) => {
    const done = await reopenCase(flow.work, { caseId, ...wrong, ...spoilt });
    await flow.run();
    return done;
  };
  return { ...flow, caseId, reopen };
};
const first = aCandidate().email;
const refusedAs = (reason: string) => ({
  ok: false,
  error: { kind: "refused", reason: expect.stringMatching(reason) },
});

describe("a case that a person opens again", () => {
  test("is looked up anew and goes on; its desk hears nothing again, and the next one does", async () => {
    const flow = await ended();
    await flow.pass({ hours: 30 });
    flow.contacts(() => ({
      candidates: [aCandidate(), aCandidate({ email: "abuse@above.example", scope: "upstream" })],
    }));
    expect((await flow.reopen()).ok).toBe(true);
    const { closed, lookAgain, cameBack, level } = await flow.theCase();
    expect([closed, lookAgain, cameBack, level]).toEqual([undefined, undefined, undefined, 0]);
    expect(flow.told()).toEqual([first]);
    await flow.pass({ hours: 20 });
    expect(flow.told()).toEqual([first, "abuse@above.example"]);
  });

  test("does not go on by a look-up that was under way before; its own is asked for, once", async () => {
    const flow = aFlow();
    const { by, why } = wrong;
    flow.contacts(() => ({ candidates: [aCandidate({ email: "abuse@stale.example" })] }));
    await flow.takeIn(nativeMessage());
    const { id: caseId } = await flow.theCase();
    const fresh = aCandidate({ email: "abuse@fresh.example" });
    const says: string[] = [];
    await findContact(
      {
        ...flow.finding,
        log: { ...flow.finding.log, info: (code) => void says.push(code) },
        lookUp: async (state, at) => {
          const stale = await flow.finding.lookUp(state, at);
          flow.clockTo(plusMinutes(at, 3));
          await flow.takeIn(statusMessage("gone", flow.now()));
          flow.clockTo(plusMinutes(at, 6));
          await reopenCase(flow.work, { caseId, by, why });
          flow.contacts(() => ({ candidates: [fresh] }));
          return stale;
        },
      },
      { caseId },
    );
    expect((await flow.theCase()).notices).toEqual([]);
    expect(says).toEqual(["wake-up.no-op"]);
    await flow.run();
    await flow.pass({ hours: 3 });
    expect(flow.told()).toEqual([fresh.email]);
  });

  test("since its desk's word was not true is not closed by that word again: a person confirms it", async () => {
    const flow = await ended();
    await flow.pass({ minutes: 10 });
    await flow.reopen();
    await flow.deskReplies("removed", true);
    await flow.pass({ hours: 1 });
    const { closed, reviews } = await flow.theCase();
    expect([closed, reviews.map(({ question }) => question)]).toEqual([undefined, ["reply"]]);
    expect(reviews[0]?.reason).toContain("opened again");
  });

  test("is looked up before the next hears of it, also where a person told the next at once", async () => {
    const flow = aFlow();
    const upstream = aCandidate({ email: "abuse@above.example", scope: "upstream" });
    flow.contacts(() => ({ candidates: [aCandidate(), upstream] }));
    await flow.report(nativeMessage({ category: "ncii" }));
    await flow.deskReplies("not-ours", false);
    await flow.says("gone");
    const asked = (await flow.theCase()).reviews.find(({ question }) => question === "said-gone");
    await flow.gives({ verdict: { decision: "close", outcome: "gone" }, reviewId: asked?.id ?? "" });
    const { id: caseId, closed } = await flow.theCase();
    expect(closed).toBeDefined();
    const told = flow.told();
    flow.contacts(() => ({
      addresses: ["198.51.100.9"],
      candidates: [aCandidate({ email: "abuse@other.example", range: "198.51.100.0/24" })],
    }));
    // Its hint to look it up is late.
    const { dropHint } = flow.work;
    flow.work.dropHint = async () => {};
    await reopenCase(flow.work, { caseId, ...wrong });
    flow.clockTo(plusMinutes(flow.now(), 1));
    await flow.deskReplies("refused", true);
    const reply = (await flow.theCase()).reviews.find(({ question }) => question === "reply");
    const escalates = await flow.gives({ verdict: { decision: "escalate" }, reviewId: reply?.id ?? "" });
    expect([escalates.ok, (await flow.theCase()).lookAgain]).toEqual([true, plusMinutes(flow.now(), -1)]);
    flow.work.dropHint = dropHint;
    await flow.pass({ hours: 2 });
    const since = (await flow.theCase()).notices.filter(({ sentAt }) => sentAt !== undefined).slice(told.length);
    expect(since.map(({ to, step }) => [to.email, step])).toEqual([
      ["abuse@other.example", "first"],
      [first, "moved"],
    ]);
  });
});

describe("no case is opened again", () => {
  test("that every reporter took back", async () => {
    const flow = await aReportedFlow();
    await flow.says("withdrawn");
    await flow.pass({ hours: 1 });
    const { id: caseId, closed } = await flow.theCase();
    expect(closed?.outcome).toBe("withdrawn");
    expect(await reopenCase(flow.work, { caseId, ...wrong })).toEqual(refusedAs("Every reporter took the report back"));
  });

  test("beside another that is open on the same target; it is named", async () => {
    const flow = await aReportedFlow();
    await flow.says("gone");
    const { id: caseId } = await flow.theCase();
    await flow.pass({ hours: 1 });
    await flow.report(nativeMessage({ reportId: "r-2", seenAt: flow.now() }));
    const done = await reopenCase(flow.work, { caseId, ...wrong });
    expect(done).toEqual(refusedAs("The same is open as TD-"));
    expect(done).not.toEqual(refusedAs(caseId));
  });

  test.each([
    ["without a name", { by: " " }, "Say who decides"],
    ["without a reason", { why: " " }, "Say why in a sentence"],
  ])("%s", async (_, spoilt, reason) => {
    expect(await (await ended()).reopen(spoilt)).toMatchObject({
      error: { kind: "refused", reason: expect.stringContaining(reason) },
    });
  });

  test("that is not there, or forgotten", async () => {
    const flow = await ended();
    expect(await reopenCase(flow.work, { ...wrong, caseId: "TD-0000-0000-0000" })).toEqual({
      ok: false,
      error: { kind: "no-case" },
    });
    await flow.leap("2036-01-01T00:00:00.000Z");
    expect((await flow.theCase()).forgottenAt).toBeDefined();
    expect(await flow.reopen()).toEqual(refusedAs("is forgotten"));
  });
});
