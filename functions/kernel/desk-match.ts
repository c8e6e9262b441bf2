import { isSameMailbox, mailDomainOf } from "./mailbox.ts";
import { type AddressRange, readRange, unwrappedRange } from "./range.ts";

/**
 * An operator's line: one mailbox, every mailbox at a mail domain and below (`@provider.example`), or whoever
 * answers for hosts in a range (`192.0.2.0/24`), of a system (`AS64500`), or at a name and below (`pages.example`).
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

export const readDeskMatches = (lines: readonly string[]): readonly DeskMatch[] =>
  lines.flatMap(written).map(readDeskMatch);

/** A range that wraps IPv4 becomes IPv4. Anything else is a host's name, where `#` stands for a number. */
export const readDeskMatch = (written: string): DeskMatch => {
  const line = written.trim();
  if (line.startsWith("@")) return { kind: "mail-domain", domain: line.slice(1).toLowerCase() };
  if (line.includes("@")) return { kind: "mailbox", email: line.toLowerCase() };
  if (/^AS\d{1,10}$/i.test(line)) return { kind: "system", asn: `AS${Number(line.slice(2))}` };
  const read = /^[0-9a-f:.]+(\/\d+)?$/i.test(line) ? readRange(line) : undefined;
  const range = read && unwrappedRange(read);
  return range ? { kind: "range", range } : { kind: "name", name: line.toLowerCase() };
};

const isBelow = (name: string, of: string): boolean => name === of || name.endsWith(`.${of}`);

/** The part that a pattern matches: `bad.byethost7.com` by `byethost#.com` → `byethost7.com`. */
export const nameWithin = (host: string, pattern: string): string | undefined => {
  if (!pattern.includes("#")) return isBelow(host, pattern) ? pattern : undefined;
  return new RegExp(`(?:^|\\.)(${pattern.replaceAll(".", "\\.").replaceAll("#", "\\d{1,5}")})$`).exec(host)?.[1];
};

export const namesMailbox = (match: DeskMatch, email: string): boolean =>
  (match.kind === "mailbox" && isSameMailbox(match.email, email)) ||
  (match.kind === "mail-domain" && isBelow(mailDomainOf(email), match.domain));
