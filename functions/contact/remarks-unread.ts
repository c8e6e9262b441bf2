import { pattern } from "../kernel/pattern.ts";
import { isConditional } from "./remark-conditions.ts";
import { sentencesIn } from "./remark-sentences.ts";
import { wordsFor } from "./remark-words.ts";

/*
 * Whether a desk reads no mail, by sentence: "complaints sent to any other contact will be ignored" says that
 * this desk does read it, and a form beside it is a choice.
 */

/** What happens to mail, or that none is wanted. */
const unreadMail = pattern("i", wordsFor("mailUnread"));
const formOnly = pattern("i", wordsFor("formOnly"));

/** Mail that comes in other ways than by the form is all mail. */
const thanByForm = pattern("gi", wordsFor("thanByForm"));
/** `…, please use the form if you want to report abuse`: the condition is the form's. */
const formInstead = pattern("i", "[,:–-] ?", wordsFor("formInstead"), "\\b.*$");
const otherMatters = pattern("i", "\\b", wordsFor("otherMatters"), "\\b");

const isUnread = (sentence: string): boolean => {
  const form = formOnly.exec(sentence);
  if (form && !otherMatters.test(sentence.slice(0, form.index))) return true;
  const stated = sentence.replace(formInstead, "").replace(thanByForm, "");
  return unreadMail.test(stated) && !isConditional(stated);
};

/** True for words about unread mail, under whatever condition: a page named after them is a form. */
export const mentionsUnread = (words: string): boolean => unreadMail.test(words) || formOnly.test(words);

/** True if the desk reads no mail. With `sendsTo`, words on a named mailbox hold for no other. Pure. */
export const saysUnread = (lines: readonly string[], sendsTo: readonly string[]): boolean =>
  sentencesIn(lines, [unreadMail, formOnly]).some(
    (sentence) => !(sendsTo.length > 0 && sentence.includes("@")) && isUnread(sentence),
  );
