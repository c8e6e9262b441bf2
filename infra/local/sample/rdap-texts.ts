import ipaddr from "ipaddr.js";
import type { Instant } from "../../../functions/kernel/instant.ts";
import { type Carrier, carriers, type Domain, type Network, registrars } from "./world.ts";

type Json = Readonly<Record<string, unknown>>;

/** A jCard (RFC 7095): each property is [name, parameters, type, value]. */
const card = (
  name: string,
  mails: readonly (readonly [email: string, parameters?: Json])[] = [],
  kind = "group",
  country?: string,
): unknown => [
  "vcard",
  [
    ["version", {}, "text", "4.0"],
    ["fn", {}, "text", name],
    ["kind", {}, "text", kind],
    ...(country ? [["adr", { label: `1 Example Street\n${country}` }, "text", ["", "", "", "", "", "", ""]]] : []),
    ...mails.map(([email, parameters]) => ["email", parameters ?? {}, "text", email]),
  ],
];
const entity = (handle: string, roles: readonly string[], vcardArray: unknown, more: Json = {}): Json => ({
  objectClassName: "entity",
  handle,
  roles,
  vcardArray,
  ...more,
});

export const bounds = (range: string): { readonly first: string; readonly last: string; readonly bits: number } => {
  const [base, bits] = ipaddr.parseCIDR(range);
  const kind = base.kind() === "ipv4" ? ipaddr.IPv4 : ipaddr.IPv6;
  return { first: kind.networkAddressFromCIDR(range).toString(), last: lastAddress(base, bits), bits };
};
const lastAddress = (base: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string => {
  const bytes = base.toByteArray().map((byte, at) => byte | (0xff >> Math.min(8, Math.max(0, bits - at * 8))));
  return ipaddr.fromByteArray(bytes).toString();
};

const whoisServers = {
  RIPE: "whois.ripe.net",
  ARIN: "whois.arin.net",
  APNIC: "whois.apnic.net",
  LACNIC: "whois.lacnic.net",
  AFRINIC: "whois.afrinic.net",
} as const;

/** Who is named, as each registry writes it; contacts.md 4.3 tells the shapes apart. */
const entitiesOf = ({ registry, handle, organisation, country, abuse, noc }: Network): readonly Json[] => {
  const [first, ...others] = abuse;
  const registrant = (more: Json = {}) =>
    entity(`ORG-${handle}`, ["registrant"], card(organisation, [], "org", country), more);
  if (first === undefined) return [registrant()];
  switch (registry) {
    case "RIPE":
      // Two mails: the untyped one is the role's, the one of type "abuse" is the abuse-mailbox.
      return [
        registrant(),
        entity(`${handle}-NOC`, ["technical"], card(`${organisation} NOC`, [[noc]])),
        entity(
          `${handle}-ABUSE`,
          ["abuse"],
          card(`${organisation} Abuse`, [
            [noc, { type: "email" }],
            [first, { type: "abuse" }],
          ]),
        ),
      ];
    case "ARIN":
      // The organisation's desk is nested under it; the network's own stands beside and is the more
      // exact one.
      return [
        registrant({
          entities: [
            entity(`ABUSE-${handle}-ORG`, ["abuse"], card(`${organisation} Abuse`, [[others.at(-1) ?? first]])),
          ],
        }),
        ...(others.length > 0
          ? [entity(`ABUSE-${handle}`, ["abuse"], card(`${handle} Network Abuse`, [[first]]))]
          : []),
        entity(`NOC-${handle}`, ["technical"], card("Network Operations", [[noc]])),
      ];
    case "APNIC":
      return [
        entity(`IRT-${handle}`, ["abuse"], card(`IRT-${handle}`, [[first, { pref: "1" }]]), {
          remarks: [{ title: "remarks", description: [`${first} was validated on 2026-09-01`] }],
        }),
        entity(`${handle}-AP`, ["technical", "administrative"], card(`${organisation} administrator`, [[noc]])),
      ];
    case "LACNIC":
      return [
        registrant(),
        entity(`${handle}A`, ["abuse"], card(`${organisation} Abuse`, [[first]])),
        entity(`${handle}T`, ["technical"], card("Operaciones", [[noc]])),
      ];
    case "AFRINIC":
      return [
        registrant(),
        entity(`${handle}-AFRINIC`, ["technical", "abuse"], card(`${organisation} Abuse`, [[first]])),
      ];
    default:
      return registry satisfies never;
  }
};

const common = (registry: Network["registry"]): Json => ({
  rdapConformance: ["rdap_level_0", "cidr0", "arin_originas0"],
  notices: [{ title: "Sample", description: ["This answer was made up. Nobody in it exists."] }],
  port43: whoisServers[registry],
  events: [{ eventAction: "last changed", eventDate: "2026-05-04T10:00:00Z" }],
});

export const rdapNetwork = (network: Network, base: string): Json => {
  const { first, last, bits } = bounds(network.range);
  const carrier = carriers.find(({ asn }) => asn === network.asn);
  const version = network.range.includes(":") ? "v6" : "v4";
  const link = (rel: string, path: string) => ({
    rel,
    href: `${base}${path}`,
    value: `${base}ip/${network.range}`,
    type: "application/rdap+json",
  });
  return {
    ...common(network.registry),
    objectClassName: "ip network",
    handle: `${first} - ${last}`,
    startAddress: first,
    endAddress: last,
    ipVersion: version,
    name: network.name,
    type: "ASSIGNED PA",
    country: network.country,
    status: ["active"],
    cidr0_cidrs: [{ [`${version}prefix`]: first, length: bits }],
    arin_originas0_originautnums: [network.asn],
    entities: entitiesOf(network),
    links: [
      link("self", `ip/${first}`),
      ...(carrier && carrier.range !== network.range ? [link("up", `ip/${carrier.range}`)] : []),
    ],
  };
};

export const rdapAutnum = (carrier: Carrier, base: string): Json => ({
  ...common(carrier.registry),
  objectClassName: "autnum",
  handle: `AS${carrier.asn}`,
  startAutnum: carrier.asn,
  endAutnum: carrier.asn,
  name: carrier.name.toUpperCase().replace(/\W+/g, "-"),
  country: carrier.country,
  entities: [
    entity(
      `ABUSE-AS${carrier.asn}`,
      ["abuse"],
      card(`${carrier.name} Abuse`, [[carrier.abuse, carrier.registry === "RIPE" ? { type: "abuse" } : {}]]),
    ),
  ],
  links: [
    {
      rel: "self",
      href: `${base}autnum/${carrier.asn}`,
      value: `${base}autnum/${carrier.asn}`,
      type: "application/rdap+json",
    },
  ],
});

/** gTLD style: the registrar, and nested in it its abuse desk. */
export const rdapDomain = (domain: Domain, base: string, registeredAt: Instant): Json => {
  const { name, abuse, ianaId } = registrars[domain.registrar];
  return {
    rdapConformance: ["rdap_level_0", "icann_rdap_response_profile_1"],
    objectClassName: "domain",
    handle: `D-${domain.name.toUpperCase()}`,
    ldhName: domain.name,
    status: ["client transfer prohibited"],
    events: [{ eventAction: "registration", eventDate: registeredAt }],
    entities: [
      entity(ianaId, ["registrar"], card(name, [], "org"), {
        publicIds: [{ type: "IANA Registrar ID", identifier: ianaId }],
        entities: [entity("", ["abuse"], card(`${name} Abuse`, [[abuse]]))],
      }),
      entity("", ["registrant"], card("REDACTED FOR PRIVACY", [], "individual"), {
        remarks: [
          { title: "REDACTED FOR PRIVACY", description: ["Some of the data in this object has been removed."] },
        ],
      }),
    ],
    links: [
      {
        rel: "self",
        href: `${base}domain/${domain.name}`,
        value: `${base}domain/${domain.name}`,
        type: "application/rdap+json",
      },
    ],
  };
};
