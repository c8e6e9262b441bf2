import type { SecondReader } from "../../functions/answers/reader.ts";
import { replyClasses } from "../../functions/case/reply-class.ts";
import type { Random } from "./random.ts";

/** What a second reader says about whatever letter, without looking at it. */
export type Guesses = SecondReader["read"];

/** Each class, also those that no words can say, however sure; silence, failures, and nonsense. */
export const drawnGuesses =
  (random: Random): Guesses =>
  async () => {
    if (random.chance(0.1)) return undefined;
    if (random.chance(0.1)) throw new Error("The second reader is not well.");
    return {
      replyClass: random.chance(0.3) ? "removed" : random.pick(replyClasses),
      confidence: random.pick([0, 0.5, 0.9, 0.99, 1, 1, 1, Number.NaN, 7]),
    };
  };

/** The worst that a reader can say of what is not gone: that it is, for certain. */
export const saysRemoved: Guesses = async () => ({ replyClass: "removed", confidence: 1 });
