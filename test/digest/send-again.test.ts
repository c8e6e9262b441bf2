import { describe, expect, test } from "vitest";
import type { Digest } from "../../functions/digest/digest.ts";
import { digestKeyOf, isInWindow, openingFor } from "../../functions/digest/waiting.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { advance, open } from "../../functions/matters/advance.ts";
import type { AnyEvent as CaseEvent } from "../../functions/matters/event.ts";
import { aCase, anAnswer, aSettings, morning } from "../support/a-case.ts";

const settings = aSettings({ digests: true });

describe("'send again', said of a digest's mail", () => {
  const rules = policyOf(settings);
  const at = "2026-11-24T10:15:00.000Z";
  /**
   * A digest of two that SES has declined so often that a person is asked, and then what became of
   * its mail.
   */
  const asked = (...facts: readonly CaseEvent[]): Digest => {
    const state = aCase({}, [{ type: "contact-answered", at: morning, answer: anAnswer() }], settings);
    const [notice] = state.notices;
    const key = notice && digestKeyOf(state, notice);
    if (!notice || !key || !isInWindow(notice)) throw new Error("its notice waits for others");
    const noticeId = notice.id;
    const members = [state.id, "TD-0000-0000-0002"].map((caseId) => ({ caseId, noticeId }));
    const tries = Array.from({ length: 8 }, (_, tried): readonly CaseEvent[] => [
      claim(noticeId, `attempt ${tried + 1}`),
      {
        type: "send-declined",
        at,
        noticeId,
        attemptId: `attempt ${tried + 1}`,
        code: "Throttling",
        final: false,
        retryAt: at,
      },
    ]);
    const opened = open(openingFor(state, notice, key, at), rules).next;
    const { next } = advance(
      opened,
      [{ type: "members-planned", at, members, more: false }, ...tries.flat(), ...facts],
      rules,
      at,
    );
    if (next.kind !== "digest") throw new Error("a digest stays one");
    return next;
  };
  const noticeId =
    aCase({}, [{ type: "contact-answered", at: morning, answer: anAnswer() }], settings).notices[0]?.id ?? "";
  const claim = (notice: string, attemptId: string): CaseEvent => ({
    type: "send-claimed",
    at,
    noticeId: notice,
    attemptId,
    subject: "subject",
    renderHash: "hash",
    recipientHash: "hash",
  });
  const saysAgain = (digest: Digest): Digest => {
    const reviewId = digest.reviews.find(({ question }) => question === "notice-refused")?.id ?? "none is open";
    const { next } = advance(
      digest,
      [{ type: "answered", at, reviewId, verdict: { decision: "send-again" }, by: "jane", why: "it is right" }],
      rules,
      at,
    );
    if (next.kind !== "digest") throw new Error("a digest stays one");
    return next;
  };
  const heardOf = ({ news, notices }: Digest) => [
    notices[0]?.state,
    news.some(({ event }) => event.type === "answered"),
  ];

  test("puts its cases in line with it", () => {
    expect(heardOf(saysAgain(asked()))).toEqual(["queued", true]);
  });

  test("tells its cases nothing while the mail is on the wire: taken out of it then, one would go out twice", () => {
    expect(heardOf(saysAgain(asked(claim(noticeId, "attempt 9"))))).toEqual(["on-wire", false]);
  });

  test("tells its cases nothing where the mailbox is dead: they would wait for a mail that never goes", () => {
    const dead: CaseEvent = { type: "bounced", at, noticeId, permanent: true, detail: "no such user" };
    const late: CaseEvent = { type: "bounced", at, noticeId, permanent: false, refusesUs: true, detail: "policy" };
    expect(heardOf(saysAgain(asked(claim(noticeId, "attempt 9"), dead, late)))).toEqual(["bounced", false]);
  });
});
