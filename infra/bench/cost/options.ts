import { Command, InvalidArgumentError } from "commander";

type Options = {
  readonly cases: number;
  readonly calls: boolean;
  /** A month; absent: the million that the law is on. */
  readonly reports?: number;
  readonly shareUrgent?: number;
  readonly stage?: string;
  readonly stageFile?: string;
};

const wholeNumber = (atMost: number, like: string) => (text: string) => {
  if (/^[1-9]\d*$/.test(text) && Number(text) <= atMost) return Number(text);
  throw new InvalidArgumentError(`It is a whole number from 1 to ${atMost}, like ${like}.`);
};

const share = (text: string): number => {
  if (/^(0|1|0?\.\d+|1\.0+)$/.test(text)) return Number(text);
  const percent = /^(\d+(?:\.\d+)?) ?%$/.exec(text)?.[1];
  const meant = percent === undefined ? "" : ` ${text} is ${Number(percent) / 100}.`;
  throw new InvalidArgumentError(`It is a share from 0 to 1, like 0.1 for one in ten.${meant}`);
};

/** What `npm run bench:cost --` takes. A wrong word ends the program with the option and the fix. */
export const costCommand = (): Command =>
  new Command("bench:cost")
    .description("what a million first notices cost, or with --reports a month of your own")
    .option("--cases <number>", "how many cases are played", wholeNumber(99_999, "--cases 48"), 48)
    .option("--calls", "also print each kind of call, by first notice", false)
    .option(
      "--reports <number>",
      "your reports in a month, each taken for a case of its own",
      wholeNumber(100_000_000, "--reports 20000"),
    )
    .option(
      "--share-urgent <share>",
      "with --reports: how many of them are urgent, 0 to 1; 0.1 if it is not said",
      share,
    )
    .option("--stage <name>", "with --reports: the stage whose standing costs count; example if it is not said")
    .option("--stage-file <file>", "with --reports: the file in which the stage stands");

/** Reads the words of a command line. */
export const costOptions = (words: readonly string[], command = costCommand()): Options => {
  const options = command.parse(words).opts<Options>();
  if (options.reports !== undefined) {
    if (options.calls) command.error("error: --calls is of a million first notices. Leave out --reports, or --calls.");
    return options;
  }
  for (const [name, given] of [
    ["--share-urgent", options.shareUrgent],
    ["--stage", options.stage],
    ["--stage-file", options.stageFile],
  ] as const)
    if (given !== undefined)
      command.error(`error: ${name} is said of a month of yours. Say how many reports it has: --reports 20000.`);
  return options;
};
