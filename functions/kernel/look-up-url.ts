import { nameSystemOf } from "./beside-dns.ts";
import { domainOf } from "./domain.ts";
import { pattern } from "./pattern.ts";
import { hasKnownTld, readTargetUrl } from "./target-url.ts";

export type UrlVerdict = { readonly allow: boolean; readonly reason: string };

/**
 * Whether a lookup may connect to this URL, as far as known without DNS: only https on port 443 at a name below a
 * known top-level domain. The sockets check the resolved address again, so that rebinding does not pass.
 */
export const checkUrl = (url: string): UrlVerdict => {
  const no = (reason: string): UrlVerdict => ({ allow: false, reason });
  if (!/^https:\/\/[^/\\]/i.test(url)) return no("Only https URLs in full are looked up.");
  if (/[\s\\]/.test(url) || /%(0[0-9a-f]|1[0-9a-f]|7f)/i.test(url))
    return no("The URL holds spaces, backslashes or control characters.");
  if (!/^[\x21-\x7e]+$/.test(url)) return no("The URL is not plain ASCII.");
  if (url.length > 2048) return no("The URL is longer than any registry's.");
  const read = readTargetUrl(url, { allowReserved: false });
  if (!read.ok) return no(read.error.reason);
  const { host } = read.value;
  const parsed = new URL(read.value.url);
  if (parsed.port !== "") return no("Registries answer on port 443 alone.");
  if (parsed.hash !== "") return no("A look-up's URL has no fragment.");
  // A bare address may be the reported host's, and no registry answers at one.
  if (host.kind !== "name") return no("Registries answer at names, not at bare addresses.");
  if (nameSystemOf(host.text)) return no("The name is none of DNS.");
  if (!hasKnownTld(host.text)) return no("The host's top-level domain does not exist.");
  // Services such as nip.io answer with whatever address the name spells out.
  if (/(^|[.-])\d{1,3}([.-]\d{1,3}){3}([.-]|$)/.test(host.text) || loopbackNames.test(host.text))
    return no("The host's name spells out an address of its own choosing.");
  return { allow: true, reason: "https, port 443, public name; its addresses are checked when connecting" };
};

/**
 * Whether a server is in the reported host's domain. An answer may lead a lookup anywhere, and the reported may run
 * a registrar: a question there would warn them, and a request would fetch what was reported.
 */
export const isOfReported = (server: string, reported: string): boolean =>
  domainOf(server.toLowerCase().replace(/^\[|\]$|\.$/g, "")) === domainOf(reported);

export const ofReported = "The server is in the reported host's own domain.";
export const atReported = "The server stands at an address of the reported host.";

/** Public names that resolve to loopback or any address asked for, and clouds' metadata names. */
const loopbackNames = pattern(
  "",
  "(^|\\.)",
  [
    "nip\\.io",
    "sslip\\.io",
    "xip\\.io",
    "localtest\\.me",
    "lvh\\.me",
    "vcap\\.me",
    "lacolhost\\.com",
    "1u\\.ms",
    "rbndr\\.us",
    "localh\\.st",
    "oastify\\.com",
    "burpcollaborator\\.net",
    "interact\\.sh",
    "metadata\\.goog",
  ],
  "$",
);
