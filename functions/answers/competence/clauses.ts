type Grammar = {
  /** What stands in no gap: "contact our hosting department" names no other party, so in English "our". */
  readonly endsGap: string;
};

/** A letter of plain words; `\p{L}` would take the compiler ten times as long. */
const letter = "[a-z0-9а-яєіїґ]";

/**
 * The source of a pattern for sayings that stand within one clause, in a language with blanks between words. In a
 * saying `~` is up to four words, none of which ends a clause; `…` the rest of a word, `_` its end. Each begins where
 * a word does.
 */
export const clauses = ({ endsGap }: Grammar, sayings: readonly string[]): readonly string[] => {
  const gap = `(?:(?!${endsGap})\\S+(?<![,;:.!?–—-]) ){0,4}`;
  const either = sayings.join("|").replaceAll("~", gap).replaceAll("…", `${letter}*`).replaceAll("_", `(?!${letter})`);
  return [`(?<!${letter})(?:${either})`];
};

/** The same where words stand without blanks: `~` is up to twelve letters of the clause. */
export const unspacedClauses = ({ endsGap }: Grammar, sayings: readonly string[]): readonly string[] => {
  const gap = `(?:(?!${endsGap})[^,、。;.!?]){0,12}`;
  return [sayings.join("|").replaceAll("~", gap)];
};
