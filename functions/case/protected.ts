import { isPublicSuffix } from "../kernel/host.ts";

/**
 * True for hosts about which no machine sends anything: listed domains with all below them, and names that are a whole
 * public suffix (`github.io`), where a notice would be about everybody.
 */
export const isProtected = (host: string, protectedDomains: readonly string[]): boolean =>
  protectedDomains.some((domain) => host === domain || host.endsWith(`.${domain}`)) || isPublicSuffix(host);
