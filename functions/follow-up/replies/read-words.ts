import type { ReplyClass } from "../../case/event.ts";
import { languagesOf, latin } from "./languages.ts";
import { isSaid, type Lexicon, type Saying } from "./lexicon.ts";
import { clausesOf, plainWords, sentencesIn, wordsOf } from "./plain-words.ts";

/** What words can say. `stands` is that it is still there; `asks` whether it is gone; `away` that nobody reads. */
export type Said = Exclude<ReplyClass, "bounce" | "complaint" | "auto-reply" | "unclear"> | "stands" | "asks" | "away";

const rulesOf = (lexicon: Lexicon): readonly (readonly [Said, readonly Saying[]])[] => [
  ["stands", lexicon.stands],
  ["not-ours", lexicon.notOurs],
  ["use-our-form", lexicon.form],
  ["refused", lexicon.refused],
  ["question", lexicon.question],
  ["acknowledgement", lexicon.acknowledged],
  ["away", lexicon.away],
];

/**
 * All that a text says, each with the saying by which it was heard first. A text in several languages is read in each, paragraph by paragraph.
 * Where a machine wrote it, what stands under a condition ("if it is not hosted by us, …") is for everybody and says nothing of this mail.
 */
export const readWords = (text: string, automatic: boolean): ReadonlyMap<Said, string> => {
  const plain = plainWords(text);
  const ofAll = languagesOf(plain);
  const found = new Map<Said, string>();
  for (const paragraph of plain.split(/\n\s*\n/)) {
    const own = languagesOf(paragraph);
    const lexicons = own.length > 0 ? own : ofAll.length > 0 ? ofAll : latin;
    for (const sentence of sentencesIn(paragraph)) readSentence(sentence, lexicons, automatic, found);
  }
  return found;
};

/** A question by its mark, or by its ending in Japanese, which may do without. */
const isAsked = /[?？]|(?:です|ます|ました|でしょう)か[。\s]*$/u;

const readSentence = (sentence: string, lexicons: readonly Lexicon[], automatic: boolean, found: Map<Said, string>): void => {
  const note = (said: Said, lexicon: Lexicon, saying: Saying) => {
    if (!found.has(said)) found.set(said, `${said} (${lexicon.language}: ${(saying instanceof RegExp ? saying : saying[0]).source.trim().slice(0, 60)})`);
  };
  for (const lexicon of lexicons) {
    const words = lexicon.polite.reduce((left, courtesy) => left.replace(courtesy, " "), wordsOf(sentence));
    const isForAll = automatic && lexicon.hypothetical.test(words);
    for (const [said, sayings] of rulesOf(lexicon)) {
      if (isForAll && said !== "acknowledgement" && said !== "use-our-form") continue;
      // "If it is not removed by Friday, we suspend the server" is a promise, and no word on how things are.
      if (said === "stands" && lexicon.hypothetical.test(words) && lexicon.acknowledged.some((saying) => isSaid(saying, words))) continue;
      const heard = sayings.find((saying) => isSaid(saying, words));
      if (heard) note(said, lexicon, heard);
    }
  }
  if (isAsked.test(sentence)) {
    for (const lexicon of lexicons) {
      const heard = lexicon.gone.find((saying) => clausesOf(sentence, lexicon.joints).some((clause) => isAsked.test(clause) && isSaid(saying, clause)));
      if (heard) note("asks", lexicon, heard);
    }
  }
  // A doubt in any of the languages that the paragraph may be in is a doubt.
  for (const lexicon of lexicons) {
    const heard = goneIn(sentence, lexicon, lexicons);
    if (heard) note("removed", lexicon, heard);
  }
};

const goneIn = (sentence: string, lexicon: Lexicon, all: readonly Lexicon[]): Saying | undefined => {
  if (all.some(({ polite, hypothetical }) => hypothetical.test(polite.reduce((left, courtesy) => left.replace(courtesy, " "), wordsOf(sentence)))))
    return undefined;
  for (const whole of clausesOf(sentence, lexicon.joints)) {
    const clause = lexicon.polite.reduce((left, courtesy) => left.replace(courtesy, " "), whole);
    const heard = lexicon.gone.find((saying) => isSaid(saying, clause));
    if (heard && !all.some((each) => isAside(clause, heard, each) || isDoubted(clause, heard, each))) return heard;
  }
  return undefined;
};

const patternOf = (saying: Saying): RegExp => (saying instanceof RegExp ? saying : saying[0]);

/** Words that a saying holds of itself, and not only lets stand among its own: the "not" of "not reachable any more", the noun of "proceeded to the suspension". */
const isOwnWord = (word: string, heard: Saying, found: string): boolean =>
  found.includes(word) && new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u").test(patternOf(heard).source);

/** Another thing is named as what was removed. */
const isAside = (clause: string, heard: Saying, { aside }: Lexicon): boolean => {
  const named = aside.exec(clause)?.[0].trim();
  return named !== undefined && !isOwnWord(named, heard, patternOf(heard).exec(clause)?.[0] ?? "");
};

/** What the saying itself denies is no doubt: those are looked for in the rest. */
const isDoubted = (clause: string, heard: Saying, { notDone }: Lexicon): boolean => {
  const found = patternOf(heard).exec(clause)?.[0] ?? "";
  const denial = / (not|nothing|nicht|niet|non|no|nao|nie|не|ne|n) /.exec(found)?.[1];
  return notDone.test(denial !== undefined && isOwnWord(denial, heard, found) ? clause.replace(found, " ") : clause);
};
