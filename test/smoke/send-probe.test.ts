import { expect, test } from "vitest";
import { type Instant, plusMinutes } from "../../functions/kernel/instant.ts";
import type { OutgoingMail, SendAnswer } from "../../functions/send/send-port.ts";
import { runMinutes, type SmokeRuns } from "../../functions/smoke/probe.ts";
import { type ProbeWork, sendProbe } from "../../functions/smoke/send-probe.ts";
import { sweepRun } from "../../functions/smoke/sweep-run.ts";

const run = "abcdefghij234567";
const began: Instant = "2026-11-24T09:00:00.000Z";
const log = { info: () => {}, error: () => {} };

/** A run that goes on, and what became of it. */
const aRun = (spoilt: Partial<ProbeWork> = {}, now: Instant = began) => {
  const notes = new Map<string, string>();
  const mails: OutgoingMail[] = [];
  const runs: SmokeRuns = {
    newest: async () => ({ id: run, at: began }),
    note: async (_, name, said) => !notes.has(name) && notes.set(name, said) !== undefined,
  };
  const work: ProbeWork = {
    runs,
    settings: { senderAddress: "notices@hotline.example", replyDomain: "reply.hotline.example" },
    takeTurn: async () => ({ kind: "go" }),
    sendOnce: async (mail): Promise<SendAnswer> => {
      mails.push(mail);
      return { kind: "accepted", sesMessageId: "0100-1" };
    },
    clock: { now: () => now },
    log,
    ...spoilt,
  };
  return { work, notes, mails };
};

test("a probe is sent once, however often its message comes", async () => {
  const { work, notes, mails } = aRun();
  expect(await sendProbe(work, { run, name: "bounced" })).toBe("done");
  expect(await sendProbe(work, { run, name: "bounced" })).toBe("done");
  expect(mails.map(({ recipient, attemptId, lane }) => ({ recipient, attemptId, lane }))).toEqual([
    { recipient: "bounce@simulator.amazonses.com", attemptId: `smoke_${run}_bounced`, lane: "standard" },
  ]);
  expect(Object.fromEntries(notes)).toEqual({ "claimed#bounced": "", "sent#bounced": "accepted" });
});

test("the reply goes to our own reply domain, by the run's own address", async () => {
  const { work, mails } = aRun();
  await sendProbe(work, { run, name: "answered" });
  expect(mails[0]?.recipient).toBe(`smoke.${run}@reply.hotline.example`);
  expect(Buffer.from(mails[0]?.mime ?? []).toString()).toContain(`\r\nTo: smoke.${run}@reply.hotline.example\r\n`);
});

test.each([
  ["a run that is over", "abcdefghij234567", plusMinutes(began, runMinutes)],
  ["a run that is not the newest", "bbbbbbbbbb234567", began],
])("nothing goes out for %s", async (_, id, now) => {
  const { work, notes, mails } = aRun({}, now);
  expect(await sendProbe(work, { run: id, name: "delivered" })).toBe("done");
  expect([mails, notes.size]).toEqual([[], 0]);
});

test("what a person or the breaker stopped is not sent, and the run is told so", async () => {
  const { work, notes, mails } = aRun({ takeTurn: async () => ({ kind: "no-turn", why: "stopped" }) });
  expect(await sendProbe(work, { run, name: "delivered" })).toBe("done");
  expect([mails, Object.fromEntries(notes)]).toEqual([[], { "sent#delivered": "stopped" }]);
});

test("a probe that finds no turn waits on its queue", async () => {
  const { work, notes } = aRun({ takeTurn: async () => ({ kind: "no-turn", why: "rate" }) });
  expect(await sendProbe(work, { run, name: "delivered" })).toBe("later");
  expect(notes.size).toBe(0);
});

test("SES's no is written down in its word", async () => {
  const { work, notes } = aRun({ sendOnce: async () => ({ kind: "declined", code: "MessageRejected", final: true }) });
  await sendProbe(work, { run, name: "delivered" });
  expect(notes.get("sent#delivered")).toBe("declined: MessageRejected");
});

test("each run is told to on-call once, by the first sweep that finds it, and none that is over", async () => {
  const told: string[] = [];
  const tell = async ({ id }: { readonly id: string }) => {
    told.push(id);
    return "topic";
  };
  const { work, notes } = aRun();
  await sweepRun(work, tell);
  await sweepRun(work, tell);
  await sweepRun(aRun({}, plusMinutes(began, runMinutes)).work, tell);
  expect([told, Object.fromEntries(notes)]).toEqual([[run], { swept: "", "on-call": "topic" }]);
});
