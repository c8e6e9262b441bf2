import { once } from "../../kernel/once.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { korean } from "./ko.ts";
import { type AnswerLanguage, answerLanguages, type Lexicon } from "./lexicon.ts";
import { dutch } from "./nl.ts";
import { polish } from "./pl.ts";
import { portuguese } from "./pt.ts";
import { russian } from "./ru.ts";
import { turkish } from "./tr.ts";
import { ukrainian } from "./uk.ts";
import { chinese } from "./zh.ts";

/**
 * How a language is told apart: by its little words (`Lexicon.common`), or by letters that are its
 * own. Of several whose letters stand in a text the one with the lowest rank is meant: Han without
 * kana or Hangul is Chinese. `shared`: the script of languages whose own letters a short text may
 * not hold; any of them may be meant then.
 */
type ToldBy = "little-words" | { readonly letters: RegExp; readonly rank: number; readonly shared?: RegExp };

const cyrillic = /\p{Script=Cyrillic}/u;

const languages: Record<AnswerLanguage, { readonly lexicon: Lexicon; readonly toldBy: ToldBy }> = {
  en: { lexicon: english, toldBy: "little-words" },
  de: { lexicon: german, toldBy: "little-words" },
  fr: { lexicon: french, toldBy: "little-words" },
  es: { lexicon: spanish, toldBy: "little-words" },
  nl: { lexicon: dutch, toldBy: "little-words" },
  it: { lexicon: italian, toldBy: "little-words" },
  pt: { lexicon: portuguese, toldBy: "little-words" },
  pl: { lexicon: polish, toldBy: "little-words" },
  tr: { lexicon: turkish, toldBy: "little-words" },
  ja: { lexicon: japanese, toldBy: { letters: /[\u3040-\u30ff]/, rank: 0 } },
  ko: { lexicon: korean, toldBy: { letters: /\p{Script=Hangul}/u, rank: 1 } },
  zh: { lexicon: chinese, toldBy: { letters: /\p{Script=Han}/u, rank: 2 } },
  ru: { lexicon: russian, toldBy: { letters: /[ыэъ]/, rank: 4, shared: cyrillic } },
  uk: { lexicon: ukrainian, toldBy: { letters: /[іїєґ]/, rank: 3, shared: cyrillic } },
};

const all = answerLanguages.map((language) => languages[language]);

export const lexicons: readonly Lexicon[] = all.map(({ lexicon }) => lexicon);

/** Told apart by their little words; where nothing tells, any of them may be meant. */
export const latin: readonly Lexicon[] = all
  .filter(({ toldBy }) => toldBy === "little-words")
  .map(({ lexicon }) => lexicon);

const byLetters = all
  .flatMap(({ lexicon, toldBy }) => (toldBy === "little-words" ? [] : { lexicon, ...toldBy }))
  .toSorted((one, other) => one.rank - other.rank);

/** The languages that a text's letters may be of; nothing where they are Latin ones. */
const ofItsLetters = (text: string): readonly Lexicon[] | undefined => {
  const own = byLetters.find(({ letters }) => letters.test(text));
  if (own) return [own.lexicon];
  const sharing = lexicons.filter((lexicon) =>
    byLetters.some((one) => one.lexicon === lexicon && one.shared?.test(text)),
  );
  return sharing.length > 0 ? sharing : undefined;
};

/** For each little word the languages that have it, by their places in `latin`. */
const votes = once(() => {
  const votesOf = new Map<string, readonly number[]>();
  for (const [at, { common }] of latin.entries())
    for (const word of new Set(common.trim().split(/\s+/))) votesOf.set(word, [...(votesOf.get(word) ?? []), at]);
  return votesOf;
});

/** So many little words beside another script are sentences of their own. */
const wordsThatTell = 4;

/**
 * The languages that plain words may be in: by script, then by the little words of each. All of the
 * most likely; none where nothing tells. A desk's English often stands under its own language's
 * greeting, so this is asked of each paragraph. Own and small: libraries that guess languages want
 * a page of text, and desks write five words.
 */
export const languagesOf = (text: string): readonly Lexicon[] => {
  const script = ofItsLetters(text);
  const words = text.split(/[^\p{L}]+/u).slice(0, 400);
  const counts = latin.map(() => 0);
  for (const word of words) for (const at of votes().get(word) ?? []) counts[at] = (counts[at] ?? 0) + 1;
  const most = Math.max(...counts);
  const likely = most === 0 ? [] : latin.filter((_, at) => counts[at] === most);
  // English under a Russian greeting is read in both; a name or two in Latin letters is no English.
  return script ? [...script, ...(most >= wordsThatTell ? likely : [])] : likely;
};
