import { readAddress } from "../kernel/address.ts";
import { once } from "../kernel/once.ts";
import { type AddressRange, covers, readRange, sizeOf } from "../kernel/range.ts";
import table from "./bootstrap-table.json" with { type: "json" };
import { nationalWhois } from "./desks.ts";
import { soldRdap, soldWhois, suffixSold, tldsBy } from "./sold-names.ts";

/** A regional registry, as the bootstrap knows it. `rdap` ends in a slash. */
export type Registry = { readonly name: string; readonly rdap: string; readonly whois: string };

export const registryNames = ["afrinic", "apnic", "arin", "ripe", "lacnic"] as const;

const words = (text: string): readonly string[] => text.split(" ");
const slash8 = (word: string): string => (word.includes(".") || word.includes(":") ? word : `${word}.0.0.0/8`);

/**
 * One row of a bootstrap file (RFC 9224 §4): prefixes, ranges of numbers, top-level domains or
 * object tags, and the RDAP base URL that answers for them, with its closing slash.
 */
type Service = { readonly entries: readonly string[]; readonly base: string };

export const bootstrapFiles = ["dns", "ipv4", "ipv6", "asn", "object-tags"] as const;
export type BootstrapFile = (typeof bootstrapFiles)[number];

/** Whom to ask first. All of it is coarse: transferred space is reached by redirects. */
export type Bootstrap = {
  /** By the longest prefix (RFC 9224 §5). */
  readonly registryOfAddress: (address: string) => Registry | undefined;
  readonly registryOfAsn: (asn: number) => Registry | undefined;
  /** Base URL of the RDAP service of a domain's registry; 178 of 248 country domains have none. */
  readonly rdapOfDomain: (domain: string) => string | undefined;
  /** RDAP base for an entity handle by its tag (RFC 8521): `ABC123-ARIN`. */
  readonly rdapOfHandle: (handle: string) => string | undefined;
  /**
   * True for a host that IANA's files or its list of WHOIS servers name, or that serves a regional
   * or national registry.
   */
  readonly isServer: (host: string) => boolean;
};

/** A regional registry by its name, as our own table has it. */
export const registryBy = (name: (typeof registryNames)[number]): Registry => ({ name, ...table.registries[name] });

/** The regional registry behind an RDAP host name: a redirect may have led from one to another. */
export const registryOfServer = (server: string | undefined): Registry | undefined => {
  const name = registryNames.find((known) => new URL(table.registries[known].rdap).hostname === server);
  return name ? registryBy(name) : undefined;
};

/** Which of the five regional registries answers at this host, by RDAP or by WHOIS. */
export const registryNameOf = (server: string): (typeof registryNames)[number] | undefined =>
  registryNames.find(
    (known) => table.registries[known].whois === server || new URL(table.registries[known].rdap).hostname === server,
  );

const tldWhois = once(() => tldsBy(table.tldWhois));
const tldOf = (domain: string): string => domain.slice(domain.lastIndexOf(".") + 1);

/** WHOIS host of a domain's registry, by our own table: IANA publishes no file of them. */
export const whoisOfDomain = (domain: string): string | undefined => {
  const sold = suffixSold(domain);
  return sold === undefined ? tldWhois().get(tldOf(domain)) : soldWhois().get(sold);
};

const unlistedRdap = once(() => tldsBy(table.unlistedRdap));

/** RDAP base URL of a registry that IANA's file does not name; it may be gone, and nobody would say so. */
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

const servedAt = (urls: unknown): string | undefined => {
  const written = (Array.isArray(urls) ? urls : []).filter(
    (url): url is string => typeof url === "string" && URL.canParse(url),
  );
  // http is taken from a file on loopback alone, that of the sample registries; the client refuses
  // it anywhere else.
  const base = written.find((url) => /^https:\/\//i.test(url)) ?? written.find((url) => /^http:\/\/127\./.test(url));
  return base?.endsWith("/") === false ? `${base}/` : base;
};

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : [];

/**
 * Reads one of IANA's files. `undefined` where it is malformed, older than our own table, or names
 * so few entries that it must be cut (`atLeast` is the share of our own table's number, 0 for the
 * sample registries' one-line files).
 */
export const readBootstrapFile = (file: BootstrapFile, text: string, atLeast = 0.5): readonly Service[] | undefined => {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // Not JSON: whatever it is, it is not IANA's file.
    return undefined;
  }
  if (typeof read !== "object" || read === null || !("services" in read) || !Array.isArray(read.services))
    return undefined;
  if (
    !("publication" in read) ||
    typeof read.publication !== "string" ||
    !(Date.parse(read.publication) >= Date.parse(publishedOf[file]))
  )
    return undefined;
  // RFC 8521 §3: rows of object tags begin with the tag owner's mailboxes.
  const skip = file === "object-tags" ? 1 : 0;
  const services = read.services.flatMap((row: unknown): readonly Service[] => {
    if (!Array.isArray(row)) return [];
    const base = servedAt(row[skip + 1]);
    const entries = texts(row[skip]).map((entry) => (file === "dns" ? entry.toLowerCase() : entry));
    return base && entries.length > 0 ? [{ entries, base }] : [];
  });
  const count = (of: readonly Service[]) => of.reduce((sum, { entries }) => sum + entries.length, 0);
  return services.length > 0 && count(services) >= atLeast * count(bundledServices()[file]) ? services : undefined;
};

type Found<T> = { readonly base: string; readonly row: T };

const flat = <T>(services: readonly Service[], read: (entry: string) => T | undefined): readonly Found<T>[] =>
  services.flatMap(({ entries, base }) =>
    entries.flatMap((entry) => {
      const row = read(entry);
      return row === undefined ? [] : [{ base, row }];
    }),
  );

const readNumbers = (entry: string): { readonly from: number; readonly to: number } | undefined => {
  const [, from, to = from] = /^(\d{1,10})(?:-(\d{1,10}))?$/.exec(entry) ?? [];
  return from === undefined ? undefined : { from: Number(from), to: Number(to) };
};

/**
 * WHOIS hosts of registries that referrals may lead to from an address: the five, and the national
 * ones below them.
 */
export const knownNetworkWhois: ReadonlySet<string> = new Set([
  ...registryNames.map((name) => table.registries[name].whois),
  ...nationalWhois,
]);

/** RIPE's doors beside RDAP and WHOIS (`ask-registry.ts`). */
const abuseFinders = ["rest.db.ripe.net", "stat.ripe.net"];
const ownServers = once((): readonly string[] => [
  ...registryNames.map((name) => new URL(table.registries[name].rdap).hostname),
  ...tldWhois().values(),
  ...soldWhois().values(),
  ...[...soldRdap().values(), ...unlistedRdap().values()].map((base) => new URL(base).hostname),
  ...knownNetworkWhois,
  ...abuseFinders,
]);

/** Puts IANA's files over our own table; a kind of file that is missing is our own. */
export const bootstrapOf = (files: Partial<Record<BootstrapFile, readonly Service[]>>): Bootstrap => {
  const services = { ...bundledServices(), ...files };
  const ranges = flat([...services.ipv4, ...services.ipv6], (entry): AddressRange | undefined =>
    readRange(entry),
  ).toSorted((a, b) => {
    const [first, second] = [sizeOf(a.row), sizeOf(b.row)];
    return first < second ? -1 : first > second ? 1 : 0;
  });
  const numbers = flat(services.asn, readNumbers);
  const tlds = new Map(flat(services.dns, (entry) => entry).map(({ base, row }) => [row, base]));
  const tags = new Map(
    flat(services["object-tags"], (entry) => entry.toUpperCase()).map(({ base, row }) => [row, base]),
  );
  const servers = new Set([
    ...Object.values(services).flatMap((rows) => rows.map(({ base }) => new URL(base).hostname)),
    ...ownServers(),
  ]);
  // A base that is none of the five still belongs to the registry that our own table names there:
  // its WHOIS is asked.
  const registry = (base: string | undefined, own: () => Registry | undefined): Registry | undefined => {
    if (!base) return undefined;
    const known = registryOfServer(new URL(base).hostname) ?? own() ?? registryBy("arin");
    return { ...known, rdap: base };
  };
  return {
    registryOfAddress: (address) => {
      const one = readAddress(address) && readRange(address);
      if (!one) return undefined;
      const base = ranges.find(({ row }) => covers(row, one))?.base;
      return registry(base, () =>
        (files.ipv4 ?? files.ipv6) ? bundledBootstrap().registryOfAddress(address) : undefined,
      );
    },
    registryOfAsn: (asn) =>
      registry(numbers.find(({ row }) => asn >= row.from && asn <= row.to)?.base, () =>
        files.asn ? bundledBootstrap().registryOfAsn(asn) : undefined,
      ),
    rdapOfDomain: (domain) => {
      const sold = suffixSold(domain);
      return sold === undefined ? tlds.get(tldOf(domain)) : soldRdap().get(sold);
    },
    isServer: (host) => servers.has(host.toLowerCase()),
    rdapOfHandle: (handle) => tags.get(handle.slice(handle.lastIndexOf("-") + 1).toUpperCase()),
  };
};

/** Our own table alone, read when it is first asked for: serves while IANA is out of reach. */
export const bundledBootstrap = once((): Bootstrap => bootstrapOf({}));

/**
 * The line that makes a WHOIS server give contacts and nothing needless: `n +` asks ARIN for the
 * full record, `-r` keeps RIPE's personal objects out of the answer and out of the daily limit,
 * `/e` asks JPNIC for English; RIPE and Punktum write UTF-8 only when asked to. No `-r` for APNIC
 * and AFRINIC, who keep many operators' only mailbox in just those objects: AFRINIC's daily limit
 * is kept by `registry-pace.ts`.
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
