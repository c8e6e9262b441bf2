import { pattern } from "../kernel/pattern.ts";
import { isConditional } from "./remark-conditions.ts";
import { namedIn } from "./remark-mailboxes.ts";
import { sentencesIn } from "./remark-sentences.ts";
import { type RemarkUse, wordsFor } from "./remark-words.ts";

/*
 * What makes a mailbox no contact at all: "complaints will be IGNORED", "not for abuse", "this mailbox is not
 * monitored", in the languages of registries' remarks. A condition is no ban: "reports without evidence will be
 * ignored" says how to write to a right desk, "mail to other addresses is not processed" that it is the right
 * one.
 */

const patternsFor = (use: RemarkUse): readonly RegExp[] => wordsFor(use).map((word) => pattern("i", word));

/** The use itself is forbidden, whatever becomes of the mail. */
const forbids = patternsFor("forbids");

/** What becomes of what is sent there. */
const leavesUnread = patternsFor("leavesUnread");

/** Said of mail to a desk, not of a route, a record or another kind of request. */
const aboutReports = pattern("i", ["@", ...wordsFor("aboutReports")]);

const isOne = (patterns: readonly RegExp[], text: string): boolean => patterns.some((words) => words.test(text));

const isForbidding = (sentence: string): boolean =>
  (isOne(forbids, sentence) || (isOne(leavesUnread, sentence) && aboutReports.test(sentence))) &&
  !isConditional(sentence);

/** Of one text no more is read: nobody has more desks. */
const sentencesAtMost = 20;

/** What a text forbids. Mailboxes in lower case. */
export type Forbidding = {
  /** Mailboxes that abuse must not be sent to. */
  readonly forbidden: readonly string[];
  /** It names none: then those that it stands beside, but for those that it sends abuse to. */
  readonly forbidsOwn: boolean;
  readonly sendsTo: readonly string[];
};

/** What makes mailboxes no contact at all. `lines`: each of bounded length. Pure. */
export const readForbidding = (lines: readonly string[]): Forbidding => {
  const sentences = sentencesIn(lines, [...forbids, ...leavesUnread]);
  const forbidding = sentences.filter(isForbidding).slice(0, sentencesAtMost);
  const named = [...forbidding.flatMap((sentence) => namedIn(sentence, true))];
  const elsewhere =
    forbidding.length === 0
      ? []
      : sentences
          .filter((sentence) => sentence.includes("@") && !forbidding.includes(sentence))
          .slice(0, sentencesAtMost);
  return {
    forbidden: named.filter(({ isSentTo }) => !isSentTo).map(({ email }) => email),
    forbidsOwn: forbidding.some((sentence) => !sentence.includes("@")),
    sendsTo: [...named, ...elsewhere.flatMap((sentence) => namedIn(sentence, false))]
      .filter(({ isSentTo }) => isSentTo)
      .map(({ email }) => email),
  };
};
