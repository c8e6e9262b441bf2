import { functionPages } from "./function-pages.ts";
import { pageText } from "./page.ts";
import { queuePages } from "./queue-pages.ts";

/**
 * Each page of the runbook that is written from its family's one text, by its file's name. The
 * others are written by hand.
 */
export const runbookPages = (): ReadonlyMap<string, string> =>
  new Map([...queuePages(), ...functionPages()].map(([name, page]) => [`${name}.md`, pageText(name, page)]));
