import table from "./bootstrap-table.json" with { type: "json" };
import { readAddress } from "../kernel/address.ts";
import { type AddressRange, covers, readRange } from "./range.ts";

/** A regional registry, as the bootstrap knows it. `rdap` ends in a slash. */
export type Registry = { readonly name: string; readonly rdap: string; readonly whois: string };

const registryNames = ["afrinic", "apnic", "arin", "ripe", "lacnic"] as const;

const words = (text: string): readonly string[] => text.split(" ");
const slash8 = (word: string): string => (word.includes(".") || word.includes(":") ? word : `${word}.0.0.0/8`);

const addressRows: readonly { readonly registry: Registry; readonly range: AddressRange; readonly bits: number }[] = registryNames.flatMap((name) =>
  [...words(table.v4[name]).map(slash8), ...words(table.v6[name])].flatMap((word) => {
    const range = readRange(word);
    return range ? [{ registry: { name, ...table.registries[name] }, range, bits: Number(word.split("/")[1]) }] : [];
  }),
);

/** The registry to ask first for an address (RFC 9224 §5): the longest prefix wins. Coarse: transferred space is reached by redirects. */
export const registryOfAddress = (address: string): Registry | undefined => {
  const range = readAddress(address) && readRange(address);
  if (!range) return undefined;
  const rows = addressRows.filter((row) => covers(row.range, range));
  return rows.reduce<(typeof rows)[number] | undefined>((best, row) => (!best || row.bits > best.bits ? row : best), undefined)?.registry;
};

/** The regional registry behind an RDAP host name: a redirect may have led from one to another. */
export const registryOfServer = (server: string | undefined): Registry | undefined => {
  const name = registryNames.find((known) => new URL(table.registries[known].rdap).hostname === server);
  return name ? { name, ...table.registries[name] } : undefined;
};

const asnRows = registryNames.flatMap((name) =>
  words(table.asn[name]).map((word) => {
    const [from, to] = word.split("-").map(Number);
    return { registry: { name, ...table.registries[name] }, from: from ?? 0, to: to ?? from ?? 0 };
  }),
);

/** The registry to ask for an autonomous system, given as a number. */
export const registryOfAsn = (asn: number): Registry | undefined => asnRows.find(({ from, to }) => asn >= from && asn <= to)?.registry;

const byTld = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(rows).flatMap(([pattern, tlds]) => words(tlds).map((tld) => [tld, pattern.replaceAll("{}", tld)] as const)));
const tldRdap = byTld(table.tldRdap);
const tldWhois = byTld(table.tldWhois);

const tldOf = (domain: string): string => domain.slice(domain.lastIndexOf(".") + 1);

/** Base URL of the RDAP service of a domain's registry; 178 of 248 country domains have none. */
export const rdapOfDomain = (domain: string): string | undefined => tldRdap.get(tldOf(domain));
/** WHOIS host of a domain's registry. */
export const whoisOfDomain = (domain: string): string | undefined => tldWhois.get(tldOf(domain));

/** WHOIS hosts of registries that referrals may lead to from an address: the five, and the national ones below them. */
export const knownNetworkWhois: ReadonlySet<string> = new Set([
  ...registryNames.map((name) => table.registries[name].whois),
  "whois.nic.ad.jp",
  "whois.krnic.net",
  "whois.kisa.or.kr",
  "whois.nic.or.kr",
  "whois.twnic.net",
  "whois.twnic.net.tw",
  "whois.registro.br",
  "whois.nic.br",
  "whois.cnnic.cn",
  "whois.cnnic.net.cn",
]);

/**
 * The line that makes a WHOIS server give contacts and nothing needless: `n +` asks ARIN for the full record, `-r` keeps
 * RIPE's personal objects out of the answer and out of the daily limit, `/e` asks JPNIC for English.
 */
export const whoisQuery = (server: string, query: string): string => {
  const isAsn = /^AS\d+$/i.test(query);
  switch (server) {
    case "whois.arin.net":
      return /^NET6?-/.test(query) ? query : isAsn ? `a + ${query}` : `n + ${query}`;
    case "whois.ripe.net":
      return `-r ${query}`;
    case "whois.nic.ad.jp":
    case "whois.jprs.jp":
      return `${query}/e`;
    case "whois.denic.de":
      return `-T dn ${query}`;
    case "whois.verisign-grs.com":
      return `domain ${query}`;
    default:
      return query;
  }
};
