/*
 * npm run bench:throughput: reports a second from their queue to SES, on this machine, by the
 * deployed bundles as processes on doubles in processes of their own; what waits for what, and what
 * the doubles take of the processor. With one process for each queue each report waits for calls
 * one after the other; with several others work meanwhile.
 */
import { availableParallelism } from "node:os";
import { Command, Option } from "commander";
import { tableText } from "../local/tally.ts";
import { type Figures, figureOf } from "./figures.ts";
import { fileToWrite, keepFigures, wholeNumber } from "./options.ts";
import { batchSizeOf, runThrough, stepQueues, steps, type Throughput } from "./throughput/run.ts";

const options = new Command("bench:throughput")
  .description("reports a second from their queue to SES on this machine, and what waits for what")
  .option("--reports <number>", "reports on the queue at once", wholeNumber(12, 600), 360)
  .addOption(
    new Option(
      "--at-a-time <numbers...>",
      "processes for each queue, one run for each number (default: 1 3)",
    ).argParser((text: string, before: readonly number[] = []) => [...before, wholeNumber(1, 50)(text)]),
  )
  .option("--quick", "few reports: whether it runs", false)
  .option("--json <file>", "also keep the figures in a file", fileToWrite)
  .parse()
  .opts<{ reports: number; atATime?: readonly number[]; quick: boolean; json?: string }>();

const reports = options.quick ? 36 : options.reports;
const runs: Throughput[] = [];
for (const number of options.atATime ?? [1, 3]) {
  process.stderr.write(`${reports} reports, ${number} at a time for each queue …\n`);
  runs.push(await runThrough(reports, number));
}

const cores = availableParallelism();
const isDouble = (name: string): boolean => !Object.values(steps).some((step) => step === name);
const total = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0);

const show = ({ atATime, seconds, steps: of, processorMs }: Throughput): void => {
  const all = total(Object.values(processorMs));
  const doubles = total(Object.entries(processorMs).flatMap(([name, ms]) => (isDouble(name) ? [ms] : [])));
  console.log(
    `\n${atATime} at a time for each queue: ${(reports / seconds).toFixed(1)} reports a second` +
      (all > 0 ? `, ${(all / seconds / 1000).toFixed(2)} of ${cores} cores busy, doubles ${share(doubles / all)}` : ""),
  );
  console.log(
    tableText([
      ["", "batch", "in hand", "a message, ms", "processor, ms", "it waits", "queued at most"],
      ...stepQueues.map((queue): readonly [string, ...string[]] => {
        const { messages, inHandMs, waitedAtMost } = of[queue];
        const ms = processorMs[steps[queue]] ?? Number.NaN;
        return [
          steps[queue],
          String(batchSizeOf(queue)),
          share(inHandMs / (1000 * seconds * atATime)),
          (inHandMs / messages).toFixed(1),
          (ms / messages).toFixed(1),
          share(1 - ms / inHandMs),
          String(waitedAtMost),
        ];
      }),
    ]),
  );
  console.log(
    tableText(
      Object.entries(processorMs)
        .toSorted(([, one], [, other]) => other - one)
        .map(([name, ms]) => [name, `${(ms / reports).toFixed(1)} ms a report`, share(ms / all)] as const),
    ),
  );
};
const share = (of: number): string => `${(100 * of).toFixed(0)} %`;

console.log(`${reports} reports, put on their queue at once, to their notices at SES:`);
for (const run of runs) show(run);
const [first] = runs;
const figures: Record<string, Figures[string]> = {};
for (const { atATime, seconds, processorMs } of runs) {
  figures[`reports a second, ${atATime} at a time`] = figureOf([reports / seconds]);
  for (const name of Object.values(steps))
    if (first?.processorMs[name] !== undefined)
      figures[`${name}: processor ms a report, ${atATime} at a time`] = figureOf([(processorMs[name] ?? 0) / reports]);
}
keepFigures(options.json, figures);
