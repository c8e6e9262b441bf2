import type { Command } from "commander";
import type { NamedStage } from "../connection.ts";

/**
 * Fills in the stage's name where a file of stages is given and has one alone. Throws
 * `CommandProblem` where it has several and none is named, or the file is wrong.
 */
export const applyStageFile = async (command: Command): Promise<void> => {
  const named = command.opts<NamedStage>();
  if (named.stageFile === undefined || named.stage !== undefined) return;
  const { stageOf } = await import("../connection.ts");
  command.setOptionValueWithSource("stage", stageOf(named).name, "implied");
};
