import { isPublicSuffix, sharedPlatformSuffix } from "../kernel/domain.ts";
import { readUrl } from "../kernel/read-url.ts";
import type { Target } from "../report/report.ts";
import { pageUrlOf } from "../report/target.ts";

/**
 * An endpoint of object storage: the first part of its path is always a customer's bucket
 * (`s3.eu-central-1…`).
 */
const storageEndpoint = /^(s3|s3-[a-z0-9-]+|obs|oss|cos|objects?|objectstorage|storage)\./;

/**
 * What one customer of a platform keeps below its bare name: the bucket in
 * `https://s3.amazonaws.com/bucket`, and in other paths than a storage endpoint's two parts at
 * least, since `https://github.io/login` is nobody's in particular. Whoever names the endpoint
 * alone names everybody's, and so does whoever names an ICANN suffix, with a path or without.
 */
const isCustomersPath = (target: Target): boolean => {
  const url = pageUrlOf(target);
  if (url === undefined || sharedPlatformSuffix(target.host) !== target.host) return false;
  const segments =
    readUrl(url)
      ?.pathname.split("/")
      .filter((segment) => segment !== "") ?? [];
  return segments.length > (storageEndpoint.test(target.host) ? 0 : 1);
};

/**
 * True for hosts about which no machine sends anything: listed domains with all below them, and
 * names that are a whole public suffix (`github.io`), where a notice would be about everybody; but
 * for what a customer has below a platform's bare name.
 */
export const isProtected = (target: Target, protectedDomains: readonly string[]): boolean =>
  protectedDomains.some((domain) => target.host === domain || target.host.endsWith(`.${domain}`)) ||
  (isPublicSuffix(target.host) && !isCustomersPath(target));
