import ipaddr from "ipaddr.js";
import { type Instant, plusHours } from "../../../functions/kernel/instant.ts";
import { rdapAutnum, rdapDomain, rdapNetwork } from "./rdap-texts.ts";
import { type DnsRecord, type RegistryAnswers, rdapAnswer, whoisSubject } from "./registry-servers.ts";
import { whoisCarrier, whoisDomain, whoisNetwork } from "./whois-texts.ts";
import {
  type Carrier,
  carriers,
  type Domain,
  desks,
  domains,
  hosts,
  type Network,
  networks,
  platform,
} from "./world.ts";

const parse = (text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined =>
  ipaddr.isValid(text) ? ipaddr.parse(text) : undefined;
const holds = (range: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean => {
  const [base, bits] = ipaddr.parseCIDR(range);
  return base.kind() === address.kind() && address.match(base, bits);
};
/**
 * `192.0.2.0/27` and `192.0.2.0` both ask for the network at that address; only the carrier's own
 * length asks for the carrier.
 */
const askedNetwork = (subject: string): Network | undefined => {
  const address = parse(subject.split("/")[0] ?? "");
  if (!address || carriers.some(({ range }) => range === subject)) return undefined;
  return networks.find(({ range }) => holds(range, address));
};
const askedCarrier = (subject: string): Carrier | undefined => {
  const asn = /^(?:as)?(\d+)$/.exec(subject)?.[1];
  if (asn) return carriers.find((carrier) => carrier.asn === Number(asn));
  const address = parse(subject.split("/")[0] ?? "");
  return address && carriers.find(({ range }) => holds(range, address));
};
const askedDomain = (subject: string): Domain | undefined => domains.find(({ name }) => name === subject);

const notFound = (title: string) =>
  rdapAnswer(404, { errorCode: 404, title, description: ["The object that you asked for is not here."] });

/**
 * The sample registries: all five RIRs and one TLD in one place, each answering in the style of its
 * own. Their names were registered thirty days before a moment, as names for abuse mostly are.
 */
export const sampleRegistries = (began: Instant): RegistryAnswers => ({
  rdapTlds: ["example"],
  rdap: (path, base) => {
    const [kind, ...rest] = path.split("/");
    const subject = rest.join("/").toLowerCase();
    if (kind === "ip") {
      const network = askedNetwork(subject);
      if (network)
        return network.answers === "rdap-and-whois"
          ? rdapAnswer(200, rdapNetwork(network, base))
          : notFound("Not Found");
      const carrier = askedCarrier(subject);
      return carrier ? rdapAnswer(200, rdapNetwork(carrierNetwork(carrier), base)) : notFound("Not Found");
    }
    if (kind === "autnum") {
      const carrier = askedCarrier(subject);
      return carrier ? rdapAnswer(200, rdapAutnum(carrier, base)) : notFound("Not Found");
    }
    if (kind === "domain") {
      const domain = askedDomain(subject);
      return domain?.answers === "rdap"
        ? rdapAnswer(200, rdapDomain(domain, base, registeredBefore(began)))
        : notFound("Domain not found");
    }
    return notFound("Not Found");
  },
  whois: (query) => {
    const subject = whoisSubject(query);
    const network = askedNetwork(subject);
    if (network) return Buffer.from(network.answers === "nothing" ? noEntries : whoisNetwork(network));
    const carrier = askedCarrier(subject);
    if (carrier) return Buffer.from(whoisCarrier(carrier));
    const domain = askedDomain(subject);
    return Buffer.from(
      domain
        ? whoisDomain(domain, registeredBefore(began))
        : subject.includes(".") && !parse(subject)
          ? `No match for "${subject.toUpperCase()}".\r\n`
          : noEntries,
    );
  },
  dns: (name, type) => {
    const host = hosts.find((known) => known.name === name);
    if (host?.cname)
      return [
        { type: "CNAME", value: host.cname },
        ...(hosts.find((known) => known.name === host.cname)?.addresses ?? [])
          .map(addressRecord)
          .filter((record) => record.type === type),
      ];
    if (host) return [...host.addresses.map(addressRecord), ...mailRecords(name)];
    if (mailDomains.has(name)) return mailRecords(name);
    if (name.startsWith("mx.") && mailDomains.has(name.slice(3))) return [{ type: "A", value: "198.51.100.25" }];
    const origin = /^((?:[0-9a-f]+\.)+)origin6?\.asn\.cymru\.com$/.exec(name)?.[1];
    return origin ? originRecord(origin) : undefined;
  },
});

const registeredBefore = (began: Instant): Instant => plusHours(began, -30 * 24);

const noEntries = "%ERROR:101: no entries found\n%\n% No entries found in source SAMPLE.\n\n";

const carrierNetwork = (carrier: Carrier): Network => ({
  handle: carrier.name.toUpperCase().replace(/\W+/g, "-"),
  name: `${carrier.name.toUpperCase().replace(/\W+/g, "-")}-NET`,
  organisation: carrier.name,
  range: carrier.range,
  country: carrier.country,
  registry: carrier.registry,
  asn: carrier.asn,
  abuse: [carrier.abuse],
  noc: carrier.abuse.replace("abuse@", "noc@"),
  answers: "rdap-and-whois",
});

const mailDomains: ReadonlySet<string> = new Set([
  ...desks.map(({ email }) => email.slice(email.indexOf("@") + 1)),
  platform.suffix,
  "bank.example",
  "hotline.example",
  "cert.example",
]);
const mailRecords = (domain: string): readonly DnsRecord[] =>
  mailDomains.has(domain) ? [{ type: "MX", value: `mx.${domain}`, priority: 10 }] : [];
const addressRecord = (address: string): DnsRecord => ({ type: address.includes(":") ? "AAAA" : "A", value: address });

/**
 * Team Cymru's DNS: `10.2.0.192.origin.asn.cymru.com` TXT "64500 | 192.0.2.0/24 | NL | ripencc |
 * 2001-01-01".
 */
const originRecord = (reversed: string): readonly DnsRecord[] | undefined => {
  const labels = reversed.split(".").filter(Boolean).reverse();
  const address = parse(labels.length === 4 ? labels.join(".") : (labels.join("").match(/.{4}/g) ?? []).join(":"));
  // What no registry has an entry for, nobody announces either: the case without any contact.
  if (!address || networks.some(({ range, answers }) => answers === "nothing" && holds(range, address)))
    return undefined;
  const carrier = carriers.find(({ range }) => holds(range, address));
  const names = { RIPE: "ripencc", ARIN: "arin", APNIC: "apnic", LACNIC: "lacnic", AFRINIC: "afrinic" } as const;
  return carrier
    ? [
        {
          type: "TXT",
          value: `${carrier.asn} | ${carrier.range} | ${carrier.country} | ${names[carrier.registry]} | 2001-01-01`,
        },
      ]
    : undefined;
};
