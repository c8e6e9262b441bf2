import * as tldts from "tldts";
import {
  decoded,
  type Host,
  type HostProblem,
  type HostRules,
  hiddenCharacters,
  problem,
  readWrittenHost,
} from "./host.ts";
import { readUrl } from "./read-url.ts";
import { ok, type Result } from "./result.ts";

export type TargetUrl = { readonly url: string; readonly host: Host };

/**
 * Reads a URL that can be reported: http, https or ftp, a host that `readHost` takes, no user name. `url` is
 * canonical (WHATWG `href`, no closing dot on the host). Refuses what two programs would read as two different
 * hosts.
 */
export const readTargetUrl = (text: string, rules: HostRules): Result<TargetUrl, HostProblem> => {
  const written = text.trim();
  const writePlainUrl = "Write the URL in full and in plain form, such as https://www.bad-site.com/page.";
  if (hiddenCharacters.test(written))
    return problem(
      "ambiguous",
      "The URL holds control or invisible characters; programs read it differently.",
      writePlainUrl,
    );
  const parts = /^([a-z][a-z0-9+.-]*):(\/\/)?([^/?#]*)/i.exec(written);
  if (!parts)
    return problem("not-a-url", "This is not a URL: it does not begin with a scheme such as https://.", writePlainUrl);
  const [, scheme = "", slashes, authority = ""] = parts;
  if (scheme.includes("."))
    return problem("not-a-url", "This is not a URL: before the host stands no scheme such as https://.", writePlainUrl);
  if (/^(hxxps?|fxp)$/i.test(scheme) || authority.includes("[.]"))
    return problem("not-a-url", "The URL is defanged.", "Write it with http or https and plain dots.");
  if (!/^(https?|ftp)$/i.test(scheme))
    return problem(
      "scheme",
      `Only http, https and ftp URLs can be reported, not ${scheme.toLowerCase()}:.`,
      "Report the URL of the page or file, or its host.",
    );
  if (!slashes || authority === "")
    return problem("not-a-url", "The URL names no host after the scheme.", writePlainUrl);
  if (authority.includes("@"))
    return problem(
      "userinfo",
      "The URL holds a user name before the host, which can disguise the host.",
      "Write the URL without the part before the @.",
    );
  if (authority.includes("\\"))
    return problem(
      "ambiguous",
      "The host is followed by a backslash; programs read two different hosts in it.",
      writePlainUrl,
    );
  const url = readUrl(written);
  if (!url) return problem("not-a-url", "The URL's host or port is not valid.", writePlainUrl);
  const host = readWrittenHost(decoded(authority.replace(/:\d*$/, "")), rules);
  if (!host.ok) return host;
  url.hostname = host.value.kind === "ipv6" ? `[${host.value.text}]` : host.value.text;
  return ok({ url: url.href, host: host.value });
};

/** By the public suffix list. */
export const hasKnownTld = (host: string): boolean => tldts.parse(host, { validateHostname: false }).isIcann === true;
