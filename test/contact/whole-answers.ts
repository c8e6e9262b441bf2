import { entity, rdapNetwork } from "../support/sources.ts";

/**
 * A whole answer as a registry or registrar writes it, on reserved names, as a line of
 * `takedown read-contacts` has it, and what has to come of it.
 */
export type WholeAnswer = {
  readonly id: string;
  readonly kind: "rdap-ip" | "rdap-autnum" | "rdap-domain" | "rdap-entity" | "whois-ip" | "whois-domain";
  readonly query: string;
  readonly raw: unknown;
  readonly raw_b64?: string;
  readonly http_status?: number;
  readonly http_headers?: Readonly<Record<string, string>>;
  /** Mailboxes that are named for abuse, best first. */
  readonly contacts: readonly string[];
  readonly forms?: readonly string[];
  readonly outcome: string;
};

const ip = { kind: "rdap-ip", query: "192.0.2.7" } as const;
const whoisIp = { kind: "whois-ip", query: "192.0.2.7" } as const;
const domain = { kind: "rdap-domain", query: "shop.example" } as const;
const whoisDomain = { kind: "whois-domain", query: "shop.example" } as const;
const range = ["192.0.2.0", "192.0.2.255"] as const;
const terms = [{ title: "Terms", description: ["Report inaccuracy to help@registry.example."] }];

const latin =
  "% Joint WHOIS\n\ninetnum:     192.0.2.0/24\nowner:       Jo\xe3o Exemplo\nabuse-c:     JOE1\n\n" +
  "nic-hdl:     JOE1\nperson:      Jo\xe3o\ne-mail:      abuse@isp.example\n";

export const wholeAnswers: readonly WholeAnswer[] = [
  {
    ...ip,
    id: "a network with its desk inside its holder, a technical desk and the registry's terms",
    raw: rdapNetwork(
      range,
      [
        entity(["registrant"], undefined, {
          handle: "HOLDER-1",
          entities: [entity(["technical"], "noc@isp.example"), entity(["abuse"], "abuse@isp.example")],
        }),
      ],
      { rdapConformance: ["rdap_level_0"], notices: terms, port43: "whois.registry.example" },
    ),
    contacts: ["abuse@isp.example"],
    outcome: "found",
  },
  {
    ...ip,
    id: "a network whose remarks name a mailbox for abuse and the operator of a list",
    raw: rdapNetwork(range, [entity(["technical"], "noc@isp.example")], {
      remarks: [
        { title: "remarks", description: ["Abuse reports: abuse@isp.example", "Routing: peering@isp.example"] },
      ],
    }),
    contacts: ["abuse@isp.example"],
    outcome: "found",
  },
  {
    ...ip,
    id: "a network of a person alone",
    raw: rdapNetwork(range, [entity(["administrative"], "person@home.example")]),
    contacts: [],
    outcome: "found",
  },
  {
    kind: "rdap-autnum",
    query: "AS64500",
    id: "a system with its desk beside its sponsor's",
    raw: {
      objectClassName: "autnum",
      handle: "AS64500",
      startAutnum: 64500,
      endAutnum: 64500,
      entities: [
        entity(["sponsor"], undefined, { entities: [entity(["abuse"], "abuse@sponsor.example")] }),
        entity(["abuse"], "abuse@system.example"),
      ],
    },
    contacts: ["abuse@system.example", "abuse@sponsor.example"],
    outcome: "found",
  },
  {
    kind: "rdap-entity",
    query: "ABUSE1-EXAMPLE",
    id: "an entity on its own",
    raw: entity([], "abuse@isp.example", { handle: "ABUSE1-EXAMPLE", notices: terms }),
    contacts: ["abuse@isp.example"],
    outcome: "found",
  },
  {
    ...domain,
    id: "a domain of a registrar, with a registrant behind a privacy service",
    raw: {
      objectClassName: "domain",
      ldhName: "SHOP.EXAMPLE",
      notices: terms,
      entities: [
        entity(["registrant"], "a1b2c3@privacy.example"),
        entity(["registrar"], "office@reg.example", { entities: [entity(["abuse"], "abuse@reg.example")] }),
      ],
    },
    contacts: ["abuse@reg.example"],
    outcome: "found",
  },
  {
    ...ip,
    id: "a limit told by the status",
    raw: { errorCode: 429, title: "Too Many Requests", description: ["Ask help@registry.example for more."] },
    http_status: 429,
    http_headers: { "Retry-After": "60" },
    contacts: [],
    outcome: "retry",
  },
  {
    ...ip,
    id: "a body that was cut",
    raw: '{"objectClassName":"ip network","ent',
    contacts: [],
    outcome: "parse-error",
  },
  {
    ...domain,
    id: "a name that is not there",
    raw: { errorCode: 404, title: "Not Found" },
    http_status: 404,
    contacts: [],
    outcome: "not-found",
  },
  {
    ...whoisIp,
    id: "a block, its organisation and its desk, under a registry's banner",
    raw:
      "% This is the registry's database. Contact help@registry.example for its service.\n\n" +
      "% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'abuse@isp.example'\n\n" +
      "inetnum:        192.0.2.0 - 192.0.2.255\nnetname:        EXAMPLE\norg:            ORG-1\nabuse-c:        AC1\n" +
      "notify:         changes@isp.example\n\n" +
      "organisation:   ORG-1\nabuse-c:        AC1\ne-mail:         office@isp.example\n\n" +
      "role:           Desk\nnic-hdl:        AC1\nabuse-mailbox:  abuse@isp.example\n",
    contacts: ["abuse@isp.example"],
    outcome: "found",
  },
  {
    ...whoisIp,
    id: "two blocks in one another, each with a desk: the nearer answers",
    raw:
      "NetRange:       192.0.0.0 - 192.0.255.255\nNetName:        WIDE\nOrgName:        Carrier\n" +
      "OrgAbuseEmail:  abuse@carrier.example\nOrgTechEmail:   noc@carrier.example\n\n# end\n\n# start\n\n" +
      "NetRange:       192.0.2.0 - 192.0.2.255\nNetName:        NEAR\nCustName:       Customer\n" +
      "RAbuseEmail:    abuse@customer.example\n",
    contacts: ["abuse@customer.example"],
    outcome: "found",
  },
  {
    ...whoisIp,
    id: "an answer in Latin-1",
    raw: latin,
    raw_b64: Buffer.from(latin, "latin1").toString("base64"),
    contacts: ["abuse@isp.example"],
    outcome: "found",
  },
  {
    ...whoisIp,
    id: "a refusal for asking too often",
    raw: "%ERROR:201: access denied for 203.0.113.5\n%\n% Queries from your address have passed the daily limit.\n",
    contacts: [],
    outcome: "retry-later",
  },
  { ...whoisIp, id: "an empty answer", raw: "", contacts: [], outcome: "parse-error" },
  {
    ...whoisDomain,
    id: "a domain as ICANN asks registrars to write it",
    raw:
      "Domain Name: SHOP.EXAMPLE\r\nRegistrar WHOIS Server: whois.reg.example\r\n" +
      "Registrar URL: https://reg.example\r\n" +
      "Registrar: Reg\r\nRegistrar IANA ID: 9999\r\nRegistrar Abuse Contact Email: abuse@reg.example\r\n" +
      "Registrar Abuse Contact Phone: +1.5550100\r\nRegistrant Email: owner@shop.example\r\n" +
      "Tech Email: https://reg.example/contact?d=shop.example\r\n" +
      ">>> Last update of WHOIS database: 2026-11-24T10:00:00Z <<<\r\nFor more: help@registry.example\r\n",
    contacts: ["abuse@reg.example"],
    outcome: "found",
  },
  {
    ...whoisDomain,
    id: "a domain whose registrar takes reports by a form",
    raw: "Domain Name: SHOP.EXAMPLE\nRegistrar: Reg\nRegistrar Abuse Contact Email: https://reg.example/abuse\n",
    contacts: [],
    forms: ["https://reg.example/abuse"],
    outcome: "found",
  },
  {
    ...whoisDomain,
    id: "a registry that knows the server alone",
    raw: "Whois Server: whois.reg.example\n",
    contacts: [],
    outcome: "referral",
  },
  {
    ...whoisDomain,
    id: "a domain that nobody has",
    raw: 'No match for "SHOP.EXAMPLE".\n>>> Last update of WHOIS database: 2026-11-24T10:00:00Z <<<\n',
    contacts: [],
    outcome: "not-found",
  },
];
