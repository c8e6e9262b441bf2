import { existsSync } from "node:fs";
import type { Command } from "commander";
import { printErrorLine } from "../print.ts";

/** Options that say where the cases are: who gives one of them means no default profile. */
const places = ["folder", "table", "stage", "stageFile", "queueUrl"];

/**
 * Fills in what the profile says of the options that were not given. A default profile counts only
 * where no option says where the cases are, and is told on standard error: nobody must write to a
 * stage and think that it was their own machine.
 */
export const applyProfile = async (command: Command): Promise<void> => {
  if (!command.options.some((option) => option.attributeName() === "profile")) return;
  const isGiven = (name: string): boolean => command.getOptionValueSource(name) === "cli";
  const named: string | undefined = command.opts().profile ?? process.env.TAKEDOWN_PROFILE;
  if (named === undefined && places.some(isGiven)) return;
  const { configFile, profileAt } = await import("../profile.ts");
  const file = configFile(process.env);
  if (named === undefined && !existsSync(file)) return;
  const profile = profileAt(file, named);
  if (!profile) return;
  const { region, awsProfile, ...options } = profile.says;
  for (const [name, value] of Object.entries(options))
    if (!isGiven(name) && command.options.some((option) => option.attributeName() === name))
      command.setOptionValueWithSource(name, value, "config");
  if (command.getOptionValueSource("stageFile") === "config")
    command.setOptionValueWithSource("stageFileSaidBy", `The profile ${profile.name} in ${file}`, "config");
  if (region !== undefined) process.env.AWS_REGION = region;
  if (awsProfile !== undefined) process.env.AWS_PROFILE = awsProfile;
  if (named === undefined) printErrorLine(`(profile ${profile.name})`);
};
