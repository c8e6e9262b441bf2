import * as tldts from "tldts";

/**
 * The domain that somebody registered at a registry: `a.b.co.uk` → `b.co.uk`, `x.github.io` →
 * `github.io`. None for addresses and bare suffixes.
 */
export const registrableDomain = (host: string): string | undefined =>
  tldts.getDomain(host, { validateHostname: false }) ?? undefined;

/**
 * The domain that was registered for a host, or the host itself where none was: names of samples
 * and tests are domains as they stand.
 */
export const domainOf = (host: string): string => registrableDomain(host) ?? host;

/**
 * The domain that one owner holds, below a public suffix or a private one: `a.b.github.io` →
 * `b.github.io`. `undefined` for a suffix itself.
 */
export const ownedDomain = (host: string): string | undefined =>
  tldts.getDomain(host, { allowPrivateDomains: true, validateHostname: false }) ?? undefined;

/**
 * A registered domain with `www.` before it, or that without; other hosts have no such twin.
 * Whether both are one site, DNS alone can say.
 */
export const wwwTwin = (host: string): string | undefined => {
  const domain = registrableDomain(host);
  return domain === undefined
    ? undefined
    : host === domain
      ? `www.${domain}`
      : host === `www.${domain}`
        ? domain
        : undefined;
};

/**
 * The country whose top-level domain a name is under, by ISO 3166: `gov.example.uk` → `GB`. None
 * for others than countries'.
 */
export const countryOfName = (name: string): string | undefined => {
  const top = name.split(".").at(-1) ?? "";
  if (top === "uk") return "GB";
  return /^[a-z]{2}$/.test(top) && top !== "eu" ? top.toUpperCase() : undefined;
};

/**
 * True for what only a registry stands behind: `com`, `co.uk`; also platforms' own suffixes such as
 * `github.io`.
 */
export const isPublicSuffix = (host: string): boolean => {
  const parts = tldts.parse(host, { allowPrivateDomains: true, validateHostname: false });
  return parts.publicSuffix === host && (parts.isIcann === true || parts.isPrivate === true);
};

/**
 * The suffix below which strangers have their own hosts, by the private part of the public suffix
 * list: `x.github.io` → `github.io`.
 */
export const sharedPlatformSuffix = (host: string): string | undefined => {
  const parts = tldts.parse(host, { allowPrivateDomains: true, validateHostname: false });
  return parts.isPrivate === true && parts.publicSuffix ? parts.publicSuffix : undefined;
};
