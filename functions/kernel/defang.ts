import { readAddress } from "./address.ts";

/**
 * Writes a URL or host so that no program makes a link of it and `refang` can read it back:
 * `https://bad.example/a.b` → `hxxps://bad[.]example/a.b`. So are URLs and `www.` names inside the path or query.
 * Other dots after the host stay. Takes canonical URLs (scheme in lower case). Form:
 * draft-grimminck-safe-ioc-sharing, with `hxxp` because every desk knows it.
 */
export const defangUrl = (url: string): string => {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\]*)(.*)$/is.exec(url);
  if (!parts) return defangHost(url);
  const [, scheme = "", authority = "", rest = ""] = parts;
  return `${scheme.replace(/^http/i, "hxxp").replace(/^ftp/i, "fxp")}://${defangHost(authority)}${defangRest(rest)}`;
};

/**
 * `bad.example` → `bad[.]example`, `2001:db8::1` → `2001[:]db8[:][:]1`, in a URL's brackets, too. A port keeps its
 * colon.
 */
export const defangHost = (host: string): string => {
  const literal = /^\[([0-9a-f:.]+)\](:\d+)?$/i.exec(host);
  if (literal) return `[${defangHost(literal[1] ?? "")}]${literal[2] ?? ""}`;
  if (/^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(host)) return host.replace(/:/g, "[:]").replace(/\./g, "[.]");
  return host.replace(/\./g, "[.]");
};

/** The inverse of `defangUrl` and `defangHost`. */
export const refang = (text: string): string => {
  const parts = /^([a-z][a-z0-9+.-]*)(:\/\/)([^/?#\\]*)(.*)$/is.exec(text);
  if (!parts) return plainHost(text);
  const [, scheme = "", colon = "", authority = "", rest = ""] = parts;
  const plainScheme = scheme.replace(/^hxxp/i, "http").replace(/^fxp/i, "ftp");
  return `${plainScheme}${colon}${plainHost(authority)}${refangRest(rest)}`;
};

/** Reads back what `defangText` wrote, and what the writer had defanged. */
export const refangText = (text: string): string =>
  text
    .replace(/\bhxx(ps?:\/\/)/gi, "htt$1")
    .replace(/\bfxp(?=s?:\/\/)/gi, "ftp")
    .replace(/\[([.:])\]/g, "$1");

/**
 * Defangs every URL, `www.` name and the given hosts in free text. What is defanged already stays as it is, and
 * can't be told apart when read back.
 */
export const defangText = (text: string, hosts: readonly string[] = []): string => {
  const links = text
    .replace(/\b[a-z][a-z0-9+.-]{1,20}(?=:\/\/)/gi, (scheme) =>
      scheme.replace(/^http/i, "hxxp").replace(/^ftp/i, "fxp"),
    )
    .replace(/(?<=:\/\/)[^\s/?#\\<>"']+/g, stillInClear)
    .replace(/\bwww\.(?=\S)/gi, (www) => `${www.slice(0, 3)}[.]`);
  return defangHosts(links, hosts);
};

/** Defangs each of these hosts (ASCII, as in DNS) in any case, also within another name. */
export const defangHosts = (text: string, hosts: readonly string[]): string => {
  const lower = text.toLowerCase();
  return (
    hosts
      // Searched first: a digest has up to a thousand hosts, and few texts name one.
      .filter((host) => /[.:]/.test(host) && lower.includes(host.toLowerCase()))
      .reduce(
        (written, host) =>
          written.replace(new RegExp(host.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi"), (found) => defangHost(found)),
        text,
      )
  );
};

/** `defangHost` for an authority that may be defanged already, wholly or partly. */
const stillInClear = (authority: string): string =>
  /\[[.:]\]/.test(authority)
    ? authority.replace(/\[[.:]\]|\./g, (found) => (found === "." ? "[.]" : found))
    : defangHost(authority);

/** Full stops, what names take for one (RFC 3490 §3.1), and what looks like one. */
const dots = "[.\\u3002\\uff0e\\uff61\\u2024\\ufe52]";
/** Anything that ends no host in a URL. Browsers and whatever makes links take emoji, a geresh or a katakana dot. */
const inLabel = "[^\\s\\p{Cc}/\\\\?#@:<>[\\].\\u3002\\uff0e\\uff61\\u2024\\ufe52]";
export const dotted = new RegExp(`(?<!${inLabel})${inLabel}+(?:${dots}${inLabel}+)+`, "gu");
export const anyDot = new RegExp(dots, "gu");

/**
 * Has a label that may be a top-level domain (two letters at least), or an IPv4 address. Not "e.g.", "2.5" or
 * dates.
 */
export const mayBeName = (token: string): boolean => {
  const [, ...labels] = token.split(anyDot);
  return (
    labels.some((label) => (label.match(/\p{L}/gu)?.length ?? 0) >= 2) ||
    /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/.test(token.replace(anyDot, "."))
  );
};

/** What may be an IPv6 address, with what stands around it in a sentence. */
const colons = /(?<![\p{L}\p{N}:.])[0-9a-f:.]{2,60}(?![\p{L}\p{N}])/giu;
const withoutIpv6 = (text: string): string =>
  text.replace(colons, (token) => {
    // No program makes a link of signs alone.
    if (!/[0-9a-f]/i.test(token)) return token;
    const [ends = ""] = /[.:]*$/.exec(token) ?? [];
    const address = [0, 1, 2]
      .map((left) => token.slice(0, token.length - ends.length + left))
      .find((part) => readAddress(part)?.version === 6);
    return address === undefined ? token : `${defangHost(address)}${token.slice(address.length)}`;
  });

/**
 * After the scheme of an address that opens an app: `tg://join?invite=…`, `magnet:?xt=…`. Web schemes are hxxp by
 * then.
 */
const opensApp = /(?<!\b(?:hxxps?|fxps?)):(?=\/\/|\?)/gi;

/**
 * Strangers' words for a mail: `defangText`, and every name with a dot, in any script, every IPv6 address and every
 * address that opens an app. A mail program may link it, which betrays a place or leads where a stranger wants.
 * What is defanged already stays. Time: linear in the text.
 */
export const defangWords = (text: string, hosts: readonly string[] = []): string =>
  // An address may stand behind a name's last full stop, and is seen once that is defanged.
  withoutIpv6(
    withoutIpv6(defangText(text, hosts).replace(opensApp, "[:]")).replace(dotted, (token) =>
      mayBeName(token) ? token.replace(anyDot, "[.]") : token,
    ),
  );

const plainHost = (host: string) => host.replace(/\[\.\]/g, ".").replace(/\[:\]/g, ":");

// What looks defanged gets one more x or bracket, so that reading back gives exactly what was there.
const defangRest = (rest: string) =>
  rest
    .replace(
      /(h)(tt|xx+)(p)(?=s?:\/\/)/gi,
      (_, h: string, middle: string, p: string) =>
        `${h}${/t/i.test(middle) ? middle.replace(/t/g, "x").replace(/T/g, "X") : `x${middle}`}${p}`,
    )
    .replace(/www(\[*)\./gi, (found, brackets: string) => `${found.slice(0, 3)}[${brackets}.]`);
const refangRest = (rest: string) =>
  rest
    .replace(
      /(h)(xx+)(p)(?=s?:\/\/)/gi,
      (_, h: string, middle: string, p: string) =>
        `${h}${middle.length === 2 ? middle.replace(/x/g, "t").replace(/X/g, "T") : middle.slice(1)}${p}`,
    )
    .replace(/www\[(\[*)\.\]/gi, (found, brackets: string) => `${found.slice(0, 3)}${brackets}.`);
