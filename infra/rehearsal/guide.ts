import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Environment, type Rehearsed, rehearsedApp, runCommand } from "./cloud.ts";

const textOf = (guide: string): string =>
  readFileSync(fileURLToPath(new URL(`../guides/${guide}`, import.meta.url)), "utf8");

type Block = { readonly under: string; readonly step: number; readonly commands: string };

/** The shell blocks of a guide, in order, with the heading above each and, in a numbered list, its step. */
const shellBlocks = (markdown: string): readonly Block[] => {
  const blocks: Block[] = [];
  let [under, step] = ["", 0];
  for (const part of markdown.split(/^(?=## |\d+\. | *```sh$)/m)) {
    const heading = /^## (.+)$/m.exec(part)?.[1];
    if (heading !== undefined) [under, step] = [heading, 0];
    step = Number(/^(\d+)\. /.exec(part)?.[1] ?? step);
    const [, indent = "", commands] = /^( *)```sh\n([\s\S]*?)^ *```$/m.exec(part) ?? [];
    if (commands !== undefined)
      blocks.push({ under, step, commands: commands.replace(RegExp(`^${indent}`, "gm"), "") });
  }
  return blocks;
};

/** The commands of each step under a heading of a guide. Throws for a step that has none. */
export const stepsOf = (guide: string, heading: string): ((step: number) => string) => {
  const blocks = shellBlocks(textOf(guide)).filter(({ under }) => under === heading);
  return (step) => {
    const found = blocks.filter((block) => block.step === step);
    if (found.length === 0) throw new Error(`Step ${step} of ${guide}, ${heading}, has no commands.`);
    return found.map(({ commands }) => commands).join("");
  };
};

/**
 * A shell as an operator has it open while following a guide: what one block sets is there in the next. `meanwhile`
 * is run before each, for what the emulator can't do. Gives what a block printed, and throws where a command fails.
 */
export const operatorsShell = (
  environment: Environment,
  meanwhile: string,
): ((commands: string) => Promise<string>) => {
  const kept = join(mkdtempSync(join(tmpdir(), "takedown-operator-")), "shell");
  writeFileSync(kept, "");
  return (commands) =>
    runCommand(
      `. ${kept}\n${meanwhile}\nset -a\n${commands}\nset +a\n{ export -p; declare -f; } > ${kept}`,
      environment,
    );
};

/** `npx` and `aws` of an operator whose stage is the rehearsed one; `aws` does what is handed in for other calls. */
export const ofTheRehearsedStage = (rehearsed: Rehearsed, insteadOf: Readonly<Record<string, string>>): string => `
npx() {
  case $1 in
    takedown) shift; command npx tsx infra/rehearsal/takedown.ts "$@" ;;
    cdk) command npx "$@" ${rehearsedApp(rehearsed)} -c region="$AWS_REGION" -c restoredTable="\${STREAM-}" ;;
  esac
}
aws() {
  case "$1 $2" in
${Object.entries(insteadOf)
  .map(([call, instead]) => `    "${call}") ${instead} ;;`)
  .join("\n")}
    *) command aws "$@" ;;
  esac
}`;

/** A block with another value for a variable that it sets. Throws where it sets none such. */
export const withValue = (commands: string, variable: string, value: string): string => {
  const line = RegExp(`^${variable}=.*$`, "m");
  if (!line.test(commands)) throw new Error(`No line of the guide begins with ${variable}=.`);
  return commands.replace(line, `${variable}=${value}`);
};

/**
 * Follows the guide to the first deployment word for word: all its blocks in one shell, as a
 * stranger would paste them. Throws with the heading whose command failed. Gives what the shell
 * printed.
 */
export const followGuide = async (environment: Environment): Promise<string> => {
  const blocks = shellBlocks(textOf("first-deployment.md"));
  if (blocks.length < 5)
    throw new Error(`The guide has ${blocks.length} shell blocks; it was read wrongly, or it lost its commands.`);
  return runCommand(
    blocks.map(({ under, commands }) => `echo ${JSON.stringify(`== ${under}`)}\n${commands}`).join("\n"),
    environment,
  );
};
