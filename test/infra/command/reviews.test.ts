import { expect, test } from "vitest";
import type { ReviewList } from "../../../functions/matters/store.ts";
import { waiting } from "../../../infra/command/reviews.ts";
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
  expect((await waiting(store, { limit: 30, ...asked })).map(({ id }) => id.slice(-1))).toEqual(ids);
});
