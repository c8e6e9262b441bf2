import { type Command, Option } from "commander";
import { groupings } from "../../../functions/statistics/measures.ts";
import { json, ofStage, wholeNumber } from "./options.ts";

/** What cases came to, in figures. */
export const addFigures = (program: Command): void => {
  json(ofStage(program.command("stats")))
    .description(
      "cases, and the time until removal, by hosting country, provider, category or month; or the yearly " +
        "table that a trusted flagger owes",
    )
    .addOption(new Option("--by <what>", "by what to put cases together").choices(groupings).default("country"))
    .option("--from <date>", "cases opened from that day on, like 2026-11-24 or -30d (default: this year's first)")
    .option("--to <date>", "cases opened up to that day (default: today)")
    .option("--reporter <id>", "cases that this reporter reported")
    .addOption(
      new Option("--label <words>", "cases with this label that are not yet forgotten").conflicts([
        "yearReport",
        "days",
      ]),
    )
    .option(
      "--year-report <year>",
      "notices of that year by provider, category and what the provider did (Regulation (EU) 2022/2065, Art. 22(3))",
    )
    .option("--days <number>", "instead: in, out, open, questions and mails of so many days, day by day", wholeNumber)
    .option("--csv", "as CSV, times in hours")
    .action(async (options) => (await import("../stats.ts")).showStats(options));

  ofStage(program.command("export"))
    .description(
      "cases opened in a period as CSV; like: takedown export --from 2026-11-01 --to 2026-11-30 > november.csv",
    )
    .addOption(new Option("--from <date>", "opened from that day on, like 2026-11-24 or -30d").makeOptionMandatory())
    .option("--to <date>", "opened up to that day", "today")
    .option("--csv", "as CSV, which is all that there is", true)
    .option("--columns <names>", "which, by commas, like case,labels,opened,outcome (default: all but addresses)")
    .option("--urls", "with reported hosts and URLs; that you saw them is recorded as in the console")
    .action(async (options) => (await import("../export.ts")).exportCases(options));

  ofStage(program.command("replies"))
    .description("how desks' replies were read, against what persons " + "said that the desks had said")
    .option("--report", "print it, which is all that this does", true)
    .option("--months <number>", "answers of so many months, this one the last", wholeNumber, 3)
    .option("--json", "the same as JSON, with what was read right")
    .action(async (options) => (await import("../replies.ts")).showReplies(options));
};
