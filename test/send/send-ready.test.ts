import { describe, expect, test } from "vitest";
import { policyOf } from "../../functions/escalation/policy.ts";
import type { LogFields } from "../../functions/kernel/log.ts";
import { fail, ok } from "../../functions/kernel/result.ts";
import { type LastMails, noMails } from "../../functions/send/desk-pace.ts";
import { sendReady } from "../../functions/send/send-notice.ts";
import type { SendWork } from "../../functions/send/send-port.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { aCase, aSettings, morning } from "../support/a-case.ts";
import { aSender, caseId, desks, states } from "../support/a-sender.ts";

type Sender = Awaited<ReturnType<typeof aSender>>;
const held = ({ work }: Sender) =>
  changeCase(work, caseId, () => [{ type: "held", at: morning, by: "jane", why: "the police asked" }]);
const { mailsToOneDeskAnHour, urgentSharesMinutes } = policyOf(aSettings())(aCase({}));
/** As many as go to a desk one by one within an hour. */
const atOnce = mailsToOneDeskAnHour - 60 / urgentSharesMinutes;
const filled = (mails: number): LastMails => ({ urgent: [], standard: Array<string>(mails).fill(morning) });

/** What keeps a notice back is written down, by these ways. */
const keptBack: readonly (readonly [
  string,
  (meanwhile: () => Promise<unknown>, store: CaseStore) => Partial<SendWork>,
])[] = [
  [
    "its desk complained about another case",
    (meanwhile, store) => ({
      store: {
        ...store,
        isStopped: async () => {
          await meanwhile();
          return true;
        },
      },
    }),
  ],
  [
    "it can't be written",
    (meanwhile, store) => ({
      store,
      compose: async () => {
        await meanwhile();
        return fail({ kind: "fact-missing", fact: "a URL" });
      },
    }),
  ],
  [
    "its desk has had its mails of the hour",
    (meanwhile, store) => ({
      store,
      deskMails: {
        last: async () => {
          await meanwhile();
          return filled(atOnce);
        },
        write: async () => true,
      },
    }),
  ],
  [
    "other senders are always first at its desk",
    (meanwhile, store) => ({
      store,
      deskMails: {
        last: async () => noMails,
        write: async () => {
          await meanwhile();
          return false;
        },
      },
    }),
  ],
];

describe.each(keptBack)("a notice that does not go out since %s", (_, spoilt) => {
  test("is done with once that is written down", async () => {
    const sender = await aSender(1);
    const before = await sender.read();
    expect(await sendReady({ ...sender.work, ...spoilt(async () => {}, sender.store) }, before)).toBe("done");
    const after = await sender.read();
    expect([sender.asked, after.version]).toEqual([[], before.version + 1]);
  });

  test("comes again where others were first again and again, so that it can't be written down", async () => {
    const sender = await aSender(1);
    const conflict: CaseStore = {
      ...sender.store,
      commit: async () => fail({ kind: "somebody-was-first" }),
    };
    const work = { ...sender.work, ...spoilt(async () => {}, conflict) };
    expect([await sendReady(work, await sender.read()), sender.asked]).toEqual(["later", []]);
  });

  test("is left as it is where it was held meanwhile", async () => {
    const sender = await aSender(1);
    const work = { ...sender.work, ...spoilt(() => held(sender), sender.store) };
    expect(await sendReady(work, await sender.read())).toBe("done");
    const state = await sender.read();
    expect([states(state), state.notices[0]?.paced]).toEqual([["queued"], undefined]);
  });
});

test("the last of its desk's mails of the hour goes out at once", async () => {
  const sender = await aSender(1, { deskMails: { last: async () => filled(atOnce - 1), write: async () => true } });
  await sender.send();
  expect(states(await sender.read())).toEqual(["sent"]);
});

test("a notice that goes out is one of its desk's mails of the hour", async () => {
  const sender = await aSender(1);
  await sender.send();
  expect(await sender.work.deskMails.last("abuse@n1.example")).toEqual(filled(1));
});

test("the case as it was read is believed until its write fails, and not read again", async () => {
  const sender = await aSender(1);
  const state = await sender.read();
  let reads = 0;
  const store: CaseStore = {
    ...sender.store,
    read: (id) => {
      reads++;
      return sender.store.read(id);
    },
  };
  await sendReady({ ...sender.work, store, sendOnce: async () => ({ kind: "accepted", sesMessageId: "s" }) }, state);
  expect([states(await sender.read()), reads]).toEqual([["sent"], 0]);
});

test("a hold that comes while one is on the wire stops the next", async () => {
  const sender: Sender = await aSender(2, {
    sendOnce: async (mail) => {
      sender.asked.push(mail);
      await held(sender);
      return { kind: "accepted", sesMessageId: "ses-1" };
    },
  });
  expect(await sender.send()).toBe("done");
  expect(sender.asked.map(({ recipient }) => recipient)).toEqual(["abuse@n1.example"]);
  expect(states(await sender.read())).toEqual(["sent", "queued"]);
});

test("one that can't be claimed keeps no other back, and a hint asks for it again", async () => {
  const dropped: unknown[] = [];
  const sender = await aSender(2, { dropHint: async (...hint) => void dropped.push(hint) });
  dropped.length = 0;
  const { compose } = sender.work;
  const firstToAnother: SendWork["compose"] = async (request) => {
    const composed = await compose(request);
    return composed.ok && request.notice.to.email === desks[0]?.email
      ? ok({ ...composed.value, recipientHash: "another's" })
      : composed;
  };
  await sendReady({ ...sender.work, compose: firstToAnother }, await sender.read());
  expect(sender.asked.map(({ recipient }) => recipient)).toEqual(["abuse@n2.example"]);
  expect(dropped[0]).toEqual(["send-notice", "standard", { caseId }, "hotline"]);
});

test("those beyond two are asked for by a hint, also where nothing came of the two", async () => {
  for (const [networks, expected] of [
    [3, [["send-notice", "standard", { caseId }, "hotline"]]],
    [2, []],
  ] as const) {
    const dropped: unknown[] = [];
    const sender = await aSender(networks, { dropHint: async (...hint) => void dropped.push(hint) });
    sender.answers({ kind: "uncertain", code: "Timeout" });
    dropped.length = 0;
    await sender.send();
    expect(dropped).toEqual(expected);
  }
});

test("a notice that may be out already is written as one that may come twice, when it is sent again", async () => {
  const doubted: (boolean | undefined)[] = [];
  const sender = await aSender(1);
  const { compose } = sender.work;
  const noting: SendWork["compose"] = (request) => {
    doubted.push(request.doubted);
    return compose(request);
  };
  const send = async () => sendReady({ ...sender.work, compose: noting }, await sender.read());
  sender.answers({ kind: "uncertain", code: "Timeout" });
  await send();
  await changeCase(sender.work, caseId, (state) =>
    state.notices.map(({ id: noticeId }) => ({ type: "send-unknown", at: morning, noticeId })),
  );
  await changeCase(sender.work, caseId, (state) =>
    state.reviews.map(({ id: reviewId }) => ({
      type: "answered",
      at: morning,
      reviewId,
      verdict: { decision: "send-again" },
      by: "jane",
      why: "the desk has nothing",
    })),
  );
  await send();
  expect(doubted).toEqual([false, true]);
  expect(sender.asked.map(({ attemptId }) => attemptId.split("_").at(-1))).toEqual(["1", "2"]);
});

test("what went out is logged with how long its case has waited, by which delays are measured", async () => {
  const lines: { readonly code: string; readonly fields: LogFields | undefined }[] = [];
  const info: SendWork["log"]["info"] = (code, fields) => void lines.push({ code, fields });
  const sender = await aSender(1, { log: { info, error: info } });
  await sender.send();
  expect(lines).toContainEqual({ code: "notice.sent", fields: expect.objectContaining({ caseId, latencySeconds: 0 }) });
});
