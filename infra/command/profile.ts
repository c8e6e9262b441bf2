import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import * as z from "zod";
import { firstIssue } from "../../functions/report/read-target.ts";
import { asJson } from "./as-json.ts";
import { printLine } from "./print.ts";
import { CommandProblem } from "./problem.ts";

const word = z.string().min(1);
const profileSchema = z.strictObject({
  stage: word.optional(),
  /** Relative to the file of profiles, which is the same wherever somebody stands. */
  stageFile: word.optional(),
  table: word.optional(),
  keys: word.optional(),
  queueUrl: word.optional(),
  reporter: word.optional(),
  /** Relative to where somebody stands: each checkout has an `npm start` of its own. */
  folder: word.optional(),
  /** Of AWS, as AWS_REGION and AWS_PROFILE say them. */
  region: word.optional(),
  awsProfile: word.optional(),
});
const configSchema = z.strictObject({
  /** Which one counts where none is named. */
  default: word.optional(),
  profiles: z.record(z.string(), profileSchema),
});

/** What a profile says in place of options, and what it says to the AWS SDK. */
export type Profile = z.infer<typeof profileSchema>;
export type NamedProfile = { readonly name: string; readonly says: Profile };

type Environment = Readonly<Record<string, string | undefined>>;

/** The file of profiles (XDG Base Directory Specification: a relative path there counts as none). */
export const configFile = ({ XDG_CONFIG_HOME: given = "", HOME: home = homedir() }: Environment): string =>
  join(isAbsolute(given) ? given : join(home, ".config"), "takedown", "config.json");

/**
 * The file's profiles, each with the whole path of its file of stages; nothing where there is no file. Throws
 * `CommandProblem` for one that is wrong.
 */
export const readConfig = (file: string): z.infer<typeof configSchema> | undefined => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  const read = configSchema.safeParse(readJson(file, text));
  if (!read.success) {
    const { field, reason } = firstIssue(read.error);
    throw new CommandProblem(
      `${file}, ${field}: ${reason} A profile may say ${Object.keys(profileSchema.shape).join(", ")}.`,
    );
  }
  const { default: first, profiles } = read.data;
  if (first !== undefined && !Object.hasOwn(profiles, first))
    throw new CommandProblem(`${file}, default: There is no profile ${first}. There are: ${namesIn(profiles)}.`);
  const whole = Object.entries(profiles).map(([name, says]) => [
    name,
    { ...says, ...(says.stageFile !== undefined && { stageFile: resolve(dirname(file), says.stageFile) }) },
  ]);
  return { ...read.data, profiles: Object.fromEntries(whole) };
};

const readJson = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandProblem(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
};

const namesIn = (profiles: object): string => Object.keys(profiles).join(", ") || "none";

/**
 * The profile that counts: the one named, else the file's default. Throws `CommandProblem` where one
 * is named that the file has not.
 */
export const profileAt = (file: string, named: string | undefined): NamedProfile | undefined => {
  const config = readConfig(file);
  if (named === undefined) {
    const first = config?.default;
    const says = first === undefined ? undefined : config?.profiles[first];
    return first !== undefined && says ? { name: first, says } : undefined;
  }
  if (!config) throw new CommandProblem(`--profile is ${named}, and there is no file ${file} that has profiles.`);
  const says = Object.hasOwn(config.profiles, named) ? config.profiles[named] : undefined;
  if (says) return { name: named, says };
  throw new CommandProblem(`--profile is ${named}, which ${file} has not. It has: ${namesIn(config.profiles)}.`);
};

/** Prints where profiles stand, and which there are. */
export const listProfiles = (options: { readonly json?: true }): void => {
  const file = configFile(process.env);
  const { default: first, profiles } = readConfig(file) ?? { profiles: {} };
  if (options.json) {
    printLine(asJson({ file, default: first, profiles }));
    return;
  }
  printLine(`${file}: ${Object.keys(profiles).length === 0 ? "no profiles." : ""}`);
  for (const [name, says] of Object.entries(profiles))
    printLine(
      `  ${name}${name === first ? " (default)" : ""}  ` +
        Object.entries(says)
          .map(([option, value]) => `${option}=${value}`)
          .join(" "),
    );
};
