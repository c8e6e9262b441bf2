import { type Command, InvalidArgumentError, Option } from "commander";

/** A number that a person counts by. */
export const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It is a whole number from 1 on.");
  return number;
};

/** Of an option that may be given several times. */
export const anotherOne = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** With a profile's word for what is not given. */
export const withProfile = (command: Command): Command =>
  command.option("--profile <name>", "with what this profile says of the options that are not given");

/** That talks to the running `npm start`, or to a table in AWS. */
export const atTable = (command: Command): Command =>
  withProfile(command)
    .option("--folder <path>", "folder of the running npm start", ".local")
    .option("--table <name>", "the cases' table in AWS, where no stack of the stage's own says it")
    .option("--keys <secret>", "goes with --table where cases are read: the stack's output MasterKeysSecret");

/** With a stage's settings: a name, and the file that has it where it is not `infra/stack/stages.ts`. */
export const namesStage = (command: Command, what: string): Command =>
  command
    .option("--stage <name>", what)
    .option("--stage-file <path>", "your own file of stages, YAML or JSON (default: infra/stack/stages.ts)");

const ofStages = new WeakSet<Command>();

/** That talks to the running `npm start`, or to a stage in AWS, of which the name is enough (`apply-stack.ts`). */
export const ofStage = (command: Command): Command => {
  ofStages.add(command);
  return namesStage(atTable(command), "the stage in AWS by its name; its stack says its table and keys");
};

const ofStagesOnceGiven = new WeakMap<Command, string>();

/** That talks to a stage's table once this option is given, and to none else. */
export const ofStageOnceGiven = (command: Command, option: string): Command => {
  ofStagesOnceGiven.set(command, option);
  return command;
};

const ofOtherTables = new WeakMap<Command, { readonly option: string; readonly why: string }>();

/** That is about another table than the stage's own once this option is given, and why `--table` names it. */
export const ofOtherTable = (command: Command, option: string, why: string): Command => {
  ofOtherTables.set(command, { option, why });
  return command;
};

/** Why the stage's own table is not what the command is about, as it is called. */
export const whyNotItsTable = (command: Command): string | undefined => {
  const { option = "", why } = ofOtherTables.get(command) ?? {};
  return command.opts()[option] === undefined ? undefined : why;
};

export const isOfStage = (command: Command): boolean =>
  ofStages.has(command) || command.opts()[ofStagesOnceGiven.get(command) ?? ""] !== undefined;

/** In a command's help: whose name is kept. */
export const recordedAs = "Recorded under your IAM identity";

/**
 * That records something with its reason under the caller's IAM identity (`caller.ts`). A name that is typed
 * proves nothing, and is refused.
 */
export const recorded = (command: Command, why: Option): Command =>
  command.addOption(why).addOption(
    new Option("--by <name>").hideHelp().argParser(() => {
      throw new InvalidArgumentError(`${recordedAs}: leave out --by.`);
    }),
  );

/** That says the same as JSON to programs. */
export const json = (command: Command, what = "the same as JSON"): Command => command.option("--json", what);
