import * as tldts from "tldts";

/** By registries: `a.b.co.uk` → `b.co.uk`, `x.github.io` → `github.io`. None for addresses and suffixes. */
export const registrableDomain = (host: string): string | undefined =>
  tldts.getDomain(host, { validateHostname: false }) ?? undefined;

/** The registrable domain, else the host itself: names of samples and tests are domains as they stand. */
export const domainOf = (host: string): string => registrableDomain(host) ?? host;

/** Below a public or private suffix: `a.b.github.io` → `b.github.io`. `undefined` for a suffix itself. */
export const ownedDomain = (host: string): string | undefined =>
  tldts.getDomain(host, { allowPrivateDomains: true, validateHostname: false }) ?? undefined;

/** A registered domain with `www.`, or without. Only DNS knows whether both are one site. */
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

/** By ISO 3166: `gov.example.uk` → `GB`. None for other than country-code top-level domains. */
export const countryOfName = (name: string): string | undefined => {
  const top = name.split(".").at(-1) ?? "";
  if (top === "uk") return "GB";
  return /^[a-z]{2}$/.test(top) && top !== "eu" ? top.toUpperCase() : undefined;
};

/** For `com`, `co.uk`, and platforms' own suffixes such as `github.io`. */
export const isPublicSuffix = (host: string): boolean => {
  const parts = tldts.parse(host, { allowPrivateDomains: true, validateHostname: false });
  return parts.publicSuffix === host && (parts.isIcann === true || parts.isPrivate === true);
};

/** The private part of the public suffix list: `x.github.io` → `github.io`. Strangers have hosts below it. */
export const sharedPlatformSuffix = (host: string): string | undefined => {
  const parts = tldts.parse(host, { allowPrivateDomains: true, validateHostname: false });
  return parts.isPrivate === true && parts.publicSuffix ? parts.publicSuffix : undefined;
};
