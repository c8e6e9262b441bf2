import { isSameMailbox, mailDomainOf } from "./mailbox.ts";
import { type AddressRange, readRange, unwrappedRange } from "./range.ts";

/**
 * Whom an operator's line means: one mailbox; every mailbox at a mail domain and below it (`@provider.example`); or whoever
 * answers for hosts: in a range (`192.0.2.0/24`), announced by a system (`AS64500`), or at a name and below it (`pages.example`).
 */
export type DeskMatch =
  | { readonly kind: "mailbox"; readonly email: string }
  | { readonly kind: "mail-domain"; readonly domain: string }
  | { readonly kind: "range"; readonly range: AddressRange }
  | { readonly kind: "system"; readonly asn: string }
  | { readonly kind: "name"; readonly name: string };

/** Reads a line as the settings write it; a range that wraps IPv4 is that of IPv4. What is none of the other forms is a host's name. */
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
export const isBelow = (name: string, of: string): boolean => name === of || name.endsWith(`.${of}`);

/** The line names this mailbox, or the domain that it is at. */
export const namesMailbox = (match: DeskMatch, email: string): boolean =>
  (match.kind === "mailbox" && isSameMailbox(match.email, email)) || (match.kind === "mail-domain" && isBelow(mailDomainOf(email), match.domain));
