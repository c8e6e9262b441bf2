import { type AskedThing, askedThings } from "../../case/letter.ts";
import { oncePer } from "../../kernel/once-per.ts";
import { type AnswerLanguage, languagesOf, latin } from "../replies/languages.ts";
import { plainWords, sentencesIn, wordsOf } from "../replies/plain-words.ts";
import { askedWords } from "./words.ts";

type Reader = {
  readonly isUnspaced: boolean;
  readonly things: readonly (readonly [AskedThing, { readonly noun: RegExp; readonly whole: RegExp }])[];
  readonly asks: RegExp;
  readonly known: RegExp;
  /** Things, and words that ask which one. */
  readonly bare: RegExp;
};

const whichOne = `which what exactly exact welche welcher welches genau quel quelle exactement cual que qual quale
  esattamente hangi welk welke precies jaki jaka jakie какой какая какое точно який яка яке 哪个 どの 어떤`;

const entriesOf = (words: string): readonly string[] => words.trim().split(/\s+/);
const plainEntry = (entry: string): string => entry.replace(/^!/, "").replaceAll("_", " ");

const readerOf = oncePer((language: AnswerLanguage): Reader => {
  const words = askedWords[language];
  const isUnspaced = words.unspaced === true;
  // Longest first, so that a phrase matches before its words.
  const any = (entries: readonly string[], flags: string): RegExp => {
    const all = [...entries].sort((one, other) => other.length - one.length).map(plainEntry);
    const alternatives = all.length === 0 ? "(?!)" : all.join("|");
    return new RegExp(isUnspaced ? `(?:${alternatives})` : ` (?:${alternatives})(?= )`, flags);
  };
  const things = askedThings.map((thing) => {
    const entries = entriesOf(words[thing]);
    const isWhole = (entry: string) => entry.startsWith("!");
    return [
      thing,
      {
        noun: any(
          entries.filter((entry) => !isWhole(entry)),
          "u",
        ),
        whole: any(entries.filter(isWhole), "u"),
      },
    ] as const;
  });
  const all = [...askedThings.map((thing) => words[thing]), words.asks, words.little].flatMap(entriesOf);
  const nouns = askedThings.flatMap((thing) => entriesOf(words[thing])).filter((entry) => !entry.startsWith("!"));
  return {
    isUnspaced,
    things,
    asks: any(entriesOf(words.asks), "u"),
    known: any([...all, ...entriesOf(whichOne)], "gu"),
    bare: any([...nouns, ...entriesOf(whichOne)], "gu"),
  };
});

/** What a sentence asks for in one language; `undefined` where it has an unknown word. */
const readSentence = (sentence: string, reader: Reader): readonly AskedThing[] | undefined => {
  const spaced = wordsOf(sentence);
  const isQuestion = spaced.includes("?");
  const words = reader.isUnspaced ? spaced.replace(/[\s?]+/g, "") : spaced.replaceAll(" ?", "");
  const left = words.replace(reader.known, "").replace(/(?<=^|\s)(?:\d{1,4}|utc|url)(?=\s|$)/g, "");
  if (left.trim() !== "") return undefined;
  // Only a thing and a question mark: "Time zone?", "Welche Seite genau?".
  const isBare = isQuestion && words.replace(reader.bare, "").trim() === "";
  const isAsked = isBare || reader.asks.test(words);
  const found = reader.things.flatMap(([thing, { noun, whole }]) =>
    whole.test(words) || (isAsked && noun.test(words)) ? thing : [],
  );
  // A question about nothing on the list, or a thing mentioned but not asked for.
  const speaksOf = reader.things.some(([, { noun }]) => noun.test(words));
  return found.length === 0 && (isQuestion || isAsked || speaksOf) ? undefined : found;
};

const charactersAtMost = 1_500;

/**
 * What a letter asks for, if each sentence is a courtesy or asks for things in `askedThings`. `undefined` where a
 * word is unknown: then a person or the reporter answers. Skips names in the salutation and under the closing
 * courtesy. Linear time; longer letters are never understood.
 */
export const thingsAsked = (text: string): readonly AskedThing[] | undefined => {
  if (text.length > charactersAtMost) return undefined;
  const plain = plainWords(text);
  const told = languagesOf(plain);
  const readers = (told.length > 0 ? told : latin).map(readerOf);
  const found = new Set<AskedThing>();
  let isSigned = false;
  let isFirst = true;
  for (const paragraph of plain.split(/\n\s*\n/))
    for (const sentence of sentencesIn(paragraph)) {
      if (isSigned && isName(sentence)) continue;
      const read = readers.map((reader) => readSentence(sentence, reader)).find((one) => one !== undefined);
      const isSalutation = isFirst && isName(sentence) && /[,:、，：!！]\s*$/.test(sentence);
      if (read === undefined && !isSalutation) return undefined;
      isFirst = false;
      for (const thing of read ?? []) found.add(thing);
      isSigned ||= found.size > 0 && read?.length === 0;
    }
  return found.size > 0 ? askedThings.filter((thing) => found.has(thing)) : undefined;
};

/** A few words that ask nothing. */
const isName = (sentence: string): boolean =>
  sentence.length <= 60 && !/[?？]/.test(sentence) && wordsOf(sentence).trim().split(" ").length <= 6;
