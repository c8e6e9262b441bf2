import { type StageRow, stages } from "../../infra/stages.ts";

/** A sign-in for browsers, as an operator writes it. */
export const aSignIn = { issuer: "https://id.hotline.example", clientId: "takedown", reviewers: ["takedown-on-call"], readers: ["takedown-readers"] };

/** The example stage with a sign-in for browsers: it has all that a stage can have. */
export const aBrowserStage = (): StageRow => aStage({}, { signIn: aSignIn });

/** The example stage's row with parts spoilt or added. */
export const aStage = (spoilt: Partial<StageRow> = {}, settings: Partial<StageRow["settings"]> = {}): StageRow => {
  const row = stages.example as StageRow;
  return { ...row, ...spoilt, settings: { ...row.settings, ...settings } };
};
