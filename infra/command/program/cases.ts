import { Argument, type Command, Option } from "commander";
import { hoursToWait } from "../../../functions/case/hours-to-wait.ts";
import { questions } from "../../../functions/case/question.ts";
import { outcomesToChoose } from "../../../functions/console/case/outcomes.ts";
import { categories, lanes } from "../../../functions/report/category.ts";
import { entryActions } from "../../../functions/store/queue-entry.ts";
import { statuses } from "../statuses.ts";
import { json, ofStage, recorded, recordedAs, wholeNumber } from "./options.ts";

const waits = lanes.map((lane) => `${lane}: ${hoursToWait[lane].join(", ")}`);

/** Which cases a list has. */
const chosen = (command: Command): Command =>
  json(ofStage(command), "one JSON line for each")
    .option("--day <date>", "cases opened on that day, like 2026-11-24, today or -7d (default: the last days)")
    .addOption(new Option("--status <name>", "how far they are; review is before a person").choices(statuses))
    .addOption(new Option("--category <name>", "what was reported").choices(categories))
    .addOption(new Option("--lane <lane>", "how urgent").choices(lanes))
    .option("--country <code>", "where the host stands, like DE")
    .option("--label <words>", "cases with this label")
    .option("--limit <number>", "how many at most", wholeNumber, 30);

/** Cases, and what persons decide about them. */
export const addCases = (program: Command): void => {
  chosen(program.command("cases"))
    .description("the newest cases, and what each waits for")
    .action(async (options) => (await import("../cases.ts")).listCases(options));

  chosen(program.command("watch"))
    .description("the same list, renewed; into a pipe each case once for each time that it changes")
    .option("--every <seconds>", "how often it looks", wholeNumber, 5)
    .action(async (options) => (await import("../watch.ts")).watchCases(options));

  ofStage(program.command("case"))
    .description("one case with all that happened")
    .argument("<id>", "its id, like TD-7K3M-9QXZ-4B2N")
    .option("--json", "state, history and who looked at it as JSON")
    .action(async (id, options) => (await import("../cases.ts")).showCase(id, options));

  json(ofStage(program.command("notice")), "as JSON")
    .description("a notice as it would be written now: a mail's text, or what a provider's API is asked; sends nothing")
    .argument("<case>", "its id, like TD-7K3M-9QXZ-4B2N")
    .argument("[notice]", "its id, like 0-first-1a2b3c4d5e; the first one by default")
    .action(async (id, notice, options) => (await import("../notice.ts")).showNotice(id, notice, options));

  ofStage(program.command("reviews"))
    .description("what waits for a person, worst first; what is one question stands once, with all of its cases")
    .addOption(new Option("--lane <lane>", "how urgent").choices(lanes))
    .addOption(new Option("--category <name>", "what was reported").choices(categories))
    .addOption(new Option("--question <name>", "what is asked").choices(questions))
    .option("--limit <number>", "of how many cases at most", wholeNumber, 200)
    .option("--json", "one JSON line for each question")
    .action(async (options) => (await import("../reviews.ts")).listReviews(options));

  json(ofStage(program.command("answer")), "one JSON line for each case")
    .description(
      "one answer for all of these cases, or those chosen; one that has changed since it was listed takes none. " +
        recordedAs,
    )
    .argument("<decision>", "like continue, escalate, wait, close; `reviews` says what a question takes")
    .argument("<cases...>", "as `reviews` lists them, like TD-7K3M-9QXZ-4B2N@12")
    .addOption(new Option("--question <name>", "which question").choices(questions).makeOptionMandatory())
    .addOption(new Option("--why <text>", "why, in a sentence").makeOptionMandatory())
    .option("--email <mailbox>", "with send-to: whom to write to")
    .addOption(new Option("--outcome <how>", "with close: how it ended").choices(outcomesToChoose))
    .option(
      "--again-in <hours>",
      `with wait: when to ask again (${waits.join("; ")}; default: as the policy says; urgent: next morning)`,
    )
    .option("--cleared-by <who>", "with clear of a clearance: the authority and officer that cleared it")
    .option("--reference <text>", "with clear of a clearance: under which reference they cleared it")
    .option("--days <count>", "with wait, or continue for a desk's form: hold for its later cases, so many days")
    .action(async (decision, cases, options) => (await import("../reviews.ts")).answerAll(decision, cases, options));

  addEntry(program);

  json(ofStage(program.command("take-back")), "one JSON line for each question")
    .description(
      "take back what was decided about these cases, within the minute after which it takes effect; each is asked " +
        "as before. " +
        recordedAs,
    )
    .argument(
      "<cases...>",
      "their ids, like TD-7K3M-9QXZ-4B2N, for what you decided; as `answer` prints them, with the moment, for what " +
        "another did",
    )
    .addOption(new Option("--question <name>", "only the answer to this question").choices(questions))
    .action(async (cases, options) => (await import("../reviews.ts")).takeBackAll(cases, options));

  addByHand(program);

  json(ofStage(program.command("dossier")))
    .description("what a case's desks were told and what came of it, to copy into a complaint; sends nothing")
    .argument("<id>", "its id, like TD-7K3M-9QXZ-4B2N")
    .option("--icann", "the proof for ICANN that the registrar was asked first; refused where ICANN has no say")
    .action(async (id, options) => (await import("../dossier.ts")).showDossier(id, options));
};

/** What persons do to messages that became no case. */
const addEntry = (program: Command): void => {
  recorded(
    json(ofStage(program.command("entry"))),
    new Option("--why <text>", "why, in a sentence; kept with your name").makeOptionMandatory(),
  )
    .description(
      "act on messages that could not be read or fit no report; `case` prints them, with what is wrong. fix puts a " +
        "message through intake as --file has it, retry puts all through as they are. discard closes without, once " +
        "the reporter knows what to send; pass-on says that another was notified of what has no host; reopen undoes " +
        "either. " +
        recordedAs,
    )
    .addArgument(new Argument("<does>", "what to do").choices(entryActions))
    .argument("<entry>", "as `reviews` lists it, like TD-7K3M-9QXZ-4B2N@12")
    .option("--file <path>", "with fix: the message as it should have come")
    .option("--message <number>", "with fix: which of several messages it is (default: the first)")
    .action(async (does, entry, options) => (await import("../entry.ts")).actOn(does, entry, options));
};

/** What persons do to a case unasked. */
const addByHand = (program: Command): void => {
  const ofCase = (command: Command, asJson?: string): Command =>
    recorded(
      json(ofStage(command), asJson).argument("<case>", "its id, like TD-7K3M-9QXZ-4B2N"),
      new Option("--why <text>", "why, in a sentence; kept with your name").makeOptionMandatory(),
    );

  ofCase(program.command("hold"))
    .description(
      "send nothing more about a case, as law enforcement or somebody else asks; it " +
        "stops what was about to go out, too. " +
        recordedAs,
    )
    .option(
      "--until <moment>",
      "when it goes on by itself: with its zone, like 2026-12-01T09:00Z, or +24h (default: when somebody lifts it)",
    )
    .action(async (id, options) => (await import("../by-hand.ts")).hold(id, options));

  ofCase(program.command("release"))
    .description(`lift every hold on a case; what waited goes on. ${recordedAs}`)
    .action(async (id, options) => (await import("../by-hand.ts")).release(id, options));

  ofCase(program.command("correct"))
    .description(
      "tell everyone who had a case's notice that something else is right; shows each mail, and --send records it " +
        "and sends them. For a wrong address or category withdraw the report. " +
        recordedAs,
    )
    .addOption(
      new Option("--explanation <text>", "what is right; printed in the mail as it stands").makeOptionMandatory(),
    )
    .option("--send", "record it, and send the mails")
    .option("--seen <code>", "with --send: the code under the mails that you saw; where others would go now, none does")
    .action(async (id, options) => (await import("../correct.ts")).correct(id, options));

  ofCase(program.command("reopen"))
    .description(
      "open a closed case again that should not have ended: it goes on from where it stood, by a fresh look-up, and " +
        "nobody is told twice. " +
        recordedAs,
    )
    .action(async (id, options) => (await import("../by-hand.ts")).reopen(id, options));

  ofCase(program.command("write"), "the mail, and whether it goes, as JSON")
    .description(
      "write to a desk that has a case's notice, in the thread of it; shows the mail, and --send sends it. " +
        recordedAs,
    )
    .option("--to <mailbox>", "which desk, where several have the notice")
    .option("--text <words>", "what the desk is to read")
    .option("--file <path>", "the same in a file; - is what is piped in")
    .option("--send", "send it")
    .option("--seen <code>", "with --send: the code under the mail that you saw; where another would go now, none does")
    .action(async (id, options) => (await import("../write.ts")).writeToDesk(id, options));
};
