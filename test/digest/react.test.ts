import { describe, expect, test } from "vitest";
import type { EventOf } from "../../functions/case/event.ts";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import type { Digest } from "../../functions/digest/digest.ts";
import type { DigestEvent } from "../../functions/digest/event.ts";
import { evolveDigest } from "../../functions/digest/evolve.ts";
import { endDigest, reactDigest } from "../../functions/digest/react.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aDigest, otherId, waiting } from "../support/a-digest.ts";

const [{ id: noticeId }] = aDigest().notices;
const claimed: DigestEvent = {
  type: "send-claimed",
  at: morning,
  noticeId,
  attemptId: "d-1",
  subject: "ABUSE",
  renderHash: "hash",
  recipientHash: "hash",
};
const out = (): Digest =>
  aDigest([claimed, { type: "sent", at: morning, noticeId, attemptId: "d-1", sesMessageId: "ses-1" }]);
const replied = (replyClass: ReplyClass, more: Partial<EventOf<"replied">> = {}): EventOf<"replied"> => ({
  type: "replied",
  at: morning,
  noticeId,
  replyClass,
  authenticated: true,
  mailHash: "m-1",
  ...more,
});
/** What follows at once from these, one after the other: what a person is asked. */
const asked = (state: Digest, ...events: readonly DigestEvent[]): readonly string[] => {
  const [event, ...others] = events;
  if (!event) return [];
  const next = evolveDigest(state, event);
  const follows = reactDigest(next, event, policyOf(aSettings())(next), morning);
  return [
    ...follows.map((fact) => (fact.type === "asked" ? `${fact.question}: ${fact.reason}` : fact.type)),
    ...asked(follows.reduce(evolveDigest, next), ...others),
  ];
};

const refuses = ["reply: The desk refuses to act."];

describe("what a desk writes about a digest", () => {
  test("is asked about on the digest, once for all in it", () => {
    const urgent: Digest = { ...out(), lane: "urgent" };
    expect(asked(urgent, replied("refused"))).toEqual(refuses);
    expect(asked(urgent, replied("refused"), replied("refused", { mailHash: "m-2" }))).toEqual(refuses);
    expect(asked(urgent, replied("refused", { said: `Neither ${waiting.id} nor ${otherId}.` }))).toEqual(refuses);
  });

  test("is policy's in the standard lane, in each of its cases, or stands to be read once for all", () => {
    expect(asked(out(), replied("refused"), replied("not-ours"), replied("not-found"))).toEqual([]);
    expect(asked(out(), replied("unclear"))).toEqual([
      "to-read: The desk wrote something that no rule reads for certain.",
    ]);
  });

  test("is not asked about where it was passed on, and asked about where it was not found", () => {
    const found = [expect.stringMatching(/^reply: The desk looked and does not find it: /)];
    expect(
      asked({ ...out(), lane: "urgent" }, replied("passed-on"), replied("not-found", { mailHash: "m-2" })),
    ).toEqual(found);
  });

  test("is asked about on the cases that it names, where it names some of them", () => {
    expect(asked(out(), replied("refused", { said: `Not ${otherId}.` }))).toEqual([]);
  });

  test("is read by a person at the digest where its cases have no more room to hear it", () => {
    const naming = Array.from({ length: 41 }, (_, at) =>
      replied("refused", { mailHash: `m-${at}`, said: `Not ${otherId}.` }),
    );
    expect(asked(out(), ...naming.slice(0, 40))).toEqual([]);
    expect(asked(out(), ...naming)).toEqual(refuses);
  });

  test("is not asked about where it says that all is removed, but in the urgent lane a person confirms it", () => {
    expect(asked(out(), replied("removed"))).toEqual([]);
    expect(asked({ ...out(), lane: "urgent" }, replied("removed"))).toEqual([
      "reply: The desk says that it is removed; please confirm.",
    ]);
  });

  test("by strangers leaves room for what the desk itself says", () => {
    const strangers = (["refused", "question", "complaint", "unclear"] as const).map((replyClass, at) =>
      replied(replyClass, { mailHash: `m-${at}`, authenticated: false }),
    );
    expect(asked(out(), ...strangers)).toHaveLength(3);
    expect(asked({ ...out(), lane: "urgent" }, ...strangers, replied("refused", { mailHash: "m-9" }))).toContain(
      refuses[0],
    );
  });
});

test("of a digest's mail that SES will never take the digest asks, and of nothing after its end", () => {
  const never: DigestEvent = {
    type: "send-declined",
    at: morning,
    noticeId,
    attemptId: "d-1",
    code: "MessageRejected",
    final: true,
    retryAt: morning,
  };
  expect(asked(aDigest([claimed]), never)).toEqual(["notice-refused: SES refused the notice: MessageRejected"]);
  const ended = evolveDigest(aDigest([claimed]), endDigest(morning, "decided", "jane: enough"));
  expect(asked(ended, never, replied("refused"))).toEqual([]);
});

test("a digest that ends says when, how and why", () => {
  expect(evolveDigest(aDigest(), endDigest(morning, "dismissed", "nobody is left in it")).closed).toEqual({
    at: morning,
    outcome: "dismissed",
    why: "nobody is left in it",
  });
});
