import { type Command, Option } from "commander";
import { json, ofStage, recorded, recordedAs, wholeNumber } from "./options.ts";

/** What was lost on its way, and is sent again. */
export const addQueues = (program: Command): void => {
  json(ofStage(program.command("tell-again")))
    .description(
      "tell reporters again what happened on some days, after their news was lost; " +
        "what they know comes with the id that it had",
    )
    .addOption(new Option("--from <date>", "the first day, like 2026-11-24 or -2d").makeOptionMandatory())
    .addOption(new Option("--to <date>", "the last day").makeOptionMandatory())
    .option("--bus <name>", "the bus that reporters hear on", "takedown-local-reporters")
    .action(async (options) => (await import("../tell-again.ts")).tellAgain(options));

  json(ofStage(program.command("recount")))
    .description("whether the overview's counts are what the cases' histories add up to; reads every case")
    .option("--repair", "set right what still differs after a minute and a half; when the stream is being read")
    .action(async (options) => (await import("../recount.ts")).recount(options));

  json(ofStage(program.command("dead-letters")), "one JSON line for each queue")
    .description("what no function could do with, by queue, without what was reported")
    .option("--show <number>", "how many of each queue to name at most", wholeNumber, 10)
    .action(async (options) => (await import("../dead-letters.ts")).listDeadLetters(options));

  const redriveWhy = new Option("--why <text>", "what was wrong and is fixed").makeOptionMandatory();
  recorded(json(ofStage(program.command("redrive"))), redriveWhy)
    .description(`send dead letters back to their queue; safe at any time, since nothing counts twice. ${recordedAs}`)
    .addOption(new Option("--queue <name>", "which queue's, like report-urgent").makeOptionMandatory())
    .option("--at-most <number>", "only so many, to try (default: all, a few a second)", wholeNumber)
    .action(async (options) => (await import("../dead-letters.ts")).redrive(options));
};
