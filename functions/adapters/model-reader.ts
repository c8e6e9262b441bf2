import { readFileSync } from "node:fs";
import { readModel } from "../answers/prose/model.ts";
import { type ProseReader, proseReader } from "../answers/prose/read-prose.ts";
import { once } from "../kernel/once.ts";

/** Made by `npm run generate -- replies`. Beside this file and each bundle (`infra/stack/bundle.ts`). */
const fileUrl = new URL("replies.model", import.meta.url);

/** Reads the file at first use. Throws where it is missing or damaged: then each mail waits in its queue. */
export const modelReader: () => ProseReader = once(() => proseReader(readModel(readFileSync(fileUrl))));
