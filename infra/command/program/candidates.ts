import type { Argument, Command, Option } from "commander";

/** A word that may come next, and what it means. */
export type Candidate = { readonly word: string; readonly means: string };

const firstSentence = (text: string): string => text.split(/[;:\n]/)[0] ?? "";

/**
 * What may come next on a command line, read off the commands themselves; `words` are those behind
 * the program's name, the last one as far as it is written. Nothing where only its user knows.
 */
export const candidates = (program: Command, words: readonly string[]): readonly Candidate[] => {
  const begun = words.at(-1) ?? "";
  const { command, places, awaits } = placeAfter(program, words.slice(0, -1));
  return offered(command, places, awaits, begun).filter(({ word }) => word.startsWith(begun));
};

type Place = { readonly command: Command; readonly places: number; readonly awaits: Option | undefined };

/** The command that these words lead to, how many of its arguments are given, and which option wants its value. */
const placeAfter = (program: Command, words: readonly string[]): Place => {
  let command = program;
  let places = 0;
  let awaits: Option | undefined;
  for (const word of words) {
    if (awaits) awaits = undefined;
    else if (word.startsWith("-"))
      awaits = command.options.find((option) => [option.long, option.short].includes(word) && option.required);
    else {
      const below: Command | undefined = command.commands.find((one) => one.name() === word);
      if (below) [command, places] = [below, 0];
      else places++;
    }
  }
  return { command, places, awaits };
};

const offered = (command: Command, places: number, awaits: Option | undefined, begun: string): readonly Candidate[] => {
  const ofChoices = ({ argChoices = [] }: Option | Argument) => argChoices.map((word) => ({ word, means: "" }));
  if (awaits) return ofChoices(awaits);
  const help = command.createHelp();
  const options = help
    .visibleOptions(command)
    .map(({ long, description }) => ({ word: long ?? "", means: firstSentence(description) }));
  if (begun.startsWith("-")) return options;
  const below = help
    .visibleCommands(command)
    .map((one) => ({ word: one.name(), means: firstSentence(one.description()) }));
  const argument = command.registeredArguments[places];
  return [...below, ...(argument ? ofChoices(argument) : [])];
};
