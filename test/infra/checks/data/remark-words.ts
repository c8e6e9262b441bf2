import { type Part, pattern } from "../../../../functions/kernel/pattern.ts";
import * as z from "../../../../functions/kernel/zod.ts";
import { filled, here, holds, languageNames, type Wrong } from "./holds.ts";

type Word = string | readonly Part[];

const wrongIn = (word: Word): readonly Wrong[] => {
  try {
    const found = pattern("i", ...(typeof word === "string" ? [word] : word));
    return found.test("") ? here("is found in every text, even an empty one: make it narrower") : [];
  } catch (error) {
    return here(`is no regular expression (${String(error)}): write \\\\ before a sign that is meant as it stands`);
  }
};

const choice = z.array(filled).check(z.minLength(1));
const word = z
  .union([filled, z.array(z.union([filled, choice])).check(z.minLength(1))], {
    error: "has to be a word, or a list of words and of lists to choose from",
  })
  .check(holds<Word>(wrongIn));

export const remarkWords = z
  .strictObject({
    about: z.array(filled),
    uses: z.record(z.string(), filled),
    words: z.record(z.string(), z.record(z.string(), z.array(word).check(z.minLength(1)))),
  })
  .check(
    holds(({ uses, words }: { uses: Record<string, string>; words: Record<string, Record<string, unknown>> }) =>
      Object.entries(words).flatMap(([language, own]) => [
        ...(/^[a-z]{2}$/.test(language) && languageNames.of(language)
          ? []
          : [{ path: ["words", language], say: "is no language: write its code of ISO 639-1, like de" }]),
        ...Object.keys(own)
          .filter((use) => !Object.hasOwn(uses, use))
          .map((use) => ({
            path: ["words", language, use],
            say: "is no use: those there are stand under uses, above",
          })),
      ]),
    ),
  );
