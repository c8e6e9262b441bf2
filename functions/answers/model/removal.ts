import type { ReplyClass } from "../../case/reply-class.ts";
import type { Shares } from "./model.ts";
import type { View } from "./pieces.ts";

/** What most resembles a removal and is none: the surer one of these, the less sure is it. */
const rivals = ["acknowledgement", "unclear", "passed-on", "not-found", "question"] as const satisfies ReplyClass[];

const logOdds = (share: number): number => {
  const kept = Math.min(Math.max(share, 1e-4), 1 - 1e-4);
  return Math.log(kept / (1 - kept));
};

/** What "removed" is weighed by: what each view and both together say of it, the lesser of the two, and its rivals. */
export const removalSigns = ({
  characters,
  words,
  both,
}: Readonly<Record<View | "both", Shares>>): readonly number[] => {
  const of = (shares: Shares, name: ReplyClass): number => logOdds(shares.get(name) ?? 0);
  const [one, other] = [of(characters, "removed"), of(words, "removed")];
  return [1, one, other, of(both, "removed"), Math.min(one, other), ...rivals.map((name) => of(both, name))];
};

/**
 * How sure it is that a letter says "removed", from 0 to 1: a logistic regression over the signs,
 * learnt from letters that the model had not seen.
 */
export const removalBy = (weights: readonly number[], signs: readonly number[]): number =>
  1 / (1 + Math.exp(-signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0)));
