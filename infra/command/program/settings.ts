import { type Command, Option } from "commander";
import { rowKinds } from "../../../functions/settings/row-kinds.ts";
import { json, ofStage, wholeNumber } from "./options.ts";

/** What people decide beside the stage's file. */
export const addSettings = (program: Command): void => {
  const settings = program
    .command("settings")
    .description(
      "what people decided beside the stage's file: opt-outs, protections, inhibitions, providers, reporters, " +
        "hotlines; whoever IAM says that you are decides, and a typed name is nobody",
    );
  const asJson = (command: Command): Command => json(ofStage(command));
  const deciding = (command: Command): Command =>
    asJson(command)
      .addOption(new Option("--why <text>", "why, for who reads it in a year").makeOptionMandatory())
      .option("--dry-run", "say what it would touch, and record nothing");

  asJson(settings.command("list"))
    .description("what stands, with who, why, since and until; contradictions with the stage's file stand on top")
    .addOption(new Option("--kind <name>", "one kind alone").choices(rowKinds))
    .option("--all", "also what has ended")
    .action(async (options) => (await import("../settings.ts")).listSettings(options));

  deciding(settings.command("add"))
    .description('add a row, like: settings add opt-out desk=abuse@network.example --why "They asked us to stop."')
    .argument("<kind>", `one of ${rowKinds.join(", ")}`)
    .argument("<fields...>", "name=value; of a list one for each entry")
    .option(
      "--until <moment>",
      "until when it counts: with its zone, or +24h (default: until somebody ends it; " +
        "of an inhibition 30 days at most)",
    )
    .option(
      "--for <case>",
      "of a provider: the urgent case that asks whom to write to. Its notice goes to the new mailbox at once, as by " +
        "your answer there; all else waits for the second person",
    )
    .option("--hours <number>", "of an inhibition, in place of --until: how long nothing is sent (default: 12)")
    .action(async (kind, fields, options) => (await import("../settings.ts")).addSetting(kind, fields, options));

  deciding(settings.command("end"))
    .description("end a row; it is kept, with who ended it and why")
    .argument("<id>", "its id, as list shows it")
    .action(async (id, options) => (await import("../settings.ts")).endSetting(id, options));

  asJson(settings.command("agree"))
    .description("agree, as the second person, to what another asked for")
    .argument("<id>", "like proposal-7, as list shows it")
    .action(async (id, options) => (await import("../settings.ts")).agreeToSetting(id, options));

  ofStage(settings.command("export"))
    .description("write all rows to standard output, also those that ended, as import takes them")
    .action(async (options) => (await import("../settings.ts")).exportSettings(options));

  deciding(settings.command("import"))
    .description(
      "bring a file's rows in, all or none; it counts as what it contains, and a second person agrees by the same file",
    )
    .argument("<file>", "as export wrote it")
    .action(async (file, options) => (await import("../settings.ts")).importSettings(file, options));

  asJson(settings.command("audit"))
    .description("who changed what, the newest first; with --import each row that one import wrote")
    .option("--import <id>", "like import-12, as the audit names it")
    .option("--limit <number>", "how many at most", wholeNumber, 30)
    .action(async (options) => (await import("../settings.ts")).showSettingsAudit(options));
};
