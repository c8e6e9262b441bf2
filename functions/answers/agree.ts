import type { ReplyClass } from "../case/reply-class.ts";
import type { Guess } from "./reader.ts";
import type { ReplyReading } from "./reply-reading.ts";

type RulesReading = Pick<
  ReplyReading,
  "replyClass" | "rule" | "mayBeRemoved" | "isWhollyKnown" | "tellsRemoval" | "isContradicted"
>;

/** What a reply is taken for, and by which rule. */
export type Agreed = { readonly replyClass: ReplyClass; readonly rule: string };

/**
 * How sure the second reader must be. Each is where letters that the model had not seen put it
 * (`npm run replies:score`).
 */
const needs = {
  /** A removal may close a case: of 835 claims by both readers one was wrong. */
  removed: 0.97,
  /** Where the rules heard a removal plainly told as well, but did not understand all that stands around it. */
  toldRemoved: 0.94,
  /** To take a class of which no person hears, where the rules read such a one too, or know no words. */
  silence: 0.6,
  /** The same against the rules, where they heard a question or that nothing was found. */
  silenceAgainst: 0.8,
  /** To believe it that something is a person's, and what. */
  answer: 0.3,
} as const;

/** The case goes on, and nobody is told of the mail. */
const silent: readonly ReplyClass[] = ["auto-reply", "acknowledgement", "passed-on"];
/** How sure the second reader must be where both read the same. */
const neededFor = (both: ReplyClass): number => {
  if (both === "removed") return needs.toldRemoved;
  return silent.includes(both) ? needs.silence : 0;
};
/** Heard by either reader, these are never silent. */
const neverSilent: readonly ReplyClass[] = ["use-our-form", "refused", "not-ours"];

const bothSay = (
  { replyClass, rule, mayBeRemoved, isWhollyKnown, tellsRemoval }: RulesReading,
  guess: Guess | undefined,
): Agreed => {
  const rules = { replyClass, rule };
  if (guess === undefined || (replyClass === "removed" && isWhollyKnown)) return rules;
  const second = { replyClass: guess.replyClass, rule: `second reader (${guess.confidence})` };
  const persons = { replyClass: "unclear" as const, rule: `${rule}; the second reader: ${guess.replyClass}` };
  if (guess.replyClass === replyClass) return guess.confidence >= neededFor(replyClass) ? rules : persons;
  if (guess.replyClass === "removed") {
    const isSure = guess.confidence >= (tellsRemoval ? needs.toldRemoved : needs.removed);
    return isSure && mayBeRemoved ? second : persons;
  }
  if (replyClass === "removed") return persons;
  if (silent.includes(guess.replyClass)) {
    if (neverSilent.includes(replyClass)) return rules;
    const isAgainst = replyClass !== "unclear" && !silent.includes(replyClass);
    const isSure = guess.confidence >= (isAgainst ? needs.silenceAgainst : needs.silence);
    return isSure ? second : persons;
  }
  if (guess.confidence >= needs.answer) return second;
  return silent.includes(replyClass) ? persons : rules;
};

/**
 * What the rules' reading and a second reader's come to; the rules' where the other does not say.
 * Where both agree, that is it; but a removal, and that nobody hears of it, take a second reader who
 * is rather sure. Where they differ:
 *
 * | the rules | the second reader | it is |
 * | --- | --- | --- |
 * | contradicted by words that were set aside | removed, or a class that tells nobody | a person's |
 * | heard a removal and nothing against it, or no answer at all | removed, surer than the proven threshold | removed |
 * | heard a removal that is plainly told, and none to come | removed, rather sure | removed |
 * | removed, and nothing else stands in the mail | anything | removed |
 * | removed | anything else | a person's |
 * | a form, a refusal, not theirs | a class that tells nobody | the rules' |
 * | a question, not found | a class that tells nobody, quite sure | the second reader's |
 * | unclear | a class that tells nobody, rather sure | the second reader's |
 * | a class that tells nobody | another such, rather sure | the second reader's |
 * | anything else | a person's class, not quite unsure | the second reader's |
 *
 * All else is a person's, with both readings shown. Pure.
 */
export const agree = (rules: RulesReading, guess: Guess | undefined): Agreed => {
  const both = bothSay(rules, guess);
  const isHeard = both.replyClass !== "removed" && !silent.includes(both.replyClass);
  return isHeard || !rules.isContradicted ? both : { replyClass: "unclear", rule: rules.rule };
};
