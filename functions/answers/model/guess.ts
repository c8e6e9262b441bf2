import type { ReplyClass } from "../../case/reply-class.ts";
import type { Guess, Letter } from "../reader.ts";
import type { WordsHeard } from "../replies/read-words.ts";
import { type Likelihoods, likelihoods, type Model } from "./model.ts";
import { type LetterPieces, piecesOf } from "./pieces.ts";
import { falseClaimCounts, removalBy, removalSigns } from "./removal.ts";

/**
 * What the model takes a letter for, and how sure it is; of "removed", by its own measure. `heard`: what
 * the rules heard in this very letter, where they have read it. Pure.
 */
export const guessBy = (model: Model, letter: Letter, heard?: WordsHeard): Guess => {
  const pieces = piecesOf(letter, heard);
  return guessOf(likelihoods(model, pieces), pieces.heard, model.head.removal);
};

/**
 * The likeliest class, where "removed" is as likely as its own measure says and the others share what
 * that leaves: a letter that only resembles a removal is taken for what else it most resembles.
 * `removal`: the weights of that measure.
 */
export const guessOf = (shares: Likelihoods, heard: LetterPieces["heard"], removal: readonly number[]): Guess => {
  const sure = removalBy(removal, removalSigns(shares, heard));
  // The measure learnt that a false claim counts more often than one that is missed; here each counts once.
  const likely = sure / (sure + (1 - sure) / falseClaimCounts);
  const others = [...shares.both].filter(([name]) => name !== "removed");
  const [other, share] = likeliest(others);
  const left = (1 - likely) * (share / (others.reduce((sum, [, one]) => sum + one, 0) || 1));
  return likely >= left ? { replyClass: "removed", confidence: sure } : { replyClass: other, confidence: left };
};

/** The class with the greatest share, and that share. */
export const likeliest = (shares: Iterable<readonly [ReplyClass, number]>): readonly [ReplyClass, number] =>
  [...shares].reduce<readonly [ReplyClass, number]>((best, one) => (one[1] > best[1] ? one : best), ["unclear", 0]);
