/*
 * npm run bench:scale: what grows where much waits. What a report takes of table and processor, and
 * a sweep, where a thousand to a million cases are open; and what one warm process holds after many
 * messages. `bench:console` asks the console's pages at a million cases, `bench:priority --
 * --reports 100000` the urgent lane behind a full queue.
 */
import { Command, Option } from "commander";
import { tableText } from "../local/tally.ts";
import { type Figures, figureOf } from "./floor/compare.ts";
import { recorded } from "./floor/record.ts";
import { fileToWrite, keepFigures } from "./kept.ts";
import { type Held, memoryHeld } from "./scale/memory.ts";
import { type AtScale, reportsAtScale } from "./scale/reports.ts";
import { wholeNumber, wordsAmong } from "./turns.ts";

const options = new Command("bench:scale")
  .description("what a report and a sweep take where up to a million cases wait, and what a warm process holds")
  .addOption(new Option("--only <part>", "one part alone").choices(["reports", "memory"]))
  .option("--quick", "up to ten thousand cases, and a few hundred messages: whether it runs", false)
  .option("--hosts <number>", "hosts, each with a dozen reports, at each number of cases", wholeNumber(1, 100), 1)
  .option(
    "--messages <number>",
    "to each process; a hundred thousand take a quarter of an hour each",
    wholeNumber(100, 1_000_000),
    2_000,
  )
  .option("--functions <words>", "of the processes those with these words in their names", wordsAmong(recorded), "")
  .option("--json <file>", "also keep the figures in a file", fileToWrite)
  .parse()
  .opts<{
    only?: "reports" | "memory";
    quick: boolean;
    hosts: number;
    messages: number;
    functions: string;
    json?: string;
  }>();

const scales = options.quick ? [0, 1_000, 10_000] : [0, 1_000, 10_000, 100_000, 1_000_000];
/** Where queries were over these, a list that grows was asked and not filled. */
const boundedLists = ["BURST", "DESK", "PUT-OFF", "SENDER", "due"];
const bars = { grows: 0.1, sweepReadUnits: 10, heapGrows: 0.02 };

const say = (words: string): void => void process.stderr.write(`${words}\n`);
const words = (number: number): string => number.toLocaleString("en");
const figures: Record<string, Figures[string]> = {};
const missed: string[] = [];
const hold = (what: string, is: number, atMost: number, unit: string): void => {
  console.log(`  ${is > atMost ? "not met" : "met    "}  ${what}: ${is.toFixed(3)}${unit}, at most ${atMost}${unit}`);
  if (is > atMost) missed.push(what);
};

const showReports = (rows: readonly AtScale[]): void => {
  console.log("Where so many cases wait, each report up to its delivered notice, and each sweep with nothing due:");
  console.log(
    tableText([
      ["open", "write units", "read units", "$ a million", "ms", "sweep: reads", "writes", "ms"],
      ...rows.map((row): readonly [string, ...string[]] => [
        words(row.waiting),
        row.writeUnits.toFixed(2),
        row.readUnits.toFixed(2),
        row.dollarsOfAMillion.toFixed(2),
        figureOf(row.processorMs).median.toFixed(0),
        row.sweepReadUnits.toFixed(1),
        row.sweepWriteUnits.toFixed(1),
        figureOf(row.sweepMs).median.toFixed(0),
      ]),
    ]),
  );
  for (const row of rows) {
    figures[`a report's table units in dollars a million, ${row.waiting} open`] = figureOf([row.dollarsOfAMillion]);
    figures[`a sweep's read units, ${row.waiting} open`] = figureOf([row.sweepReadUnits]);
  }
  const [, least] = rows;
  const most = rows.at(-1);
  if (!least || !most) return;
  const grows = (of: (row: AtScale) => number) => Math.max(...rows.slice(1).map((row) => of(row) / of(least) - 1));
  hold(
    "cost of a report, more than with a thousand open",
    grows(({ dollarsOfAMillion }) => dollarsOfAMillion),
    bars.grows,
    "",
  );
  hold(`read units of a sweep with ${words(most.waiting)} open`, most.sweepReadUnits, bars.sweepReadUnits, "");
};

const showMemory = (held: readonly Held[]): void => {
  console.log("Heap of one warm process after each tenth of its messages, in MB, when all that is free was collected:");
  console.log(
    tableText([
      ["", "messages", "1st", "2nd", "4th", "6th", "8th", "10th", "grown by", "resident"],
      ...held.map(({ what, messages, heapBytes, residentBytes, grownBy }): readonly [string, ...string[]] => [
        what,
        words(messages),
        ...[0, 1, 3, 5, 7, 9].map((at) => ((heapBytes[at] ?? Number.NaN) / 1e6).toFixed(2)),
        `${(100 * grownBy).toFixed(2)} %`,
        (residentBytes / 1e6).toFixed(0),
      ]),
    ]),
  );
  for (const { what, heapBytes } of held)
    figures[`${what}: heap in MB`] = figureOf(heapBytes.map((bytes) => bytes / 1e6));
  hold("a heap's growth behind the second tenth", Math.max(...held.map(({ grownBy }) => grownBy)), bars.heapGrows, "");
};

if (options.only !== "memory") {
  const { rows, lists } = await reportsAtScale(scales, options.quick ? 1 : options.hosts, say);
  showReports(rows);
  const unknown = lists.filter((list) => !boundedLists.includes(list));
  if (unknown.length > 0) throw new Error(`Lists were asked that nobody has filled: ${unknown.join(", ")}.`);
}
if (options.only !== "reports")
  showMemory(await memoryHeld((what) => what.includes(options.functions), options.quick ? 300 : options.messages, say));
keepFigures(options.json, figures);
process.exitCode = missed.length > 0 ? 1 : 0;
