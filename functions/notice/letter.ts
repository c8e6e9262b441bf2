import type { Case } from "../case/case.ts";
import { letterCharacters } from "../case/letter.ts";
import { defangWords } from "../kernel/defang.ts";
import { isSameMailbox, withPlainMailboxes } from "../kernel/mailbox.ts";
import { wrap } from "./plain-text.ts";

/** Controls but the line break, marks that turn the reading order, and what nobody sees. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** So long, it is no word but a picture or a file in letters. */
const longRun = /[!-~]{161}/;
const mailboxes = /[^\s<>()[\],;:"'@]+@[^\s<>()[\],;:"'@]+/gu;

/** What is wrong with a letter's words, in a sentence. Addresses of pages may stand: they are defanged. */
export const letterIsWrong = (text: string, to: string): string | undefined => {
  if (text.trim() === "") return "Write what the desk is to read.";
  if (text.length > letterCharacters) return `Keep it to ${letterCharacters} characters; it has ${text.length}.`;
  const hidden = unseen.exec(text)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  if (hidden !== undefined)
    return `It has a control character or a mark that nobody sees (U+${hidden}); type those words anew.`;
  if (longRun.test(text) || /\b(?:data|cid):[a-z]/i.test(text))
    return "It holds something long without a space, as a picture or a file in letters would be: never send content.";
  const other = (withPlainMailboxes(text).match(mailboxes) ?? []).find(
    (found) => !isSameMailbox(found.replace(/[.!?]+$/, ""), to),
  );
  return other === undefined ? undefined : `It names a mailbox, ${other}: take it out, the desk answers to this case.`;
};

/** Lines of a mail's width, with nothing that becomes a link. */
export const letterBody = (text: string, { target }: Case): string =>
  wrap(
    text
      .trim()
      .split("\n")
      .map((line) => defangWords(line.trimEnd(), [target.host]))
      .join("\n")
      .replace(/\n{3,}/g, "\n\n"),
    { hangs: false },
  );
