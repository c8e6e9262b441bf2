import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Model, readModel } from "../../../functions/answers/prose/model.ts";
import { proseReader, scoredBy } from "../../../functions/answers/prose/read-prose.ts";
import { type Read, readAs } from "./figures.ts";
import type { LabelledLetter } from "./letter-set.ts";

/** Where the model lies that `take-in-reply` reads by. */
export const modelFile = fileURLToPath(new URL("../../../functions/adapters/replies.model", import.meta.url));

export const deployedModel = (): Model => readModel(readFileSync(modelFile));

/** A letter as the deployed reader takes it. */
export const readByDeployed = (model: Model, written: LabelledLetter): Read =>
  readAs(written, { scored: scoredBy(model, written.letter) }, model.head.points, proseReader(model));
