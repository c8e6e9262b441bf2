import type { Command } from "commander";
import type { Where } from "../connection.ts";
import { CommandProblem } from "../problem.ts";
import type { OutputOf } from "../stack-outputs.ts";
import { isOfStage, whyNotItsTable } from "./options.ts";

/**
 * Fills in the table and the keys of a stage that is named without them, from its stack's outputs, and
 * the region from its row. Throws `CommandProblem` where there is no such stage or stack, or another table is
 * meant.
 */
export const applyStack = async (
  command: Command,
  outputsOf?: (name: string, region: string) => Promise<OutputOf>,
): Promise<void> => {
  const { table, keys, ...named } = command.opts<Omit<Where, "folder">>();
  if (!isOfStage(command) || named.stage === undefined || table !== undefined) return;
  const whyNot = whyNotItsTable(command);
  if (whyNot !== undefined) throw new CommandProblem(whyNot);
  const { stageOf } = await import("../connection.ts");
  const { stackOutputs, outputIn } = await import("../stack-outputs.ts");
  const { name, region } = stageOf(named);
  const outputs = await (outputsOf ?? stackOutputs)(name, region);
  process.env.AWS_REGION = region;
  command.setOptionValueWithSource("table", outputIn(outputs, "CasesTableName", name), "implied");
  if (keys === undefined)
    command.setOptionValueWithSource("keys", outputIn(outputs, "MasterKeysSecret", name), "implied");
};
