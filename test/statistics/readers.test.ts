import { describe, expect, test } from "vitest";
import { type JudgedCount, judgedBy } from "../../functions/statistics/judged.ts";
import { type ReaderKind, readersReport } from "../../functions/statistics/readers.ts";

const model = { reader: "a model" } as const;
const ofKind = (counts: readonly JudgedCount[], kind: ReaderKind) =>
  readersReport(counts).readers.filter((reader) => reader.kind === kind);

describe("how well replies were read", () => {
  test("counts the rules, the second reader and both, each against what persons said", () => {
    const counts: readonly JudgedCount[] = [
      { rules: "unclear", other: "refused", tenths: 9, ...model, together: "refused", was: "refused", times: 6 },
      { rules: "question", other: "refused", tenths: 9, ...model, together: "question", was: "question", times: 2 },
      { rules: "refused", ...model, together: "refused", was: "refused", times: 1 },
    ];
    const { judged, told, readers, sureness } = readersReport(counts);
    expect([judged, told]).toEqual([9, 9]);
    expect(readers.map(({ mixed: _, ...figures }) => figures)).toEqual([
      { kind: "rules", replies: 9, silent: 0, right: 3, rulesRight: 3, removedClaimed: 0, removedWrongly: 0 },
      {
        kind: "other",
        name: "a model",
        replies: 9,
        silent: 1,
        right: 6,
        rulesRight: 3,
        removedClaimed: 0,
        removedWrongly: 0,
      },
      {
        kind: "together",
        name: "a model",
        replies: 9,
        silent: 0,
        right: 9,
        rulesRight: 3,
        removedClaimed: 0,
        removedWrongly: 0,
      },
    ]);
    expect(sureness).toEqual([{ name: "a model", tenths: 9, replies: 8, right: 6 }]);
  });

  test("says what was taken for what, the most frequent first, and where a reader did not say", () => {
    const [second] = ofKind(
      [
        { rules: "refused", other: "refused", ...model, together: "refused", was: "refused", times: 1 },
        { rules: "refused", other: "unclear", ...model, together: "refused", was: "refused", times: 3 },
        { rules: "refused", ...model, together: "refused", was: "refused", times: 2 },
        { rules: "unclear", other: "unclear", ...model, together: "unclear", was: "refused", times: 1 },
      ],
      "other",
    );
    expect(second?.mixed).toEqual([
      { was: "refused", read: "unclear", times: 4 },
      { was: "refused", times: 2 },
      { was: "refused", read: "refused", times: 1 },
    ]);
  });

  test("says how often removed was claimed, and how often wrongly", () => {
    const [rules] = ofKind(
      [
        { rules: "removed", together: "removed", was: "removed", times: 4 },
        { rules: "removed", together: "removed", was: "not-found", times: 1 },
        { rules: "unclear", together: "unclear", was: "removed", times: 2 },
      ],
      "rules",
    );
    expect([rules?.removedClaimed, rules?.removedWrongly, rules?.right]).toEqual([5, 1, 4]);
  });

  test("keeps what both would have come to in shadow apart from what they did come to", () => {
    const counts: readonly JudgedCount[] = [
      { rules: "unclear", other: "refused", ...model, together: "refused", was: "refused", times: 2 },
      { rules: "unclear", other: "refused", ...model, isShadow: true, together: "refused", was: "unclear", times: 3 },
    ];
    const rightOf = (kind: ReaderKind) => ofKind(counts, kind).map(({ right, replies }) => [right, replies]);
    expect([rightOf("together"), rightOf("would-be"), rightOf("rules")]).toEqual([[[2, 2]], [[0, 3]], [[3, 5]]]);
  });

  test("keeps two readers apart by their names, and asks neither about what the rules read alone", () => {
    const counts: readonly JudgedCount[] = [
      { rules: "refused", together: "refused", was: "refused", times: 5 },
      { rules: "refused", other: "refused", reader: "b", together: "refused", was: "refused", times: 1 },
      { rules: "refused", other: "unclear", reader: "a", together: "refused", was: "refused", times: 2 },
    ];
    expect(readersReport(counts).readers.map(({ kind, name, replies }) => [kind, name, replies])).toEqual([
      ["rules", undefined, 8],
      ["other", "a", 2],
      ["other", "b", 1],
      ["together", "a", 2],
      ["together", "b", 1],
    ]);
  });

  test("counts an answer that does not tell what the desk said, and judges nobody by it", () => {
    const { judged, told, readers } = readersReport([{ rules: "refused", together: "refused", times: 7 }]);
    expect([judged, told, readers]).toEqual([7, 0, []]);
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
  ])("is counted by the tenth of how sure the second reader was: %d", (confidence, tenths) => {
    const readings = { rules: "refused", other: "refused", confidence } as const;
    expect(judgedBy({ question: "reply", asRead: { replyClass: "refused", readings } }, { verdict })?.tenths).toBe(
      tenths,
    );
  });

  test("is none where nothing was kept of how it was read, as in what was asked before", () => {
    expect(judgedBy({ question: "reply" }, { verdict, deskSaid: "refused" })).toBeUndefined();
  });
});
