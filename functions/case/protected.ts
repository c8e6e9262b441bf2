import { isPublicSuffix, sharedPlatformSuffix } from "../kernel/domain.ts";
import { readUrl } from "../kernel/read-url.ts";
import type { Target } from "../report/report.ts";
import { pageUrlOf } from "../report/target.ts";

/** The first part of its path is always a customer's bucket (`s3.eu-central-1…`). */
const storageEndpoint = /^(s3|s3-[a-z0-9-]+|obs|oss|cos|objects?|objectstorage|storage)\./;

/** A bucket's path; in others two parts at least: `https://github.io/login` is nobody's in particular. */
const isCustomersPath = (target: Target): boolean => {
  const url = pageUrlOf(target);
  if (url === undefined || sharedPlatformSuffix(target.host) !== target.host) return false;
  const segments =
    readUrl(url)
      ?.pathname.split("/")
      .filter((segment) => segment !== "") ?? [];
  return segments.length > (storageEndpoint.test(target.host) ? 0 : 1);
};

/** No machine sends about listed domains with all below, nor public suffixes but for a customer's path. */
export const isProtected = (target: Target, protectedDomains: readonly string[]): boolean =>
  protectedDomains.some((domain) => target.host === domain || target.host.endsWith(`.${domain}`)) ||
  (isPublicSuffix(target.host) && !isCustomersPath(target));
