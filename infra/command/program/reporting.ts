import { Argument, type Command, Option } from "commander";
import { categories, channels } from "../../../functions/report/category.ts";
import { laterWords, waysOfDetection } from "../../../functions/report/report.ts";
import { anotherOne, atTable, json, namesStage } from "./options.ts";

const where = (command: Command): Command =>
  json(
    namesStage(atTable(command), "the stage in AWS by its name; with --table what people decided counts, too").option(
      "--queue-url <url>",
      "a report queue in AWS (with your own AWS credentials), for who has neither table nor stage",
    ),
    "what was put on the queue, and what was refused, a JSON line each",
  );

/** What reporters say. */
export const addReporting = (program: Command): void => {
  where(program.command("report"))
    .description("put reports on the queue: URLs, a file of messages (JSON lines), or a CSV file")
    .argument("[urls...]", "URLs or hosts to report, all of one category; defanged ones are taken, too")
    .addOption(new Option("--category <name>", "what is reported").choices(categories))
    .addOption(new Option("--channel <name>", "where it was seen").choices(channels).default("website"))
    .option(
      "--reporter <id>",
      "who reports, where a row of a CSV file does not say; one that the settings know (default: their only one)",
    )
    .option("--explanation <text>", "why it is what the category says; printed in the notice")
    .option("--imitates <name>", "the brand or work that is imitated or infringed; needed for brand and copyright")
    .option("--legitimate-site <url>", "where the rightful thing is")
    .addOption(
      new Option(
        "--detected-by <way>",
        "how it was found; needed for csam and csem, or a person is asked first",
      ).choices(waysOfDetection),
    )
    .option("--seen-at <moment>", "when it was last seen: with its zone, or from now, like -2h (default: now)")
    .option("--live", "it happens right now")
    .option(
      "--domain-is-malicious",
      "the domain was registered for the abuse: where the category's path has the registrar, it is told too, or a " +
        "person is asked",
    )
    .option("--label <words>", "client, brand or campaign, for yourselves; up to three, each with --label", anotherOne)
    .option("--file <path>", "a file with one message a line, as functions/report/report.schema.json describes it")
    .option(
      "--csv <path>",
      "a CSV file with a heading, with commas, semicolons or tabs: url, category, and what else a report has " +
        "(reporter, reportId, channel, seenAt, explanation, imitates, …); common headings and SCART's export are " +
        "taken; only the column named explanation is mailed as the reason, and a file with other columns is refused",
    )
    .action(async (urls, options) => (await import("../report.ts")).sendReports(urls, options));

  where(program.command("status"))
    .description("say more about a report: it is gone, still up, withdrawn; hold everything, or release the hold")
    .addOption(new Option("--reporter <id>", "who reported it").makeOptionMandatory())
    .addOption(new Option("--report-id <id>", "which report").makeOptionMandatory())
    .option("--case <id>", "its case, where the report id was used again for something else")
    .addArgument(new Argument("<status>", "what is said").choices(laterWords))
    .option("--at <moment>", "when you say so: with its zone, or from now, like -2h (default: now)")
    .option("--note <text>", "why")
    .action(async (status, options) => (await import("../report.ts")).sendStatus(status, options));
};
