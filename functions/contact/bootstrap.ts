import { readAddress } from "../kernel/address.ts";
import { readJson } from "../kernel/json.ts";
import { once } from "../kernel/once.ts";
import { covers, readRange } from "../kernel/range.ts";
import * as z from "../kernel/zod.ts";
import table from "./bootstrap-table.json" with { type: "json" };
import { nationalWhois } from "./desks.ts";
import { bySize } from "./prefix.ts";
import { soldRdap, soldWhois, suffixSold, tldsBy } from "./sold-names.ts";

/** A regional registry. `rdap` ends in a slash. */
export type Registry = { readonly name: RegistryName; readonly rdap: string; readonly whois: string };

export const registryNames = ["afrinic", "apnic", "arin", "ripe", "lacnic"] as const;
type RegistryName = (typeof registryNames)[number];

const words = (text: string): readonly string[] => text.split(" ");
const slash8 = (word: string): string => (word.includes(".") || word.includes(":") ? word : `${word}.0.0.0/8`);

/** Bootstrap file row (RFC 9224 §4): prefixes, ASNs, TLDs or tags; RDAP base URL with its closing slash. */
type Service = { readonly entries: readonly string[]; readonly base: string };

export const bootstrapFiles = ["dns", "ipv4", "ipv6", "asn", "object-tags"] as const;
export type BootstrapFile = (typeof bootstrapFiles)[number];

/** Whom to ask first. Coarse: transferred space is reached by redirects. */
export type Bootstrap = {
  /** By the longest prefix (RFC 9224 §5). */
  readonly registryOfAddress: (address: string) => Registry | undefined;
  readonly registryOfAsn: (asn: number) => Registry | undefined;
  /** RDAP base URL of a domain's registry; 178 of 248 country domains have none. */
  readonly rdapOfDomain: (domain: string) => string | undefined;
  /** RDAP base URL of an entity handle, by its tag (RFC 8521): `ABC123-ARIN`. */
  readonly rdapOfHandle: (handle: string) => string | undefined;
  /** True for hosts in IANA's files or WHOIS list, and for servers of regional or national registries. */
  readonly isServer: (host: string) => boolean;
};

/** From our own table. */
export const registryBy = (name: RegistryName): Registry => ({ name, ...table.registries[name] });

/** The regional registry that answers at this host, by RDAP or WHOIS: redirects may lead from one to another. */
export const registryOfServer = (server: string | undefined): Registry | undefined =>
  registryNames
    .map(registryBy)
    .find(({ rdap, whois }) => server !== undefined && [new URL(rdap).hostname, whois].includes(server));

const tldWhois = once(() => tldsBy(table.tldWhois));
const tldOf = (domain: string): string => domain.slice(domain.lastIndexOf(".") + 1);

/** From our own table: IANA publishes no file of WHOIS hosts. */
export const whoisOfDomain = (domain: string): string | undefined => {
  const sold = suffixSold(domain);
  return sold === undefined ? tldWhois().get(tldOf(domain)) : soldWhois().get(sold);
};

const unlistedRdap = once(() => tldsBy(table.unlistedRdap));

/** RDAP base URL of a registry missing from IANA's file. It may be gone, and nobody would say so. */
export const unlistedRdapOf = (domain: string): string | undefined =>
  suffixSold(domain) === undefined ? unlistedRdap().get(tldOf(domain)) : undefined;

const bundledServices = once(
  (): Readonly<Record<BootstrapFile, readonly Service[]>> => ({
    ipv4: registryNames.map((name) => ({
      base: table.registries[name].rdap,
      entries: words(table.v4[name]).map(slash8),
    })),
    ipv6: registryNames.map((name) => ({ base: table.registries[name].rdap, entries: words(table.v6[name]) })),
    asn: registryNames.map((name) => ({ base: table.registries[name].rdap, entries: words(table.asn[name]) })),
    dns: [...tldsBy(table.tldRdap)].map(([tld, base]) => ({ entries: [tld], base })),
    "object-tags": [
      ...registryNames.map((name) => ({ entries: [name.toUpperCase()], base: table.registries[name].rdap })),
      { entries: ["FRNIC"], base: "https://rdap.nic.fr/" },
      { entries: ["NORID"], base: "https://rdap.norid.no/" },
      { entries: ["GLAUCA"], base: "https://whois-web.as207960.net/rdap/" },
    ],
  }),
);

const publishedOf: Readonly<Record<BootstrapFile, string>> = {
  ipv4: table.published.v4,
  ipv6: table.published.v6,
  asn: table.published.asn,
  dns: table.published.tldRdap,
  "object-tags": "2025-11-12T23:00:01Z",
};

const servedAt = (urls: readonly string[]): string | undefined => {
  const written = urls.filter((url) => URL.canParse(url));
  // http only for loopback, that is the sample registries: the client refuses it elsewhere.
  const base = written.find((url) => /^https:\/\//i.test(url)) ?? written.find((url) => /^http:\/\/127\./.test(url));
  return base?.endsWith("/") === false ? `${base}/` : base;
};

const ianaFile = z.object({ publication: z.string(), services: z.array(z.array(z.array(z.string()))) });

/**
 * `undefined` where the file is malformed, older than our own table, or so short that it must be cut. `atLeast`:
 * share of our own table's number of entries, 0 for the sample registries' one-line files.
 */
export const readBootstrapFile = (file: BootstrapFile, text: string, atLeast = 0.5): readonly Service[] | undefined => {
  const { data: read } = ianaFile.safeParse(readJson(text));
  if (!read || !(Date.parse(read.publication) >= Date.parse(publishedOf[file]))) return undefined;
  const services = read.services.flatMap((row): readonly Service[] => {
    // RFC 8521 §3: rows of object tags begin with the tag owner's mailboxes.
    const [entries = [], urls = []] = file === "object-tags" ? row.slice(1) : row;
    const base = servedAt(urls);
    return base && entries.length > 0 ? [{ entries, base }] : [];
  });
  const count = (of: readonly Service[]) => of.reduce((sum, { entries }) => sum + entries.length, 0);
  return services.length > 0 && count(services) >= atLeast * count(bundledServices()[file]) ? services : undefined;
};

/** The base of each entry, by the entry in lower case. */
const byEntry = (services: readonly Service[]): ReadonlyMap<string, string> =>
  new Map(services.flatMap(({ entries, base }) => entries.map((entry) => [entry.toLowerCase(), base] as const)));

/** `64496-64511`, `3333`. */
const isAmong = (entry: string, asn: number): boolean => {
  const [from = Number.NaN, to = from] = entry.split("-").map(Number);
  return from <= asn && asn <= to;
};

/** WHOIS hosts that a referral from an address may lead to: the five regional and the national ones. */
export const knownNetworkWhois: ReadonlySet<string> = new Set([
  ...registryNames.map((name) => table.registries[name].whois),
  ...nationalWhois,
]);

/** RIPE's finders beside RDAP and WHOIS (`ask-registry.ts`). */
const abuseFinders = ["rest.db.ripe.net", "stat.ripe.net"];
const ownServers = once((): readonly string[] => [
  ...registryNames.map((name) => new URL(table.registries[name].rdap).hostname),
  ...tldWhois().values(),
  ...soldWhois().values(),
  ...[...soldRdap().values(), ...unlistedRdap().values()].map((base) => new URL(base).hostname),
  ...knownNetworkWhois,
  ...abuseFinders,
]);

/** IANA's files over our own table, which fills in missing ones. */
export const bootstrapOf = (files: Partial<Record<BootstrapFile, readonly Service[]>>): Bootstrap => {
  const services = { ...bundledServices(), ...files };
  const ranges = [...services.ipv4, ...services.ipv6]
    .flatMap(({ entries, base }) => entries.map((entry) => ({ base, range: readRange(entry) })))
    .filter(({ range }) => range !== undefined)
    .sort(bySize);
  const [tlds, tags] = [byEntry(services.dns), byEntry(services["object-tags"])];
  const servers = new Set([
    ...Object.values(services).flatMap((rows) => rows.map(({ base }) => new URL(base).hostname)),
    ...ownServers(),
  ]);
  // A base that is none of the five belongs to the registry that our own table names there, whose WHOIS is asked.
  const registry = (base: string | undefined, own: () => Registry | undefined): Registry | undefined => {
    if (!base) return undefined;
    const known = registryOfServer(new URL(base).hostname) ?? own() ?? registryBy("arin");
    return { ...known, rdap: base };
  };
  return {
    registryOfAddress: (address) => {
      const one = readAddress(address) && readRange(address);
      if (!one) return undefined;
      const base = ranges.find(({ range }) => range && covers(range, one))?.base;
      return registry(base, () =>
        (files.ipv4 ?? files.ipv6) ? bundledBootstrap().registryOfAddress(address) : undefined,
      );
    },
    registryOfAsn: (asn) =>
      registry(services.asn.find(({ entries }) => entries.some((entry) => isAmong(entry, asn)))?.base, () =>
        files.asn ? bundledBootstrap().registryOfAsn(asn) : undefined,
      ),
    rdapOfDomain: (domain) => {
      const sold = suffixSold(domain);
      return sold === undefined ? tlds.get(tldOf(domain)) : soldRdap().get(sold);
    },
    isServer: (host) => servers.has(host.toLowerCase()),
    rdapOfHandle: (handle) => tags.get(handle.slice(handle.lastIndexOf("-") + 1).toLowerCase()),
  };
};

/** Our own table alone, for when IANA is out of reach. Read on first use. */
export const bundledBootstrap = once((): Bootstrap => bootstrapOf({}));

/**
 * The query by which a WHOIS server gives contacts and nothing else. `n +` asks ARIN for the full record.
 * `-r` keeps RIPE's personal objects out of the answer and the daily limit, but APNIC and AFRINIC keep many
 * operators' only mailbox in them (AFRINIC's daily limit: `registry-pace.ts`). `/e` asks JPNIC for English. RIPE
 * and Punktum write UTF-8 only when asked.
 */
export const whoisQuery = (server: string, query: string): string => {
  const isAsn = /^AS\d+$/i.test(query);
  switch (server) {
    case "whois.arin.net":
      return /^NET6?-/.test(query) ? query : isAsn ? `a + ${query}` : `n + ${query}`;
    case "whois.ripe.net":
      return `--charset UTF-8 -r ${query}`;
    case "whois.nic.ad.jp":
    case "whois.jprs.jp":
      return `${query}/e`;
    case "whois.punktum.dk":
      return `--charset=utf-8 ${query}`;
    case "whois.denic.de":
      return `-T dn ${query}`;
    case "whois.verisign-grs.com":
      return `domain ${query}`;
    default:
      return query;
  }
};
