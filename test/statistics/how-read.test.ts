import { describe, expect, test } from "vitest";
import { readingReport } from "../../functions/statistics/how-read.ts";
import { judgedBy } from "../../functions/statistics/judged.ts";

describe("how well replies were read", () => {
  test("is held against what persons said", () => {
    expect(
      readingReport([
        { read: "refused", tenths: 9, was: "refused", times: 6 },
        { read: "question", tenths: 9, was: "refused", times: 2 },
        { read: "removed", tenths: 10, was: "removed", times: 4 },
        { read: "removed", tenths: 10, was: "not-found", times: 1 },
        { read: "unclear", isLikelyRemoved: true, was: "removed", times: 3 },
        { read: "unclear", isLikelyRemoved: true, was: "not-found", times: 1 },
        { read: "refused", times: 7 },
      ]),
    ).toEqual({
      judged: 24,
      told: 17,
      right: 10,
      removedClaimed: 5,
      removedWrongly: 1,
      likelyClaimed: 4,
      likelyWrongly: 1,
      mixed: [
        { was: "refused", read: "refused", times: 6 },
        { was: "removed", read: "removed", times: 4 },
        { was: "removed", read: "unclear", times: 3 },
        { was: "refused", read: "question", times: 2 },
        { was: "not-found", read: "removed", times: 1 },
        { was: "not-found", read: "unclear", times: 1 },
      ],
      sureness: [
        { tenths: 9, replies: 8, right: 6 },
        { tenths: 10, replies: 5, right: 4 },
      ],
    });
  });
});

describe("a judged reply", () => {
  const verdict = { decision: "continue" } as const;

  test.each([
    [0, 0],
    [0.099, 0],
    [0.1, 1],
    [0.899, 8],
    [0.9, 9],
    [1, 10],
  ])("is counted by the tenth of how sure the reader was: %d", (confidence, tenths) => {
    const asRead = { replyClass: "refused", confidence } as const;
    expect(judgedBy({ question: "reply", asRead }, { verdict })?.tenths).toBe(tenths);
  });

  test("is none where nothing was kept of how it was read, as in what was asked before", () => {
    expect(judgedBy({ question: "reply" }, { verdict, deskSaid: "refused" })).toBeUndefined();
  });
});
