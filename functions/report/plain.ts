import { readAddress } from "../kernel/address.ts";
import { refang } from "../kernel/defang.ts";

/** The scheme and host, which is what people defang. */
const head = /^(?:[a-z][a-z0-9+.-]*(?:\[:\/\/\]|(?:\[:\]|:)\/\/))?[^/?#]*/i;
const isDefanged = /^(?:hxx|fxp)|\[[.:]\]|[[({](?:dot|\.)[\])}]/i;

/**
 * A URL, host or address as it is, of one that a person may have defanged, in whichever of the usual
 * ways: `hxxps[:]//evil[.]example/x` → `https://evil.example/x`. One that is not defanged comes back
 * as it was written.
 */
export const plain = (written: string): string => {
  const text = written.trim();
  const [begin = ""] = head.exec(text) ?? [];
  if (!isDefanged.test(begin)) return text;
  const usual = begin
    .replace(/\[:\/\/\]/, "://")
    .replace(/\[:\](?=\/\/)/, ":")
    .replace(/[[({](?:dot|\.)[\])}]/gi, "[.]");
  return refang(`${usual}${text.slice(begin.length)}`);
};

/** The same of what may be a mailbox as well: `abuse[at]network[.]example` → `abuse@network.example`. */
export const plainName = (written: string): string => plain(written.replace(/[[({](?:at|@)[\])}]/i, "@"));

/**
 * A scheme makes it an address of a page, or of something that is no host's; the colons of an IPv6
 * address do not.
 */
export const targetOf = (asked: string): { readonly url: string } | { readonly host: string } =>
  /^[a-z][a-z0-9+.-]*:(?!\d+$)/i.test(asked) && readAddress(asked) === undefined ? { url: asked } : { host: asked };
