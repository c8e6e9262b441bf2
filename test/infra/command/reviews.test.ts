import { expect, test } from "vitest";
import { ok } from "../../../functions/kernel/result.ts";
import type { ReviewList } from "../../../functions/store/ports.ts";
import { reviewsText, rowText, waiting } from "../../../infra/command/reviews.ts";
import { aCase, anAnswer, morning } from "../../support/a-case.ts";

const nobody = { type: "contact-answered", at: morning, answer: anAnswer({ candidates: [] }) } as const;
const asks = aCase({ category: "phishing" }, [nobody]);
const cases = [
  { ...asks, id: "TD-0000-0000-0001", lane: "urgent" as const },
  { ...asks, id: "TD-0000-0000-0002" },
  { ...aCase({ category: "malware" }, [nobody]), id: "TD-0000-0000-0003" },
];

/** Gives one case a page, so that a list has to turn them. */
const store: Pick<ReviewList, "inReview"> = {
  inReview: async (_, cursor = "0") => ({
    items: cases.slice(Number(cursor), Number(cursor) + 1),
    ...(Number(cursor) + 1 < cases.length && { cursor: String(Number(cursor) + 1) }),
  }),
};

test.each([
  [{}, ["1", "2", "3"]],
  [{ limit: 2 }, ["1", "2"]],
  [{ lane: "urgent" }, ["1"]],
  [{ category: "malware" }, ["3"]],
  [{ question: "no-contact" }, ["1", "2", "3"]],
  [{ question: "unanswered" }, []],
] as const)("what waits for a person, by %j", async (asked, ids) => {
  expect((await waiting(store, { limit: 30, ...asked })).cases.map(({ id }) => id.slice(-1))).toEqual(ids);
});

test("who has a case before them stands beside it, and in JSON by its number", () => {
  const [one] = cases;
  const has = { caseId: "TD-0000-0000-0001", by: "jane", at: morning, until: "2026-11-24T09:15:00.000Z" };
  const claims = { reservations: new Map([[has.caseId, has]]), now: "2026-11-24T09:03:00.000Z" };
  expect(reviewsText(cases.slice(0, 2), claims)).toMatch(/TD-0000-0000-0001@.* jane has it, 12 min left\n/);
  expect(reviewsText(cases.slice(0, 2), claims).match(/has it/g)).toHaveLength(1);
  const [first, second] = reviewsText(cases.slice(0, 2), claims, true)
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(first.reserved).toEqual([{ caseId: has.caseId, by: "jane", until: has.until }]);
  expect(second).not.toHaveProperty("reserved");
  const taken = { caseId: has.caseId, reviewId: "x", version: 1, taken: ok(one ?? asks) };
  expect(rowText({ ...taken, had: "jane" })).toMatch(
    /^TD-0000-0000-0001 {2}\S+\[\.\]example {2}recorded, with effect at once; jane had it$/,
  );
});
