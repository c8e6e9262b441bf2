/*
 * npm run bench:person: how often a person is needed for 1,000 reports. A week of 10,000 reports is
 * played for thirty days on a fast clock, against a world whose shares are fixed
 * (`person/week.ts`): the real steps over a table in memory, desks that write letters, reporters,
 * and a person who answers rightly and not at once. `--reports 1000` is a shorter week, `--without`
 * plays the same one without the features that spare the person, `--beside` both. `--json FILE`
 * writes the figures. The same seed gives the same figures.
 */
import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { fileToWrite, wholeNumber } from "./options.ts";
import { countWeek } from "./person/figures.ts";
import { playWeek } from "./person/play-week.ts";
import type { Features } from "./person/providers.ts";
import { type NamedFigures, problemsIn, sayFigures } from "./person/say-figures.ts";
import { week } from "./person/week.ts";

type Options = {
  readonly reports: number;
  readonly seed: number;
  readonly without: boolean;
  readonly beside: boolean;
  readonly checker: boolean;
  readonly json?: string;
};

const options = new Command("bench:person")
  .description("how often a person is needed for 1,000 reports; ten thousand take some minutes")
  .option("--reports <count>", "how many reports come", wholeNumber(1, 999_999), week.reports)
  .option("--seed <number>", "what all is drawn from", wholeNumber(1, 999_999_999), week.seed)
  .option("--without", "without the features that spare the person", false)
  .addOption(new Option("--beside", "with them, and beside it without").default(false).conflicts("without"))
  .option("--checker", "with a checker of the operator's own, which looks for all reporters", false)
  .option("--json <file>", "write the figures into this file", fileToWrite)
  .parse()
  .opts<Options>();

const play = async (name: string, isOn: boolean): Promise<NamedFigures> => {
  const features: Features = {
    checker: isOn,
    ownChecker: options.checker && isOn,
    channels: isOn,
    policyAnswers: isOn,
  };
  const began = performance.now();
  const progress = (days: number) => process.stderr.write(`${name}: day ${days} of ${week.playedForDays}\r`);
  const played = await playWeek({ reports: options.reports, features, seed: options.seed, progress });
  const seconds = Math.round((performance.now() - began) / 1000);
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  process.stderr.write(`${name}: ${options.reports} reports in ${seconds} s, ${megabytes} MB\n`);
  return { name, figures: countWeek(played) };
};

const weeks: NamedFigures[] = [];
if (options.beside || !options.without) weeks.push(await play("with", true));
if (options.beside || options.without) weeks.push(await play("without", false));
console.log(sayFigures(weeks));
if (options.json) {
  const { reports, seed } = options;
  const byName = Object.fromEntries(weeks.map(({ name, figures }) => [name, figures]));
  writeFileSync(options.json, `${JSON.stringify({ reports, seed, ...byName }, undefined, 2)}\n`);
}
const problems = weeks.flatMap(problemsIn);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
