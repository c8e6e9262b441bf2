import { describe, expect, test } from "vitest";
import { holdCase, releaseCase } from "../../functions/review/hold.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, classifiedAbuse, nativeMessage } from "../support/a-flow.ts";

/* While nothing could go out, nobody was silent. */

const network = aCandidate();
const upstream = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
const csam = classifiedAbuse;
type Flow = ReturnType<typeof aFlow>;
const asked = async (flow: Flow) =>
  (await flow.theCase()).reviews.map(({ question, reason }) => `${question}: ${reason}`);
const aFlowToTwo = (): Flow => {
  const flow = aFlow();
  flow.contacts(() => ({ candidates: [network, upstream] }));
  return flow;
};

describe("a case whose first notice waited since nothing could go out", () => {
  test.each([48, 100])(
    "for %d hours of a stop: its desk has its own two days before anybody is asked",
    async (hours) => {
      const flow = aFlowToTwo();
      flow.pause("urgent", "standard");
      await flow.report(nativeMessage(csam));
      await flow.pass({ hours });
      flow.pause();
      await flow.pass({ hours: 1 });
      expect([flow.told(), await asked(flow)]).toEqual([[network.email], []]);
      await flow.pass({ hours: 46 });
      expect(await flow.questions()).toEqual([]);
      await flow.pass({ hours: 2 });
      // The story sweeps every half hour.
      expect(await asked(flow)).toEqual([
        "unanswered: No desk has answered. The 2 days that the policy gives from the report are over, and " +
          `${hours + 1} hours for which a hold, a question or a stop of sending kept the case do not count.`,
      ]);
    },
  );

  test("in the standard lane, too", async () => {
    const flow = aFlowToTwo();
    flow.pause("standard");
    await flow.report(nativeMessage());
    await flow.pass({ hours: 24 * 8 });
    flow.pause();
    await flow.pass({ hours: 24 * 2 });
    expect(await flow.questions()).toEqual([]);
  });

  test("since the stop came between claim and wire, or SES refuses the account again and again", async () => {
    const flow = aFlowToTwo();
    let isPaused = true;
    flow.sesSays(() =>
      isPaused
        ? { kind: "declined", code: "AccountSendingPausedException", final: false, of: "account" }
        : { kind: "accepted", sesMessageId: "ses-1" },
    );
    await flow.report(nativeMessage(csam));
    await flow.pass({ hours: 50 });
    isPaused = false;
    await flow.pass({ hours: 3 });
    expect((await flow.theCase()).notices.map(({ state }) => state)).toEqual(["sent"]);
    await flow.pass({ hours: 40 });
    expect(await flow.questions()).toEqual([]);
  });

  test("and was held meanwhile: the time counts once", async () => {
    const flow = aFlowToTwo();
    flow.pause("urgent");
    await flow.report(nativeMessage(csam));
    await flow.pass({ hours: 10 });
    await holdCase(flow.work, { caseId: (await flow.theCase()).id, by: "jane", why: "the police asked" });
    await flow.pass({ hours: 20 });
    await releaseCase(flow.work, { caseId: (await flow.theCase()).id, by: "jane", why: "they are done" });
    await flow.pass({ hours: 30 });
    flow.pause();
    await flow.pass({ hours: 1 });
    const hours = Math.round(((await flow.theCase()).kept?.ms ?? 0) / 3_600_000);
    expect([60, 61]).toContain(hours);
    await flow.pass({ hours: 45 });
    expect(await flow.questions()).toEqual([]);
    await flow.pass({ hours: 3 });
    expect(await flow.questions()).toEqual(["unanswered"]);
  });
});

describe("a stop that keeps nobody from being told", () => {
  test("leaves the clock of a desk alone that had its notice: two days are two days", async () => {
    const flow = aFlowToTwo();
    await flow.report(nativeMessage(csam));
    flow.pause("urgent");
    await flow.pass({ hours: 24 * 3 });
    flow.pause();
    await flow.pass({ hours: 1 });
    expect([await flow.questions(), (await flow.theCase()).kept?.ms]).toEqual([["unanswered"], 0]);
  });

  test("of minutes is a line as any other, and noted nowhere", async () => {
    const flow = aFlowToTwo();
    flow.pause("urgent");
    await flow.report(nativeMessage(csam));
    await flow.pass({ minutes: 30 });
    flow.pause();
    await flow.pass({ minutes: 20 });
    expect([flow.told(), (await flow.theCase()).kept]).toEqual([[network.email], undefined]);
  });
});
