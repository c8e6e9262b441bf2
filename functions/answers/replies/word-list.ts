import { once } from "../../kernel/once.ts";
import { oncePer } from "../../kernel/once-per.ts";
import { type FirstLetters, firstLettersOf } from "./pattern-shape.ts";
import { writtenOut } from "./written-out.ts";

/** A word or a phrase of a vocabulary; it may be a pattern. */
type Entry = { readonly source: string };

/** Entries as they stand in a vocabulary: between blanks, `_` for a blank within one, `|` before a new line. */
export const entriesOf = (words: string): readonly Entry[] =>
  words
    .trim()
    .replace(/\|\s+/g, "|")
    .split(/\s+/)
    .filter((entry) => entry !== "")
    .map((entry) => ({ source: entry.replaceAll("_", " ") }));

/** Looks for the words of a list in clauses of plain words. */
export type WordList = {
  /** Nothing but these words stands there. */
  readonly covers: (clause: string) => boolean;
  readonly standsIn: (clause: string) => boolean;
};

/** An entry as it may be written; `way`: the one that is tried before those with a higher number. */
type Written = { readonly entry: Entry; readonly way: number };
/**
 * What is written so, and how long the longest is that begins with this word (where words stand without blanks, with
 * this letter).
 */
type Text = { readonly written: Written[]; longest: number };

/** All entries of some lists, each by the ways in which it may be written, or as a pattern where these have no end. */
type Book = {
  readonly add: (entries: Iterable<Entry>) => void;
  readonly named: (text: string) => Text | undefined;
  /** Those that are patterns. */
  readonly patterns: readonly Pattern[];
};
type Pattern = { readonly entry: Entry; readonly first: FirstLetters; readonly pattern: () => RegExp };

const bookOf = (isSpaced: boolean): Book => {
  const known = new Set<Entry>();
  const texts = new Map<string, Text>();
  const patterns: Pattern[] = [];
  const textOf = (words: string): Text => {
    const known = texts.get(words);
    if (known) return known;
    const added = { written: [], longest: -1 };
    texts.set(words, added);
    return added;
  };
  const addWritten = (words: string, written: Written): void => {
    textOf(words).written.push(written);
    const end = isSpaced ? words.indexOf(" ") : 1;
    const beginning = textOf(end < 0 ? words : words.slice(0, end));
    beginning.longest = Math.max(beginning.longest, words.length);
  };
  const addOne = (entry: Entry): void => {
    const { source } = entry;
    const written = writtenOut(source);
    if (written) for (const [way, text] of written.entries()) addWritten(text, { entry, way });
    else {
      const pattern = once(() => new RegExp(isSpaced ? ` (?:${source})(?= )` : `(?:${source})`, "uy"));
      patterns.push({ entry, first: firstLettersOf(source), pattern });
    }
  };
  return {
    add: (entries) => {
      for (const entry of entries) {
        if (known.has(entry)) continue;
        known.add(entry);
        addOne(entry);
      }
    },
    named: (text) => texts.get(text),
    patterns,
  };
};

/**
 * Lists of words that have entries in common, which are read once for all of them. The longest entry is tried first,
 * so that a phrase is taken before its words. `isSpaced`: words stand between blanks.
 */
export const wordLists = (isSpaced: boolean): ((entries: readonly Entry[]) => WordList) => {
  const book = bookOf(isSpaced);
  return (entries) => listIn(book, entries, isSpaced);
};

/** One such list. */
export const wordList = (entries: readonly Entry[], isSpaced: boolean): WordList => wordLists(isSpaced)(entries);

const listIn = (book: Book, entries: readonly Entry[], isSpaced: boolean): WordList => {
  const places = once(() => {
    const found = new Map<Entry, number>();
    for (const entry of entries) if (!found.has(entry)) found.set(entry, found.size);
    book.add(found.keys());
    return found;
  });
  /** Below 0 where the one is tried before the other; both are of this list. */
  const order = (one: Entry, other: Entry): number =>
    other.source.length - one.source.length || (places().get(one) ?? 0) - (places().get(other) ?? 0);
  const isBefore = (one: Written, other: Written | undefined): boolean => {
    const by = other ? order(one.entry, other.entry) : -1;
    return by < 0 || (by === 0 && one.way < (other?.way ?? 0));
  };
  const patterns = once(() =>
    book.patterns.filter(({ entry }) => places().has(entry)).toSorted((one, other) => order(one.entry, other.entry)),
  );
  const letters = once(() => new Set(patterns().flatMap(({ first }) => [...(first ?? [])])));
  const patternsFrom = oncePer((letter: string): readonly Pattern[] =>
    patterns().filter(({ first }) => first === undefined || first.has(letter)),
  );
  const nextEnd = (clause: string, end: number): number => (isSpaced ? clause.indexOf(" ", end + 1) : end + 1);
  /** Where an entry ends that begins at this place; -1 where none does. */
  const endOf = (clause: string, at: number): number => {
    const own = places();
    const start = isSpaced ? at + 1 : at;
    let end = isSpaced ? clause.indexOf(" ", start) : start + 1;
    if (end < 0 || end > clause.length) return -1;
    let best: Written | undefined;
    let bestEnd = -1;
    const first = book.named(clause.slice(start, end));
    const last = start + (first?.longest ?? -1);
    for (let text = first; end >= 0 && end <= last; text = book.named(clause.slice(start, end))) {
      for (const written of text?.written ?? []) {
        if (!own.has(written.entry) || !isBefore(written, best)) continue;
        best = written;
        bestEnd = end;
      }
      end = nextEnd(clause, end);
    }
    const letter = clause[start] ?? "";
    // All letters that no pattern begins with are as one.
    for (const { entry, pattern } of patternsFrom(letters().has(letter) ? letter : "")) {
      if (best && order(best.entry, entry) < 0) break;
      pattern().lastIndex = at;
      if (pattern().test(clause)) return pattern().lastIndex;
    }
    return bestEnd;
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
