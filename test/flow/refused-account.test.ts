import { expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { afterRefusal, heardBy, type Refusal } from "../../functions/notice/refusal.ts";
import type { Lane } from "../../functions/report/category.ts";
import { morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

test("while SES refuses the account, cases gather no lines and no questions, and all goes out when it takes mail again", async () => {
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
  await flow.report(nativeMessage());
  await flow.pass({ hours: 24 });
  const { id, reviews } = await flow.theCase();
  expect(reviews).toEqual([]);
  // A try each quarter of an hour at most, over all cases; with the sweep each half hour of this story some fifty.
  expect(flow.mails.length).toBeLessThan(60);
  const lines = (await flow.store.history(id)).length;
  isPaused = false;
  await flow.pass({ hours: 2 });
  expect((await flow.theCase()).notices.every(({ state }) => state === "sent")).toBe(true);
  expect((await flow.store.history(id)).length - lines).toBeLessThan(8);
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
