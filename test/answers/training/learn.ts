import { type Model, writeModel } from "../../../functions/answers/prose/model.ts";
import { type LetterPieces, piecesOf, readable } from "../../../functions/answers/prose/pieces.ts";
import {
  isSilent,
  type Points,
  type Scored,
  sharesBy,
  signsOf,
  takenFor,
} from "../../../functions/answers/prose/read-prose.ts";
import { saidByTrees } from "../../../functions/answers/prose/trees.ts";
import { vetoSigns } from "../../../functions/answers/prose/veto-words.ts";
import {
  rowsOf,
  type View,
  type Vocabulary,
  views,
  vocabularyOf,
  type Weighed,
  weigh,
} from "../../../functions/answers/prose/weigh.ts";
import { type ReplyClass, wordedClasses } from "../../../functions/case/reply-class.ts";
import { calibrate } from "./calibrate.ts";
import { growTrees } from "./grow-trees.ts";
import {
  fingerprint,
  isKeptApart,
  isMeasure,
  type LabelledLetter,
  laterBatches,
  letterSet,
  lettersBefore,
} from "./letter-set.ts";
import { type Example, type Linear, learnRidge, scoresBy } from "./ridge.ts";

/** A letter, ready to be learnt from. */
type Lesson = {
  readonly batch: string;
  readonly wanted: ReplyClass;
  readonly weighed: Readonly<Record<View, Weighed>>;
  readonly veto: readonly number[];
};

const classOf = (name: ReplyClass): number => wordedClasses.indexOf(name);

const lessonsOf = (
  letters: readonly LabelledLetter[],
): { readonly lessons: readonly Lesson[]; readonly vocabulary: Vocabulary } => {
  const pieces = letters.map(({ letter }) => piecesOf(letter));
  const vocabulary = vocabularyOf(pieces);
  const lessons = letters.map(({ batch, wanted, letter }, at) => ({
    batch,
    wanted,
    weighed: weigh(pieces[at] as LetterPieces, vocabulary),
    veto: vetoSigns(readable(letter.text)),
  }));
  return { lessons, vocabulary };
};

const examplesOf = (lessons: readonly Lesson[], view: View): readonly Example[] =>
  lessons.map(({ weighed, wanted }) => ({ ...weighed[view], wanted: classOf(wanted) }));

const learnView = (lessons: readonly Lesson[], view: View, learnt?: readonly number[], before?: Linear): Linear => {
  const examples = examplesOf(lessons, view);
  const all = learnt ?? lessons.map((_, at) => at);
  return learnRidge(examples, all, { classes: wordedClasses.length, rows: rowsOf(view), ...(before && { before }) });
};

/** A letter by its signs, scored by models that had not seen its batch. */
type LeftOut = { readonly batch: string; readonly wanted: ReplyClass; readonly signs: readonly number[] };

const pairsOf = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  all.flatMap((_, at) => (at % size === 0 ? [all.slice(at, at + size)] : []));

/** What the letters teach: a model of each view, and how each batch is scored by one that learnt from the others. */
type Learnt = { readonly linear: Readonly<Record<View, Linear>>; readonly leftOut: readonly LeftOut[] };

/**
 * Learns from all, and then reads each of the batches by models that learnt from the others alone, two batches at
 * a time. `tell` hears of each view as it is done.
 */
const learnAll = (lessons: readonly Lesson[], batches: readonly string[], tell: (what: string) => void): Learnt => {
  const scores = lessons.map((): (readonly number[])[] => []);
  const learnOne = (view: View): Linear => {
    const whole = learnView(lessons, view);
    tell(`${view}: all letters`);
    for (const out of pairsOf(batches, 2)) {
      const isOut = ({ batch }: Lesson): boolean => out.includes(batch);
      const learnt = lessons.flatMap((lesson, at) => (isOut(lesson) ? [] : at));
      const model = learnView(lessons, view, learnt, whole);
      for (const [at, lesson] of lessons.entries())
        if (isOut(lesson)) scores[at]?.push(scoresBy(model, lesson.weighed[view]));
      tell(`${view}: without ${out.join(", ")}`);
    }
    return whole;
  };
  const [characters, words, both] = views.map(learnOne) as [Linear, Linear, Linear];
  const leftOut = lessons.flatMap(({ batch, wanted, veto }, at) =>
    batches.includes(batch) ? { batch, wanted, signs: signsOf(scores[at] ?? [], veto) } : [],
  );
  return { linear: { characters, words, both }, leftOut };
};

type Second = Pick<Model, "trees"> & Pick<Model["head"], "calibration">;

/** What is learnt from the signs of letters that were left out: the trees for "removed", and shares for the rest. */
const learnSecond = (read: readonly LeftOut[]): Second => ({
  trees: growTrees(read.map(({ signs, wanted }) => ({ signs, is: wanted === "removed" }))),
  calibration: calibrate(
    read.map(({ signs }) => signs),
    read.map(({ wanted }) => classOf(wanted)),
    wordedClasses.length,
  ),
});

const scoredBySecond = ({ trees, calibration }: Second, signs: readonly number[]): Scored => ({
  shares: sharesBy(calibration, signs),
  removal: saidByTrees(trees, signs),
});

/** A letter that was left out, as read by what had not seen it; nor had the second part seen its batch. */
export type ReadLeftOut = Pick<LeftOut, "batch" | "wanted"> & { readonly scored: Scored };

const readLeftOut = (read: readonly LeftOut[], batches: readonly string[]): readonly ReadLeftOut[] => {
  const scored = new Map<LeftOut, Scored>();
  for (const out of pairsOf(batches, 4)) {
    const second = learnSecond(read.filter(({ batch }) => !out.includes(batch)));
    for (const one of read) if (out.includes(one.batch)) scored.set(one, scoredBySecond(second, one.signs));
  }
  return read.map((one) => ({ batch: one.batch, wanted: one.wanted, scored: scored.get(one) as Scored }));
};

/** The loosest threshold at which of so many claims of "removed" one is wrong at most. */
export const thresholdFor = (read: readonly Pick<ReadLeftOut, "wanted" | "scored">[], oneIn: number): number => {
  const claims = read
    .map(({ wanted, scored }) => ({ removal: scored.removal, isWrong: wanted !== "removed" }))
    .sort((one, other) => other.removal - one.removal);
  let [wrong, best] = [0, 1.01];
  for (const [at, { removal, isWrong }] of claims.entries()) {
    if (isWrong) wrong++;
    if (wrong * oneIn <= at + 1 && removal !== claims[at + 1]?.removal) best = removal;
  }
  return best;
};

/** Of letters of which somebody should hear, so large a part at most is heard by nobody. */
const silentAtMost = 0.007;

/**
 * The points on the curve at which letters that were left out are read best. The later batches have no say: they
 * hold what readers err in, far more of it than a desk's mailbox.
 */
const pointsOf = (read: readonly ReadLeftOut[]): Points => {
  const removed = { sure: thresholdFor(read, 300), likely: thresholdFor(read, 100) };
  const tried = Array.from({ length: 70 }, (_, at) => {
    const silence = (30 + at) / 100;
    const taken = read.map(({ wanted, scored }) => ({
      wanted,
      as: takenFor(scored, { ...removed, silence }).replyClass,
    }));
    const right = taken.filter(({ wanted, as }) => wanted === as).length;
    const silent = taken.filter(({ wanted, as }) => isSilent(as) && !isSilent(wanted)).length;
    return { silence, right: silent <= silentAtMost * read.length ? right : -1 };
  });
  const { silence } = tried.reduce((best, one) => (one.right > best.right ? one : best));
  return { ...removed, silence };
};

/** Weights as whole numbers from -127 to 127, row by row. */
const packed = ({ weights, bias }: Linear) => {
  const size = weights.length;
  const scale = weights.map((each) => each.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-6) / 127);
  const table = new Int8Array((weights[0]?.length ?? 0) * size);
  for (const [one, each] of weights.entries())
    for (let row = 0; row < each.length; row++)
      table[row * size + one] = Math.round((each[row] ?? 0) / (scale[one] ?? 1));
  return { head: { scale, bias: [...bias] }, table };
};

/** A model's file, and how each letter of the batches is read by what had not seen its batch. */
export type Taught = {
  readonly bytes: Uint8Array;
  readonly letters: readonly LabelledLetter[];
  /** One for each of `letters`. */
  readonly read: readonly ReadLeftOut[];
  readonly points: Points;
};

/**
 * Makes the reader's model from the letters in the repository, but those kept apart. The same letters make the same
 * bytes. `tell` hears of each part as it is done.
 */
export const teach = (tell: (what: string) => void): Taught => {
  const letters = [...lettersBefore(), ...letterSet()].filter(({ batch }) => !isKeptApart(batch));
  const batches = [...new Set(letters.map(({ batch }) => batch))].filter(isMeasure);
  tell(`${letters.length} letters in ${batches.length} batches and beside them`);
  const { lessons, vocabulary } = lessonsOf(letters);
  const { linear, leftOut } = learnAll(lessons, batches, tell);
  const read = readLeftOut(leftOut, batches);
  const points = pointsOf(read.filter(({ batch }) => !laterBatches.includes(batch)));
  const { trees, calibration } = learnSecond(leftOut);
  const [characters, words, both] = [packed(linear.characters), packed(linear.words), packed(linear.both)];
  const bytes = writeModel({
    head: {
      classes: [...wordedClasses],
      views: { characters: characters.head, words: words.head, both: both.head },
      calibration,
      points,
      trees: { roots: trees.roots.length, nodes: trees.signs.length },
      letters: fingerprint(),
    },
    vocabulary,
    tables: { characters: characters.table, words: words.table, both: both.table },
    trees,
  });
  return { bytes, letters: letters.filter(({ batch }) => isMeasure(batch)), read, points };
};
