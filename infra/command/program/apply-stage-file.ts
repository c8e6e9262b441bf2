import type { Command } from "commander";

/**
 * Fills in the stage's name where a file of stages is given and has one alone. Throws
 * `CommandProblem` where it has several and none is named, or the file is wrong.
 */
export const applyStageFile = async (command: Command): Promise<void> => {
  const { stage, stageFile } = command.opts<{ readonly stage?: string; readonly stageFile?: string }>();
  if (stageFile === undefined || stage !== undefined) return;
  const { stageOf } = await import("../connection.ts");
  command.setOptionValueWithSource("stage", stageOf({ stageFile }).name, "implied");
};
