import { type ReplyClass, replyMeanings, wordedClasses } from "../../case/reply-class.ts";
import type { Model } from "./model.ts";
import { type Letter, piecesOf, readable } from "./pieces.ts";
import { saidByTrees } from "./trees.ts";
import { vetoSigns } from "./veto-words.ts";
import { type View, views, type Weighed, weigh } from "./weigh.ts";

/** `confidence`: from 0 to 1, in thousandths. */
export type Prose = {
  readonly replyClass: ReplyClass;
  readonly confidence: number;
  /** Likely says "removed", but not surely enough to close a case. */
  readonly isLikelyRemoved?: true;
};

/** Pure; asks nobody. */
export type ProseReader = {
  readonly read: (letter: Letter) => Prose;
  /** Whether a sentence by itself says that something is gone. */
  readonly tellsRemoval: (sentence: string) => boolean;
};

/** How sure a class must be, each as letters left out of training showed (`npm run replies:score`). */
export type Points = {
  /** A removal is read wrongly once in 300 at most: it may close a case. */
  readonly sure: number;
  /** Once in 100. */
  readonly likely: number;
  /** Nobody is notified, wrongly for seven in a thousand letters. */
  readonly silence: number;
};

/** A letter by its three views' scores: how likely each class is, and "removed" alone. */
export type Scored = { readonly shares: readonly number[]; readonly removal: number };

/** The case goes on, and nobody is notified of the mail. */
export const isSilent = (replyClass: ReplyClass): boolean =>
  replyMeanings[replyClass].shows === "receipt" || replyMeanings[replyClass].shows === "handover";

const removedAt = wordedClasses.indexOf("removed");

export const proseReader = (model: Model): ProseReader => {
  const { points } = model.head;
  return {
    read: (letter) => takenFor(scoredBy(model, letter), points),
    tellsRemoval: (text) => {
      const { shares } = scoredBy(model, { subject: "", text, automatic: false });
      return (shares[removedAt] ?? 0) >= tellsFrom;
    },
  };
};

/** A sentence is read less surely than a letter: this is more than one about another thing has. */
const tellsFrom = 0.3;

/** What the letter is taken for; where that is not sure enough, a person is asked. */
export const takenFor = ({ shares, removal }: Scored, { sure, likely, silence }: Points): Prose => {
  if (removal >= sure) return { replyClass: "removed", confidence: inThousandths(removal) };
  if (removal >= likely) return { replyClass: "unclear", confidence: inThousandths(removal), isLikelyRemoved: true };
  const silent = wordedClasses.reduce((sum, name, at) => sum + (isSilent(name) ? (shares[at] ?? 0) : 0), 0);
  if (silent >= silence)
    return { replyClass: likeliest(shares, isSilent), confidence: inThousandths(Math.min(silent, 1)) };
  const most = Math.max(...shares);
  if (shares[removedAt] === most) return { replyClass: "unclear", confidence: inThousandths(1 - most) };
  const replyClass = likeliest(shares, (name) => name !== "removed" && !isSilent(name));
  return { replyClass, confidence: inThousandths(shares[wordedClasses.indexOf(replyClass)] ?? 0) };
};

const inThousandths = (share: number): number => Math.floor(share * 1_000) / 1_000;

const likeliest = (shares: readonly number[], isMeant: (name: ReplyClass) => boolean): ReplyClass =>
  wordedClasses.filter(isMeant).reduce((best, name) => (of(shares, name) > of(shares, best) ? name : best));
const of = (shares: readonly number[], name: ReplyClass): number => shares[wordedClasses.indexOf(name)] ?? 0;

export const scoredBy = (model: Model, letter: Letter): Scored => {
  const weighed = weigh(piecesOf(letter), model.vocabulary);
  const scores = views.map((view) => scoresOf(model, view, weighed[view]));
  const signs = signsOf(scores, vetoSigns(readable(letter.text)));
  return { shares: sharesBy(model.head.calibration, signs), removal: saidByTrees(model.trees, signs) };
};

const scoresOf = ({ head, tables }: Model, view: View, { rows, weights }: Weighed): readonly number[] => {
  const { scale, bias } = head.views[view];
  const table = tables[view];
  const size = scale.length;
  const sums = new Float64Array(size);
  for (let at = 0; at < rows.length; at++) {
    const [from, weight] = [(rows[at] ?? 0) * size, weights[at] ?? 0];
    for (let one = 0; one < size; one++) sums[one] = (sums[one] ?? 0) + (table[from + one] ?? 0) * weight;
  }
  return Array.from(sums, (sum, one) => sum * (scale[one] ?? 0) + (bias[one] ?? 0));
};

/** Each view's scores, the least for "removed", its lead over the next class, and words that cast doubt. */
export const signsOf = (scores: readonly (readonly number[])[], veto: readonly number[]): readonly number[] => {
  const both = scores[views.indexOf("both")] ?? [];
  const others = both.filter((_, at) => at !== removedAt);
  return [
    ...scores.flat(),
    Math.min(...scores.map((one) => one[removedAt] ?? 0)),
    (both[removedAt] ?? 0) - Math.max(...others),
    ...veto,
  ];
};

/** Turns signs into shares: each normalized, then a row of weights per class. */
export type Calibration = {
  readonly mean: number[];
  readonly deviation: number[];
  readonly weights: number[][];
};

/** How likely each class is, all together one: multinomial logistic regression. */
export const sharesBy = ({ mean, deviation, weights }: Calibration, signs: readonly number[]): readonly number[] => {
  const even = signs.map((sign, at) => (sign - (mean[at] ?? 0)) / (deviation[at] ?? 1));
  const scores = weights.map((row) => even.reduce((sum, one, at) => sum + one * (row[at] ?? 0), row[even.length] ?? 0));
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
};
