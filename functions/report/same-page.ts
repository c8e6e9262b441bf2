/*
 * Which spellings of a URL name one page. Reports on one page join one case, so that its desk hears
 * of it once. Only what no server tells apart in practice is taken for the same: the order of a
 * query's parameters, capitals in a path and a slash at its end do name different pages somewhere.
 * Each report's own spelling is kept, character for character (`Target.written`,
 * `Case.spellings`).
 */

/** A percent sign that begins no byte, after which nobody knows what the writer meant. */
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
 * The page that a URL names, for comparing and for nothing else: nobody is ever told of it in this
 * form. Pure. `url` as `readTargetUrl` gives it: the host in lower-case ASCII and without a closing
 * dot, no default port, no dot segments.
 */
export const pageOf = (url: string): string => {
  const parts = /^([a-z]+):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/.exec(url);
  if (!parts) return url;
  const [, scheme = "", authority = "", path = "", query = ""] = parts;
  const isWeb = scheme === "http" || scheme === "https";
  // Whoever serves a page by both serves the same page. A port of its own speaks one of them, and
  // two ports are two servers.
  const reachedBy = isWeb && !/:\d+$/.test(authority) ? "https" : scheme;
  // nginx (merge_slashes) and Apache (MergeSlashes) join them unless told not to. In FTP `//etc`
  // begins at the machine's root.
  const joined = isWeb ? path.replace(/\/{2,}/g, "/") : path;
  // A lone question mark asks nothing. What stands after # never reaches the server.
  const asked = query === "" ? "" : `?${withoutNeedlessPercent(query)}`;
  return `${reachedBy}://${authority}${withoutNeedlessPercent(joined)}${asked}`;
};
