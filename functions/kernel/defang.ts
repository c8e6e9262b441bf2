import { readAddress } from "./address.ts";

/**
 * Writes a URL or host so that no mail client, chat or console makes a link of it, and so that it
 * can be read back by `refang`: `https://bad.example/a.b` → `hxxps://bad[.]example/a.b`. A URL or
 * `www.` name inside the path or query is written the same way, since clients link those too; other
 * dots after the host stay. Takes canonical URLs (scheme in lower case). Form:
 * draft-grimminck-safe-ioc-sharing, with `hxxp` because every desk knows it.
 */
export const defangUrl = (url: string): string => {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\]*)(.*)$/is.exec(url);
  if (!parts) return defangHost(url);
  const [, scheme = "", authority = "", rest = ""] = parts;
  return `${scheme.replace(/^http/i, "hxxp").replace(/^ftp/i, "fxp")}://${defangHost(authority)}${defangRest(rest)}`;
};

/**
 * `bad.example` → `bad[.]example`; `2001:db8::1` → `2001[:]db8[:][:]1`, in a URL's brackets as
 * well; a port keeps its colon.
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

/** A text with all that `defangText` wrote in it read back, and what its writer had defanged. */
export const refangText = (text: string): string =>
  text
    .replace(/\bhxx(ps?:\/\/)/gi, "htt$1")
    .replace(/\bfxp(?=s?:\/\/)/gi, "ftp")
    .replace(/\[([.:])\]/g, "$1");

/**
 * Free text with every URL, `www.` name and the given hosts defanged. For people's words around a
 * report. What is defanged already stays as it is, and so it can't be told apart when read back.
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

/**
 * The text with each of these hosts, in ASCII as DNS has them, defanged wherever it stands, in whatever letters, also
 * within another name.
 */
export const defangHosts = (text: string, hosts: readonly string[]): string => {
  const lower = text.toLowerCase();
  return (
    hosts
      // Looked for first: a digest has up to a thousand hosts, and few texts name one.
      .filter((host) => /[.:]/.test(host) && lower.includes(host.toLowerCase()))
      .reduce(
        (written, host) =>
          written.replace(new RegExp(host.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi"), (found) => defangHost(found)),
        text,
      )
  );
};

/** `defangHost` of what people wrote, who may have defanged it, or a part of it. */
const stillInClear = (authority: string): string =>
  /\[[.:]\]/.test(authority)
    ? authority.replace(/\[[.:]\]|\./g, (found) => (found === "." ? "[.]" : found))
    : defangHost(authority);

/** Full stops, and what names take for one (RFC 3490 §3.1) or what looks like one. */
const dots = "[.\\u3002\\uff0e\\uff61\\u2024\\ufe52]";
/**
 * What a label may be made of: anything that ends no host in a URL. A browser takes emoji, a geresh
 * or a katakana dot in it, too, and so do programs that make links.
 */
const inLabel = "[^\\s\\p{Cc}/\\\\?#@:<>[\\].\\u3002\\uff0e\\uff61\\u2024\\ufe52]";
export const dotted = new RegExp(`(?<!${inLabel})${inLabel}+(?:${dots}${inLabel}+)+`, "gu");
export const anyDot = new RegExp(dots, "gu");

/**
 * A label that may be a top-level domain, which has two letters at least, or an IPv4 address:
 * "e.g.", "2.5" and dates are neither.
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
 * What an address goes on with that opens an app: `tg://join?invite=…`, `magnet:?xt=…`. Those of
 * the web are written hxxp by then.
 */
const opensApp = /(?<!\b(?:hxxps?|fxps?)):(?=\/\/|\?)/gi;

/**
 * Words of strangers for a mail: `defangText`, and every name with a dot in it, in whatever script
 * it is written, every IPv6 address and every address that opens an app. Some reader's mail program
 * makes a link of it, and then it betrays a place, or leads where a stranger wants people to go.
 * Words that it wrote stay as they are. Time: in proportion to the text.
 */
export const defangWords = (text: string, hosts: readonly string[] = []): string =>
  // An address may stand behind a name's last full stop, and is seen once that is written otherwise.
  withoutIpv6(
    withoutIpv6(defangText(text, hosts).replace(opensApp, "[:]")).replace(dotted, (token) =>
      mayBeName(token) ? token.replace(anyDot, "[.]") : token,
    ),
  );

const plainHost = (host: string) => host.replace(/\[\.\]/g, ".").replace(/\[:\]/g, ":");

// What already looks defanged gets one more x or bracket, so that reading back gives exactly what
// was there.
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
