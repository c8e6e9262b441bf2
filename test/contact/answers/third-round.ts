import type { Answer } from "./answer.ts";

type Told = Omit<Answer, "rdap" | "whois" | "about" | "status" | "says">;
const domain = (says: string, whois: string, told: Told): Answer => ({ says, whois, about: "domain", ...told });
const arin = (says: string, body: string, told: Told): Answer => ({
  says,
  whois: `NetRange:       192.0.2.0 - 192.0.2.255\nNetType:        Direct Allocation\nOrgId:          X-1\n${body}\n`,
  ...told,
});
const card = (...emails: readonly string[]) => ({
  vcardArray: [
    "vcard",
    [
      ["version", {}, "text", "4.0"],
      ["fn", {}, "text", "Desk"],
      ...emails.map((email) => ["email", {}, "text", email]),
    ],
  ],
});
const network = (says: string, body: object, told: Told): Answer => ({
  says,
  about: "ip",
  rdap: { objectClassName: "ip network", startAddress: "192.0.2.0", endAddress: "192.0.2.255", ...body },
  ...told,
});

/** Sentences and tables that mean something else than they seem to. */
export const thirdRound: readonly Answer[] = [
  ...(
    [
      "Complaints sent to noc@isp.example will be IGNORED.",
      "noc@isp.example is not for abuse",
      "noc@isp.example: for ARIN use only",
      "Do not send abuse reports to noc@isp.example",
      "Spam complaints to noc@isp.example",
    ] as const
  ).flatMap((words, at): readonly Answer[] => {
    const isForbidden = at < 4;
    const gives = isForbidden ? ["abuse@isp.example"] : ["abuse@isp.example", "noc@isp.example"];
    return [
      network(
        `a block's remark: ${words}`,
        {
          remarks: [{ description: [words] }],
          entities: [{ roles: ["abuse"], ...card("abuse@isp.example", ...(isForbidden ? ["noc@isp.example"] : [])) }],
        },
        { gives },
      ),
      {
        says: `an inetnum's remark: ${words}`,
        whois:
          `inetnum: 192.0.2.0 - 192.0.2.255\nabuse-c: A-1\nremarks: ${words}\n\nrole: A\nnic-hdl: A-1\n` +
          `abuse-mailbox: abuse@isp.example\n${isForbidden ? "abuse-mailbox: noc@isp.example\n" : ""}`,
        gives,
      },
      ...(isForbidden
        ? [
            arin(
              `an ARIN comment: ${words}`,
              `Comment:        ${words}\nRAbuseEmail:    noc@isp.example\nOrgAbuseEmail:  abuse@isp.example`,
              {
                gives: ["abuse@isp.example"],
              },
            ),
          ]
        : []),
    ];
  }),
  network(
    "a desk that says itself that complaints are ignored there",
    {
      entities: [
        {
          roles: ["abuse"],
          ...card("noc@isp.example"),
          remarks: [{ description: ["For ARIN use only. Complaints will be IGNORED."] }],
        },
        { roles: ["registrant"], ...card(), entities: [{ roles: ["abuse"], ...card("abuse@isp.example") }] },
      ],
    },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "a desk that ignores what lacks something, and not what does not",
    {
      entities: [
        {
          roles: ["abuse"],
          ...card("abuse@isp.example"),
          remarks: [
            { description: ["Complaints without logs will be ignored.", "Mail to other addresses will be discarded."] },
          ],
        },
      ],
    },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "words over two lines",
    {
      entities: [{ roles: ["abuse"], ...card("abuse@isp.example", "noc@isp.example") }],
      remarks: [{ description: ["Complaints sent to noc@isp.example", "will be IGNORED."] }],
    },
    { gives: ["abuse@isp.example"] },
  ),
  arin(
    "a mailbox for abuse only is not the only mailbox",
    "Comment:        For abuse issues only: complaints@isp.example\nOrgAbuseEmail:  abuse@isp.example",
    {
      gives: ["abuse@isp.example"],
    },
  ),
  arin(
    "a mailbox that only takes one form of mail is not the only mailbox",
    "Comment:        Abuse desk complaints@isp.example only accepts ARF.\nOrgAbuseEmail:  abuse@isp.example",
    {
      gives: ["abuse@isp.example"],
    },
  ),
  arin(
    "reports only to one",
    "Comment:        Abuse reports are accepted only at complaints@isp.example\nOrgAbuseEmail:  abuse@isp.example",
    {
      gives: ["abuse@isp.example", "complaints@isp.example"],
    },
  ),
  arin(
    "the only mailbox is the listed one",
    "Comment:        Send abuse to abuse@isp.example ONLY.\nOrgAbuseEmail:  abuse@isp.example",
    {
      gives: ["abuse@isp.example"],
      low: [],
    },
  ),
  arin(
    "a network operations centre whose mailbox says what it is for",
    "OrgNOCEmail:    abuse@isp.example\nOrgTechEmail:   tech@isp.example",
    {
      gives: ["abuse@isp.example"],
    },
  ),
  arin(
    "blocks that are not portable, and where to complain",
    "Comment:        ADDRESSES WITHIN THIS BLOCK ARE NON-PORTABLE\n" +
      "Comment:        Abuse complaints: postmaster@isp.example",
    {
      gives: ["postmaster@isp.example"],
    },
  ),
  arin(
    "a desk for copyright beside the one for abuse",
    "Comment:        DMCA notices: copyright@isp.example\nOrgAbuseEmail:  abuse@isp.example",
    {
      gives: ["abuse@isp.example"],
    },
  ),
  {
    says: "ARIN: blocks in the order from small to wide",
    whois:
      "# start\n\nNetRange:       192.0.2.0 - 192.0.2.15\nNetType:        Reassigned\nOrgId:          S-1\n" +
      "OrgAbuseEmail:  abuse@small.example\n\n# end\n\n\n# start\n\n" +
      "NetRange:       192.0.0.0 - 192.0.255.255\nNetType:        Direct Allocation\nOrgId:          W-1\n" +
      "OrgAbuseEmail:  abuse@wide.example\n\n# end\n",
    gives: ["abuse@small.example", "abuse@wide.example"],
  },
  {
    says: "ARIN: IPv6",
    whois:
      "NetRange:       2001:DB8:: - 2001:DB8:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF\nCIDR:           2001:DB8::/32\n" +
      "NetHandle:      NET6-2001-DB8-1\nOrgId:          X-1\nOrgAbuseEmail:  abuse@isp.example\n",
    gives: ["abuse@isp.example"],
  },
  {
    says: "RIPE: an abuse role that names itself a team of another organisation",
    whois:
      "% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'abuse@outsourced.example'\n\n" +
      "inetnum:        192.0.2.0 - 192.0.2.255\nnetname:        NET\norg:            ORG-1\n\n" +
      "organisation:   ORG-1\norg-name:       Net\ne-mail:         abuse@net.example\n",
    gives: ["abuse@outsourced.example", "abuse@net.example"],
  },
  {
    says: "RIPE: a header for the block around only, remarks on the smaller",
    whois:
      "inetnum:        192.0.2.0 - 192.0.2.15\nnetname:        SMALL\n" +
      "remarks:        abuse: desk@small.example\n\n" +
      "% Abuse contact for '192.0.0.0 - 192.0.255.255' is 'abuse@wide.example'\n\n" +
      "inetnum:        192.0.0.0 - 192.0.255.255\nnetname:        WIDE\n",
    gives: ["desk@small.example", "abuse@wide.example"],
  },
  {
    says: "RIPE: keys in large letters, values with comments",
    whois:
      "INETNUM:        192.0.2.0 - 192.0.2.255\nNETNAME:        NET\nABUSE-C:        AB1-RIPE\n\n" +
      "ROLE:           Desk\nNIC-HDL:        ab1-ripe\nABUSE-MAILBOX:  desk@isp.example # our desk\n",
    gives: ["desk@isp.example"],
  },
  {
    says: "RIPE: the words around a mailbox that was cut away",
    whois:
      "inetnum:        192.0.2.0 - 192.0.2.255\nnetname:        NET\nremarks:        abuse reports to:\n" +
      "remarks:\nremarks:        ------\nremarks:        peering@isp.example\n",
    gives: [],
  },
  {
    says: "RIPE: a vulnerability desk",
    whois:
      "inetnum:        192.0.2.0 - 192.0.2.255\nnetname:        NET\n" +
      "remarks:        To report a vulnerability in our products: psirt@isp.example\n",
    gives: [],
  },
  {
    says: "APNIC: a header with two mailboxes",
    whois:
      "% Abuse contact for '203.0.113.0 - 203.0.113.255' is 'abuse@isp.example, security@isp.example'\n\n" +
      "inetnum:        203.0.113.0 - 203.0.113.255\nnetname:        NET\n",
    gives: ["abuse@isp.example", "security@isp.example"],
  },
  {
    says: "LACNIC: a block that NIC.br holds, by both registries' texts in one",
    whois:
      "% Joint Whois - whois.lacnic.net\n%  This server accepts single ASN, IPv4 or IPv6 queries\n\n" +
      "% LACNIC resource: whois.lacnic.net\n% Brazilian resource: whois.nic.br\n\n" +
      "% Copyright (c) Nic.br\n\ninetnum:     198.51.100.0/24\nabuse-c:     JAC12\nowner:       Jacaranda\n" +
      "country:     BR\n\nnic-hdl-br:  JAC12\ne-mail:      abuso@jacaranda.example\n",
    gives: ["abuso@jacaranda.example"],
  },
  domain(
    "a registrar that names its desk for abuse of its WHOIS",
    "Domain Name: bad-shop.example\nRegistrar: Reg\nRegistrar Abuse Contact Email: abuse@reg.example\n\n" +
      "Please contact the WHOIS team at whois-abuse@reg.example in case of abuse of this data.\n",
    {
      gives: ["abuse@reg.example"],
    },
  ),
  domain(
    "an abuse key below the holder's heading",
    "Domain Name: bad-shop.example\n\nRegistrant:\n   Holder\n   Abuse Email: " +
      "abuse@bad-shop.example\n\nRegistrar: Reg\n",
    { gives: [] },
  ),
  domain(
    "an abuse block below the registrar's heading",
    "Domain Name: bad-shop.example\n\nRegistrar:\n   Reg\n   Abuse Email: abuse@reg.example\n" +
      "   Abuse Phone: +1\n\nRegistrant:\n   Holder\n",
    { gives: ["abuse@reg.example"] },
  ),
  domain(
    "a name like the key in the holder's address",
    "Domain Name: bad-shop.example\nRegistrar: Reg\nRegistrar Abuse Contact Email: abuse@reg.example\n" +
      "Registrant Street: Registrar Abuse Contact Email: evil@bad-shop.example\n",
    {
      gives: ["abuse@reg.example"],
    },
  ),
  domain(
    "a vertical tab and a form feed in the holder's name",
    "Domain Name: bad-shop.example\n" +
      "Registrant Name: Evil\u000bRegistrar Abuse Contact Email: evil@bad-shop.example\u000c\n" +
      "Registrar: Reg\nRegistrar Abuse Contact Email: abuse@reg.example\n",
    {
      gives: ["abuse@reg.example"],
    },
  ),
  domain(
    "a line separator in the holder's name",
    "Domain Name: bad-shop.example\n" +
      "Registrant Name: Evil\u2028Registrar Abuse Contact Email: evil@bad-shop.example\nRegistrar: Reg\n" +
      "Registrar Abuse Contact Email: abuse@reg.example\n",
    {
      gives: ["abuse@reg.example"],
    },
  ),
  domain(
    "a mailbox in letters outside ASCII",
    "Domain Name: bad-shop.example\nRegistrar: Reg\nRegistrar Abuse Contact Email: abuse@r\u0435g.example\n",
    {
      gives: [],
    },
  ),
  domain(
    "the registrar's desk given twice, once in large letters",
    "Registrar: Reg\nRegistrar Abuse Contact Email: abuse@reg.example\n" +
      "Registrar Abuse Contact Email: ABUSE@REG.EXAMPLE\n",
    { gives: ["abuse@reg.example"] },
  ),
  domain(
    "a registry's and a registrar's answer in one text",
    "Domain Name: BAD-SHOP.EXAMPLE\nRegistrar WHOIS Server: whois.reg.example\nRegistrar: Reg\n" +
      "Registrar Abuse Contact Email: abuse@registry-copy.example\n\nDomain Name: bad-shop.example\n" +
      "Registrar: Reg\nRegistrar Abuse Contact Email: abuse@reg.example\n",
    {
      gives: ["abuse@registry-copy.example", "abuse@reg.example"],
    },
  ),
  domain(
    "a trouble line with a form",
    "domain:      bad-shop.example\nregistrar:   REG\ntrouble:     Abuse: https://reg.example/abuse\n",
    {
      gives: [],
      forms: ["https://reg.example/abuse"],
      outcome: "found",
    },
  ),
  network(
    "a role that is abuse by an entity's handle alone",
    { entities: [{ handle: "ABUSE3850-ARIN", roles: ["technical"], ...card("desk@isp.example") }] },
    { gives: [] },
  ),
  network(
    "the same mailbox as desk and as technician",
    {
      entities: [
        { roles: ["technical"], ...card("abuse@isp.example") },
        { roles: ["abuse"], ...card("abuse@isp.example") },
      ],
    },
    { gives: ["abuse@isp.example"], low: [] },
  ),
  network(
    "a remark that forbids the desk's mailbox",
    {
      remarks: [{ description: ["Do not send abuse reports to abuse@isp.example"] }],
      entities: [{ roles: ["abuse"], ...card("desk@isp.example") }],
    },
    { gives: ["desk@isp.example"] },
  ),
  network(
    "notices with a registry's inaccuracy form",
    {
      notices: [
        {
          title: "Whois Inaccuracy Reporting",
          links: [{ href: "https://www.arin.net/whois-inaccuracy" }],
          description: ["If you see inaccuracies in the results, please visit: "],
        },
      ],
      entities: [{ roles: ["abuse"], ...card("abuse@isp.example") }],
    },
    { gives: ["abuse@isp.example"], forms: [] },
  ),
  network(
    "an address in the ends of a wider block",
    {
      startAddress: "192.0.0.0",
      endAddress: "192.0.255.255",
      entities: [{ roles: ["abuse"], ...card("abuse@isp.example") }],
    },
    { gives: ["abuse@isp.example"] },
  ),
];
