import { type Command, Option } from "commander";
import { lanes } from "../../../functions/report/category.ts";
import { suppressionReasons } from "../suppression-reasons.ts";
import { json, ofOtherTable, ofStage, recorded, recordedAs } from "./options.ts";

/** Whether mail goes out. */
export const addSending = (program: Command): void => {
  recorded(
    json(ofStage(program.command("sending"))),
    new Option("--why <text>", "why; kept with your name, and a stop may have it later"),
  )
    .description(
      "whether notices go out; --stop them all at once, and --resume; reports are taken in meanwhile and " +
        "nothing is lost. " +
        recordedAs,
    )
    .option("--stop", "nothing goes out from this moment on; again with --why, the reason")
    .option("--resume", "let it go on: ends a person's stop, or where there is none, the breaker's")
    .option("--try", "SES refused our mail, and that is fixed: one notice tries now")
    .addOption(new Option("--lane <lane>", "which lane").choices([...lanes, "all"]).default("all"))
    .option("--audit", "also list who stopped and resumed")
    .action(async (options) => (await import("../sending.ts")).sending(options));

  const restored = ofOtherTable(
    ofStage(program.command("restored")),
    "to",
    "Give --table and --keys with --to: DynamoDB restores to a new table, and the stage's stack still names its " +
      "old one, on which the restore guard would go up.",
  );
  recorded(json(restored), new Option("--why <text>", "why; it is kept with your name"))
    .description(
      "after the table was restored to an earlier moment: --prepare gives the new table the settings of the stack's " +
        "own; --to stops sending and keeps back what may have gone out since; without either, what is unknown and " +
        "what is next. " +
        recordedAs,
    )
    .option("--prepare <table>", "waits until this restored table is active, then sets it up; prints its stream's ARN")
    .option("--to <moment>", "the moment that the table was restored to; before anything works on the table")
    .option("--lift", "the restore guard goes: what waits behind it goes out as any other")
    // The table that is meant, so that the stage's stack is not read for its own.
    .on("option:prepare", (table: string) => restored.setOptionValueWithSource("table", table, "implied"))
    .action(async (options) => (await import("../restored.ts")).restored(options));

  recorded(json(ofStage(program.command("desk"))), new Option("--why <text>", "what was agreed with the desk"))
    .description(
      "whether a desk's complaint stops notices to it, and --allow to let them go to it again; with --suppressed " +
        `which desks SES sends nothing to, and --lift to take one off that list. ${recordedAs}`,
    )
    .argument("[mailbox]", "its address, like abuse@network.example")
    .option("--allow", "let notices go to it again")
    .option("--suppressed", "in AWS: why and since when SES suppresses it; without a mailbox, all desks that it does")
    .option("--all", "with --suppressed: every address of the account that is on the list")
    .addOption(
      new Option(
        "--lift <reason>",
        "take it off SES's list, where it is there for the reason that --suppressed says",
      ).choices(suppressionReasons),
    )
    .action(async (mailbox, options) => (await import("../desk.ts")).desk(mailbox, options));
};
