import { type Answer, card, domain, type Expectation, network } from "./answer.ts";

const arin = (says: string, body: string, told: Expectation): Answer => ({
  says,
  whois: `NetRange:       192.0.2.0 - 192.0.2.255\nNetType:        Direct Allocation\nOrgId:          X-1\n${body}\n`,
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
    "reports only to one",
    "Comment:        Abuse reports are accepted only at complaints@isp.example\nOrgAbuseEmail:  abuse@isp.example",
    {
      gives: ["abuse@isp.example", "complaints@isp.example"],
    },
  ),
  arin(
    "a network operations centre whose mailbox says what it is for",
    "OrgNOCEmail:    abuse@isp.example\nOrgTechEmail:   tech@isp.example",
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
    says: "RIPE: a header for the block around only, remarks on the smaller",
    whois:
      "inetnum:        192.0.2.0 - 192.0.2.15\nnetname:        SMALL\n" +
      "remarks:        abuse: desk@small.example\n\n" +
      "% Abuse contact for '192.0.0.0 - 192.0.255.255' is 'abuse@wide.example'\n\n" +
      "inetnum:        192.0.0.0 - 192.0.255.255\nnetname:        WIDE\n",
    gives: ["desk@small.example", "abuse@wide.example"],
  },
  {
    says: "RIPE: the words around a mailbox that was cut away",
    whois:
      "inetnum:        192.0.2.0 - 192.0.2.255\nnetname:        NET\nremarks:        abuse reports to:\n" +
      "remarks:\nremarks:        ------\nremarks:        peering@isp.example\n",
    gives: [],
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
    "an abuse key below the holder's heading",
    "Domain Name: bad-shop.example\n\nRegistrant:\n   Holder\n   Abuse Email: " +
      "abuse@bad-shop.example\n\nRegistrar: Reg\n",
    { gives: [] },
  ),
  domain(
    "the registrar's desk given twice, once in large letters",
    "Registrar: Reg\nRegistrar Abuse Contact Email: abuse@reg.example\n" +
      "Registrar Abuse Contact Email: ABUSE@REG.EXAMPLE\n",
    { gives: ["abuse@reg.example"] },
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
];
