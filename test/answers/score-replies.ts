import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { guessBy } from "../../functions/answers/model/guess.ts";
import { readModel } from "../../functions/answers/model/model.ts";
import { readMail } from "../../functions/answers/read-mail.ts";
import { wordedClasses } from "../../functions/case/reply-class.ts";
import { aMail } from "./a-mail.ts";
import { neverRemoved } from "./never-removed.ts";
import { type Half, type ReadReply, readSet, replySet } from "./reply-set.ts";
import { figuresOf, interval, pointersOf, type Read, type Reader, readBoth, readLeftOut } from "./training/figures.ts";
import { eachLeftOut, lessonsOf } from "./training/learn.ts";
import {
  isAdversarys,
  isKeptApart,
  isMeasure,
  type LabelledLetter,
  letterSet,
  lettersBefore,
} from "./training/letter-set.ts";

/**
 * npm run replies:score [-- --kept] [-- --wrong] How the rules, the model and both together read
 * letters that the model had not seen: each batch left out once (some minutes), and the batches
 * that nothing learns from. `--kept`: these alone, in seconds. `--wrong`: which letters of the
 * other batches both together read wrongly. Then how the rules read the replies of before.
 */
const print = (text = ""): void => void process.stdout.write(`${text}\n`);
const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
const readers = ["rules", "model", "pair"] as const satisfies Reader[];

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
};

const summary = (read: readonly Read[]): string =>
  table([
    ["", "right", "removed found", "claims", "of them wrong", "95 %", "nobody heard", "forms"],
    ...readers.map((by) => {
      const of = figuresOf(read, by);
      const [low, high] = interval(of.claimedWrongly, of.claims);
      return [
        by,
        percent(of.right, of.letters),
        `${of.removedFound} of ${of.removed}, ${percent(of.removedFound, of.removed)}`,
        String(of.claims),
        String(of.claimedWrongly),
        `${(100 * low).toFixed(2)}–${(100 * high).toFixed(2)} %`,
        `${of.silentErrors}, ${percent(of.silentErrors, of.letters)}`,
        percent(of.formsRead, of.forms),
      ];
    }),
  ]);

const rightBy = (title: string, read: readonly Read[], keyOf: (one: Read) => string): string => {
  const keys = [...new Set(read.map(keyOf))].sort();
  return table([
    [title, "letters", ...readers],
    ...keys.map((key) => {
      const own = read.filter((one) => keyOf(one) === key);
      return [
        key,
        String(own.length),
        ...readers.map((by) => percent(own.filter((one) => one[by] === one.written.wanted).length, own.length)),
      ];
    }),
  ]);
};

const confusion = (read: readonly Read[]): string =>
  table([
    ["wanted \\ read by the pair", ...wordedClasses],
    ...wordedClasses.map((wanted) => [
      wanted,
      ...wordedClasses.map((given) =>
        String(read.filter((one) => one.written.wanted === wanted && one.pair === given).length || "."),
      ),
    ]),
  ]);

const report = (title: string, read: readonly Read[]): void => {
  const to = pointersOf(read.map(({ written }) => written));
  print(`${title}: ${read.length} letters, ${read.filter(({ written }) => written.isTrap).length} of them traps\n`);
  print(`${summary(read)}\n`);
  print(
    `addresses of forms found ${to.formsFound} of ${to.forms} (${percent(to.formsFound, to.forms)}); ` +
      `tickets exact ${to.ticketsExact} of ${to.tickets} (${percent(to.ticketsExact, to.tickets)}), ` +
      `invented in ${to.invented} of ${to.without} letters without one\n`,
  );
  for (const [name, keyOf] of [
    ["class", (one: Read) => one.written.wanted],
    ["language", (one: Read) => one.written.language],
    ["batch", (one: Read) => one.written.batch],
  ] as const)
    print(`${rightBy(name, read, keyOf)}\n`);
  print(`${confusion(read)}\n`);
};

const model = readModel(
  readFileSync(fileURLToPath(new URL("../../functions/adapters/replies.model", import.meta.url))),
);
const asked = process.argv.slice(2);
const all = letterSet();
const byModel = (written: LabelledLetter): Read => readBoth(written, guessBy(model, written.letter));

if (!asked.includes("--kept")) {
  const letters = [...lettersBefore(), ...all.filter(({ batch }) => !isKeptApart(batch))];
  const lessons = lessonsOf(letters);
  const writtenOf = new Map(lessons.map((lesson, at) => [lesson, letters[at]]));
  const batches = [...new Set(letters.map(({ batch }) => batch))].filter(isMeasure);
  print(`Each of ${batches.length} batches is read by a model that did not learn from it:`);
  const out = eachLeftOut(lessons, batches, (two) => print(`  ${two.join(", ")}`));
  const read = readLeftOut(out, ({ lesson }) => writtenOf.get(lesson) as LabelledLetter);
  print();
  report("left out", read);
  if (asked.includes("--wrong"))
    for (const { written, rules, model: by, pair } of read.filter((one) => one.pair !== one.written.wanted))
      print(
        `\n${written.batch} ${written.language}: ${written.wanted}, read as ${pair} ` +
          `(rules ${rules}: ${written.mail.rule}; model ${by})\n${written.letter.subject}\n${written.body}`,
      );
}
report("kept apart", all.filter(({ batch }) => isKeptApart(batch) && !isAdversarys(batch)).map(byModel));
const adversarys = all.filter(({ batch }) => isAdversarys(batch)).map(byModel);
print(
  `an adversary's ${adversarys.length} letters, written while seeing how each was read:\n\n${summary(adversarys)}\n`,
);

const sentences = neverRemoved.map((words) => {
  const mail = readMail(aMail({}, `Hello,\n\n${words}\n\nRegards`));
  const letter = { subject: mail.subject, text: mail.text, automatic: mail.automatic };
  return byModel({ batch: "", language: "", wanted: "unclear", isTrap: true, body: words, letter, mail });
});
print(
  `sentences that never say removed: ${figuresOf(sentences, "pair").claims} of ${sentences.length} claimed ` +
    `(by the rules ${figuresOf(sentences, "rules").claims})\n`,
);

const before = readSet(replySet());
const halves = [...new Set(before.map(({ half }) => half))] satisfies readonly Half[];
const isRight = ({ wanted, given }: ReadReply): boolean => wanted === given;
print(
  table([
    ["replies of before, by the rules", "replies", "right", "claims", "of them wrong"],
    ...[...halves, "all"].map((half) => {
      const own = before.filter((reply) => half === "all" || reply.half === half);
      const claims = own.filter(({ given }) => given === "removed");
      return [
        half,
        String(own.length),
        percent(own.filter(isRight).length, own.length),
        String(claims.length),
        String(claims.filter((reply) => !isRight(reply)).length),
      ];
    }),
  ]),
);
