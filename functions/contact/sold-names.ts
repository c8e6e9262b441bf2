import { isPublicSuffix, ownedDomain, registrableDomain, sharedPlatformSuffix } from "../kernel/domain.ts";
import { once } from "../kernel/once.ts";
import table from "./sold-names.json" with { type: "json" };

/*
 * Suffixes such as uk.com, whose owners run a registry of their own there. Apart from all other registries
 * (`bootstrap.ts`): whether a name belongs to a platform is asked in every function, and whom to ask about it in one.
 */

/** Patterns with the top-level domains or suffixes that each stands for, the other way round; `{}` is the domain. */
export const tldsBy = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(rows).flatMap(([pattern, tlds]) =>
      tlds.split(" ").map((tld) => [tld, pattern.replaceAll("{}", tld)] as const),
    ),
  );

/** WHOIS hosts of suffixes below which names are sold. */
export const soldWhois = once(() => tldsBy(table.whois));
/** RDAP base URLs of such suffixes. */
export const soldRdap = once(() => tldsBy(table.rdap));

/**
 * The name that was registered below a suffix whose owner runs a registry of its own there and
 * sells names: `bad.uk.com` for `www.bad.uk.com`. None for the suffix itself and its own site, and
 * none below a platform's.
 */
export const soldDomain = (host: string): string | undefined => {
  const suffix = sharedPlatformSuffix(host);
  const domain = ownedDomain(host);
  return suffix !== undefined && soldWhois().has(suffix) && domain !== undefined && domain !== `www.${suffix}`
    ? domain
    : undefined;
};

/**
 * The name that its holder bought: at a registry, of who sells names below their own, or a suffix
 * such as gov.scot that is registered as well.
 */
export const boughtName = (host: string): string | undefined =>
  soldDomain(host) ?? registrableDomain(host) ?? (isPublicSuffix(host) && host.includes(".") ? host : undefined);

/** The suffix below which a name was sold. */
export const suffixSold = (domain: string): string | undefined =>
  soldDomain(domain) === undefined ? undefined : sharedPlatformSuffix(domain);
