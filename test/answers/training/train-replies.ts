import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeModel } from "../../../functions/answers/prose/model.ts";
import { takenFor } from "../../../functions/answers/prose/read-prose.ts";
import { wordedClasses } from "../../../functions/case/reply-class.ts";
import { learnAll, learnSecond, lessonsOf, packed, pointsOf, readLeftOut } from "./learn.ts";
import { fingerprint, isKeptApart, isMeasure, letterSet, lettersBefore } from "./letter-set.ts";

/**
 * npm run replies:train: makes the reader's model anew from the letters in the repository, but those kept
 * apart, and writes it where `take-in-reply` finds it. Each batch is also read by what learnt from the others:
 * from these scores the trees, the shares and the points of the curve are learnt. The same letters make the
 * same bytes. Takes some minutes; prints each part as it is done.
 */
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const file = fileURLToPath(new URL("../../../functions/adapters/replies.model", import.meta.url));

const letters = [...lettersBefore(), ...letterSet()].filter(({ batch }) => !isKeptApart(batch));
const batches = [...new Set(letters.map(({ batch }) => batch))].filter(isMeasure);
print(`${letters.length} letters in ${batches.length} batches and beside them.`);
const { lessons, vocabulary } = lessonsOf(letters);
const { linear, leftOut } = learnAll(lessons, batches, (what) => print(`  ${what}`));
const read = readLeftOut(leftOut, batches);
const points = pointsOf(read);
const learntFrom = batches.map((batch) => {
  const own = read.filter((one) => one.batch === batch);
  const right = own.filter(({ wanted, scored }) => takenFor(scored, points).replyClass === wanted);
  return { batch, letters: own.length, right: right.length };
});
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
    learntFrom,
  },
  vocabulary,
  tables: { characters: characters.table, words: words.table, both: both.table },
  trees,
});
writeFileSync(file, bytes);
for (const { batch, letters: all, right } of learntFrom)
  print(`${batch.padEnd(12)} ${right} of ${all} right when left out (${((100 * right) / all).toFixed(1)} %)`);
print(`Written: functions/adapters/replies.model, ${bytes.length} bytes. Now: npm run replies:score`);
