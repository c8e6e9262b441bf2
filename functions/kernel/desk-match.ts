import { isSameMailbox, mailDomainOf } from "./mailbox.ts";
import { type AddressRange, readRange, unwrappedRange } from "./range.ts";

/**
 * Whom an operator's line means: one mailbox; every mailbox at a mail domain and below it
 * (`@provider.example`); or whoever answers for hosts: in a range (`192.0.2.0/24`), announced by a
 * system (`AS64500`), or at a name and below it (`pages.example`).
 */
export type DeskMatch =
  | { readonly kind: "mailbox"; readonly email: string }
  | { readonly kind: "mail-domain"; readonly domain: string }
  | { readonly kind: "range"; readonly range: AddressRange }
  | { readonly kind: "system"; readonly asn: string }
  | { readonly kind: "name"; readonly name: string };

/** `ucoz.{com,ru}` → `ucoz.com`, `ucoz.ru`. */
const written = (line: string): readonly string[] => {
  const [, before = "", choices = "", after = ""] = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/.exec(line) ?? [];
  return choices === "" ? [line] : choices.split(",").map((choice) => `${before}${choice.trim()}${after}`);
};

/** Reads all lines of an entry. */
export const readDeskMatches = (lines: readonly string[]): readonly DeskMatch[] =>
  lines.flatMap(written).map(readDeskMatch);

/**
 * Reads a line as the settings write it; a range that wraps IPv4 is that of IPv4. What is none of
 * the other forms is a host's name, in which `#` stands for a number.
 */
export const readDeskMatch = (written: string): DeskMatch => {
  const line = written.trim();
  if (line.startsWith("@")) return { kind: "mail-domain", domain: line.slice(1).toLowerCase() };
  if (line.includes("@")) return { kind: "mailbox", email: line.toLowerCase() };
  if (/^AS\d{1,10}$/i.test(line)) return { kind: "system", asn: `AS${Number(line.slice(2))}` };
  const read = /^[0-9a-f:.]+(\/\d+)?$/i.test(line) ? readRange(line) : undefined;
  const range = read && unwrappedRange(read);
  return range ? { kind: "range", range } : { kind: "name", name: line.toLowerCase() };
};

/** The name itself, or one below it. */
const isBelow = (name: string, of: string): boolean => name === of || name.endsWith(`.${of}`);

/**
 * The part of a host's name that a pattern means: `bad.byethost7.com` by `byethost#.com` →
 * `byethost7.com`. None where the host is not there or below.
 */
export const nameWithin = (host: string, pattern: string): string | undefined => {
  if (!pattern.includes("#")) return isBelow(host, pattern) ? pattern : undefined;
  return new RegExp(`(?:^|\\.)(${pattern.replaceAll(".", "\\.").replaceAll("#", "\\d{1,5}")})$`).exec(host)?.[1];
};

/** The line names this mailbox, or the domain that it is at. */
export const namesMailbox = (match: DeskMatch, email: string): boolean =>
  (match.kind === "mailbox" && isSameMailbox(match.email, email)) ||
  (match.kind === "mail-domain" && isBelow(mailDomainOf(email), match.domain));
