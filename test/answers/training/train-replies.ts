import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { likeliest } from "../../../functions/answers/model/guess.ts";
import { writeModel } from "../../../functions/answers/model/model.ts";
import { eachLeftOut, lessonsOf, modelOf, removalOf, sharpened, sharpnessOf } from "./learn.ts";
import { fingerprint, isKeptApart, isMeasure, letterSet, lettersBefore } from "./letter-set.ts";

/**
 * npm run replies:train: makes the model of replies anew from the letters in the repository, but
 * those kept apart, and writes it where `take-in-reply` finds it. First each batch is left out once:
 * what the model makes of letters that it has not seen says how sure it may be. The same letters
 * make the same model. Takes some minutes; prints each batch as it is done.
 */
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const file = fileURLToPath(new URL("../../../functions/adapters/replies.model", import.meta.url));

const letters = [...lettersBefore(), ...letterSet()].filter(({ batch }) => !isKeptApart(batch));
const lessons = lessonsOf(letters);
const batches = [...new Set(letters.map(({ batch }) => batch))].filter(isMeasure);
print(`${letters.length} letters in ${batches.length} batches and beside them; each batch is left out once.`);
const read = eachLeftOut(lessons, batches, (out) => print(`  ${out.join(", ")}`));
const sharpness = sharpnessOf(read);
const removal = removalOf(sharpened(read, sharpness));
const learntFrom = batches.map((batch) => {
  const own = read.filter(({ lesson }) => lesson.batch === batch);
  const right = own.filter(({ lesson, shares }) => likeliest(shares.both)[0] === lesson.wanted);
  return { batch, letters: own.length, right: right.length };
});
const bytes = writeModel(modelOf(lessons, { sharpness, removal, letters: fingerprint(), learntFrom }));
writeFileSync(file, bytes);
for (const { batch, letters: all, right } of learntFrom)
  print(`${batch.padEnd(12)} ${right} of ${all} right when left out (${((100 * right) / all).toFixed(1)} %)`);
print(`Written: functions/adapters/replies.model, ${bytes.length} bytes. Now: npm run replies:score`);
