import { describe, expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { afterRefusal, heardBy, type Refusal } from "../../functions/send/refusal.ts";
import { morning } from "../support/a-case.ts";
import { aFlow, classifiedAbuse, nativeMessage } from "../support/a-flow.ts";
import { memoryAccount } from "../support/memory-account.ts";

/**
 * So many cases in a flow whose account SES refuses until `resume` is called, with the pace that
 * the senders keep then.
 */
const aRefusedFlow = async (cases: number, { digests = false, isUrgent = (_n: number): boolean => false } = {}) => {
  const flow = aFlow({ digests });
  let isPaused = true;
  flow.sesSays(() =>
    isPaused
      ? { kind: "declined", code: "AccountSendingPausedException", final: false, of: "account" }
      : { kind: "accepted", sesMessageId: `ses-${flow.mails.length}` },
  );
  flow.paced(memoryAccount(flow.now));
  for (let n = 0; n < cases; n++) {
    const target = { url: `https://h${n}.bad${n}.example/` };
    await flow.report(nativeMessage({ reportId: `r-${n}`, target, ...(isUrgent(n) && classifiedAbuse) }));
  }
  const all = async () => {
    const ids = await Promise.all(Array.from({ length: cases }, (_, n) => flow.store.caseOfReport(`hotline/r-${n}`)));
    const states = await Promise.all(ids.map((id) => flow.store.read(id ?? "")));
    return states.flatMap((state) => (state?.kind === "case" ? state : []));
  };
  const lines = async () => Promise.all((await all()).map(async ({ id }) => (await flow.store.history(id)).length));
  const standing = async () => (await all()).map(({ notices, reviews }) => [notices[0]?.state, reviews.length]);
  const byMinute = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute++) await flow.pass({ minutes: 1 });
  };
  const resume = () => {
    isPaused = false;
  };
  return { flow, all, lines, standing, byMinute, resume };
};

describe("a day on which SES refuses the account", () => {
  const urgent = () => true;
  test.each([
    ["a lone case", 1, { digests: false }, 60],
    ["a lone urgent case", 1, { digests: false, isUrgent: urgent }, 60],
    ["a lone case with digests", 1, { digests: true }, 60],
    ["each of six cases", 6, { digests: false }, 15],
    ["each of six urgent cases", 6, { digests: false, isUrgent: urgent }, 15],
    ["each of six cases in one digest", 6, { digests: true }, 15],
  ])(
    "is few lines of history for %s, and no question; and all goes out when it takes mail again",
    async (_, cases, how, linesAtMost) => {
      const { flow, lines, standing, byMinute, resume } = await aRefusedFlow(cases, how);
      await byMinute(24 * 60);
      expect(Math.max(...(await lines()))).toBeLessThanOrEqual(linesAtMost);
      expect((await standing()).map(([, questions]) => questions)).toEqual(Array(cases).fill(0));
      expect(flow.news).toEqual([]);
      resume();
      const tries = flow.mails.length;
      while (flow.mails.length === tries) await byMinute(1);
      await byMinute(how.digests ? 90 : 30);
      expect(await standing()).toEqual(Array(cases).fill(["sent", 0]));
    },
  );
});

test("a case that only waits isn't looked up, and gets at most three lines in the hour after its first", async () => {
  const { all, byMinute, flow } = await aRefusedFlow(6);
  await byMinute(24 * 60);
  for (const { id } of await all()) {
    const history = (await flow.store.history(id)).filter(({ at }) => at > plusMinutes(morning, 60));
    const tries = history.filter(({ events }) => events.some(({ type }) => type === "send-claimed")).length;
    expect(history.length).toBeLessThanOrEqual(3 * tries);
    for (const { at } of history)
      expect(history.filter((other) => other.at >= at && other.at < plusMinutes(at, 60)).length).toBeLessThanOrEqual(3);
  }
});

test("two days of it in both lanes: nobody is asked, cases share the tries, and each desk has its time", async () => {
  const { flow, standing, resume } = await aRefusedFlow(3, { isUrgent: (n) => n % 2 === 1 });
  await flow.pass({ hours: 50 });
  expect([await standing(), flow.news]).toEqual([Array(3).fill(["queued", 0]), []]);
  // Of each lane, and not of each case: eleven in the first seven hours, then one in two.
  expect(flow.mails.length).toBeLessThan(2 * (12 + 22));
  resume();
  await flow.pass({ hours: 20 });
  expect([await standing(), flow.news]).toEqual([Array(3).fill(["sent", 0]), []]);
});

test("tries come ever more rarely, down to one in two hours, and remember since when", () => {
  let refusal: Refusal | undefined;
  const waits: number[] = [];
  let now = morning;
  for (let tries = 0; tries < 13; tries++) {
    refusal = afterRefusal(refusal, "AccountSendingPausedException", now);
    waits.push((Date.parse(refusal.nextTryAt) - Date.parse(now)) / 60_000);
    now = refusal.nextTryAt;
  }
  expect(waits).toEqual([1, 2, 5, 15, 30, 60, 60, 60, 60, 60, 60, 120, 120]);
  expect(refusal?.since).toBe(morning);
});

test("SES's answer is given on though it can't be kept", async () => {
  const answer = { kind: "accepted", sesMessageId: "ses-1" } as const;
  const ask = heardBy({ heard: () => Promise.reject(new Error("the table is away")) }, async () => answer);
  expect(
    await ask({ mime: new Uint8Array(), recipient: "abuse@host.example", attemptId: "a", lane: "urgent" }),
  ).toEqual(answer);
});
