import type { ReplyClass } from "../../case/reply-class.ts";
import type { Guess, Letter } from "../reader.ts";
import { likelihoods, type Model, type Shares } from "./model.ts";
import { piecesOf } from "./pieces.ts";
import { removalBy, removalSigns } from "./removal.ts";

/** What the model takes a letter for, and how sure it is; of "removed", by its own measure. Pure. */
export const guessBy = (model: Model, letter: Letter): Guess => {
  const pieces = piecesOf(letter);
  const shares = likelihoods(model, pieces);
  const [replyClass, share] = likeliest(shares.both);
  const confidence =
    replyClass === "removed" ? removalBy(model.head.removal, removalSigns(shares, pieces.heard)) : share;
  return { replyClass, confidence };
};

/** The class with the greatest share, and that share. */
export const likeliest = (shares: Shares): readonly [ReplyClass, number] =>
  [...shares].reduce<readonly [ReplyClass, number]>((best, one) => (one[1] > best[1] ? one : best), ["unclear", 0]);
