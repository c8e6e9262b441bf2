import type { ReplyClass } from "../../case/reply-class.ts";
import type { Said } from "../replies/read-words.ts";
import type { Likelihoods, Shares } from "./model.ts";

/** What most resembles a removal and is none: the surer one of these, the less sure is it. */
const rivals = ["acknowledgement", "unclear", "passed-on", "not-found", "question"] as const satisfies ReplyClass[];

/** A letter wrongly taken for removed counts as much as so many that are missed, where this is learnt. */
export const falseClaimCounts = 2;

/** No sentence alone decides. */
const tellingAtMost = 6;

const logOdds = (share: number): number => {
  const kept = Math.min(Math.max(share, 1e-4), 1 - 1e-4);
  return Math.log(kept / (1 - kept));
};

/** What the rules may hear of in a letter: each is a sign by itself, for or against a removal. */
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

/**
 * What "removed" is weighed by: what each view and both together say of it, the lesser of the two, its
 * rivals in all and in the view that believes most in them, what the rules heard, and what the
 * sentences say that tell of something gone.
 */
export const removalSigns = (
  { characters, words, both, telling }: Likelihoods,
  heard: ReadonlySet<Said>,
): readonly number[] => {
  const of = (shares: Shares, name: ReplyClass): number => logOdds(shares.get(name) ?? 0);
  const [one, other] = [of(characters, "removed"), of(words, "removed")];
  return [
    1,
    one,
    other,
    of(both, "removed"),
    Math.min(one, other),
    ...rivals.flatMap((name) => [of(both, name), Math.max(of(characters, name), of(words, name))]),
    ...sayings.map((said) => (heard.has(said) ? 1 : 0)),
    Math.min(Math.max(telling, -tellingAtMost), tellingAtMost),
  ];
};

/**
 * How sure it is that a letter says "removed", from 0 to 1: a logistic regression over the signs,
 * learnt from letters that the model had not seen.
 */
export const removalBy = (weights: readonly number[], signs: readonly number[]): number =>
  1 / (1 + Math.exp(-signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0)));
