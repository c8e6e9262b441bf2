import { describe, expect, test } from "vitest";
import { takeInDelivery } from "../../functions/answers/take-in-delivery.ts";
import { takeInReading } from "../../functions/answers/take-in-reply.ts";
import type { Case } from "../../functions/case/case.ts";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { noticeToken } from "../../functions/notice/reply-address.ts";
import { gather, recordForAll } from "../../functions/review/for-all.ts";
import type { recordVerdict } from "../../functions/review/verdict.ts";
import type { MailRecord } from "../../functions/send/mail/record.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { caseIdOf } from "../support/case-ids.ts";

const network = aCandidate();
const second = aCandidate({ email: "noc@network.example", confidence: "medium" });
const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream" });

const report = (number: number, spoilt: Record<string, unknown> = {}) =>
  nativeMessage({ reportId: `r-${number}`, target: { url: `https://shop.bad.example/page-${number}` }, ...spoilt });
const says = (number: number, status: string, at: string) =>
  JSON.stringify({ version: 1, reporter: "hotline", reportId: `r-${number}`, status, at });
const idOf = (number: number) => caseIdOf(`report hotline/r-${number}`);

/** A flow in which windows hold, with words for the several cases in it. */
const aBurst = async (reports: number) => {
  const flow = aFlow({ digests: true });
  for (let number = 1; number <= reports; number++) await flow.report(report(number));
  const caseOf = async (number: number): Promise<Case> => {
    const state = await flow.store.read(idOf(number));
    if (state?.kind !== "case") throw new Error(`there is no case of report ${number}`);
    return state;
  };
  const theMail = async (): Promise<MailRecord> => {
    const mail = await flow.store.mailRecord(flow.mails.at(-1)?.attemptId.split("_")[0] ?? "");
    if (!mail) throw new Error("the last mail was about one case");
    return mail;
  };
  /** The cases in the last mail, each with the notice that went with it. */
  const inMail = async () =>
    Promise.all(
      (await theMail()).members.map(async ({ caseId, noticeId }) => {
        const state = await flow.store.read(caseId);
        const notice = state?.notices.find(({ id }) => id === noticeId);
        if (!state || !notice) throw new Error(`${caseId} is in the mail`);
        return { state, notice };
      }),
    );
  return {
    ...flow,
    caseOf,
    theMail,
    inMail,
    asked: async () =>
      gather((await inMail()).map(({ state }) => state)).map((group) => [group[0].review.question, group.length]),
    says: (number: number, status: string) => flow.report(says(number, status, flow.now())),
    sent: async (number: number) => (await caseOf(number)).notices.map(({ step, state }) => `${step} ${state}`),
    sesSaysOf: async (eventType: "Send" | "Delivery" | "Bounce" | "Complaint") => {
      const more = {
        Send: {},
        Delivery: { delivery: {} },
        Bounce: { bounce: { bounceType: "Permanent" } },
        Complaint: { complaint: {} },
      }[eventType];
      const attempt = flow.mails.at(-1)?.attemptId;
      await takeInDelivery(
        flow.work,
        JSON.stringify({
          eventType,
          mail: { messageId: "ses-1", timestamp: flow.now(), tags: { attempt: [attempt] } },
          ...more,
        }),
      );
      await flow.run();
    },
    writesBack: async (replyClass: ReplyClass, text: string, proven = true) => {
      const [first] = await inMail();
      if (!first) throw new Error("a mail has members");
      const from = proven ? first.notice.to.email : "somebody@elsewhere.example";
      await takeInReading(flow.work, {
        about: [{ caseId: (await theMail()).id, noticeToken: noticeToken(first.notice) }],
        replyClass,
        rule: "the story",
        dmarc: "pass",
        from,
        mailHash: `${replyClass} at ${flow.now()}`,
        subject: "Re: notice",
        text,
        automatic: false,
        attachments: [],
        ticket: "T-42",
      });
      await flow.run();
    },
    decides: async (verdict: Parameters<typeof recordVerdict>[1]["verdict"]) => {
      const [group] = gather((await inMail()).map(({ state }) => state));
      const rows = (group ?? []).map(({ state, review }) => ({
        caseId: state.id,
        reviewId: review.id,
        version: state.version,
      }));
      const taken = await recordForAll(flow.work, rows, { verdict, by: "on-call", why: "it is right" });
      await flow.run();
      // Its minute passes, after which it takes effect.
      await flow.pass({ minutes: 1 });
      return taken;
    },
  };
};

const anEvening = async (contacts: readonly ReturnType<typeof aCandidate>[] = [network]) => {
  const flow = await aBurst(0);
  flow.contacts(() => ({ candidates: contacts }));
  for (const number of [1, 2, 3]) await flow.report(report(number));
  await flow.pass({ minutes: 16 });
  expect(flow.told()).toEqual([network.email]);
  return flow;
};

describe("notices to one desk in one window", () => {
  test("go out in one mail with every address when the window ends, and each case knows that it went", async () => {
    const flow = await aBurst(3);
    await flow.pass({ minutes: 14 });
    expect(flow.mails).toHaveLength(0);
    await flow.pass({ minutes: 2 });
    expect(flow.told()).toEqual([network.email]);
    const text = Buffer.from(flow.mails[0]?.mime ?? []).toString();
    for (const number of [1, 2, 3]) {
      expect(text).toContain(`page-${number}`);
      expect(await flow.sent(number)).toEqual(["first sent"]);
    }
  });

  test("go out without the one that can't be written, which is before a person by itself", async () => {
    const flow = await aBurst(2);
    await flow.report(report(3, { category: "brand", evidence: { explanation: "Copies." } }));
    await flow.report(
      report(4, {
        category: "brand",
        evidence: { explanation: "Copies.", imitates: "Example", legitimateSite: "https://real.example/" },
      }),
    );
    await flow.report(
      report(5, {
        category: "brand",
        evidence: { explanation: "Copies.", imitates: "Example", legitimateSite: "https://real.example/" },
      }),
    );
    await flow.pass({ minutes: 90 });
    expect([await flow.sent(3), await flow.sent(4), await flow.sent(5)]).toEqual([
      ["first failed"],
      ["first sent"],
      ["first sent"],
    ]);
    expect((await flow.caseOf(3)).reviews.map(({ question }) => question)).toEqual(["notice-refused"]);
    expect(flow.mails).toHaveLength(2);
  });
});

describe("what becomes of a digest's mail", () => {
  test("that bounced is each case's: all go on to the next desk, together", async () => {
    const flow = await anEvening([network, second]);
    await flow.sesSaysOf("Bounce");
    await flow.pass({ minutes: 16 });
    expect(flow.told()).toEqual([network.email, second.email]);
    for (const number of [1, 2, 3]) expect(await flow.sent(number)).toEqual(["first bounced", "first sent"]);
  });

  test("whose answer was lost is one question, and 'treat as sent' holds for all", async () => {
    const flow = await aBurst(2);
    flow.sesSays(() => ({ kind: "uncertain", code: "timeout" }));
    await flow.pass({ hours: 2 });
    expect([flow.mails.length, await flow.asked()]).toEqual([1, [["unknown-send", 2]]]);
    expect(await flow.sent(1)).toEqual(["first unknown"]);
    await flow.decides({ decision: "treat-as-sent" });
    expect([await flow.sent(1), await flow.sent(2)]).toEqual([["first sent"], ["first sent"]]);
  });

  test("is sent again only by a person's word, and without the case that was stopped since", async () => {
    const flow = await aBurst(3);
    flow.sesSays(() => ({ kind: "uncertain", code: "timeout" }));
    await flow.pass({ minutes: 40 });
    await flow.says(2, "hold");
    flow.sesSays(() => ({ kind: "accepted", sesMessageId: "ses-again" }));
    await flow.decides({ decision: "send-again" });
    await flow.pass({ minutes: 1 });
    expect(flow.mails).toHaveLength(2);
    expect(Buffer.from(flow.mails[1]?.mime ?? []).toString()).not.toContain("page-2");
    expect([await flow.sent(1), (await flow.theMail()).members.length]).toEqual([["first sent"], 2]);
  });

  test("that is closed for all keeps open the case of which there was news in the verdict's minute", async () => {
    const flow = await aBurst(4);
    flow.sesSays(() => ({ kind: "declined", code: "MessageRejected", final: true }));
    await flow.pass({ hours: 2 });
    expect(await flow.asked()).toEqual([["notice-refused", 4]]);
    const rows = (await flow.inMail()).map(({ state }) => ({
      caseId: state.id,
      reviewId: state.reviews[0]?.id ?? "",
      version: state.version,
    }));
    const verdict = { decision: "close", outcome: "decided" } as const;
    await recordForAll(flow.work, rows, { verdict, by: "jane", why: "Enough." });
    await flow.leap(plusMinutes(flow.now(), 0.5));
    await flow.says(2, "still-up");
    await flow.report(report(3, { reporter: "cert", reportId: "c-3", seenAt: flow.now() }));
    const mails = flow.mails.length;
    await flow.pass({ hours: 3 });
    const closed = await Promise.all([1, 2, 3, 4].map(async (number) => (await flow.caseOf(number)).closed?.outcome));
    expect([closed, flow.mails.length]).toEqual([["decided", undefined, undefined, "decided"], mails]);
    for (const number of [2, 3])
      expect(
        (await flow.caseOf(number)).reviews.map(({ question, dropped }) => [question, dropped?.by]),
      ).toContainEqual(["notice-refused", "jane"]);
  });

  test("of withdrawals is sent again by a person's word, though nothing else keeps the cases open", async () => {
    const flow = await anEvening();
    flow.sesSays(() => ({ kind: "uncertain", code: "TimeoutError" }));
    for (const number of [1, 2, 3]) await flow.says(number, "withdrawn");
    await flow.pass({ hours: 1 });
    expect(await flow.sent(1)).toEqual(["first sent", "withdrawal unknown"]);
    flow.sesSays(() => ({ kind: "accepted", sesMessageId: "ses-at-last" }));
    await flow.decides({ decision: "send-again" });
    await flow.pass({ minutes: 20 });
    expect([await flow.sent(1), (await flow.caseOf(1)).closed?.outcome, flow.mails.length]).toEqual([
      ["first sent", "withdrawal sent"],
      "withdrawn",
      3,
    ]);
  });
});

describe("what a desk answers to a digest", () => {
  test("'removed', proven, closes all of its cases", async () => {
    const flow = await anEvening();
    await flow.writesBack("removed", "All pages have been removed.");
    for (const number of [1, 2, 3]) expect((await flow.caseOf(number)).closed?.outcome).toBe("removed");
  });

  test("'removed' of an unproven mailbox is one question for the mail, and one answer settles all of it", async () => {
    const flow = await anEvening();
    await flow.writesBack("removed", "All pages have been removed.", false);
    await flow.decides({ decision: "close", outcome: "removed" });
    for (const number of [1, 2, 3]) expect((await flow.caseOf(number)).closed?.outcome).toBe("removed");
  });

  test("'removed' that names two cases closes these two", async () => {
    const flow = await anEvening();
    await flow.writesBack("removed", `We removed ${idOf(1)} and ${idOf(3).toLowerCase()}.`);
    const closed = [await flow.caseOf(1), await flow.caseOf(2), await flow.caseOf(3)].map(
      (state) => state.closed?.outcome,
    );
    expect(closed).toEqual(["removed", undefined, "removed"]);
  });

  test("a case that can't follow the verdict asks for itself", async () => {
    const flow = await anEvening([network, upstream]);
    await flow.writesBack("unclear", "Grmpf.");
    flow.contacts(() => ({ candidates: [network] }));
    await flow.decides({ decision: "escalate" });
    expect((await flow.caseOf(1)).level).toBe(1);
    await flow.pass({ minutes: 16 });
    await flow.writesBack("unclear", "Hm.");
    await flow.decides({ decision: "escalate" });
    expect((await flow.caseOf(1)).reviews).toMatchObject([{ question: "reply", toRead: true }]);
  });
});
