import { oncePer } from "../../kernel/once-per.ts";
import { type FirstLetters, firstLettersOf } from "./pattern-shape.ts";

/** A word or a phrase of a vocabulary; it may be a pattern. */
type Entry = { readonly source: string; readonly first: FirstLetters };

/** Entries as they stand in a vocabulary: between blanks, `_` for a blank within one, `|` before a new line. */
export const entriesOf = (words: string): readonly Entry[] =>
  words
    .trim()
    .replace(/\|\s+/g, "|")
    .split(/\s+/)
    .filter((entry) => entry !== "")
    .map((entry) => entry.replaceAll("_", " "))
    .map((source) => ({ source, first: firstLettersOf(source) }));

/** Looks for the words of a list in clauses of plain words. */
export type WordList = {
  /** Nothing but these words stands there. */
  readonly covers: (clause: string) => boolean;
  readonly standsIn: (clause: string) => boolean;
};

/**
 * The longest entry is tried first, so that a phrase is taken before its words; at each place only
 * those that may begin with the letter there. `isSpaced`: words stand between blanks.
 */
export const wordList = (entries: readonly Entry[], isSpaced: boolean): WordList => {
  const sorted = entries.toSorted((one, other) => other.source.length - one.source.length);
  const letters = new Set(sorted.flatMap(({ first }) => [...(first ?? [])]));
  const patternFor = oncePer((letter: string): RegExp | undefined => {
    const some = sorted.filter(({ first }) => first === undefined || first.has(letter));
    const any = `(?:${some.map(({ source }) => source).join("|")})`;
    return some.length === 0 ? undefined : new RegExp(isSpaced ? ` ${any}(?= )` : any, "uy");
  });
  /** Where an entry ends that begins at this place; -1 where none does. */
  const endOf = (clause: string, at: number): number => {
    const letter = clause[isSpaced ? at + 1 : at] ?? "";
    // All letters that no entry begins with are as one.
    const pattern = patternFor(letters.has(letter) ? letter : "");
    if (!pattern) return -1;
    pattern.lastIndex = at;
    return pattern.test(clause) ? pattern.lastIndex : -1;
  };
  const next = (clause: string, from: number): number => (isSpaced ? clause.indexOf(" ", from) : from);
  return {
    covers: (clause) => {
      for (let at = 0; at < clause.length; ) {
        const end = isSpaced && clause[at] !== " " ? -1 : endOf(clause, at);
        if (end <= at && clause.charAt(at).trim() !== "") return false;
        at = end > at ? end : at + 1;
      }
      return true;
    },
    standsIn: (clause) => {
      for (let at = next(clause, 0); at >= 0 && at < clause.length; at = next(clause, at + 1))
        if (endOf(clause, at) >= 0) return true;
      return false;
    },
  };
};
