import { readAddress } from "../kernel/address.ts";
import { refang } from "../kernel/defang.ts";

/** Scheme and host, which people defang. */
const head = /^(?:[a-z][a-z0-9+.-]*(?:\[:\/\/\]|(?:\[:\]|:)\/\/))?[^/?#]*/i;
const bracketed = (words: string): RegExp =>
  new RegExp(String.raw`\s{0,2}[[({]\s{0,2}(?:${words})\s{0,2}[\])}]\s{0,2}`, "gi");
const bracketedDot = bracketed(String.raw`dot|\.`);
const bracketedAt = bracketed("at|@");
const isDefanged = new RegExp(String.raw`^(?:hxx|fxp)|\[:(?://)?\]|${bracketedDot.source}`, "i");

/** Around an address in a mail or a sentence: `<https://…>`, `<URL:https://…>` (RFC 3986 appendix C). */
const withoutBrackets = (text: string): string =>
  /^<(?:URL:)?\s*([^<>]*)>$/i.exec(text)?.[1]?.trim() ?? /^"([^"]*)"$/.exec(text)?.[1]?.trim() ?? text;

/**
 * The plain form of a URL, host or address that may be defanged: `hxxps[:]//evil[.]example/x` →
 * `https://evil.example/x`, `evil (dot) example` → `evil.example`. Others come back as written, without what
 * stands around them: `<https://…>`. Whatever people report, look up or search for is read by it.
 */
export const plain = (written: string): string => {
  const text = withoutBrackets(written.trim());
  const [begin = ""] = head.exec(text) ?? [];
  if (!isDefanged.test(begin)) return text;
  const usual = begin
    .replace(/\[:\/\/\]/, "://")
    .replace(/\[:\](?=\/\/)/, ":")
    .replace(bracketedDot, "[.]");
  return refang(`${usual}${text.slice(begin.length)}`);
};

/** Also for mailboxes: `abuse[at]network[.]example` → `abuse@network.example`. */
export const plainName = (written: string): string => plain(written.replace(bracketedAt, "@"));

/** A scheme makes it a URL, of a host or not; the colons of an IPv6 address do not. */
export const targetOf = (asked: string): { readonly url: string } | { readonly host: string } =>
  /^[a-z][a-z0-9+.-]*:(?!\d+$)/i.test(asked) && readAddress(asked) === undefined ? { url: asked } : { host: asked };
