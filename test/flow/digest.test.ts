import { describe, expect, test } from "vitest";
import type { Case, Digest, TargetCase } from "../../functions/case/case.ts";
import { caseIdOf } from "../../functions/case/case-id.ts";
import { changeCase } from "../../functions/case/change-case.ts";
import type { ReplyClass } from "../../functions/case/event.ts";
import { replyFacts } from "../../functions/follow-up/reply-facts.ts";
import { takeInDelivery } from "../../functions/follow-up/take-in-delivery.ts";
import { noticeToken } from "../../functions/notice/reply-address.ts";
import { recordVerdict } from "../../functions/review/verdict.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

const network = aCandidate();

const report = (number: number, spoilt: Record<string, unknown> = {}) =>
  nativeMessage({ reportId: `r-${number}`, target: { url: `https://shop.bad.example/page-${number}` }, ...spoilt });
const says = (number: number, status: string, at: string) => JSON.stringify({ version: 1, reporter: "hotline", reportId: `r-${number}`, status, at });
const idOf = (number: number) => caseIdOf(`report hotline/r-${number}`);

/** A flow in which windows hold, with words for the several cases in it. */
const aBurst = async (reports: number) => {
  const flow = aFlow({ digests: true });
  for (let number = 1; number <= reports; number++) await flow.report(report(number));
  const caseOf = async (number: number): Promise<TargetCase> => {
    const state = await flow.store.read(idOf(number));
    if (state?.kind !== "case") throw new Error(`there is no case of report ${number}`);
    return state;
  };
  const theDigest = async (): Promise<Digest> => {
    const id = flow.mails.at(-1)?.attemptId.split("_")[0] ?? "";
    const state: Case | undefined = await flow.store.read(id);
    if (state?.kind !== "digest") throw new Error("the last mail was no digest's");
    return state;
  };
  return {
    ...flow,
    caseOf,
    theDigest,
    says: (number: number, status: string) => flow.report(says(number, status, flow.now())),
    sent: async (number: number) => (await caseOf(number)).notices.map(({ step, state }) => `${step} ${state}`),
    sesSaysOf: async (eventType: "Send" | "Delivery" | "Bounce" | "Complaint") => {
      const more = { Send: {}, Delivery: { delivery: {} }, Bounce: { bounce: { bounceType: "Permanent" } }, Complaint: { complaint: {} } }[eventType];
      const attempt = flow.mails.at(-1)?.attemptId;
      await takeInDelivery(
        flow.work,
        JSON.stringify({ eventType, mail: { messageId: "ses-1", timestamp: flow.now(), tags: { attempt: [attempt] } }, ...more }),
      );
      await flow.run();
    },
    writesBack: async (replyClass: ReplyClass, text: string, proven = true) => {
      const { id, notices } = await theDigest();
      const [mail] = notices;
      if (!mail) throw new Error("a digest has a mail");
      const fromDomain = proven ? "network.example" : "elsewhere.example";
      const about = { caseId: id, noticeToken: noticeToken(mail), replyClass, rule: "the story", dmarc: "pass" as const, fromDomain };
      await changeCase(flow.work, id, (state) =>
        state.kind === "unread"
          ? undefined
          : replyFacts(
              state,
              { ...about, mailHash: `${replyClass} at ${flow.now()}`, subject: "Re: notice", text, attachments: [], ticket: "T-42" },
              flow.now(),
            ),
      );
      await flow.run();
    },
    decides: async (verdict: Parameters<typeof recordVerdict>[1]["verdict"]) => {
      const { id, reviews } = await theDigest();
      const outcome = await recordVerdict(flow.work, { caseId: id, reviewId: reviews[0]?.id ?? "none", verdict, by: "on-call", why: "it is right" });
      await flow.run();
      return outcome;
    },
  };
};

describe("notices to one desk in one window", () => {
  test("go out in one mail when the window ends, with every address in it, and each case knows that its notice went", async () => {
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

  test("one alone is an ordinary notice of its case", async () => {
    const flow = await aBurst(1);
    await flow.pass({ minutes: 16 });
    expect(flow.mails.map(({ attemptId }) => attemptId.split("_")[0])).toEqual([idOf(1)]);
  });
});
