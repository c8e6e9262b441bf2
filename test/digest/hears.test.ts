import { describe, expect, test } from "vitest";
import type { Review, TargetCase } from "../../functions/case/case.ts";
import type { CaseEvent, EventOf, Verdict } from "../../functions/case/event.ts";
import { evolveTarget } from "../../functions/case/evolve.ts";
import type { Digest } from "../../functions/digest/digest.ts";
import type { DigestEvent } from "../../functions/digest/event.ts";
import { endDigest } from "../../functions/digest/react.ts";
import { hears } from "../../functions/digest/ties.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { morning } from "../support/a-case.ts";
import { aDigest, claimedOf, gatheredIn, otherId, waiting, withWindows } from "../support/a-digest.ts";
import { aNotice } from "../support/a-notice.ts";

const at = morning;
const [{ id: noticeId }] = aDigest().notices;
const claimed = claimedOf(aDigest());
const sent: DigestEvent = { type: "sent", at, noticeId, attemptId: "d-1", sesMessageId: "ses-1" };
const unknown: DigestEvent = { type: "send-unknown", at, noticeId };
const replied: EventOf<"replied"> = {
  type: "replied",
  at,
  noticeId,
  replyClass: "refused",
  authenticated: true,
  mailHash: "m-1",
};
const asked = (question: Review["question"]): DigestEvent => ({
  type: "asked",
  at,
  reviewId: `${question}.3`,
  question,
  blocking: false,
  reason: "It is asked.",
  noticeId,
});
const answered = (question: Review["question"], verdict: Verdict): DigestEvent => ({
  type: "answered",
  at,
  reviewId: `${question}.3`,
  verdict,
  by: "jane",
  why: "it is right",
});
const close: Verdict = { decision: "close", outcome: "decided" };
const ended = endDigest(at, "decided", "jane: it is right");
const upTo = (number: number): CaseEvent => ({ type: "digest-heard", at, noticeId, upTo: number });
/** In line for the next window. */
const inLineAnew = (why: string): CaseEvent => ({
  type: "notice-requeued",
  at,
  noticeId,
  notBefore: "2026-11-24T10:15:00.000Z",
  window: "2026-11-24T10:15:00.000Z",
  why,
});

const heardBy = (state: TargetCase, digest: Digest) => hears(state, digest, policyOf(withWindows), at);
/** What a case in a digest hears of these, of which it has heard so many. */
const heardOf = (facts: readonly DigestEvent[], heard = 0) => {
  const digest = aDigest(facts);
  return heardBy(gatheredIn(digest, waiting, heard), digest);
};
/** What it hears when it is told all of it but the last, and then the last. */
const lastHeard = (facts: readonly DigestEvent[], spoilt: Partial<TargetCase> = {}) => {
  const digest = aDigest(facts);
  const before = heardBy({ ...gatheredIn(digest), ...spoilt }, digest);
  return heardBy(before.reduce(evolveTarget, { ...gatheredIn(digest), ...spoilt }), digest);
};

describe("a case hears of its digest's mail", () => {
  test.each<readonly [string, readonly DigestEvent[]]>([
    ["that it is on the wire", [claimed]],
    ["that it went out", [claimed, sent]],
    ["that nobody knows whether it went out", [claimed, unknown]],
    ["that it arrived", [claimed, sent, { type: "delivered", at, noticeId, sesMessageId: "ses-1" }]],
    ["that it came back", [claimed, sent, { type: "bounced", at, noticeId, permanent: true, detail: "no such user" }]],
    ["that the desk complained", [claimed, sent, { type: "complained", at, noticeId }]],
  ])("%s, as of its own notice", (_, facts) => expect(heardOf(facts)).toEqual([...facts, upTo(facts.length)]));

  test("as of its own notice, whatever the mail's is called", () => {
    const digest = aDigest([claimed]);
    const [mail] = digest.notices;
    expect(heardBy(gatheredIn(digest), { ...digest, notices: [{ ...mail, id: "0-first-mail" }] })[0]).toMatchObject({
      type: "send-claimed",
      noticeId,
    });
  });

  test("a no of SES as one that may pass: what it will never take is asked on the digest", () => {
    const never: DigestEvent = {
      type: "send-declined",
      at,
      noticeId,
      attemptId: "d-1",
      code: "MessageRejected",
      final: true,
      retryAt: at,
    };
    expect(heardOf([claimed, never])).toEqual([claimed, { ...never, final: false }, upTo(2)]);
  });

  test("from where it has heard, and nothing twice", () => {
    expect(heardOf([claimed, sent], 1)).toEqual([sent, upTo(2)]);
    expect(heardOf([claimed, sent], 2)).toEqual([]);
  });

  test("a hundred things at once, and the rest the next time", () => {
    const late = (number: number) => ({
      number,
      event: { type: "bounced", at, noticeId, permanent: false, detail: `late ${number}` } as const,
    });
    const digest: Digest = { ...aDigest(), news: Array.from({ length: 101 }, (_, before) => late(before + 1)) };
    const atOnce = heardBy(gatheredIn(digest), digest);
    expect([atOnce.length, atOnce.at(-1)]).toEqual([101, upTo(100)]);
    expect(heardBy(atOnce.reduce(evolveTarget, gatheredIn(digest)), digest)).toEqual([late(101).event, upTo(101)]);
  });

  test("and nothing about a notice that goes by itself, or with another digest", () => {
    const digest = aDigest([claimed]);
    const others = [
      aNotice("queued", { id: "0-first-alone" }),
      aNotice("gathered", { id: "0-first-elsewhere", digest: { id: "TD-ANOTHER", heard: 0 } }),
    ];
    const state = gatheredIn(digest);
    expect(heardBy({ ...state, notices: [...others, ...state.notices] }, digest)).toEqual([claimed, upTo(1)]);
  });
});

describe("a case that its digest went without", () => {
  const digest = aDigest([
    { type: "members-left", at, members: [{ caseId: waiting.id, noticeId }], why: "it could not go out" },
    claimed,
  ]);
  test("is in line for the next window", () => {
    expect(heardBy(gatheredIn(digest), digest)).toEqual([inLineAnew("the digest goes without it")]);
  });

  test("hears nothing where its notice is out", () => {
    const out = { ...waiting, notices: [aNotice("sent", { digest: { id: digest.id, heard: 0 } })] };
    expect(heardBy(out, digest)).toEqual([]);
  });
});

describe("of what the desk wrote about a digest a case hears", () => {
  test("by the first time that a customer was given, also where it hears of it after a second one", () => {
    const handed = (hour: number, hours: number | undefined, mailHash: string): DigestEvent => ({
      ...replied,
      replyClass: "passed-on",
      at: plusHours(at, hour),
      mailHash,
      ...(hours !== undefined && { customerHasUntil: plusHours(at, hour + hours) }),
    });
    const digest = aDigest([claimed, sent, handed(1, undefined, "m-1"), handed(2, 24, "m-2"), handed(20, 240, "m-3")]);
    const heard = heardBy(gatheredIn(digest, waiting, 2), digest);
    expect(heard).toMatchObject([
      { type: "replied", at: plusHours(at, 2), customerHasUntil: plusHours(at, 26), mailHash: "m-3" },
      { type: "digest-heard" },
    ]);
    expect(heard.reduce(evolveTarget, gatheredIn(digest, waiting, 2)).notices[0]?.passedOn).toEqual({
      at: plusHours(at, 2),
      until: plusHours(at, 26),
    });
  });

  test("the words, where they name it and not all", () => {
    const named = { ...replied, said: `Not ${waiting.id}.` };
    expect(heardOf([claimed, sent, named], 2)).toEqual([named, upTo(3)]);
  });

  test("nothing, where they name others alone", () => {
    expect(heardOf([claimed, sent, { ...replied, said: `Not ${otherId}.` }], 2)).toEqual([upTo(3)]);
  });

  test("what it means without its words, where it is about all, and that a person is asked at the digest", () => {
    const digest = aDigest([claimed, sent, { ...replied, said: "We refuse." }]);
    expect(heardBy(gatheredIn(digest, waiting, 2), digest)).toEqual([{ ...replied, digestId: digest.id }, upTo(3)]);
  });

  test("of each mail once", () => {
    for (const said of [undefined, `Not ${waiting.id}.`]) {
      const digest = aDigest([claimed, sent, { ...replied, ...(said && { said }) }]);
      expect(heardBy({ ...gatheredIn(digest, waiting, 2), mails: [replied.mailHash] }, digest)).toEqual([upTo(3)]);
    }
  });
});

describe("a person's word on whether a digest's mail went out", () => {
  test("'treat as sent' is that it went out, for each case", () => {
    const facts = [claimed, unknown, asked("unknown-send"), answered("unknown-send", { decision: "treat-as-sent" })];
    expect(heardOf(facts)).toEqual([claimed, unknown, { type: "sent", at, noticeId, attemptId: "d-1" }, upTo(3)]);
  });

  test("is nothing where nobody has tried to send it", () => {
    const facts = [asked("notice-refused"), answered("notice-refused", { decision: "treat-as-sent" })];
    expect(heardOf(facts)).toEqual([upTo(1)]);
  });

  test("'send again' has the digest take each case along again", () => {
    const facts = [claimed, unknown, asked("unknown-send"), answered("unknown-send", { decision: "send-again" })];
    const digest = aDigest(facts);
    const gathered: CaseEvent = { type: "notice-gathered", at, noticeId, digestId: digest.id, heard: 2 };
    expect(heardOf(facts, 2)).toEqual([gathered, upTo(3)]);
  });
});

describe("a digest that ended before its mail went out", () => {
  test("leaves its cases in line", () => {
    expect(heardOf([ended])).toEqual([inLineAnew("its digest ended"), upTo(1)]);
  });

  test("puts nothing in line that is out", () => {
    const digest = aDigest([ended]);
    const out = { ...waiting, notices: [aNotice("sent", { digest: { id: digest.id, heard: 0 } })] };
    expect(heardBy(out, digest)).toEqual([upTo(1)]);
  });

  test("by a person's word closes its cases, and none of them tells anybody any more", () => {
    const facts = [asked("notice-refused"), answered("notice-refused", close), ended];
    const digest = aDigest(facts);
    const [first, ...then] = heardBy(gatheredIn(digest), digest);
    expect(first).toEqual(inLineAnew("its digest ended"));
    expect(then.map(({ type }) => type)).toEqual(["asked", "answered", "notice-cancelled", "closed", "digest-heard"]);
  });
});

describe("a person's verdict about a digest", () => {
  const onReply = (verdict: Verdict) => [claimed, sent, replied, asked("reply"), answered("reply", verdict)];
  const types = (events: readonly CaseEvent[]) => events.map(({ type }) => type);
  const open = (id: string, more: Partial<Review> = {}): Review => ({
    id,
    question: "reply",
    askedAt: at,
    blocking: false,
    reason: "It is asked.",
    announced: true,
    noticeId,
    ...more,
  });

  test("comes alone and after all that was before it", () => {
    expect(types(heardOf(onReply(close)))).toEqual(["send-claimed", "sent", "replied", "digest-heard"]);
    expect(lastHeard(onReply(close)).at(-1)).toEqual(upTo(4));
  });

  test("is as if each case had asked, and the case follows it", () => {
    const [question, answer, closed] = lastHeard(onReply(close));
    expect(question).toMatchObject({ type: "asked", question: "reply", blocking: false, noticeId });
    expect(answer).toMatchObject({ type: "answered", verdict: close, by: "jane", why: "it is right" });
    expect(answer).toHaveProperty("reviewId", question?.type === "asked" ? question.reviewId : "none was asked");
    expect(closed).toMatchObject({ type: "closed", outcome: "decided" });
  });

  test("answers what the case itself has asked about that notice, and nothing else that it asks", () => {
    const others = [open("reply.1", { noticeId: "0-first-other" }), open("unanswered.1", { question: "unanswered" })];
    const [answer] = lastHeard(onReply(close), { reviews: [...others, open("reply.2")] });
    expect(answer).toMatchObject({ type: "answered", reviewId: "reply.2" });
    const [question, own] = lastHeard(onReply(close), { reviews: others });
    expect(types(lastHeard(onReply(close), { reviews: others }))).toEqual([
      "asked",
      "answered",
      "closed",
      "digest-heard",
    ]);
    expect(own).toHaveProperty("reviewId", question?.type === "asked" ? question.reviewId : "none was asked");
  });

  test("that a case can't follow stays a question of its own", () => {
    expect(types(lastHeard(onReply({ decision: "climb" })))).toEqual(["asked", "digest-heard"]);
  });

  test("is nothing for a case that has ended, and where nobody knows what was asked", () => {
    expect(lastHeard(onReply(close), { closed: { at, outcome: "gone" } })).toEqual([upTo(4)]);
    const digest = aDigest(onReply(close));
    const before: Digest = { ...digest, news: digest.news.map(({ question: _, ...news }) => news) };
    expect(heardBy(gatheredIn(before, waiting, 3), before)).toEqual([upTo(4)]);
  });

  test("'close' puts no case in line of whose mail nobody knows whether it went out", () => {
    const facts = [claimed, unknown, asked("unknown-send"), answered("unknown-send", close), ended];
    expect(types(lastHeard(facts))).toEqual(["asked", "answered", "closed", "digest-heard"]);
  });
});
