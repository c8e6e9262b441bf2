import { readFileSync } from "node:fs";
import { proseReader } from "../../functions/answers/prose/read-prose.ts";
import { wordedClasses } from "../../functions/case/reply-class.ts";
import { aMail } from "./a-mail.ts";
import { readMail } from "./as-deployed.ts";
import { neverRemoved } from "./never-removed.ts";
import { deployedModel, modelFile, readByDeployed } from "./training/deployed.ts";
import { bootstrap, figuresOf, pointersOf, type Read, readAs } from "./training/figures.ts";
import { type ReadLeftOut, teach } from "./training/learn.ts";
import { isAdversarys, isKeptApart, type LabelledLetter, laterBatches, letterSet } from "./training/letter-set.ts";

/**
 * npm run replies:score [-- --kept] [-- --wrong] How letters are read that the reader had not seen: each batch left
 * out once (some minutes), and the batches that nothing learns from. `--kept`: these alone, in seconds. `--wrong`:
 * which letters of the other batches are read wrongly.
 */
const print = (text = ""): void => void process.stdout.write(`${text}\n`);
const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);

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

const summary = (read: readonly Read[]): string => {
  const of = figuresOf(read);
  return table([
    ["right", "found at sure", "of them wrong", "found at likely", "of them wrong", "nobody heard"],
    [
      percent(of.right, of.letters),
      `${of.found} of ${of.removed}, ${percent(of.found, of.removed)}`,
      String(of.wrong),
      `${of.foundLikely}, ${percent(of.foundLikely, of.removed)}`,
      String(of.wrongLikely),
      `${of.silentErrors}, ${percent(of.silentErrors, of.letters)}`,
    ],
  ]);
};

const rightBy = (title: string, read: readonly Read[], keyOf: (one: Read) => string): string =>
  table([
    [title, "letters", "right", "found at sure", "wrong"],
    ...[...new Set(read.map(keyOf))].sort().map((key) => {
      const of = figuresOf(read.filter((one) => keyOf(one) === key));
      return [key, String(of.letters), percent(of.right, of.letters), percent(of.found, of.removed), String(of.wrong)];
    }),
  ]);

const confusion = (read: readonly Read[]): string =>
  table([
    ["wanted \\ read as", ...wordedClasses],
    ...wordedClasses.map((wanted) => [
      wanted,
      ...wordedClasses.map((given) =>
        String(read.filter((one) => one.written.wanted === wanted && one.as === given).length || "."),
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

const model = deployedModel();
const asked = process.argv.slice(2);
const all = letterSet();
const readOne = (written: LabelledLetter): Read => readByDeployed(model, written);

const scoreLeftOut = (): void => {
  print("Each batch is read by what did not learn from it:");
  const { bytes, letters, read: out, points } = teach((what) => print(`  ${what}`));
  const isDeployed = Buffer.compare(bytes, readFileSync(modelFile)) === 0;
  print(`\nThe deployed model is ${isDeployed ? "" : "NOT "}what these letters make, byte by byte.\n`);
  const read = letters.map((written, at) => readAs(written, out[at] as ReadLeftOut, points, proseReader(model)));
  const isLater = ({ batch }: Pick<LabelledLetter, "batch">): boolean => laterBatches.includes(batch);
  report(
    "left out, batches measured before",
    read.filter(({ written }) => !isLater(written)),
  );
  report(
    "left out, later batches",
    read.filter(({ written }) => isLater(written)),
  );
  for (const [name, oneIn] of [
    ["sure, 1 wrong in 300", 300],
    ["likely, 1 in 100", 100],
  ] as const)
    print(
      `removals found at ${name}, in sets of batches drawn with replacement (5, 50, 95 of a hundred): ` +
        `${bootstrap(out, oneIn)
          .map((share) => percent(share, 1))
          .join(", ")}`,
    );
  print();
  if (asked.includes("--wrong"))
    for (const { written, as } of read.filter((one) => one.as !== one.written.wanted))
      print(
        `\n${written.batch} ${written.language}: ${written.wanted}, read as ${as}\n` +
          `${written.letter.subject}\n${written.body}`,
      );
};

if (!asked.includes("--kept")) scoreLeftOut();
report("kept apart", all.filter(({ batch }) => isKeptApart(batch) && !isAdversarys(batch)).map(readOne));
const adversarys = all.filter(({ batch }) => isAdversarys(batch)).map(readOne);
print(
  `an adversary's ${adversarys.length} letters, written while seeing how each was read:\n\n${summary(adversarys)}\n`,
);
const claimed = neverRemoved.filter(
  (words) => readMail(aMail({}, `Hello,\n\n${words}\n\nRegards`)).class === "removed",
);
print(`sentences that never say removed: ${claimed.length} of ${neverRemoved.length} claimed`);
for (const words of claimed) print(`  ${words}`);
