import { isPublicSuffix, sharedPlatformSuffix } from "../kernel/host.ts";
import { readUrl } from "../kernel/read-url.ts";
import type { Target } from "../report/report.ts";

/** What one customer of a platform keeps below its bare name: the bucket and the file in `https://s3.amazonaws.com/bucket/file`. */
const isCustomersPath = (target: Target): boolean => {
  if (target.kind !== "url" || sharedPlatformSuffix(target.host) !== target.host) return false;
  const segments =
    readUrl(target.url)
      ?.pathname.split("/")
      .filter((segment) => segment !== "") ?? [];
  return segments.length > 1;
};

/**
 * True for hosts about which no machine sends anything: listed domains with all below them, and names that are a whole
 * public suffix (`github.io`), where a notice would be about everybody; but for what a customer has below a platform's bare name.
 */
export const isProtected = (target: Target, protectedDomains: readonly string[]): boolean =>
  protectedDomains.some((domain) => target.host === domain || target.host.endsWith(`.${domain}`)) || (isPublicSuffix(target.host) && !isCustomersPath(target));
