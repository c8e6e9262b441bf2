import { describe, expect, test } from "vitest";
import { plusHours } from "../../functions/kernel/instant.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * Whoever reports, or writes in a reporter's name, can have no desk flooded by words alone: two
 * mails of a case to one desk in a day, ten to it in any hour. What is more waits, and is not lost.
 */

type Flow = ReturnType<typeof aFlow>;
const desk = aCandidate();
const evidence = { explanation: "x", detectedBy: "manual-review" };

const timesOf = (flow: Flow) => {
  const times: string[] = [];
  flow.sesSays((mail) => {
    if (mail.recipient === desk.email) times.push(flow.now());
    return { kind: "accepted", sesMessageId: `ses-${flow.mails.length}` };
  });
  return times;
};
/** The most of these moments that lie in one span of so many hours. */
const mostWithin = (times: readonly string[], hours: number): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => from <= at && at < plusHours(from, hours)).length));

const aReported = async (category: string) => {
  const flow = aFlow();
  flow.contacts(() => ({ candidates: [desk] }));
  const times = timesOf(flow);
  await flow.report(nativeMessage({ category, evidence }));
  return { flow, times };
};

describe("a report that is taken back and given again by turns", () => {
  const bySteps = async (flow: Flow) =>
    (await flow.theCase()).notices.filter(({ sentAt }) => sentAt).map(({ step }) => step);
  const twentyTimes = async (flow: Flow) => {
    for (let n = 0; n < 20; n++) {
      await flow.says("withdrawn");
      const asked = (await flow.theCase()).reviews.find(({ question }) => question === "withdrawal");
      if (asked) await flow.decides({ reviewId: asked.id, verdict: { decision: "clear" } });
      await flow.pass({ minutes: 20 });
      await flow.says("still-up");
      await flow.pass({ minutes: 20 });
    }
  };

  test("sends its desk two mails in a day, and then that it is there", async () => {
    const { flow, times } = await aReported("csam");
    await twentyTimes(flow);
    expect([times.length, await bySteps(flow)]).toEqual([2, ["first", "withdrawal"]]);
    await flow.pass({ hours: 24 });
    expect([mostWithin(times, 24), await bySteps(flow)]).toEqual([2, ["first", "withdrawal", "first"]]);
  });

  test("leaves its desk with what was said last, which is that it was taken back", async () => {
    const { flow, times } = await aReported("phishing");
    await twentyTimes(flow);
    await flow.pass({ hours: 9 });
    await flow.says("withdrawn");
    await flow.pass({ hours: 48 });
    expect([times.length, await bySteps(flow)]).toEqual([2, ["first", "withdrawal"]]);
    expect(await flow.outcome()).toBe("withdrawn");
  });
});

describe("a word that waits, since its desk had two mails within the day", () => {
  /** Told on the first day, and of the return on the second; now it is taken back again, and waits half an hour. */
  const waiting = async () => {
    const { flow, times } = await aReported("phishing");
    await flow.pass({ hours: 1 });
    await flow.says("withdrawn");
    await flow.pass({ hours: 1 });
    await flow.says("still-up");
    await flow.leap(plusHours(flow.now(), 22));
    await flow.pass({ minutes: 30 });
    await flow.says("withdrawn");
    expect((await flow.theCase()).notices.map(({ step, state }) => `${step} ${state}`)).toEqual([
      "first sent",
      "withdrawal sent",
      "first sent",
      "withdrawal queued",
    ]);
    return { flow, times };
  };

  test("does not go out where it is unsaid meanwhile", async () => {
    const { flow, times } = await waiting();
    await flow.says("still-up");
    await flow.pass({ hours: 20 });
    const { notices, closed } = await flow.theCase();
    expect([times.length, closed, notices.at(-1)?.state]).toEqual([3, undefined, "cancelled"]);
  });
});

const bring = async (flow: Flow, from: number, to: number, category: string) => {
  for (let n = from; n < to; n++)
    await flow.takeIn(
      nativeMessage({
        category,
        reportId: `${category}-${n}`,
        target: { url: `https://shop.bad.example/${category}/${n}` },
        evidence,
      }),
    );
  await flow.run();
};
const aFlood = (spoilt: Parameters<typeof aFlow>[0] = {}) => {
  const flow = aFlow({
    reporters: aSettings().reporters.map((reporter) => ({ ...reporter, reportsAMinute: 100_000 })),
    ...spoilt,
  });
  flow.contacts(() => ({ candidates: [desk] }));
  return { flow, times: timesOf(flow) };
};
const firstNotices = async (flow: Flow) =>
  (await flow.store.openedOn("2026-11-24", 5_000)).items.flatMap((state) =>
    state.kind === "case" ? state.notices.filter(({ step }) => step === "first") : [],
  );

describe("many pages of one host by one reporter", () => {
  test.each(["csam", "phishing"])(
    "are ten mails in any hour at most, and each page is in one (%s)",
    async (category) => {
      const { flow, times } = aFlood();
      for (let from = 0; from < 12; from += 2) {
        await bring(flow, from, from + 2, category);
        await flow.pass({ minutes: 9 });
      }
      await flow.pass({ minutes: 30 });
      const notices = await firstNotices(flow);
      expect([notices.length, new Set(notices.map(({ state }) => state))]).toEqual([12, new Set(["sent"])]);
      // Four as they come, and one every ten minutes.
      expect([times.length, mostWithin(times, 1)]).toEqual([8, 8]);
    },
  );

  test("of which an urgent one waits for two hours are before a person, and go out once there is room", async () => {
    const { flow, times } = aFlood();
    const keepFull = async () => {
      const full = { urgent: Array<string>(10).fill(flow.now()), standard: [] };
      await flow.sending.deskMails.write(desk.email, await flow.sending.deskMails.last(desk.email), full, flow.now());
    };
    await keepFull();
    await bring(flow, 0, 1, "ncii");
    const asked = async () => (await flow.theCase()).reviews.map(({ question, blocking }) => [question, blocking]);
    for (let hour = 0; hour < 3; hour++) {
      expect([times, await asked()]).toEqual([[], []]);
      await flow.pass({ minutes: 55 });
      await keepFull();
    }
    await flow.pass({ minutes: 30 });
    expect([times, await asked()]).toEqual([[], [["notice-refused", false]]]);
    await flow.pass({ minutes: 60 });
    expect([times.length, await asked()]).toEqual([1, []]);
  });

  test("keep no child's back: the first notice of one goes at once beside ten of the standard lane", async () => {
    const { flow, times } = aFlood({ digests: false });
    await bring(flow, 0, 12, "phishing");
    await flow.pass({ minutes: 50 });
    const before = times.length;
    await bring(flow, 0, 1, "csam");
    expect(times.length - before).toBe(1);
  });
});
