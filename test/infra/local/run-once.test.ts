import { expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { Question } from "../../../functions/case/question.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { onlyRings } from "../../../infra/local/run-once.ts";
import { aSettings, morning } from "../../support/a-case.ts";
import { inLine } from "../../support/a-notice.ts";
import { beforeAPerson, told } from "../../support/laws.ts";

/* Where weeks pass in seconds, a case that would only ring again is left where it stands. */

const rings = (state: Case): boolean => onlyRings(state, policyOf(aSettings()), morning);
const unheard = (state: Case): Case => ({
  ...state,
  reviews: state.reviews.map(({ announcedAt: _, ...review }) => ({ ...review, announced: false })),
});
const stopped = (question: Question) => beforeAPerson(told, question, true);

test("a case that a question stops would only ring again, once on-call was told of it", () => {
  expect([rings(stopped("unanswered")), rings(unheard(stopped("unanswered")))]).toEqual([true, false]);
});

test("a mail that only stands to be read is waited for by nobody, as it rings nowhere", () => {
  const reviews = unheard(beforeAPerson(told, "reply")).reviews.map((one) => ({ ...one, toRead: true as const }));
  const beside = { ...stopped("unanswered"), reviews: [...stopped("unanswered").reviews, ...reviews] };
  expect([rings(beside), rings({ ...beside, lane: "urgent" })]).toEqual([true, false]);
});

test("a case that goes on beside its question does more than ring", () => {
  for (const state of [told, inLine])
    expect([rings(state), rings(beforeAPerson(state, "reply"))]).toEqual([false, false]);
});
