import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { decideCase } from "../../../functions/case/decide.ts";
import type { CaseEvent, EventOf } from "../../../functions/case/event.ts";
import type { Question } from "../../../functions/case/question.ts";
import type { ReplyClass } from "../../../functions/case/reply-class.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aSettings, morning } from "../../support/a-case.ts";
import { aNotice } from "../../support/a-notice.ts";
import { having, later, sent, told } from "../../support/laws.ts";

const policy = policyOf(aSettings())(told);
type Fact = Readonly<Record<string, unknown>> & { readonly type: CaseEvent["type"] };
const urgent: Case = { ...told, lane: "urgent" };
/** What is asked at once after a fact about the notice: of whom, and whether the case waits for it. */
const asks = (fact: Fact, state: Case = told) =>
  decideCase(state, policy, morning, {
    at: morning,
    noticeId: sent.id,
    ...fact,
  } as unknown as CaseEvent).record.flatMap((event) =>
    event.type === "asked" ? [[event.question, event.blocking, event.noticeId, event.reason] as const] : [],
  );
const open = (question: Question, reasons: readonly string[], noticeId: string = sent.id): Case => ({
  ...told,
  reviews: reasons.map((reason, at) => ({
    id: `${question}.${at}`,
    question,
    askedAt: morning,
    blocking: false,
    reason,
    noticeId,
    announced: true,
  })),
});

describe("what a person is asked about a mail", () => {
  test("whether it went out, where the answer of SES was lost; the case goes on", () => {
    expect(asks({ type: "send-unknown" })).toEqual([
      [
        "unknown-send",
        false,
        sent.id,
        "The answer of SES was lost, and no event said for 15 minutes what became of the mail.",
      ],
    ]);
  });

  test("what to do where it can't be written, or SES will never take it; the case waits", () => {
    expect(asks({ type: "refused", problem: "A fact is missing." })).toEqual([
      ["notice-refused", true, sent.id, "A fact is missing."],
    ]);
    expect(asks({ type: "send-declined", code: "MessageRejected", final: true })).toEqual([
      ["notice-refused", true, sent.id, "SES refused the notice: MessageRejected"],
    ]);
  });

  const turnedAway: Fact = { type: "bounced", permanent: false, refusesUs: true, detail: "550 policy" };
  const words =
    "Our mail was turned away, and the mailbox is not dead: 550 policy." +
    " Nobody else is told in its place until you say so.";
  test("why a server turned it away, once for each reason", () => {
    expect(asks(turnedAway)).toEqual([["notice-refused", false, sent.id, words]]);
    expect(asks(turnedAway, open("notice-refused", [words]))).toEqual([]);
    expect(asks(turnedAway, open("notice-refused", ["Another reason."]))).toHaveLength(1);
    expect(asks(turnedAway, open("notice-refused", [words], "0-first-other"))).toHaveLength(1);
    expect(asks(turnedAway, open("unknown-send", [words]))).toHaveLength(1);
  });

  test("and nothing where the mail is only late", () => {
    expect(asks({ type: "bounced", permanent: false, detail: "450" })).toEqual([]);
  });
});

describe("noes of SES to one mail", () => {
  const no = (attempts: number, more: Partial<EventOf<"send-declined">> = {}, state: Case = told) =>
    asks(
      { type: "send-declined", attemptId: "a", code: "Throttling", final: false, retryAt: later(1), ...more },
      { ...state, notices: [aNotice("queued", { id: "0-first-other" }), aNotice("queued", { attempts })] },
    );

  test("are asked about after the eighth, in the urgent lane after the fourth", () => {
    expect([no(7).length, no(8).length]).toEqual([0, 1]);
    expect(no(8)[0]?.[1]).toBe(false);
    expect([no(3, {}, urgent).length, no(4, {}, urgent).length]).toEqual([0, 1]);
  });

  test("to the account are on-call's, once for all cases", () => expect(no(8, { of: "account" })).toEqual([]));

  test("are asked about once at a time, for each mail", () => {
    expect(no(9, {}, open("notice-refused", ["It is asked."]))).toEqual([]);
    expect(no(9, {}, open("notice-refused", ["It is asked."], "0-first-other"))).toHaveLength(1);
    expect(no(9, {}, open("unknown-send", ["It is asked."]))).toHaveLength(1);
  });

  test("about a notice that is not there ask nothing", () => {
    expect(asks({ type: "send-declined", code: "Throttling", final: false }, having())).toEqual([]);
  });
});

describe("what a desk writes", () => {
  const replied = (replyClass: ReplyClass, more: Partial<EventOf<"replied">> = {}): Fact => ({
    type: "replied",
    replyClass,
    authenticated: true,
    mailHash: "m-1",
    ...more,
  });

  test("is asked about without keeping the case", () => {
    for (const replyClass of ["complaint", "not-ours", "use-our-form", "refused", "question", "unclear"] as const)
      expect(asks(replied(replyClass), urgent).map(([, blocking]) => blocking)).toEqual([false]);
    expect(asks(replied("removed", { authenticated: false })).map(([, blocking]) => blocking)).toEqual([false]);
  });

  test("names its form where the desk is proven, and a stranger's form is none", () => {
    const form = { url: "https://network.example/abuse", scope: "network" } as const;
    const formsAsked = (more: Partial<EventOf<"replied">>) =>
      decideCase(told, policy, morning, {
        at: morning,
        noticeId: sent.id,
        ...replied("use-our-form", more),
      } as unknown as CaseEvent).record.map((event) => (event.type === "asked" ? [event.question, event.forms] : []));
    expect(formsAsked({ form })).toEqual([["form-only", [form]]]);
    expect(formsAsked({})).toEqual([["form-only", undefined]]);
    expect(formsAsked({ form, authenticated: false })).toEqual([["reply", undefined]]);
  });

  test("says whose host it is", () => {
    expect(asks(replied("not-ours", { namedParty: "Other Hosting" }), urgent)[0]?.[3]).toBe(
      "The desk says that the host is not theirs but Other Hosting's.",
    );
  });

  test("has its own room for questions, of which strangers' and its domain's take none", () => {
    const asked = (count: number) =>
      open(
        "reply",
        Array.from({ length: count }, (_, at) => `Reason ${at}.`),
      );
    const stranger = { authenticated: false } as const;
    const ofItsDomain = { authenticated: false, isFromItsDomain: true } as const;
    expect([8, 9].map((count) => asks(replied("refused"), { ...asked(count), lane: "urgent" }).length)).toEqual([1, 0]);
    expect([4, 5].map((count) => asks(replied("refused", ofItsDomain), asked(count)).length)).toEqual([1, 0]);
    expect([2, 3].map((count) => asks(replied("refused", stranger), asked(count)).length)).toEqual([1, 0]);
  });
});
