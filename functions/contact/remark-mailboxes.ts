import { pattern } from "../kernel/pattern.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { wordsFor } from "./remark-words.ts";

/** `…, use abuse@lir.example`, `… but to abuse@lir.example`: the opposite of forbidden. */
const sendsTo = pattern("i", "\\b", wordsFor("sendsTo"), "\\b");
const negated = pattern("i", wordsFor("sendsNotTo"));
/** `abuse@lir.example is for abuse, …`, `… an abuse@lir.example senden`. */
const isMeant = pattern("i", "^[\\s>)\"']*", wordsFor("isMeant"));

/** `Please report abuse to abuse@lir.example`: in a sentence that forbids nothing. */
const reportsTo = pattern("i", "\\b", wordsFor("reportsTo"), "\\b.{0,40}[\\s:]$");
const refuses = pattern("i", wordsFor("refuses"));

type Named = { readonly email: string; readonly isSentTo: boolean };

/** The mailboxes of a sentence, in lower case, and whether it sends abuse to them. */
export const namedIn = (sentence: string, forbidding: boolean): readonly Named[] => {
  const named = mailboxesIn(sentence);
  return named.map(({ email, index, end }, position) => {
    const before = sentence.slice(named[position - 1]?.end ?? 0, index);
    const after = sentence.slice(end, named[position + 1]?.index);
    const isInstead =
      (sendsTo.test(before) && !negated.test(before)) ||
      (isMeant.test(after) && named.length > 1 && !negated.test(before));
    return {
      email: email.toLowerCase(),
      isSentTo: isInstead || (!forbidding && reportsTo.test(before) && !refuses.test(before)),
    };
  });
};
