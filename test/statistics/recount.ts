import { isDeepStrictEqual } from "node:util";
import { Command, InvalidArgumentError } from "commander";
import { groupings } from "../../functions/statistics/measures.ts";
import { aYear } from "../support/a-year.ts";

const positive = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It is a whole number from 1 on.");
  return number;
};
const options = new Command("npm run recount --")
  .description(
    "Lives a year of cases through by the real rules and compares the statistics with a recount from the " +
      "cases' histories.",
  )
  .option("--cases <number>", "how many cases", positive, 100_000)
  .option("--seed <number>", "which year", positive, 20_261_124)
  .helpOption("--help", "show this")
  .parse()
  .opts<{ cases: number; seed: number }>();

const say = (line: string) => void process.stdout.write(`${line}\n`);
const started = performance.now();
let peakMb = 0;
const { cases, rows, recounted, miscounted } = await aYear({ year: 2026, ...options }, () => {
  peakMb = Math.max(peakMb, process.memoryUsage().rss / 2 ** 20);
});
const wrong = groupings.filter((by) => !isDeepStrictEqual(rows[by], recounted[by]));
for (const by of groupings)
  say(
    `by ${by.padEnd(8)}  ${String(rows[by].length).padStart(3)} groups  ` +
      `${wrong.includes(by) ? "DIFFER from the recount" : "agree with the recount"}`,
  );
say(
  miscounted.length === 0
    ? "the overview's counts agree with the recount"
    : `counts that DIFFER: ${miscounted.join(", ")}`,
);
const median = rows.month.map(
  ({ name, removed, medianHours, p90Hours }) =>
    `${name} ${removed} removed, median ${medianHours?.toFixed(2)} h, 90th percentile ${p90Hours?.toFixed(2)} h`,
);
say(median.join("\n"));
say(
  `${cases} cases (seed ${options.seed}) in ${((performance.now() - started) / 1000).toFixed(1)} s, ` +
    `at most ${Math.round(peakMb)} MB`,
);
process.exitCode = wrong.length + miscounted.length === 0 ? 0 : 1;
