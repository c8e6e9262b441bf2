/**
 * Writes a URL or host so that no mail client, chat or console makes a link of it, and so that it can be read back by
 * `refang`: `https://bad.example/a.b` → `hxxps://bad[.]example/a.b`. A URL or `www.` name inside the path or query is written
 * the same way, since clients link those too; other dots after the host stay. Takes canonical URLs (scheme in lower case).
 * Form: draft-grimminck-safe-ioc-sharing, with `hxxp` because every desk knows it.
 */
export const defangUrl = (url: string): string => {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\]*)(.*)$/is.exec(url);
  if (!parts) return defangHost(url);
  const [, scheme = "", authority = "", rest = ""] = parts;
  return `${scheme.replace(/^http/i, "hxxp").replace(/^ftp/i, "fxp")}://${defangHost(authority)}${defangRest(rest)}`;
};

/** `bad.example` → `bad[.]example`; `2001:db8::1` → `2001[:]db8[:][:]1`, in a URL's brackets as well; a port keeps its colon. */
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
  return `${scheme.replace(/^hxxp/i, "http").replace(/^fxp/i, "ftp")}${colon}${plainHost(authority)}${refangRest(rest)}`;
};

/**
 * Free text with every URL, `www.` name and the given hosts defanged. For people's words around a report; not reversible
 * where the text already held defanged words.
 */
export const defangText = (text: string, hosts: readonly string[] = []): string => {
  const links = text
    .replace(
      /\b([a-z][a-z0-9+.-]{1,20}):\/\/([^\s/?#\\<>"']*)/gi,
      (_, scheme: string, authority: string) => `${scheme.replace(/^http/i, "hxxp").replace(/^ftp/i, "fxp")}://${defangHost(authority)}`,
    )
    .replace(/\bwww\.(?=\S)/gi, (www) => `${www.slice(0, 3)}[.]`);
  return hosts
    .filter((host) => /[.:]/.test(host))
    .reduce((written, host) => written.replace(new RegExp(host.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi"), (found) => defangHost(found)), links);
};

const plainHost = (host: string) => host.replace(/\[\.\]/g, ".").replace(/\[:\]/g, ":");

// What already looks defanged gets one more x or bracket, so that reading back gives exactly what was there.
const defangRest = (rest: string) =>
  rest
    .replace(
      /(h)(tt|xx+)(p)(?=s?:\/\/)/gi,
      (_, h: string, middle: string, p: string) => `${h}${/t/i.test(middle) ? middle.replace(/t/g, "x").replace(/T/g, "X") : `x${middle}`}${p}`,
    )
    .replace(/www(\[*)\./gi, (found, brackets: string) => `${found.slice(0, 3)}[${brackets}.]`);
const refangRest = (rest: string) =>
  rest
    .replace(
      /(h)(xx+)(p)(?=s?:\/\/)/gi,
      (_, h: string, middle: string, p: string) => `${h}${middle.length === 2 ? middle.replace(/x/g, "t").replace(/X/g, "T") : middle.slice(1)}${p}`,
    )
    .replace(/www\[(\[*)\.\]/gi, (found, brackets: string) => `${found.slice(0, 3)}${brackets}.`);
