import { describe, expect, test } from "vitest";
import { allToAPerson, answerWays as allWays, takenAnswerOf, takenAnswers } from "../../functions/case/answer-ways.ts";
import { decideCase } from "../../functions/case/decide.ts";
import { isOnCalls } from "../../functions/case/question.ts";
import { answerWays, policyOf } from "../../functions/escalation/policy.ts";
import { isToRead, readReviewRank, reviewRank } from "../../functions/store/review-rank.ts";
import { aSettings } from "../support/a-case.ts";
import { beforeAPerson, later, told } from "../support/laws.ts";

describe("what policy makes of answers", () => {
  test("is nothing in the urgent lane, where a person says what each means", () => {
    expect(answerWays.urgent).toBe(allToAPerson);
    expect(takenAnswers.map((answer) => answerWays.urgent[answer])).toEqual(takenAnswers.map(() => "person"));
  });

  test("ends no case: there is no such way", () => {
    expect(allWays).toEqual(["person", "escalates", "right-party", "reporter", "clock", "to-read", "answers"]);
  });

  test("is told apart by the ground of a refusal, and is nothing of a removal or a receipt", () => {
    expect(takenAnswerOf({ replyClass: "refused", refusal: "fact" })).toBe("refused-fact");
    expect(takenAnswerOf({ replyClass: "refused" })).toBe("refused");
    expect(takenAnswerOf({ replyClass: "not-ours", refusal: "fact" })).toBe("not-ours");
    for (const replyClass of ["removed", "complaint", "passed-on", "bounce"] as const)
      expect(takenAnswerOf({ replyClass })).toBeUndefined();
  });
});

describe("what is only to be read", () => {
  const policy = policyOf(aSettings())(told);
  const asked = beforeAPerson(told, "reply");
  const toRead = { ...asked, reviews: asked.reviews.map((one) => ({ ...one, toRead: true as const })) };
  const unheard = { ...toRead, reviews: toRead.reviews.map((one) => ({ ...one, announced: false })) };

  test("is on-call's in the urgent lane alone, and all else in both", () => {
    expect([isOnCalls("urgent", {}), isOnCalls("standard", {})]).toEqual([true, true]);
    expect([isOnCalls("urgent", { toRead: true }), isOnCalls("standard", { toRead: true })]).toEqual([true, false]);
  });

  test("pages nobody, and its case goes on", () => {
    const wants = decideCase(unheard, policy, later(1));
    expect([wants.announce, wants.wakeAt]).toEqual([[], later(24)]);
    expect(decideCase({ ...unheard, lane: "urgent" }, policy, later(1)).announce).toEqual(["reply.1"]);
  });

  test("stands behind all that waits, and is counted as nothing that waits", () => {
    expect(isToRead(toRead)).toBe(true);
    expect(readReviewRank(reviewRank(toRead) ?? "")).toMatchObject({ lane: "standard", toRead: true });
    const both = { ...toRead, reviews: [...toRead.reviews, ...beforeAPerson(told, "unanswered").reviews] };
    expect(isToRead(both)).toBe(false);
    expect(readReviewRank(reviewRank(both) ?? "").toRead).toBe(false);
    expect((reviewRank(both) ?? "") < (reviewRank(toRead) ?? "")).toBe(true);
  });
});

test("what is live stands first among the urgent, whatever is still asked, also where others wait longer", () => {
  const urgent = { ...beforeAPerson(told, "unanswered"), lane: "urgent" as const };
  const live = { ...urgent, live: true, reviews: urgent.reviews.map((one) => ({ ...one, askedAt: later(9) })) };
  expect((reviewRank(live) ?? "") < (reviewRank(urgent) ?? "")).toBe(true);
});
