import { readFileSync } from "node:fs";
import { readModel } from "../answers/prose/model.ts";
import { type ProseReader, proseReader } from "../answers/prose/read-prose.ts";
import { once } from "../kernel/once.ts";

/** Made by `npm run replies:train`. Beside this file, and beside a bundle (`infra/stack/bundle.ts`). */
const fileUrl = new URL("replies.model", import.meta.url);

/**
 * The reader of replies. Its file is read when it is first asked, not at a function's start. Throws where
 * the file is missing or damaged: then no mail is taken in, and each waits in its queue.
 */
export const modelReader: () => ProseReader = once(() => proseReader(readModel(readFileSync(fileUrl))));
