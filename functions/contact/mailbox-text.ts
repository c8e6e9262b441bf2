import { readMailbox } from "../kernel/mailbox.ts";
import { pattern } from "../kernel/pattern.ts";
import { isNeverContact } from "./desks.ts";

/** `abuse at host dot example`, alone in its text. */
const spelledOut = pattern(
  "i",
  "^\\s*((?:[a-z0-9-]{0,30}[._-])?abuse(?:[._-][a-z0-9-]{0,30})?) at ",
  "([a-z0-9-]{1,63}(?:(?:\\.| dot )[a-z0-9-]{1,63}){1,5})\\s*$",
);

/**
 * `abuse [at] host [dot] example` → `abuse@host.example`. Bare words count only as the whole text and with an
 * abuse desk's name: "report abuse at host.example" is a sentence about a web site. Positions of `mailboxesIn` hold
 * in this text.
 */
export const spelled = (text: string): string =>
  text
    .replace(spelledOut, (_, local: string, domain: string) => `${local}@${domain.replace(/ dot /gi, ".")}`)
    .replace(/[ \t]?[[({<](?:at|ät|@)[\])}>][ \t]?/gi, "@")
    .replace(/[ \t]?[[({](?:dot|punkt|\.)[\])}][ \t]?/gi, ".")
    .replace(/(@[a-z0-9-]{1,63}) dot (?=[a-z])/gi, "$1.");

export type MailboxInText = { readonly email: string; readonly index: number; readonly end: number };

/**
 * The mailboxes in one line of a registry's text, in order, each checked by `readMailbox`. A token that is only
 * partly an address is left out: half an address is somebody else's. Linear in the text.
 */
export const mailboxesIn = (line: string): readonly MailboxInText[] => {
  if (line.length > 2000 || /[\u0000-\u0008\u000a-\u001f\u0085\u2028\u2029]/.test(line)) return [];
  const text = spelled(line);
  // Quotes, brackets or a comment before an @ are part of that address, not one of their own.
  if (/["<>()[\]|\\/]@/.test(text)) return [];
  const found: MailboxInText[] = [];
  for (const token of text.matchAll(/[^\s,;<>()[\]"|/\\]+/g)) {
    const word = token[0]
      // RFC 6068 §2: what follows the question mark is the mail's header, not the mailbox.
      .replace(/^mailto:([^?]*)(\?.*)?$/i, "$1")
      .replace(/^[a-z_-]{1,30}:(?=[^@:]+@)/i, "")
      .replace(/^[*'`:=-]+|[*'`:.!?=-]+$/g, "");
    if (!word.includes("@")) continue;
    const read = readMailbox(word);
    if (read.ok && !isNeverContact(read.value))
      found.push({ email: read.value, index: token.index, end: token.index + token[0].length });
  }
  return found;
};
