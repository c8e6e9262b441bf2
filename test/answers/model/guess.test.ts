import { describe, expect, test } from "vitest";
import { guessOf } from "../../../functions/answers/model/guess.ts";
import type { Shares } from "../../../functions/answers/model/model.ts";
import type { ReplyClass } from "../../../functions/case/reply-class.ts";

const views = (of: Partial<Record<ReplyClass, number>>) => {
  const both: Shares = new Map(Object.entries(of) as [ReplyClass, number][]);
  return { characters: both, words: both, both, telling: 0 };
};
const odds = (share: number): number => Math.log(share / (1 - share));
/** Weights by which "removed" is as sure as said, whatever the letter. */
const asSureAs = (share: number): readonly number[] => [odds(share)];
const nothing = new Set<never>();

describe("what the model takes a letter for", () => {
  const likelyRemoved = views({ removed: 0.6, acknowledgement: 0.3, question: 0.1 });

  test("is removed, as sure as its own measure says, where that leaves no other class likelier", () => {
    const guess = guessOf(likelyRemoved, nothing, asSureAs(0.9));
    expect([guess.replyClass, guess.confidence.toFixed(6)]).toEqual(["removed", "0.900000"]);
  });

  test("is what it else most resembles where its own measure makes a removal unlikely", () => {
    const guess = guessOf(likelyRemoved, nothing, asSureAs(0.1));
    // 0.1 is learnt with a false claim counted twice: one to 4.5. Of the rest three of four are the acknowledgement's.
    expect(guess.replyClass).toBe("acknowledgement");
    expect(guess.confidence).toBeCloseTo((0.75 * 4.5) / 5.5);
  });

  test("is removed where its own measure is sure, though both views together rather believe in another", () => {
    const guess = guessOf(views({ removed: 0.4, unclear: 0.6 }), nothing, asSureAs(0.95));
    expect(guess.replyClass).toBe("removed");
  });

  test("is less sure of another class, the more a removal is likely", () => {
    const sure = [0.01, 0.05, 0.2].map((share) => guessOf(likelyRemoved, nothing, asSureAs(share)).confidence);
    expect(sure).toEqual([...sure].sort((one, other) => other - one));
    expect(new Set(sure).size).toBe(3);
  });
});
