import { once } from "../kernel/once.ts";
import english from "../notice/templates/en.json" with { type: "json" };
import { partedByDisclaimers } from "./disclaimers.ts";
import { defangedPlace, ourLegend } from "./quoted-mail.ts";

/** A person reads these; the whole mail is where SES put it. The desk's words are at the end. */
const charactersAtMost = 2000;

/** A shorter sentence of ours is anybody's. */
const lettersAtLeast = 18;

const sentencesIn = (paragraph: string): readonly string[] =>
  paragraph
    .replace(/^[>|\s]+/gm, " ")
    .replace(/\s+/g, " ")
    .split(/(?<=[.!?;:])\s/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= lettersAtLeast);

/** Each notice ends with an English paragraph, whose sentences without facts never change. */
const ourSentences = once(
  (): ReadonlySet<string> =>
    new Set(
      Object.values(english.parts)
        .flatMap(sentencesIn)
        .filter((sentence) => !sentence.includes("{{")),
    ),
);

const ourNumber = /\bT[DM]-[A-Z0-9]{4}-[A-Z0-9-]{4,}/;

const isOurs = (paragraph: string): boolean =>
  ourLegend.test(paragraph) ||
  (ourNumber.test(paragraph) && defangedPlace.test(paragraph)) ||
  sentencesIn(paragraph).some((sentence) => ourSentences().has(sentence));

/** Its paragraphs, and where our quoted notice ends, if one is quoted. */
const partedByNotice = (rest: string) => {
  const paragraphs = rest.split(/\n[>|\s]*\n/);
  const isQuoted = paragraphs.some((paragraph) => ourLegend.test(paragraph));
  return { paragraphs, behindNotice: isQuoted ? paragraphs.slice(paragraphs.findLastIndex(isOurs) + 1) : undefined };
};

/** Removes the paragraphs of a notice of ours, as far as its English sentences show it. */
export const withoutOurParagraphs = (rest: string): string => {
  const { paragraphs, behindNotice } = partedByNotice(rest);
  return (behindNotice ?? paragraphs.filter((one) => !isOurs(one))).join("\n\n");
};

/**
 * What a person sees of the part cut off as a quote or signature: the words below our quoted notice; else, if the
 * writer wrote nothing above (`hasOwnWords`), all of it, as an answer can't be told from an unmarked quote. No
 * machine reads it: an old mail's "removed" would close a case. Linear in `rest`. Pure.
 */
export const belowQuote = (rest: string, hasOwnWords: boolean): string | undefined => {
  const { paragraphs, behindNotice } = partedByNotice(rest);
  const displayed = behindNotice ?? (hasOwnWords ? [] : paragraphs);
  const below = partedByDisclaimers(displayed.join("\n\n")).own.trim().slice(-charactersAtMost);
  return below === "" ? undefined : below;
};
