import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Environment, runCommand } from "./cloud.ts";

/** The shell blocks of a guide, in order, with the heading above each. */
const shellBlocks = (markdown: string): readonly { readonly under: string; readonly commands: string }[] => {
  const blocks: { under: string; commands: string }[] = [];
  let under = "";
  for (const part of markdown.split(/^(?=## |```sh$)/m)) {
    const heading = /^## (.+)$/m.exec(part)?.[1];
    if (heading !== undefined) under = heading;
    const commands = /^```sh\n([\s\S]*?)^```$/m.exec(part)?.[1];
    if (commands !== undefined) blocks.push({ under, commands });
  }
  return blocks;
};

/**
 * Follows the guide to the first deployment word for word: all its blocks in one shell, as a
 * stranger would paste them. Throws with the heading whose command failed. Gives what the shell
 * printed.
 */
export const followGuide = async (environment: Environment): Promise<string> => {
  const guide = readFileSync(fileURLToPath(new URL("../guides/first-deployment.md", import.meta.url)), "utf8");
  const blocks = shellBlocks(guide);
  if (blocks.length < 5)
    throw new Error(`The guide has ${blocks.length} shell blocks; it was read wrongly, or it lost its commands.`);
  return runCommand(
    blocks.map(({ under, commands }) => `echo ${JSON.stringify(`== ${under}`)}\n${commands}`).join("\n"),
    environment,
    // Alone it takes four minutes; beside the other deployments, and on a machine that has more to do, longer.
    1_200_000,
  );
};
