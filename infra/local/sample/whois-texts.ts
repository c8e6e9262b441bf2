import type { Instant } from "../../../functions/kernel/instant.ts";
import { bounds } from "./rdap-texts.ts";
import { type Carrier, type Domain, type Network, registrars } from "./world.ts";

const rows = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([key, value]) => `${`${key}:`.padEnd(16)}${value}`).join("\n");

const spanOf = (range: string): string => {
  const { first, last } = bounds(range);
  return `${first} - ${last}`;
};
/** RPSL writes a block of IPv4 from first to last, and one of IPv6 by its prefix. */
const blockOf = (range: string): string => (range.includes(":") ? range : spanOf(range));
const about = (range: string): string => `% Information related to '${blockOf(range)}'\n\n`;
const abuseOf = (range: string, abuse: string): string => `% Abuse contact for '${blockOf(range)}' is '${abuse}'`;
const nobodyFor = (range: string): string => `% No abuse contact registered for ${blockOf(range)}`;
const inetOf = (range: string): readonly [string, string] => [
  range.includes(":") ? "inet6num" : "inetnum",
  blockOf(range),
];

const inRipe = ({ handle, name, organisation, country, noc, asn, range, abuse: [abuse = ""] }: Network): string =>
  `% This is the sample WHOIS service.\n\n${about(range)}${abuseOf(range, abuse)}\n\n${rows([
    inetOf(range),
    ["netname", name],
    ["country", country],
    ["org", `ORG-${handle}`],
    ["admin-c", `${handle}-NOC`],
    ["status", "ASSIGNED PA"],
    ["source", "RIPE"],
  ])}\n\n${rows([
    ["role", `${organisation} NOC`],
    ["e-mail", noc],
    ["nic-hdl", `${handle}-NOC`],
    ["abuse-mailbox", abuse],
    ["source", "RIPE"],
  ])}\n\n% Information related to '${range}AS${asn}'\n\n${rows([
    ["route", range],
    ["origin", `AS${asn}`],
    ["source", "RIPE"],
  ])}\n`;

const inArin = ({
  handle,
  name,
  organisation,
  country,
  noc,
  asn,
  range,
  abuse: [abuse = "", ...others],
}: Network): string =>
  `#\n# ARIN WHOIS data and services are subject to the Terms of Use (sample)\n#\n\n${rows([
    ["NetRange", spanOf(range)],
    ["CIDR", range],
    ["NetName", name],
    ["NetType", "Direct Allocation"],
    ["OriginAS", `AS${asn}`],
    ["Organization", `${organisation} (${handle})`],
  ])}\n\n${rows([
    ["OrgName", organisation],
    ["OrgId", handle],
    ["Country", country],
  ])}\n\n${rows([
    ["OrgAbuseHandle", `ABUSE-${handle}-ORG`],
    ["OrgAbuseEmail", others.at(-1) ?? abuse],
    ["OrgTechEmail", noc],
    ...(others.length > 0
      ? ([
          ["RAbuseHandle", `ABUSE-${handle}`],
          ["RAbuseEmail", abuse],
        ] as const)
      : []),
  ])}\n`;

const inApnic = ({ handle, name, organisation, country, noc, range, abuse: [abuse = ""] }: Network): string =>
  `% [sample]\n\n${about(range)}${abuseOf(range, abuse)}\n\n${rows([
    inetOf(range),
    ["netname", name],
    ["descr", organisation],
    ["country", country],
    ["mnt-irt", `IRT-${handle}`],
    ["source", "APNIC"],
  ])}\n\n${rows([
    ["irt", `IRT-${handle}`],
    ["e-mail", noc],
    ["abuse-mailbox", abuse],
    ["remarks", `${abuse} was validated on 2026-09-01`],
    ["source", "APNIC"],
  ])}\n`;

const inLacnic = ({ handle, organisation, country, noc, asn, range, abuse: [abuse = ""] }: Network): string =>
  `% IP Client: 192.0.2.1\n\n${rows([
    ["inetnum", range],
    ["aut-num", `AS${asn}`],
    ["abuse-c", `${handle}A`],
    ["owner", organisation],
    ["country", country],
    ["tech-c", `${handle}T`],
  ])}\n\n${rows([
    ["nic-hdl", `${handle}A`],
    ["person", `${organisation} Abuse`],
    ["e-mail", abuse],
  ])}\n\n${rows([
    ["nic-hdl", `${handle}T`],
    ["person", "Operaciones"],
    ["e-mail", noc],
  ])}\n`;

const inAfrinic = ({ name, organisation, country, range, abuse: [abuse = ""] }: Network): string =>
  `% This is the sample WHOIS service.\n\n${about(range)}${abuse ? abuseOf(range, abuse) : nobodyFor(range)}\n\n${rows([
    inetOf(range),
    ["netname", name],
    ["descr", organisation],
    ["country", country],
    ["source", "AFRINIC"],
  ])}\n`;

const writtenBy = {
  RIPE: inRipe,
  ARIN: inArin,
  APNIC: inApnic,
  LACNIC: inLacnic,
  AFRINIC: inAfrinic,
} as const satisfies Record<Network["registry"], (network: Network) => string>;

/**
 * One network as its registry writes it in WHOIS: RPSL for RIPE, APNIC and AFRINIC, own forms for
 * ARIN and LACNIC.
 */
export const whoisNetwork = (network: Network): string => writtenBy[network.registry](network);

export const whoisCarrier = ({ asn, name, country, abuse, registry }: Carrier): string => {
  if (registry === "ARIN") {
    return `${rows([
      ["ASNumber", String(asn)],
      ["ASName", name.toUpperCase().replace(/\W+/g, "-")],
      ["ASHandle", `AS${asn}`],
    ])}\n\n${rows([
      ["OrgName", name],
      ["Country", country],
      ["OrgAbuseEmail", abuse],
    ])}\n`;
  }
  return `% Information related to 'AS${asn}'\n\n% Abuse contact for 'AS${asn}' is '${abuse}'\n\n${rows([
    ["aut-num", `AS${asn}`],
    ["as-name", name.toUpperCase().replace(/\W+/g, "-")],
    ["country", country],
    ["source", registry],
  ])}\n`;
};

/** As ICANN's registrars write it. */
export const whoisDomain = (domain: Domain, registeredAt: Instant): string => {
  const { name, abuse, ianaId } = registrars[domain.registrar];
  return [
    `Domain Name: ${domain.name.toUpperCase()}`,
    `Registry Domain ID: D-${domain.name.toUpperCase()}`,
    `Creation Date: ${registeredAt}`,
    `Registrar: ${name}`,
    `Registrar IANA ID: ${ianaId}`,
    `Registrar Abuse Contact Email: ${abuse}`,
    "Registrar Abuse Contact Phone: +1.5550100",
    "Domain Status: clientTransferProhibited https://icann.org/epp#clientTransferProhibited",
    "Registrant Email: REDACTED FOR PRIVACY",
    `Name Server: NS1.${domain.name.toUpperCase()}`,
    ">>> Last update of WHOIS database: 2026-11-24T10:00:00Z <<<",
    "",
  ].join("\r\n");
};
