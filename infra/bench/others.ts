/*
 * npm run bench:others: what we take beside what others use, in turns in one process, by processor
 * time. Reading what registries and desks answer, composing notices, guessing what a letter says.
 * Touches no network. Ratios are the median of the turns; `--json` keeps them, and `npm run bench
 * -- --compare` says what moved between two files.
 */
import { Command } from "commander";
import { tableText } from "../local/tally.ts";
import type { Figures } from "./floor/compare.ts";
import { fileToWrite, keepFigures } from "./kept.ts";
import { composingContests } from "./others/composing.ts";
import { contactContests } from "./others/contacts.ts";
import type { Contest } from "./others/contest.ts";
import { mailContests } from "./others/mails.ts";
import { inTurns, timeOf, timesOf, wholeNumber } from "./turns.ts";

const command = new Command("bench:others")
  .description("reading and composing beside what others use for it")
  .option("--turns <number>", "turns of each", wholeNumber(1, 999), 9)
  .option("--quick", "three short turns: whether it runs, and no figures to keep", false)
  .option("--only <words>", "only what has these words in its name", "")
  .option("--json <file>", "also keep the figures in a file", fileToWrite)
  .parse();
const options = command.opts<{ turns: number; quick: boolean; only: string; json?: string }>();

type Row = {
  readonly cells: readonly [string, ...string[]];
  readonly figures: Figures;
  readonly isMissed: boolean;
};

const rowsOf = async ({ what, each, ours, others }: Contest): Promise<readonly Row[]> => {
  const took = await inTurns([ours, ...others], options.quick ? 3 : options.turns, options.quick ? 5 : 50);
  const us = (way: string) => timeOf(took, way).median * (1000 / each);
  return others.map(({ name, atMost }): Row => {
    const times = timesOf(took, ours.name, name);
    const isMissed = atMost !== undefined && times.median > atMost;
    return {
      cells: [
        what,
        us(ours.name).toFixed(0),
        name,
        us(name).toFixed(0),
        times.median.toFixed(2),
        atMost === undefined ? "" : String(atMost),
        atMost === undefined ? "" : isMissed ? "not met" : "met",
      ],
      // Ratios alone: how many microseconds it takes is the machine's word.
      figures: { [`${what}: times ${name}`]: times },
      isMissed,
    };
  });
};

const all = [...(await contactContests()), ...(await mailContests()), ...(await composingContests())];
const contests = all.filter(({ what }) => what.includes(options.only));
if (contests.length === 0)
  command.error(
    `error: nothing that is measured has ${options.only} in its name: ${all.map(({ what }) => what).join("; ")}.`,
  );
const rows: Row[] = [];
for (const contest of contests) rows.push(...(await rowsOf(contest)));
console.log("Microseconds of processor time for one answer, mail or letter:");
console.log(tableText([["", "ours", "beside", "theirs", "times", "at most", ""], ...rows.map(({ cells }) => cells)]));
keepFigures(options.json, Object.assign({}, ...rows.map(({ figures }) => figures)));
process.exitCode = rows.some(({ isMissed }) => isMissed) ? 1 : 0;
