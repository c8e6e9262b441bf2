import { type StageRow, stages } from "../../infra/stages.ts";

/** The example stage's row with parts spoilt or added. */
export const aStage = (spoilt: Partial<StageRow> = {}, settings: Partial<StageRow["settings"]> = {}): StageRow => {
  const row = stages.example as StageRow;
  return { ...row, ...spoilt, settings: { ...row.settings, ...settings } };
};
