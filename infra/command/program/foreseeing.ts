import { type Command, Option } from "commander";
import { standings } from "../../../functions/console/policy/standings.ts";
import { categories, lanes } from "../../../functions/report/category.ts";
import { json, namesStage, ofStageOnceGiven, withProfile } from "./options.ts";

const lookUpExamples = `
Examples:
  takedown lookup bad-site.com
  takedown lookup https://bad-site.com/login --domain-is-malicious
  takedown lookup https://someone.github.io/page --category malware
  takedown lookup 192.0.2.1 --category csam --stage production
  takedown lookup someone.pages.example --with proposal-7 --stage production
  takedown lookup bad-site.com --json | jq '.told[] | {email, scope, afterMinutes}'`;

const policyExamples = `
Examples:
  takedown policy --category phishing --country DE
  takedown policy --category copyright --country NL --standing proxy --at 2026-12-24T20:00Z
  takedown policy --category csam --country DE --stage production
  takedown policy --category fraud --lane urgent --json | jq '.moments[] | {afterMinutes, says}'`;

/** What would happen, without anything happening. */
export const addForeseeing = (program: Command): void => {
  ofStageOnceGiven(
    namesStage(
      withProfile(program.command("lookup")),
      "by the settings of a stage: its directory, hotlines, protected domains",
    ),
    "with",
  )
    .description(
      "whom a report would tell, in which order, who never and why, for a host, URL or address; writes to " +
        "nobody. For an AS number its desk",
    )
    .argument("<what>", "like bad.example, hxxps://bad[.]example/x, 192.0.2.1, AS64500")
    .addOption(new Option("--category <name>", "what would be reported").choices(categories).default("phishing"))
    .option(
      "--with <proposal>",
      "as if a second person had agreed to what waits, like proposal-7 in settings list; beside what is in force " +
        "in --stage, or in the running npm start",
    )
    .option("--table <name>", "goes with --with: the cases' table in AWS, where no stack of the stage's own says it")
    .option(
      "--domain-is-malicious",
      "the domain was registered for the abuse: where the category's path has the registrar, it is told at the same " +
        "time, or a person is asked",
    )
    .option("--explain", "also what each source said")
    .option("--json", "the whole answer as JSON, as infra/command/foresee/foresee.ts describes it")
    .option("--folder <path>", "folder of the running npm start, whose sample registries are then asked", ".local")
    .addHelpText("after", lookUpExamples)
    .action(async (what, options) => (await import("../look-up.ts")).lookUp(what, options));

  namesStage(withProfile(program.command("policy")), "by the settings of a stage (default: the samples')")
    .description(
      "what would happen to a case like this if nobody answered, played in the decider and drawn as a timeline; " +
        "asks nobody and writes nothing",
    )
    .addOption(new Option("--category <name>", "what would be reported").choices(categories).default("phishing"))
    .addOption(
      new Option("--lane <lane>", "urgent is what happens live (default: as the category says)").choices(lanes),
    )
    .option("--country <code>", "where the host stands, like DE (default: not known)")
    .addOption(
      new Option("--standing <where>", "what the page stands on or behind").choices(standings).default("network"),
    )
    .option("--domain-is-malicious", "the domain was registered for the abuse")
    .option("--reporter <id>", "who reports; one that the settings know (default: the first)")
    .option("--at <moment>", "when the report comes in: with its zone, like 2026-12-24T20:00Z, or +24h (default: now)")
    .option("--json", "the same as JSON, with the rows that are drawn")
    .addHelpText("after", policyExamples)
    .action(async (options) => (await import("../policy.ts")).showPolicy(options));

  namesStage(withProfile(program.command("check-platforms")), "with the stage's own directory")
    .description(
      "the list of providers: patterns that overlap, rows that expired, providers who can't be told, " +
        "desks that a registry has to confirm",
    )
    .option("--json", "the whole answer as JSON")
    .action(async (options) => (await import("../check-platforms.ts")).checkPlatforms(options));

  json(program.command("preview"), "the files that were written, as JSON")
    .description(
      "every notice that can be sent, as text, as .eml and on a page for each language to leaf through; sends nothing",
    )
    .addOption(new Option("--out <folder>", "where to write them").makeOptionMandatory())
    .option("--language <code>", "one language alone, like de (English stands with it)")
    .addOption(new Option("--category <name>", "one category alone").choices(categories))
    .addOption(new Option("--to <mailbox>").hideHelp())
    .action(async (options) => (await import("../preview.ts")).previewNotices(options));
};
