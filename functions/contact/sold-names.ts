import { isPublicSuffix, ownedDomain, registrableDomain, sharedPlatformSuffix } from "../kernel/domain.ts";
import { once } from "../kernel/once.ts";
import table from "./sold-names.json" with { type: "json" };

/*
 * Suffixes such as uk.com, whose owners run a registry of their own. Apart from all other registries
 * (`bootstrap.ts`): whether a name is a platform's is asked in every function, whom to ask about it in one.
 */

/** Inverts rows of patterns with their TLDs or suffixes. `{}` is the domain. */
export const tldsBy = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(rows).flatMap(([pattern, tlds]) =>
      tlds.split(" ").map((tld) => [tld, pattern.replaceAll("{}", tld)] as const),
    ),
  );

/** By suffix below which names are sold. */
export const soldWhois = once(() => tldsBy(table.whois));
export const soldRdap = once(() => tldsBy(table.rdap));

/**
 * The name bought below a suffix whose owner runs a registry there: `bad.uk.com` for `www.bad.uk.com`. None for
 * the suffix itself and its own site, and none below a platform's.
 */
export const soldDomain = (host: string): string | undefined => {
  const suffix = sharedPlatformSuffix(host);
  const domain = ownedDomain(host);
  return suffix !== undefined && soldWhois().has(suffix) && domain !== undefined && domain !== `www.${suffix}`
    ? domain
    : undefined;
};

/** The name its holder bought, at a registry or a seller, or a suffix such as gov.scot that is registered. */
export const boughtName = (host: string): string | undefined =>
  soldDomain(host) ?? registrableDomain(host) ?? (isPublicSuffix(host) && host.includes(".") ? host : undefined);

export const suffixSold = (domain: string): string | undefined =>
  soldDomain(domain) === undefined ? undefined : sharedPlatformSuffix(domain);
