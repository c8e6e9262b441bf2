import { replyClasses } from "../../functions/case/reply-class.ts";
import { type Half, type ReadReply, readSet, replySet } from "./reply-set.ts";

/**
 * npm run replies:score [-- --only open|first|second|third|blind|stranger|exam] [-- --wrong] How
 * the replies that were written for this project are read: what was wanted (rows) against what was
 * given (columns), and per language.
 */
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
const isRight = ({ wanted, given }: ReadReply): boolean => wanted === given;

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

const confusion = (read: readonly ReadReply[]): string => {
  const classes = replyClasses.filter((name) => read.some(({ wanted, given }) => wanted === name || given === name));
  return table([
    ["wanted \\ given", ...classes, "right"],
    ...classes.map((wanted) => {
      const row = read.filter((reply) => reply.wanted === wanted);
      return [
        wanted,
        ...classes.map((given) => String(row.filter((reply) => reply.given === given).length || ".")),
        percent(row.filter(isRight).length, row.length),
      ];
    }),
  ]);
};

const summary = (title: string, read: readonly ReadReply[]): string => {
  const claimed = read.filter(({ given }) => given === "removed");
  const precision = percent(claimed.filter(isRight).length, claimed.length);
  const traps = read.filter(({ isTrap }) => isTrap);
  const caught =
    traps.length === 0
      ? ""
      : `; of ${traps.length} traps, ${traps.filter(({ given }) => given === "removed").length} caught it`;
  return (
    `${title}: ${read.filter(isRight).length} of ${read.length} right ` +
    `(${percent(read.filter(isRight).length, read.length)}); ` +
    `of ${claimed.length} read as removed, ${precision} were${caught}`
  );
};

const words = process.argv.slice(2);
const only = words.includes("--only") ? words[words.indexOf("--only") + 1] : undefined;
const read = readSet(replySet().filter(({ half }) => only === undefined || half === only));
for (const half of ["open", "first", "second", "third", "blind", "stranger", "exam"] satisfies readonly Half[]) {
  const part = read.filter((reply) => reply.half === half);
  if (part.length > 0)
    print(`${summary(half === "open" ? "open" : `held out, ${half} round`, part)}\n\n${confusion(part)}\n`);
}
if (only === undefined) print(`${summary("all", read)}\n\n${confusion(read)}\n`);
const languages = [...new Set(read.map(({ language }) => language))];
print(
  table([
    ["language", "replies", "right"],
    ...languages.map((language) => {
      const part = read.filter((reply) => reply.language === language);
      return [language, String(part.length), percent(part.filter(isRight).length, part.length)];
    }),
  ]),
);
if (words.includes("--wrong"))
  for (const { language, half, wanted, given, rule, body } of read.filter((reply) => !isRight(reply)))
    print(`\n${language} ${half}: ${wanted}, read as ${given} (${rule})\n${body}`);
