import { expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { afterRefusal, heardBy, type Refusal } from "../../functions/notice/refusal.ts";
import type { Lane } from "../../functions/report/category.ts";
import { morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

/** A flow whose account SES refuses until `resume` is called, with the pace that the senders keep then. */
const aRefusedFlow = () => {
  const flow = aFlow();
  let refused: Refusal | undefined;
  let isPaused = true;
  flow.sesSays(() =>
    isPaused
      ? { kind: "declined", code: "AccountSendingPausedException", final: false, of: "account" }
      : { kind: "accepted", sesMessageId: `ses-${flow.mails.length}` },
  );
  flow.paced({
    mayTry: async () => refused === undefined || refused.nextTryAt <= flow.now(),
    heard: async (_lane: Lane, answer) => {
      if (answer.kind === "declined") refused = afterRefusal(refused, answer.code, flow.now());
      else refused = undefined;
    },
  });
  const resume = () => {
    isPaused = false;
  };
  return { flow, resume };
};

test("while SES refuses the account, a case asks nothing and tries slowly, and all goes out when it takes mail again", async () => {
  const { flow, resume } = aRefusedFlow();
  await flow.report(nativeMessage());
  await flow.pass({ hours: 24 });
  const { id, reviews } = await flow.theCase();
  expect(reviews).toEqual([]);
  // A try each quarter of an hour at most, over all cases; with the sweep each half hour of this story some fifty.
  expect(flow.mails.length).toBeLessThan(60);
  const lines = (await flow.store.history(id)).length;
  resume();
  await flow.pass({ hours: 2 });
  expect((await flow.theCase()).notices.every(({ state }) => state === "sent")).toBe(true);
  expect((await flow.store.history(id)).length - lines).toBeLessThan(8);
});

test("two days of it with three cases: nobody is asked about any of them, they share the tries, and each desk has its time afterwards", async () => {
  const { flow, resume } = aRefusedFlow();
  const all = async () => {
    const states = await Promise.all([0, 1, 2].map(async (n) => flow.store.read((await flow.store.caseOfReport(`hotline/r-${n}`)) ?? "")));
    return states.flatMap((state) => (state?.kind === "case" ? state : []));
  };
  const csam = { category: "csam", evidence: { classification: "baseline", detectedBy: "manual-review" } };
  for (let n = 0; n < 3; n++) await flow.report(nativeMessage({ reportId: `r-${n}`, target: { url: `https://h${n}.bad${n}.example/` }, ...(n % 2 && csam) }));
  await flow.pass({ hours: 50 });
  const standing = async () => (await all()).map(({ notices, reviews }) => [notices[0]?.state, reviews.length]);
  expect([await standing(), flow.news]).toEqual([Array(3).fill(["queued", 0]), []]);
  // Of the whole account, and not of each case: four an hour.
  expect(flow.mails.length).toBeLessThan(50 * 4 + 20);
  resume();
  await flow.pass({ hours: 20 });
  expect([await standing(), flow.news]).toEqual([Array(3).fill(["sent", 0]), []]);
});

test("tries come ever more rarely, down to one each quarter of an hour, and remember since when", () => {
  let refusal: Refusal | undefined;
  const waits: number[] = [];
  let now = morning;
  for (let tries = 0; tries < 7; tries++) {
    refusal = afterRefusal(refusal, "AccountSendingPausedException", now);
    waits.push((Date.parse(refusal.nextTryAt) - Date.parse(now)) / 60_000);
    now = refusal.nextTryAt;
  }
  expect(waits).toEqual([1, 2, 5, 10, 15, 15, 15]);
  expect(refusal?.since).toBe(morning);
  expect(plusMinutes(morning, 63)).toBe(now);
});

test("SES's answer is given on though it can't be kept", async () => {
  const answer = { kind: "accepted", sesMessageId: "ses-1" } as const;
  const ask = heardBy({ heard: () => Promise.reject(new Error("the table is away")) }, async () => answer);
  expect(await ask({ mime: new Uint8Array(), recipient: "abuse@host.example", attemptId: "a", lane: "urgent" })).toEqual(answer);
});
