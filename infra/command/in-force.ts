import { readFileSync } from "node:fs";
import type { CurrentSettings } from "../../functions/kernel/in-force.ts";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { combine } from "../../functions/settings/combine.ts";
import { dynamoSettingsReader } from "../../functions/store/table/settings-reader.ts";
import { nowAt, reached, settingsFileAt, stageOf, tableAt, type Where } from "./connection.ts";

/** The stage's file: of `--stage`, or of the running `npm start`. Throws `CommandProblem`. */
export const stageSettingsAt = (where: Where): Settings =>
  where.stage === undefined
    ? settingsSchema.parse(JSON.parse(readFileSync(settingsFileAt(where), "utf8")))
    : stageOf(where).settings;

/**
 * By what the functions decide at this moment: the stage's file, and where the table can be asked,
 * what people decided beside it. Throws `CommandProblem` where neither stage nor `npm start` is there.
 */
export const settingsInForceAt = async (where: Where): Promise<CurrentSettings> => {
  const stage = stageSettingsAt(where);
  if (where.stage !== undefined && where.table === undefined) return stage;
  const table = tableAt(where);
  const { rows } = await reached(where, dynamoSettingsReader(table).read());
  return combine(stage, rows, nowAt(where)).settings;
};
