import type { Command } from "commander";
import { json, namesStage, withProfile } from "./options.ts";

const examples = `
Examples:
  takedown deployed --pre-flight --stage production
  takedown deployed --pre-flight --stage-file stages.yaml --json | jq '.rows[] | select(.state == "stops")'`;

/** A stage in an account. */
export const addDeployment = (program: Command): void => {
  json(namesStage(withProfile(program.command("deployed")), "the stage by its name"))
    .description("whether an account is ready for a stage, with your own AWS credentials; reads and changes nothing")
    .option("--pre-flight", "before a deployment: what will not work, and what to ask AWS for")
    .addHelpText("after", examples)
    .action(async (options) => (await import("../deployed/deployed.ts")).lookAtDeployed(options));
};
