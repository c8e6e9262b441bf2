import type { Lexicon } from "./lexicon.ts";
import { clausesOf, wordsOf } from "./plain-words.ts";

/**
 * `understood`: that something is gone, and nothing else. `partly`: so in its own clauses, with
 * others beside it that are not understood. `heard`: something of the kind, in words that are not
 * understood.
 */
export type Telling = "understood" | "partly" | "heard" | undefined;

/** Reads sentences of plain words (`plainWords`) for what they tell of something being gone. */
export type Teller = {
  readonly tell: (sentence: string) => Telling;
  /** The sentence holds a word that leaves in doubt what others tell. */
  readonly doubts: (sentence: string) => boolean;
  readonly hears: (clause: string) => boolean;
  /** The sentence holds nothing but words of the vocabulary and courtesies, or is about the desk's own ticket. */
  readonly knows: (sentence: string) => boolean;
};

const named = String.raw`art(?:\.|ik?el|icle|icolo|igo|iculo)?|section|sec\.|abs\.|ust\.|ziffer|§+|п\.|ст\.`;
const numbered = String.raw`\d{1,3}(?:[.,]\d{1,2}){0,3}`;
/** "Art. 16.3", "第三条". */
const article = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${named})\s?${numbered}|第[\d一二三四五六七八九十]{1,4}(?:条|條)`,
  "gu",
);

/**
 * Articles of law, hours, dates, addresses and numbers, as LAW, TIME, NAME and ID: none says what
 * was done.
 */
const withoutNames = (sentence: string): string =>
  sentence
    .replace(article, " LAW ")
    .replace(/\d{4}-\d{1,2}-\d{1,2}(?:[t ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?z?)?/g, " TIME ")
    .replace(/\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b/g, " TIME ")
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?\b/g, " NAME ")
    .replace(/\b\d{1,2}(?:[:h]|\.(?=\d\d\b))\d{2}(?::\d{2})?\b/g, " TIME ")
    .replace(/#\s?[a-z0-9][a-z0-9-]{0,40}/g, " ID ")
    .replace(/\b[a-z]{1,12}-?\d[\d-]{2,40}\b/g, " ID ")
    // A year alone tells of another time than now.
    .replace(/\b(?!(?:19|20)\d\d\b)\d[\d-]{3,40}\b/g, " ID ")
    .replace(/(?<![\p{L}\d])\/[\w.~-]{1,60}(?:\/[\w.~-]{1,60}){0,8}\/?/gu, " NAME ")
    .replace(
      /\b[a-z0-9-]{1,63}(?:(?:\.|\[\.\]|\(\.\))[a-z0-9-]{1,63}){0,5}(?:\.|\[\.\]|\(\.\))[a-z]{2,12}\b/g,
      " NAME ",
    );

/** Said alike by desks of all languages. */
const everywhere = `
  URL MAIL NAME TIME ID LAW
  phishing phish malware spam scam
  wordpress wp joomla cms
  server vps vserver vm vhost ip ips dns domain hosting host webspace account
  website site web url urls link links
  c2 bot kit shell script
  http https www
  online_shop shop store
  utc gmt cet cest msk uhr am pm
`;

/** So are these, which are not what is reported. */
const besideEverywhere = "plugin plugins login ftp cpanel plesk php html ticket";

/** As one pattern; the longest first, so that a phrase is taken before its words. */
const alternatives = (...words: readonly string[]): string =>
  words
    .join(" ")
    .trim()
    .replace(/\|\s+/g, "|")
    .split(/\s+/)
    .sort((one, other) => other.length - one.length)
    .map((entry) => entry.replaceAll("_", " "))
    .join("|");

/**
 * Removal is believed only where all is understood: in a sentence that tells of something gone,
 * every word has to be one that the vocabulary knows, in the clauses that tell of it without those
 * `beside` it. What a stranger adds (a doubt, a part, another thing, somebody's word) is a word
 * that is missing here. Time: proportional to the sentence, which is capped.
 */
export const tellerOf = ({ plain, joints, polite, greetings, ownTicket, doubts, unspaced }: Lexicon): Teller => {
  const pieces = (words: readonly string[], flags: string): RegExp => {
    const any = alternatives(...words);
    return new RegExp(unspaced ? `(?:${any})` : ` (?:${any})(?= )`, flags);
  };
  const { beside, person, who, ...ofThings } = plain;
  const state = pieces([...Object.values(ofThings), everywhere], "gu");
  const core = pieces([...Object.values(ofThings), person, who, everywhere], "gu");
  const all = pieces([...Object.values(plain), everywhere, besideEverywhere], "gu");
  const act = pieces([plain.act], "u");
  const gone = pieces([plain.act, plain.state], "u");
  const without = (words: string): string =>
    [...polite, ...greetings].reduce((left, courtesy) => left.replace(courtesy, " "), words);
  const joined = (words: string): string => (unspaced ? words.replace(/\s+/g, "") : words);
  const isCovered = (clause: string, by: RegExp): boolean => clause.replace(by, "").trim() === "";
  // "Can't be opened" without a subject may be what the desk itself met with; where words stand
  // without blanks, subjects are often left out.
  const subject = unspaced ? pieces([plain.thing, plain.when, everywhere], "u") : undefined;
  const isPlain = (clause: string): boolean =>
    act.test(clause) ? isCovered(clause, core) : isCovered(clause, state) && (subject?.test(clause) ?? true);
  const isAboutTicket = (words: string): boolean => ownTicket.some((pattern) => pattern.test(words));
  return {
    hears: (clause) => gone.test(joined(clause)),
    knows: (sentence) => {
      const named = withoutNames(sentence);
      return (
        isAboutTicket(wordsOf(named)) ||
        clausesOf(named, joints).every((clause) => isCovered(joined(without(clause)), all))
      );
    },
    doubts: (sentence) => {
      const words = wordsOf(withoutNames(sentence));
      return !isAboutTicket(words) && doubts.test(without(words));
    },
    tell: (sentence) => {
      const named = withoutNames(sentence);
      if (isAboutTicket(wordsOf(named))) return undefined;
      const clauses = clausesOf(named, joints).map((clause) => joined(without(clause)));
      const telling = clauses.filter((clause) => gone.test(clause));
      if (telling.length === 0) return undefined;
      if (!telling.every(isPlain)) return "heard";
      return clauses.every((clause) => isCovered(clause, all)) ? "understood" : "partly";
    },
  };
};
