import { expect, test } from "vitest";
import { ask } from "../../functions/case/ask.ts";
import { morning } from "../support/a-case.ts";
import { beforeAPerson, told } from "../support/laws.ts";

test("two things of a kind that one version asks about a notice have ids of their own", () => {
  const asked = { question: "reply", blocking: false, noticeId: "0-first-a", reason: "It is not found." } as const;
  const before = beforeAPerson(told, "reply");
  const first = ask(before, morning, asked).reviewId;
  const reviews = before.reviews.map((review) => ({ ...review, id: first }));
  const second = ask({ ...before, reviews }, morning, asked).reviewId;
  const third = ask(
    { ...before, reviews: [...reviews, ...reviews.map((review) => ({ ...review, id: second }))] },
    morning,
    asked,
  ).reviewId;
  expect(new Set([first, second, third]).size).toBe(3);
});
