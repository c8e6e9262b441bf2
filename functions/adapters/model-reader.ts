import { readFileSync } from "node:fs";
import { guessBy } from "../answers/model/guess.ts";
import { type Model, readModel } from "../answers/model/model.ts";
import type { SecondReader } from "../answers/reader.ts";

/** Made by `npm run replies:train`. Beside this file, and beside a bundle (`infra/stack/bundle.ts`). */
const fileUrl = new URL("replies.model", import.meta.url);

/**
 * The model as a second reader. Reads its file when it is first asked, not at a function's start.
 * Throws where the file is missing or damaged: the rules then read alone, and the log says so.
 */
export const modelReader = (): SecondReader => {
  let model: Model | undefined;
  return {
    name: "model",
    read: async (letter, { heard }) => {
      model ??= readModel(readFileSync(fileUrl));
      return guessBy(model, letter, heard);
    },
  };
};
