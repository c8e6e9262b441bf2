/*
 * Which spellings of a URL name one page. Reports on one page join one case, so that its desk hears of it once.
 * Only what no server tells apart in practice is the same: the order of parameters, capitals in a path and a
 * slash at its end do name different pages somewhere. Each report's spelling is kept (`Target.written`,
 * `Case.spellings`).
 */

/** A percent sign that begins no byte: nobody knows what the writer meant after it. */
const loosePercent = /%(?![0-9a-f]{2})/i;

/**
 * > RFC 3986 §6.2.2.2: percent-encoded octets that correspond to unreserved characters should be
 * decoded; §6.2.2.1: hex digits in upper case. Reserved ones stay, as `%2F` in a name is no slash.
 * Beside a loose percent sign nothing is decoded: `%%361` would become `%61`, another page.
 */
const withoutNeedlessPercent = (text: string): string =>
  loosePercent.test(text)
    ? text
    : text.replace(/%([0-9a-f]{2})/gi, (written: string, hex: string) => {
        const character = String.fromCharCode(Number.parseInt(hex, 16));
        return /[A-Za-z0-9._~-]/.test(character) ? character : written.toUpperCase();
      });

/**
 * The page of a URL, for comparing only: nobody ever hears of it in this form. Pure. `url` as `readTargetUrl`
 * gives it: the host in lower-case ASCII without closing dot, no default port, no dot segments.
 */
export const pageOf = (url: string): string => {
  const parts = /^([a-z]+):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/.exec(url);
  if (!parts) return url;
  const [, scheme = "", authority = "", path = "", query = ""] = parts;
  const isWeb = scheme === "http" || scheme === "https";
  // Who serves a page by both schemes serves the same. A port of its own speaks one, and two ports are two servers.
  const reachedBy = isWeb && !/:\d+$/.test(authority) ? "https" : scheme;
  // nginx (merge_slashes) and Apache (MergeSlashes) join them by default. FTP's `//etc` begins at the root.
  const joined = isWeb ? path.replace(/\/{2,}/g, "/") : path;
  // A lone question mark asks nothing. What stands after # never reaches the server.
  const asked = query === "" ? "" : `?${withoutNeedlessPercent(query)}`;
  return `${reachedBy}://${authority}${withoutNeedlessPercent(joined)}${asked}`;
};
