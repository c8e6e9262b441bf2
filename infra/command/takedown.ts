import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { checkAddress, checkLookUpUrl, readContacts } from "../../functions/adapters/corpus-readers.ts";
import { readMailLine } from "../../functions/adapters/mail-line.ts";
import { questions } from "../../functions/case/question.ts";
import { outcomesToChoose } from "../../functions/console/case/read-verdict.ts";
import { standings } from "../../functions/console/policy/case-like.ts";
import { categories, channels, lanes } from "../../functions/report/category.ts";
import { rowKinds } from "../../functions/settings/row.ts";
import { groupings } from "../../functions/statistics/figures.ts";
import { correct, hold, release } from "./by-hand.ts";
import { listCases, showCase } from "./cases.ts";
import { checkPlatforms } from "./check-platforms.ts";
import { listDeadLetters, redrive } from "./dead-letters.ts";
import { desk } from "./desk.ts";
import { showDossier } from "./dossier.ts";
import { eachLine } from "./each-line.ts";
import { lookUp, lookUpExamples } from "./look-up.ts";
import { policyExamples, showPolicy } from "./policy.ts";
import { previewNotices } from "./preview.ts";
import { CommandProblem } from "./problem.ts";
import { readScenarios } from "./read-scenarios.ts";
import { showReplies } from "./replies.ts";
import { sendReports, sendStatus } from "./report.ts";
import { answerAll, listReviews } from "./reviews.ts";
import { sending } from "./sending.ts";
import {
  addSetting,
  agreeToSetting,
  endSetting,
  exportSettings,
  importSettings,
  listSettings,
  showSettingsAudit,
} from "./settings.ts";
import { showStats } from "./stats.ts";
import { tellAgain } from "./tell-again.ts";

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It is a whole number from 1 on.");
  return number;
};

const program = new Command("npm run takedown --")
  .description(
    "Reports abusive content, shows cases, looks up contacts.\nWithout --table and --queue-url it talks " +
      "to the npm start that runs on this machine.",
  )
  .helpOption("--help", "show this")
  .configureHelp({ sortSubcommands: false });

const atTable = (command: Command): Command =>
  command
    .option("--folder <path>", "folder of the running npm start", ".local")
    .option("--table <name>", "the cases' table in AWS (with your own AWS credentials)")
    .option("--keys <secret>", "goes with --table where cases are read: the stack's output MasterKeysSecret")
    .helpOption("--help", "show this");
const where = (command: Command): Command =>
  atTable(command).option("--queue-url <url>", "the report queue in AWS (with your own AWS credentials)");
const ofStage = (command: Command): Command =>
  atTable(command).option("--stage <name>", "the stage in AWS, as infra/stack/stages.ts names it; goes with --table");

where(program.command("report"))
  .description("put reports on the queue: URLs, a file of messages (JSON lines), or a CSV file")
  .argument("[urls...]", "URLs to report, all of one category")
  .addOption(new Option("--category <name>", "what is reported").choices(categories))
  .addOption(new Option("--channel <name>", "where it was seen").choices(channels).default("website"))
  .option("--reporter <id>", "who reports; one that the settings know")
  .option("--explanation <text>", "why it is what the category says; printed in the notice")
  .option("--seen-at <moment>", "when it was last seen, with its zone (default: now)")
  .option("--live", "it happens right now")
  .option("--domain-is-malicious", "the domain was registered for the abuse: its registrar is told too")
  .option("--file <path>", "a file with one message a line, as functions/report/report.schema.json describes it")
  .option(
    "--csv <path>",
    "a CSV file with a heading: url, category, and what else a report has (reporter, reportId, channel, " +
      "seenAt, explanation, imitates, …)",
  )
  .action((urls, options) => sendReports(urls, options));

where(program.command("status"))
  .description("say more about a report: it is gone, still up, withdrawn; hold everything, or release the hold")
  .addOption(new Option("--reporter <id>", "who reported it").makeOptionMandatory())
  .addOption(new Option("--report-id <id>", "which report").makeOptionMandatory())
  .option("--case <id>", "its case, where the report id was used again for something else")
  .argument("<status>", "gone, still-up, withdrawn, hold or release")
  .option("--at <moment>", "when you say so, with its zone (default: now)")
  .option("--note <text>", "why")
  .action((status, options) => sendStatus(status, options));

where(program.command("cases"))
  .description("the newest cases, and what each waits for")
  .option("--day <date>", "cases opened on that day, like 2026-11-24 (default: the last days)")
  .option("--limit <number>", "how many at most", wholeNumber, 30)
  .option("--json", "one JSON line for each")
  .action((options) => listCases(options));

where(program.command("case"))
  .description("one case with all that happened")
  .argument("<id>", "its id, like TD-7K3M-9QXZ-4B2N")
  .option("--json", "state and history as JSON")
  .action((id, options) => showCase(id, options));

where(program.command("reviews"))
  .description("what waits for a person, worst first; what is one question stands once, with all of its cases")
  .option("--limit <number>", "of how many cases at most", wholeNumber, 200)
  .option("--json", "one JSON line for each question")
  .action((options) => listReviews(options));

ofStage(program.command("answer"))
  .description(
    "one answer for all of these cases, or those chosen; one that has changed since it was listed takes none. " +
      "Whoever IAM says that you are decides",
  )
  .argument("<decision>", "like continue, climb, wait, close; `reviews` says what a question takes")
  .argument("<cases...>", "as `reviews` lists them, like TD-7K3M-9QXZ-4B2N@12")
  .addOption(new Option("--question <name>", "which question").choices(questions).makeOptionMandatory())
  .addOption(new Option("--why <text>", "why, in a sentence").makeOptionMandatory())
  .option("--email <mailbox>", "with send-to: whom to write to")
  .addOption(new Option("--outcome <how>", "with close: how it ended").choices(outcomesToChoose))
  .option("--days <count>", "with wait: hold for cases that wait for the same desks later, so many days")
  .action((decision, cases, options) => answerAll(decision, cases, options));

const byWhom = (command: Command): Command =>
  ofStage(command)
    .argument("<case>", "its id, like TD-7K3M-9QXZ-4B2N")
    .addOption(new Option("--by <name>", "who decides").makeOptionMandatory())
    .addOption(new Option("--why <text>", "why, in a sentence").makeOptionMandatory());

byWhom(program.command("hold"))
  .description(
    "send nothing more about a case, as law enforcement or somebody else asks; it stops what was about to go out, too",
  )
  .option(
    "--until <moment>",
    "when it goes on by itself, with its zone, like 2026-12-01T09:00Z (default: when somebody lifts it)",
  )
  .action((id, options) => hold(id, options));

byWhom(program.command("release"))
  .description("lift every hold on a case; what waited goes on")
  .action((id, options) => release(id, options));

byWhom(program.command("correct"))
  .description(
    "tell everyone who had a case's notice that something else is right; " +
      "for a wrong address or category withdraw the report",
  )
  .addOption(
    new Option("--explanation <text>", "what is right; printed in the mail as it stands").makeOptionMandatory(),
  )
  .action((id, options) => correct(id, options));

where(program.command("dossier"))
  .description("what a case's desks were told and what came of it, to copy into a complaint; sends nothing")
  .argument("<id>", "its id, like TD-7K3M-9QXZ-4B2N")
  .option("--icann", "the proof for ICANN that the registrar was asked first; refused where ICANN has no say")
  .action((id, options) => showDossier(id, options));

where(program.command("sending"))
  .description(
    "whether notices go out; --stop them all at once, and --resume; reports are taken in meanwhile and nothing is lost",
  )
  .option("--stop", "nothing goes out from this moment on")
  .option("--resume", "let it go on: ends a person's stop, or where there is none, the breaker's")
  .option("--try", "SES refused our mail, and that is mended: one notice tries now")
  .addOption(new Option("--lane <lane>", "which lane").choices([...lanes, "all"]).default("all"))
  .option("--by <name>", "who says so")
  .option("--why <text>", "why; it is kept with the name")
  .option("--audit", "also list who stopped and resumed")
  .action((options) => sending(options));

where(program.command("desk"))
  .description("whether a desk's complaint stops notices to it, and --allow to let them go to it again")
  .argument("<mailbox>", "its address, like abuse@network.example")
  .option("--allow", "let notices go to it again")
  .option("--by <name>", "who allows it")
  .option("--why <text>", "what was agreed with the desk")
  .action((mailbox, options) => desk(mailbox, options));

const settings = program
  .command("settings")
  .description(
    "what people decided beside the stage's file: opt-outs, protections, inhibitions, providers, reporters, " +
      "hotlines; whoever IAM says that you are decides, and a typed name is nobody",
  )
  .helpOption("--help", "show this");
const asJson = (command: Command): Command => ofStage(command).option("--json", "the same as JSON");
const deciding = (command: Command): Command =>
  asJson(command)
    .addOption(new Option("--why <text>", "why, for who reads it in a year").makeOptionMandatory())
    .option("--dry-run", "say what it would touch, and record nothing");

asJson(settings.command("list"))
  .description("what stands, with who, why, since and until; contradictions with the stage's file stand on top")
  .addOption(new Option("--kind <name>", "one kind alone").choices(rowKinds))
  .option("--all", "also what has ended")
  .action((options) => listSettings(options));

deciding(settings.command("add"))
  .description('add a row, like: settings add opt-out desk=abuse@network.example --why "They asked us to stop."')
  .argument("<kind>", `one of ${rowKinds.join(", ")}`)
  .argument("<fields...>", "name=value; of a list one for each entry")
  .option(
    "--until <moment>",
    "until when it counts, with its zone (default: until somebody ends it; of an inhibition 30 days at most)",
  )
  .option("--hours <number>", "of an inhibition, in place of --until: how long nothing is sent (default: 12)")
  .action((kind, fields, options) => addSetting(kind, fields, options));

deciding(settings.command("end"))
  .description("end a row; it is kept, with who ended it and why")
  .argument("<id>", "its id, as list shows it")
  .action((id, options) => endSetting(id, options));

asJson(settings.command("agree"))
  .description("agree, as the second person, to what another asked for")
  .argument("<id>", "like proposal-7, as list shows it")
  .action((id, options) => agreeToSetting(id, options));

ofStage(settings.command("export"))
  .description("write all rows to standard output, also those that ended, as import takes them")
  .action((options) => exportSettings(options));

deciding(settings.command("import"))
  .description(
    "bring a file's rows in, all or none; it counts as what it contains, and a second person agrees by the same file",
  )
  .argument("<file>", "as export wrote it")
  .action((file, options) => importSettings(file, options));

asJson(settings.command("audit"))
  .description("who changed what, the newest first; with --import each row that one import wrote")
  .option("--import <id>", "like import-12, as the audit names it")
  .option("--limit <number>", "how many at most", wholeNumber, 30)
  .action((options) => showSettingsAudit(options));

where(program.command("stats"))
  .description(
    "cases, and the time until removal, by hosting country, provider, category or month; or the yearly " +
      "table that a trusted flagger owes",
  )
  .addOption(new Option("--by <what>", "by what to put cases together").choices(groupings).default("country"))
  .option("--from <date>", "cases opened from that day on (default: this year's first)")
  .option("--to <date>", "cases opened up to that day (default: today)")
  .option("--reporter <id>", "cases that this reporter reported")
  .option(
    "--year-report <year>",
    "notices of that year by provider, category and what the provider did (Regulation (EU) 2022/2065, Art. 22(3))",
  )
  .option("--csv", "as CSV, times in hours")
  .action((options) => showStats(options));

where(program.command("replies"))
  .description(
    "how desks' replies were read, by the rules, by the second reader and by both together, against what persons " +
      "said that the desks had said",
  )
  .option("--report", "print it, which is all that this does", true)
  .option("--months <number>", "answers of so many months, this one the last", wholeNumber, 3)
  .option("--json", "the same as JSON, with what was read right")
  .action((options) => showReplies(options));

where(program.command("tell-again"))
  .description(
    "tell reporters again what happened on some days, after their news was lost; " +
      "what they know comes with the id that it had",
  )
  .addOption(new Option("--from <date>", "the first day").makeOptionMandatory())
  .addOption(new Option("--to <date>", "the last day").makeOptionMandatory())
  .option("--bus <name>", "the bus that reporters hear on", "takedown-local-reporters")
  .action((options) => tellAgain(options));

ofStage(program.command("dead-letters"))
  .description("what no function could do with, by queue, without what was reported")
  .option("--show <number>", "how many of each queue to name at most", wholeNumber, 10)
  .action((options) => listDeadLetters(options));

ofStage(program.command("redrive"))
  .description("send dead letters back to their queue; safe at any time, since nothing counts twice")
  .addOption(new Option("--queue <name>", "which queue's, like report-urgent").makeOptionMandatory())
  .addOption(new Option("--by <name>", "who sends them back").makeOptionMandatory())
  .addOption(new Option("--why <text>", "what was wrong and is mended").makeOptionMandatory())
  .option("--at-most <number>", "only so many, to try (default: all, a few a second)", wholeNumber)
  .action((options) => redrive(options));

program
  .command("lookup")
  .description(
    "whom a report would tell, in which order, who never and why, for a host, URL or address; writes to " +
      "nobody. For an AS number its desk",
  )
  .argument("<what>", "like bad.example, https://bad.example/x, 192.0.2.1, AS64500")
  .addOption(new Option("--category <name>", "what would be reported").choices(categories).default("phishing"))
  .option("--domain-is-malicious", "the domain was registered for the abuse: its registrar is told at the same time")
  .option(
    "--stage <name>",
    "by the settings of a stage, as infra/stack/stages.ts has them: its directory, hotlines, protected domains",
  )
  .option("--explain", "also what each source said")
  .option("--json", "the whole answer as JSON, as infra/command/foresee/foresee.ts describes it")
  .option("--folder <path>", "folder of the running npm start, whose sample registries are then asked", ".local")
  .helpOption("--help", "show this")
  .addHelpText("after", lookUpExamples)
  .action((what, options) => lookUp(what, options));

program
  .command("policy")
  .description(
    "what would happen to a case like this if nobody answered, played in the decider and drawn as a timeline; " +
      "asks nobody and writes nothing",
  )
  .addOption(new Option("--category <name>", "what would be reported").choices(categories).default("phishing"))
  .addOption(new Option("--lane <lane>", "urgent is what happens live (default: as the category says)").choices(lanes))
  .option("--country <code>", "where the host stands, like DE (default: not known)")
  .addOption(
    new Option("--standing <where>", "what the page stands on or behind").choices(standings).default("network"),
  )
  .option("--domain-is-malicious", "the domain was registered for the abuse")
  .option("--reporter <id>", "who reports; one that the settings know (default: the first)")
  .option("--at <moment>", "when the report comes in, with its zone, like 2026-12-24T20:00Z (default: now)")
  .option("--stage <name>", "by the settings of a stage, as infra/stack/stages.ts has them (default: the samples')")
  .option("--json", "the same as JSON, with the rows that are drawn")
  .helpOption("--help", "show this")
  .addHelpText("after", policyExamples)
  .action((options) => showPolicy(options));

program
  .command("check-platforms")
  .description(
    "the list of providers: patterns that overlap, rows that expired, providers who can't be told, " +
      "desks that a registry has to confirm",
  )
  .option("--stage <name>", "with the stage's own directory, as infra/stack/stages.ts has it")
  .option("--json", "the whole answer as JSON")
  .helpOption("--help", "show this")
  .action((options) => checkPlatforms(options));

program
  .command("preview")
  .description(
    "every notice that can be sent, as text, as .eml and on a page for each language to leaf through; sends nothing",
  )
  .addOption(new Option("--out <folder>", "where to write them").makeOptionMandatory())
  .option("--language <code>", "one language alone, like de (English stands with it)")
  .addOption(new Option("--category <name>", "one category alone").choices(categories))
  .addOption(new Option("--to <mailbox>").hideHelp())
  .helpOption("--help", "show this")
  .action((options) => previewNotices(options));

program
  .command("read-contacts")
  .description("JSON lines of captured RDAP and WHOIS answers in, the contacts read from them out")
  .helpOption("--help", "show this")
  .action(() => eachLine(readContacts));
program
  .command("read-scenarios")
  .description(
    "JSON lines of hosting situations in; " +
      "whom each report tells in 21 days without an answer, and what a person is asked, out",
  )
  .option("--only <ids...>", "play these alone, like o01 o02")
  .option("--explain <id>", "what led to one scenario's answer, step by step, instead of JSON")
  .helpOption("--help", "show this")
  .action((options) => readScenarios(options));
program
  .command("read-mail")
  .description("the class of each inbound mail, one JSON line a file")
  .argument("<files...>", "mails as .eml files")
  .helpOption("--help", "show this")
  .action((files: readonly string[]) => {
    for (const file of files) process.stdout.write(`${readMailLine(file, readFileSync(file))}\n`);
  });
program
  .command("check-address")
  .description('{"value"} lines in: whether each is a mailbox that could be written to')
  .helpOption("--help", "show this")
  .action(() => eachLine(checkAddress));
program
  .command("check-url")
  .description('{"url"} lines in: whether a look-up may connect there')
  .helpOption("--help", "show this")
  .action(() => eachLine(checkLookUpUrl));

try {
  await program.parseAsync();
} catch (error) {
  const isAboutAFile = error instanceof Error && "syscall" in error && "path" in error;
  if (!(error instanceof CommandProblem || isAboutAFile)) throw error;
  console.error(isAboutAFile ? `${error.path} can't be used: ${error.message}.` : error.message);
  process.exitCode = 1;
}
