import { expect, test } from "vitest";
import { open } from "../../functions/case/advance.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { fail, ok } from "../../functions/kernel/result.ts";
import { recipientHashOf } from "../../functions/notice/compose-notice.ts";
import { claimEach } from "../../functions/send/claim.ts";
import { batchIdOf } from "../../functions/send/mail/waiting.ts";
import { sendReady } from "../../functions/send/send-notice.ts";
import type { SendWork } from "../../functions/send/send-port.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import { anAnswer, anOpening, aSettings, morning } from "../support/a-case.ts";
import { aSender, caseId, desks, states } from "../support/a-sender.ts";

test("a notice is claimed in the table before SES is asked, and SES is asked once", async () => {
  const sender = await aSender(1);
  expect(await sender.send()).toBe("done");
  expect(sender.onTheWire).toEqual(["on-wire"]);
  expect(sender.asked.map(({ recipient, attemptId, lane }) => [recipient, attemptId.split("_").at(-1), lane])).toEqual([
    ["abuse@n1.example", "1", "standard"],
  ]);
  expect(states(await sender.read())).toEqual(["sent"]);
  await sender.send();
  expect(sender.asked).toHaveLength(1);
  expect(sender.said).toContain("wake-up.no-op");
});

test("of two workers that read the same case one sends", async () => {
  const sender = await aSender(1);
  const seen = await sender.read();
  await Promise.all([sender.send(seen), sender.send(seen)]);
  expect(sender.asked).toHaveLength(1);
});

/** Claims the notices to two desks, two days apart: with the second claim the reminder to the first desk waits. */
const aLateClaim = async (putTimer: (batch: string) => Promise<void>) => {
  const sender = await aSender(2, {}, aSettings({ digests: true }));
  const store = { ...sender.store, putTimer };
  const claim = async (nth: number, at: string) => {
    const state = await sender.read();
    const notice = state.notices[nth];
    if (!notice) throw new Error("there is a notice to each network");
    const frozen = { attemptId: "a", subject: "s", renderHash: "r", recipientHash: recipientHashOf(notice.to) };
    await claimEach({ ...sender.work, store }, [{ case: state, notice }], at, () => frozen);
    return notice.id;
  };
  const at = "2026-11-24T10:15:00.000Z";
  const noticeId = await claim(0, at);
  await changeCase(sender.work, caseId, () => [{ type: "sent", at, noticeId, attemptId: "a", sesMessageId: "ses-1" }]);
  const late = "2026-11-26T10:16:00.000Z";
  const answer = { ...(await sender.read()).contact, askedAt: late };
  await changeCase(sender.work, caseId, () => [{ type: "contact-answered", at: late, answer: anAnswer(answer) }]);
  return { read: sender.read, claimsLate: () => claim(1, late) };
};

test("with a claim stands the reminder that time has brought, and the window it waits in has a timer", async () => {
  const timers: string[] = [];
  const { read, claimsLate } = await aLateClaim(async (batch) => void timers.push(batch));
  expect(timers).toEqual([]);
  await claimsLate();
  const state = await read();
  const [, , reminder] = state.notices;
  expect(reminder).toMatchObject({ step: "reminder", state: "queued" });
  expect(timers).toEqual([reminder && batchIdOf(state, reminder)]);
});

test("where that timer can't be written nothing is claimed: nothing stands between claim and wire", async () => {
  const { read, claimsLate } = await aLateClaim(async () => {
    throw new Error("ThrottlingException");
  });
  await expect(claimsLate()).rejects.toThrow("ThrottlingException");
  expect(states(await read())).toEqual(["sent", "queued"]);
});

/** Something happens between a mail's writing and its claim. */
const meanwhile = async (change: (sender: Awaited<ReturnType<typeof aSender>>) => Promise<unknown>) => {
  const sender: Awaited<ReturnType<typeof aSender>> = await aSender(1, {
    takeTurn: async () => {
      await change(sender);
      return { kind: "go" };
    },
  });
  return { sender, outcome: await sender.send() };
};

test("a host that was looked up too long ago by its claim is looked up again first", async () => {
  let now = morning;
  const sender = await aSender(1, {
    clock: { now: () => now },
    takeTurn: async () => {
      now = plusHours(morning, 2);
      return { kind: "go" };
    },
  });
  await sender.send();
  expect([sender.asked, states(await sender.read())]).toEqual([[], ["queued"]]);
});

test("a hold that comes between its writing and its claim stops it", async () => {
  const { sender, outcome } = await meanwhile(({ work }) =>
    changeCase(work, caseId, () => [{ type: "held", at: morning, by: "jane", why: "the police asked" }]),
  );
  expect([outcome, sender.asked, states(await sender.read())]).toEqual(["done", [], ["queued"]]);
});

test("whatever changes its case between its writing and its claim has it written anew", async () => {
  const { sender } = await meanwhile(({ work }) =>
    changeCase(work, caseId, () => [
      { type: "corrected", at: morning, by: "jane", why: "a slip", explanation: "It is another page." },
    ]),
  );
  expect([sender.asked, states(await sender.read())]).toEqual([[], ["queued"]]);
  expect(sender.hints).toContain("send-notice");
});

test("a mail that is written to somebody else than its contact is not claimed", async () => {
  const sender = await aSender(1);
  const { compose } = sender.work;
  const toAnother: SendWork["compose"] = async (request) => {
    const composed = await compose(request);
    return composed.ok ? ok({ ...composed.value, recipientHash: "another's" }) : composed;
  };
  await sendReady({ ...sender.work, compose: toAnother }, await sender.read());
  expect([sender.asked, states(await sender.read())]).toEqual([[], ["queued"]]);
});

test("a desk that complained about any case gets none, and the case says why", async () => {
  const sender = await aSender(1, {});
  await sendReady({ ...sender.work, store: { ...sender.store, isStopped: async () => true } }, await sender.read());
  const state = await sender.read();
  expect(sender.asked).toEqual([]);
  expect(states(state)).toEqual(["cancelled"]);
  expect(state.passedOver).toEqual(["abuse@n1.example"]);
});

test("a desk that complains about another case between its writing and its claim gets none", async () => {
  const { sender } = await meanwhile(async ({ work, store }) => {
    const target = { kind: "url", url: "https://other.bad.example/", host: "other.bad.example" } as const;
    const other = open({ ...anOpening({ reportId: "r-2", target }), caseId: "TD-B" }, work.policyOf);
    await store.commit(changeOf(other, morning));
    const answer = anAnswer({ candidates: desks.slice(0, 1), addresses: ["192.0.2.1"] });
    await changeCase(work, "TD-B", () => [{ type: "contact-answered", at: morning, answer }]);
    await changeCase(work, "TD-B", (state) =>
      state.notices.map(({ id: noticeId }) => ({ type: "complained", at: morning, noticeId })),
    );
  });
  expect([sender.asked, states(await sender.read())]).toEqual([[], ["queued"]]);
  expect(sender.hints).toContain("send-notice");
  await sender.send();
  expect([sender.asked, states(await sender.read())]).toEqual([[], ["cancelled"]]);
});

test("what today's settings forbid since it was queued does not go out, and the case says why", async () => {
  const sender = await aSender(1);
  const settings = aSettings({ optedOut: ["abuse@n1.example"] });
  await sendReady({ ...sender.work, settings, policyOf: policyOf(settings) }, await sender.read());
  expect(sender.asked).toEqual([]);
  expect((await sender.read()).notices[0]).toMatchObject({
    state: "cancelled",
    problem: "the mailbox must not be written to",
  });
  expect(sender.said).toContain("notice.stopped");
});

test("without a turn nothing is claimed, and the case comes back", async () => {
  const turns: readonly Partial<SendWork>[] = [
    { takeTurn: async () => ({ kind: "no-turn", why: "stopped" }) },
    { accountTurn: async () => "2026-11-24T10:05:00.000Z" },
  ];
  for (const turn of turns) {
    const sender = await aSender(1, turn);
    expect(await sender.send()).toBe("done");
    expect([sender.asked, states(await sender.read())]).toEqual([[], ["queued"]]);
    expect(sender.said).toContain("notice.paced");
  }
});

test("what can't be written is not claimed, and a person is asked", async () => {
  const sender = await aSender(1, { compose: async () => fail({ kind: "fact-missing", fact: "a URL" }) });
  await sender.send();
  const state = await sender.read();
  expect([sender.asked, states(state)]).toEqual([[], ["failed"]]);
  expect(state.reviews.map(({ question }) => question)).toContain("notice-refused");
});

test("a desk that has had its mails of the hour is written to with others, once", async () => {
  const counted = {
    last: async () => ({ urgent: [], standard: Array<string>(10).fill(morning) }),
    write: async () => true,
  };
  const sender = await aSender(1, { deskMails: counted });
  await sender.send();
  const [notice] = (await sender.read()).notices;
  expect(sender.asked).toEqual([]);
  expect(notice?.paced).toBe(true);
  expect(notice && notice.notBefore > morning).toBe(true);
});

test("an answer that was lost leaves it on the wire, and a no puts it in line again for later", async () => {
  const lost = await aSender(1);
  lost.answers({ kind: "uncertain", code: "Timeout" });
  await lost.send();
  expect(states(await lost.read())).toEqual(["on-wire"]);
  const declined = await aSender(1);
  declined.answers({ kind: "declined", code: "Throttling", final: false });
  await declined.send();
  const [notice] = (await declined.read()).notices;
  expect(notice?.state).toBe("queued");
  expect(notice && notice.notBefore > morning).toBe(true);
});

test("a pause that comes after the claim stops it, and is a definite no", async () => {
  const sender = await aSender(1, { isPaused: async () => true });
  await sender.send();
  expect([sender.asked, states(await sender.read())]).toEqual([[], ["queued"]]);
});

test("two go out at a time, and the others by a hint: a third could be cut off on the wire", async () => {
  const three = await aSender(3);
  await three.send();
  expect(states(await three.read())).toEqual(["sent", "sent", "queued"]);
  expect(three.hints).toContain("send-notice");
  const two = await aSender(2);
  await two.send();
  expect(states(await two.read())).toEqual(["sent", "sent"]);
});
