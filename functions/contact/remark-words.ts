import { type Part, pattern } from "../kernel/pattern.ts";
import data from "./remark-words.json" with { type: "json" };

export type RemarkUse = keyof typeof data.uses;

const languages: readonly Partial<Record<RemarkUse, readonly (Part | readonly Part[])[]>>[] = Object.values(data.words);

/** The words for a use in all languages, each the source of a pattern without regard to capitals. */
export const wordsFor = (use: RemarkUse): readonly string[] =>
  languages.flatMap((words) =>
    (words[use] ?? []).map((word) => (typeof word === "string" ? word : pattern("i", ...word).source)),
  );
