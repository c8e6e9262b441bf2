import type { RefusalGround } from "../case/answer-ways.ts";
import { pattern } from "../kernel/pattern.ts";
import { type RefusalWords, refusalWords } from "./refusal-words.ts";
import { plainWords } from "./replies/plain-words.ts";

const inAnyLanguage = (ground: keyof RefusalWords): RegExp =>
  pattern(
    "u",
    Object.values(refusalWords).flatMap((words): readonly string[] => words[ground]),
  );
const disputesFact = inAnyLanguage("disputesFact");
const lacksCompetence = inAnyLanguage("lacksCompetence");

/** Why a refusing desk does not act, by its words; `undefined` where they give none, or both. */
export const refusalGround = (text: string): RefusalGround | undefined => {
  const words = plainWords(text).replace(/\s+/g, " ");
  const [fact, competence] = [disputesFact.test(words), lacksCompetence.test(words)];
  if (fact === competence) return undefined;
  return fact ? "fact" : "competence";
};
