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
  /** Things alone, and that one of them is asked for. */
  readonly bare: RegExp;
};

const whichOne = `which what exactly exact welche welcher welches genau quel quelle exactement cual que qual quale
  esattamente hangi welk welke precies jaki jaka jakie какой какая какое точно який яка яке 哪个 どの 어떤`;

const entriesOf = (words: string): readonly string[] => words.trim().split(/\s+/);
const plainEntry = (entry: string): string => entry.replace(/^!/, "").replaceAll("_", " ");

const readerOf = oncePer((language: AnswerLanguage): Reader => {
  const words = askedWords[language];
  const isUnspaced = words.unspaced === true;
  // The longest first, so that a phrase is taken before its words.
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

/** What a sentence asks for in one language; `undefined` where a word of it is not known there. */
const readSentence = (sentence: string, reader: Reader): readonly AskedThing[] | undefined => {
  const spaced = wordsOf(sentence);
  const isQuestion = spaced.includes("?");
  const words = reader.isUnspaced ? spaced.replace(/[\s?]+/g, "") : spaced.replaceAll(" ?", "");
  const left = words.replace(reader.known, "").replace(/(?<=^|\s)(?:\d{1,4}|utc|url)(?=\s|$)/g, "");
  if (left.trim() !== "") return undefined;
  // "Time zone?", "Welche Seite genau?": a thing, a question mark and nothing else.
  const isBare = isQuestion && words.replace(reader.bare, "").trim() === "";
  const isAsked = isBare || reader.asks.test(words);
  const found = reader.things.flatMap(([thing, { noun, whole }]) =>
    whole.test(words) || (isAsked && noun.test(words)) ? thing : [],
  );
  // A question that is about nothing on the list, or a thing that is spoken of and not asked for.
  const speaksOf = reader.things.some(([, { noun }]) => noun.test(words));
  return found.length === 0 && (isQuestion || isAsked || speaksOf) ? undefined : found;
};

const charactersAtMost = 1_500;

/**
 * What a desk's letter asks for, where every sentence of it is understood and is a courtesy or asks
 * for things of the closed list (`askedThings`); nothing where a word of it is not known, in which
 * case a person or the reporter answers. Names in the salutation and under the closing courtesy are
 * passed over. Time: in
 * proportion to the text, of which the first part is read and a longer one never understood.
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

/** A few words that neither ask nor end as a sentence does. */
const isName = (sentence: string): boolean =>
  sentence.length <= 60 && !/[?？]/.test(sentence) && wordsOf(sentence).trim().split(" ").length <= 6;
