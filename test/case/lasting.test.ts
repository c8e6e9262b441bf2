import { expect, test } from "vitest";
import type { Review } from "../../functions/case/case.ts";
import { worstFirst } from "../../functions/case/lasting.ts";
import type { Question } from "../../functions/case/question.ts";

const review = (question: Question, blocking: boolean, hour: number): Review => ({
  id: question,
  question,
  blocking,
  askedAt: `2026-11-24T0${hour}:00:00.000Z`,
  reason: "x",
  announced: false,
});

test("of several questions the live one is first, then a clearance, what blocks, the longest wait", () => {
  const all = [
    review("reply", false, 1),
    review("no-contact", true, 5),
    review("unanswered", true, 2),
    review("clearance", false, 6),
    review("live", false, 7),
  ];
  const order = ["live", "clearance", "unanswered", "no-contact", "reply"];
  expect(worstFirst(all).map(({ question }) => question)).toEqual(order);
});
