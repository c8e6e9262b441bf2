import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { korean } from "./ko.ts";
import type { Lexicon } from "./lexicon.ts";
import { dutch } from "./nl.ts";
import { polish } from "./pl.ts";
import { portuguese } from "./pt.ts";
import { russian } from "./ru.ts";
import { turkish } from "./tr.ts";
import { ukrainian } from "./uk.ts";
import { chinese } from "./zh.ts";

/** Told apart by their little words; where nothing tells, any of them may be meant. */
export const latin: readonly Lexicon[] = [english, german, french, spanish, dutch, italian, portuguese, polish, turkish];

/** Told apart by script; the first that fits. Han without kana or Hangul is Chinese; short Cyrillic may hold no letter that tells. */
const byScript: readonly (readonly [RegExp, readonly Lexicon[]])[] = [
  [/[\u3040-\u30ff]/, [japanese]],
  [/\p{Script=Hangul}/u, [korean]],
  [/\p{Script=Han}/u, [chinese]],
  [/[іїєґ]/, [ukrainian]],
  [/[ыэъ]/, [russian]],
  [/\p{Script=Cyrillic}/u, [russian, ukrainian]],
];

export const lexicons: readonly Lexicon[] = [...latin, japanese, korean, chinese, russian, ukrainian];

const commonOf = new Map(latin.map((lexicon) => [lexicon, new Set(lexicon.common.split(" "))]));

/** So many little words beside another script are sentences of their own. */
const wordsThatTell = 4;

/**
 * The languages that plain words may be in: by script, then by the little words of each. All of the most likely; none where nothing tells.
 * A desk's English often stands under its own language's greeting, so this is asked of each paragraph. Own and small: libraries that
 * guess languages want a page of text, and desks write five words.
 */
export const languagesOf = (text: string): readonly Lexicon[] => {
  const script = byScript.find(([letters]) => letters.test(text))?.[1];
  const words = text.split(/[^\p{L}]+/u).slice(0, 400);
  const votes = latin.map((lexicon) => ({ lexicon, count: words.filter((word) => commonOf.get(lexicon)?.has(word)).length }));
  const most = Math.max(...votes.map(({ count }) => count));
  const likely = most === 0 ? [] : votes.filter(({ count }) => count === most).map(({ lexicon }) => lexicon);
  // English under a Russian greeting is read in both; a name or two in Latin letters is no English.
  return script ? [...script, ...(most >= wordsThatTell ? likely : [])] : likely;
};
