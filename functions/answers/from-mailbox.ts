import type { MailParts } from "./walk-mail.ts";

/** RFC 5322 §2.1.1: no line is longer. */
const charactersAtMost = 998;

/** RFC 5322 §3.2.3. */
const atext = "A-Za-z0-9!#$%&'*+/=?^_`{|}~-";
/** RFC 5322 §3.4.1, of which a dot-atom at a host name is all that desks write; lengths by RFC 5321 §4.5.3.1. */
const addrSpec = new RegExp(
  [
    "^(?=.{1,64}@)",
    `[${atext}]+(?:\\.[${atext}]+)*`,
    "@(?=.{1,253}$)",
    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}$",
  ].join(""),
  "i",
);
/**
 * RFC 5322 §3.2.5: atoms (an encoded word is one, RFC 2047 §5), dots as in §4.1, 8-bit letters (RFC 6532), quoted
 * strings without escapes. None holds an @, so only one mailbox can be found.
 */
const phrase = new RegExp(`^(?:[.\\x80-\\xff \\t${atext}]|"[^"\\\\@\\x00-\\x08\\x0a-\\x1f\\x7f]*")*$`);

/**
 * The mailbox in From, in lower case, where every mail reader has to find the same one: a single header, `addr` or
 * `phrase <addr>` (RFC 5322 §3.4), in a complete head. Nothing is decoded: an encoded word is never part of the
 * address (RFC 2047 §5). All else that the RFC allows (comments, groups, routes, several mailboxes, quoted local
 * parts) is `undefined`: whose domain SES judged is not certain.
 */
export const fromMailbox = ({
  headers,
  isHeadWhole,
}: Pick<MailParts, "headers" | "isHeadWhole">): string | undefined => {
  const [value, ...others] = headers.get("from") ?? [];
  if (!isHeadWhole || value === undefined || others.length > 0 || value.length > charactersAtMost) return undefined;
  const [, name = "", inAngles] = /^([^<>]*)<([^<>]*)>$/.exec(value.trim()) ?? [];
  const address = inAngles ?? value.trim();
  return phrase.test(name) && addrSpec.test(address) ? address.toLowerCase() : undefined;
};
