import { once } from "../../kernel/once.ts";
import { oncePer } from "../../kernel/once-per.ts";
import type { Lexicon } from "./lexicon.ts";
import { anyOf, takenOut } from "./pattern-shape.ts";
import { clausesOf, wordsOf } from "./plain-words.ts";
import { entriesOf, wordLists } from "./word-list.ts";

/**
 * `understood`: that something is gone, and nothing else. `partly`: so in its own clauses, with
 * others beside it that are not understood. `heard`: something of the kind, in words that are not
 * understood.
 */
export type Telling = "understood" | "partly" | "heard" | undefined;

/** Reads sentences in one language for what they tell of something being gone. */
export type Teller = {
  /** `named`: the sentence's plain words without its names (`withoutNames`). */
  readonly read: (named: string) => SentenceTold;
  readonly hears: (clause: string) => boolean;
};

/** What a sentence tells, each found when it is first asked. */
export type SentenceTold = {
  readonly tells: () => Telling;
  /** It holds a word that leaves in doubt what others tell. */
  readonly doubts: () => boolean;
  /** It holds nothing but words of the vocabulary and courtesies, or is about the desk's own ticket. */
  readonly knows: () => boolean;
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
export const withoutNames = (sentence: string): string => {
  if (!/[\d#/第]|\.\S/.test(sentence)) return sentence;
  return (
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
      )
  );
};

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

/**
 * Removal is believed only where all is understood: in a sentence that tells of something gone,
 * every word has to be one that the vocabulary knows, in the clauses that tell of it without those
 * `beside` it. What a stranger adds (a doubt, a part, another thing, somebody's word) is a word
 * that is missing here. Time: proportional to the sentence, which is capped.
 */
export const tellerOf = ({ sayings, unspaced }: Lexicon): Teller => {
  const { plain, joints, polite, greetings, ownTicket, doubts } = sayings();
  const entries = oncePer(entriesOf);
  const lists = wordLists(!unspaced);
  const listOf = (...words: readonly string[]) => lists(words.flatMap(entries));
  const { beside, person, who, ...ofThings } = plain;
  const state = listOf(...Object.values(ofThings), everywhere);
  const core = listOf(...Object.values(ofThings), person, who, everywhere);
  const all = listOf(...Object.values(plain), everywhere, besideEverywhere);
  const act = listOf(plain.act);
  const gone = listOf(plain.act, plain.state);
  const isOwnTicket = anyOf(ownTicket);
  const without = takenOut([...polite, ...greetings]);
  const joined = (words: string): string => (unspaced ? words.replace(/\s+/g, "") : words);
  // "Can't be opened" without a subject may be what the desk itself met with; where words stand
  // without blanks, subjects are often left out.
  const subject = unspaced ? listOf(plain.thing, plain.when, everywhere) : undefined;
  const isPlain = (clause: string): boolean =>
    act.standsIn(clause) ? core.covers(clause) : state.covers(clause) && (subject?.standsIn(clause) ?? true);
  return {
    hears: (clause) => gone.standsIn(joined(clause)),
    read: (named) => {
      const words = wordsOf(named);
      const isAboutTicket = isOwnTicket(words);
      const clauses = once(() => clausesOf(named, joints).map((clause) => joined(without(clause))));
      return {
        knows: () => isAboutTicket || clauses().every(all.covers),
        doubts: () => !isAboutTicket && doubts.test(without(words)),
        tells: () => {
          if (isAboutTicket) return undefined;
          const telling = clauses().filter(gone.standsIn);
          if (telling.length === 0) return undefined;
          if (!telling.every(isPlain)) return "heard";
          return clauses().every(all.covers) ? "understood" : "partly";
        },
      };
    },
  };
};
