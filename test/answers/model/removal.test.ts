import { describe, expect, test } from "vitest";
import type { Shares } from "../../../functions/answers/model/model.ts";
import { removalBy, removalSigns } from "../../../functions/answers/model/removal.ts";
import type { Said } from "../../../functions/answers/replies/read-words.ts";
import type { ReplyClass } from "../../../functions/case/reply-class.ts";

const odds = (share: number): number => Math.log(share / (1 - share));
const shares = (of: Partial<Record<ReplyClass, number>>): Shares =>
  new Map(Object.entries(of) as [ReplyClass, number][]);
const none = { characters: shares({}), words: shares({}), both: shares({}), telling: 0 };
/** Where a share is none at all. */
const least = odds(1e-4);
const signsOf = (views: Partial<typeof none>, ...heard: readonly Said[]): readonly number[] =>
  removalSigns({ ...none, ...views }, new Set(heard));
/** Which signs are others than those of a letter of which nothing is known, by their places. */
const changed = (signs: readonly number[]): readonly number[] =>
  signs.flatMap((sign, at) => (sign === signsOf({})[at] ? [] : [at]));

const rivals = ["acknowledgement", "unclear", "passed-on", "not-found", "question"] as const;
/** In the order in which a model's file has their weights. */
const sayings = [
  "removed",
  "hinted",
  "besides",
  "doubted",
  "closed",
  "stands",
  "asks",
  "acknowledgement",
  "passed-on",
  "not-found",
  "not-ours",
  "use-our-form",
  "question",
  "refused",
  "unread",
] as const satisfies Said[];

describe("what a removal is weighed by", () => {
  test("is one, what each view and both say of it, and the lesser of the two", () => {
    const signs = signsOf({
      characters: shares({ removed: 0.9 }),
      words: shares({ removed: 0.6 }),
      both: shares({ removed: 0.8 }),
    });
    expect(signs.slice(0, 5)).toEqual([1, odds(0.9), odds(0.6), odds(0.8), odds(0.6)]);
    const swapped = signsOf({ characters: shares({ removed: 0.6 }), words: shares({ removed: 0.9 }) });
    expect(swapped.slice(1, 5)).toEqual([odds(0.6), odds(0.9), least, odds(0.6)]);
  });

  test.each(rivals.map((rival, at) => [rival, 5 + 2 * at] as const))(
    "is that it may be %s instead: by both, and by the view that believes most in it",
    (rival, at) => {
      const one = signsOf({ characters: shares({ [rival]: 0.3 }), both: shares({ [rival]: 0.2 }) });
      expect([changed(one), one[at], one[at + 1]]).toEqual([[at, at + 1], odds(0.2), odds(0.3)]);
      const other = signsOf({ characters: shares({ [rival]: 0.3 }), words: shares({ [rival]: 0.4 }) });
      expect([changed(other), other[at + 1]]).toEqual([[at + 1], odds(0.4)]);
    },
  );

  test.each(sayings.map((said, at) => [said, 15 + at] as const))("is whether the rules heard: %s", (said, at) => {
    const signs = signsOf({}, said);
    expect([changed(signs), signs[at]]).toEqual([[at], 1]);
  });

  test("is nothing that the rules hear but of no removal, and no class that none is mistaken for", () => {
    expect(changed(signsOf({}, "away", "absent", "unreached"))).toEqual([]);
    expect(changed(signsOf({ both: shares({ refused: 0.9, "not-ours": 0.9 }) }))).toEqual([]);
  });

  test("is what the sentences say that tell of something gone, which alone never decide", () => {
    const at = 15 + sayings.length;
    expect(changed(signsOf({ telling: 2 }))).toEqual([at]);
    expect([2, -2, 60, -60].map((telling) => signsOf({ telling })[at])).toEqual([2, -2, 6, -6]);
  });

  test("is never without end, however sure a view is", () => {
    const sure = signsOf({ characters: shares({ removed: 1 }), words: shares({ removed: 0 }) });
    expect(sure[1]).toBeCloseTo(odds(1 - 1e-4));
    expect(sure[2]).toBeCloseTo(least);
    expect(sure.length).toBe(16 + sayings.length);
  });
});

describe("how sure a removal is", () => {
  test("is even where nothing weighs, and rises with what speaks for it", () => {
    expect(removalBy([0, 0], [1, 5])).toBe(0.5);
    expect(removalBy([], [1, 5])).toBe(0.5);
    expect(removalBy([0, 1], [1, odds(0.9)])).toBeCloseTo(0.9);
    expect(removalBy([0, -1], [1, odds(0.9)])).toBeCloseTo(0.1);
  });

  test("adds all signs, each by its weight, and one without a weight counts for nothing", () => {
    expect(removalBy([odds(0.7), 2, 3], [1, 0.5, -1 / 3])).toBeCloseTo(0.7);
    expect(removalBy([odds(0.7)], [1, 100, 100])).toBeCloseTo(0.7);
  });
});
