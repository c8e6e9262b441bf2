import { Argument, type Command } from "commander";
import { rotatable } from "../rotatable.ts";
import { json, namesStage, wholeNumber, withProfile } from "./options.ts";

const examples = `
Examples:
  takedown deployed --pre-flight --stage production
  takedown deployed --smoke --stage production
  takedown deployed --pre-flight --stage-file stages.yaml --json | jq '.rows[] | select(.state == "stops")'`;

const rotations = `
Examples:
  takedown rotate master --stage production
  takedown rotate reply --stage production --check`;

/** A stage in an account. */
export const addDeployment = (program: Command): void => {
  json(namesStage(withProfile(program.command("deployed")), "the stage by its name"))
    .description(
      "whether an account is ready for a stage, and whether what is deployed works, with your own AWS credentials",
    )
    .option("--pre-flight", "before a deployment: what will not work, and what to ask AWS for; reads alone")
    .option("--diff", "before a deployment: what the change set takedown-diff would replace, in words; reads alone")
    .option(
      "--smoke",
      "after a deployment: sends mails to SES's simulator and proves what comes of them; tells on-call so",
    )
    .option("--stack <name>", "with --diff, the stack of yours in which the dispatcher stands")
    .option("--table <name>", "with --smoke, the table of a dispatcher in a stack of your own")
    .option("--wait <minutes>", "with --smoke, how long to wait at most", wholeNumber, 6)
    .addHelpText("after", examples)
    .action(async (options) => (await import("../deployed/deployed.ts")).lookAtDeployed(options));
  json(namesStage(withProfile(program.command("rotate")), "the stage by its name"))
    .description("gives a stage another key, with your own AWS credentials; takes no old one out")
    .addArgument(new Argument("<what>", "whose key").choices(rotatable))
    .option("--check", "which keys there are, by their fingerprints; writes nothing")
    .option("--secret <arn>", "the secret of a dispatcher in a stack of your own")
    .addHelpText("after", rotations)
    .action(async (what, options) => (await import("../rotate.ts")).rotate(what, options));
};
