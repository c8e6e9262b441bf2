import { expect, test } from "vitest";
import { ask } from "../../functions/case/ask.ts";
import { morning } from "../support/a-case.ts";
import { beforeAPerson, told } from "../support/laws.ts";

test("things of a kind that one version asks about a notice have ids of their own", () => {
  const asked = { question: "reply", blocking: false, noticeId: "0-first-a", reason: "It is not found." } as const;
  const [review] = beforeAPerson(told, "reply").reviews;
  const reviews = [review, review, review].flatMap((one) => one ?? []);
  for (const [at, one] of reviews.entries())
    reviews[at] = { ...one, id: ask({ ...told, reviews: reviews.slice(0, at) }, morning, asked).reviewId };
  expect(new Set(reviews.map(({ id }) => id)).size).toBe(3);
});
