import { type Answer, card, domain, type Expectation, network } from "./answer.ts";

const inetnum = (says: string, body: string, told: Expectation): Answer => ({
  says,
  whois: `inetnum:        192.0.2.0 - 192.0.2.255\nnetname:        NET\ncountry:        NL\n${body}\n`,
  ...told,
});
const remarks = (...lines: readonly string[]) => lines.map((line) => `remarks:        ${line}`).join("\n");
const abuse = ["abuse@isp.example"];
const rdapDomain = (says: string, body: object, told: Expectation): Answer => ({
  says,
  about: "domain",
  rdap: { objectClassName: "domain", ldhName: "bad-shop.example", ...body },
  ...told,
});

/** What the first round left out; written before the readers were tried on it, too. */
export const secondRound: readonly Answer[] = [
  inetnum(
    "two mailboxes in one sentence, each for its own",
    remarks("Contact noc@isp.example for network issues, desk@isp.example for abuse issues"),
    {
      gives: ["desk@isp.example"],
    },
  ),
  inetnum("French", remarks("En cas d'abus, contactez plaintes@isp.example"), { gives: ["plaintes@isp.example"] }),
  inetnum("a form alone", remarks("Abuse reports only via https://isp.example/abuse-form"), {
    gives: [],
    forms: ["https://isp.example/abuse-form"],
    outcome: "found",
  }),
  inetnum("a disguised mailbox", remarks("abuse (at) isp.example"), { gives: abuse }),
  inetnum("upper-case and brackets", remarks("ABUSE: <ABUSE@ISP.EXAMPLE>"), { gives: abuse }),
  inetnum("a mailbox cut off by the next word", remarks("abuse@isp.example,abuse2@isp.example"), {
    gives: ["abuse@isp.example", "abuse2@isp.example"],
  }),
  inetnum(
    "geofeed and peering only",
    remarks("Geofeed https://isp.example/geofeed.csv", "Peering: peering@isp.example"),
    { gives: [], forms: [] },
  ),
  inetnum(
    "a mailbox on a continued line",
    "org:            ORG-1\n\norganisation:   ORG-1\nabuse-mailbox:\n                desk@isp.example",
    {
      gives: ["desk@isp.example"],
    },
  ),
  {
    says: "ARIN's referral and RIPE's answer in one text, as a client leaves them",
    whois:
      "[Querying whois.arin.net]\n[Redirected to whois.ripe.net:43]\n\n" +
      "NetRange:       192.0.0.0 - 192.0.255.255\nNetType:        Allocated to RIPE NCC\n" +
      "OrgId:          RIPE\nReferralServer: whois://whois.ripe.net\nOrgAbuseEmail:  abuse@ripe.net\n\n\n" +
      "[Querying whois.ripe.net]\n[whois.ripe.net]\n" +
      "% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'abuse@isp.example'\n\n" +
      "inetnum:        192.0.2.0 - 192.0.2.255\nnetname:        NET\n",
    gives: abuse,
  },
  {
    says: "LACNIC on an autonomous system",
    whois:
      "aut-num:     AS64500\nowner:       Pampa\nownerid:     AR-1\ncountry:     AR\nowner-c:     OWN\n" +
      "routing-c:   ROU\nabuse-c:     ABU\n\nnic-hdl:     ROU\ne-mail:      routing@isp.example\n\n" +
      "nic-hdl:     ABU\ne-mail:      desk@isp.example\n",
    gives: ["desk@isp.example"],
  },
  {
    says: "LACNIC without abuse-c, a technician whose mailbox says what it is for",
    whois:
      "inetnum:     192.0.2/24\nowner:       Pampa\ntech-c:      TEC\nowner-c:     OWN\n\n" +
      "nic-hdl:     OWN\ne-mail:      dueno@isp.example\n\nnic-hdl: " +
      "    TEC\ne-mail:      abuso@isp.example\n",
    gives: ["abuso@isp.example"],
  },
  {
    says: "ARIN: a comment that names the desk where no desk is listed",
    whois:
      "NetRange:       192.0.2.0 - 192.0.2.255\nNetType:        Reassigned\nCustName:       Tenant\n" +
      "Comment:        Report abuse to desk@isp.example\n",
    gives: ["desk@isp.example"],
  },
  {
    says: "ARIN: spam only to one, everything else to another",
    whois:
      "NetRange:       192.0.2.0 - 192.0.2.255\nOrgId:          X-1\n" +
      "Comment:        spam@isp.example only for spam.\nOrgAbuseEmail:  abuse@isp.example\n",
    gives: abuse,
  },
  {
    says: "ARIN: space that went to APNIC early",
    whois:
      "NetRange:       192.0.2.0 - 192.0.2.255\nNetType:        Early Registrations, Transferred to APNIC\n" +
      "Comment:        This IP address range is not registered in the ARIN database.\n" +
      "Comment:        For details, refer to the APNIC Whois Database via\n" +
      "Comment:        WHOIS.APNIC.NET or http://wq.apnic.net/apnic-bin/whois.pl\nOrgId:          APNIC\n" +
      "ReferralServer: whois://whois.apnic.net\nOrgAbuseEmail:  search-apnic-not-arin@apnic.net\n",
    gives: [],
    outcome: "referral",
    referral: "whois.apnic.net",
  },
  {
    says: "RADB: a route object alone",
    whois:
      "route:      192.0.2.0/24\ndescr:      Net\norigin:     AS64500\n" +
      "remarks:    Abuse: desk@isp.example\nmnt-by:     MAINT-X\nsource:     RADB\n",
    gives: ["desk@isp.example"],
  },
  domain(
    "a carriage return inside the holder's name",
    "Domain Name: BAD-SHOP.EXAMPLE\n" +
      "Registrant Organization: Evil\rRegistrar Abuse Contact Email: evil@bad-shop.example\n" +
      "Registrar: Reg\nRegistrar Abuse Contact Email: abuse@reg.example\n",
    {
      gives: ["abuse@reg.example"],
    },
  ),
  domain(
    "a mailbox and a form",
    "Domain Name: BAD-SHOP.EXAMPLE\nRegistrar: Reg\n" +
      "Registrar Abuse Contact Email: abuse@reg.example or https://reg.example/abuse\n",
    { gives: ["abuse@reg.example"], forms: ["https://reg.example/abuse"] },
  ),
  domain(
    "a heading and an e-mail key below it",
    "domain: bad-shop.example\n\nAbuse Contact:\n   Name: Reg\n   Email: desk@reg.example\n   Phone: +1\n",
    {
      gives: ["desk@reg.example"],
    },
  ),
  domain(
    "sections of two registrars, old and new",
    "Domain Name: BAD-SHOP.EXAMPLE\nRegistrar: New\nRegistrar Abuse Contact Email: abuse@new.example\n" +
      "Previous Registrar: Old\nPrevious Registrar Abuse Contact Email: abuse@old.example\n",
    { gives: ["abuse@new.example"] },
  ),
  domain(
    "Turkey",
    "** Domain Name: bad-shop.example\nDomain Status: Active\n\n** Registrant:\n" +
      "   Hidden upon user request\n\n** Registrar:\nNIC Handle\t\t: reg1\nOrganization Name\t: Reg A.S.\n" +
      "Address\t\t\t: Sokak 1\nPhone\t\t\t: + 90-000\n\n** Domain Servers:\nns1.bad-shop.example\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "Colombia",
    "Domain Name: bad-shop.example\nRegistrar: Reg\nRegistrar Abuse Contact Email: abuse@reg.example\n" +
      "Registrar Abuse Contact Phone:\n>>> Last update of WHOIS database: 2026-11-24T10:00:00Z <<<\n" +
      "The above WHOIS results have been redacted. Report abuse to abuse@registry.example.\n",
    { gives: ["abuse@reg.example"] },
  ),
  domain("nothing but terms, and so no answer", "% Terms of use.\n% abuse@registry.example\n", {
    gives: [],
    outcome: "retry-later",
  }),
  network(
    "a name of IANA's",
    { name: "IANA-BLK", entities: [{ roles: ["administrative"], ...card("abuse@isp.example") }] },
    { gives: [], outcome: "referral" },
  ),
  network(
    "the organisation's remark sends abuse elsewhere only",
    {
      entities: [
        {
          roles: ["registrant"],
          ...card(),
          remarks: [{ description: ["Report abuse ONLY to desk@isp.example"] }],
          entities: [{ roles: ["abuse"], ...card("abuse@isp.example") }],
        },
      ],
    },
    { gives: ["abuse@isp.example", "desk@isp.example"] },
  ),
  network(
    "a form in a remark of the abuse role beside its mailbox",
    {
      entities: [
        {
          roles: ["abuse"],
          ...card("abuse@isp.example"),
          remarks: [{ description: ["Please use our web form https://isp.example/abuse"] }],
        },
      ],
    },
    { gives: abuse, forms: ["https://isp.example/abuse"] },
  ),
  {
    says: "an error inside a 200",
    about: "ip",
    rdap: { errorCode: 429, title: "Too many requests" },
    gives: [],
    outcome: "retry",
  },
  { says: "HTTP 400", about: "ip", status: 400, rdap: { errorCode: 400 }, gives: [], outcome: "refused" },
  { says: "an empty body", about: "domain", rdap: "", gives: [], outcome: "parse-error" },
  { says: "a list in place of an object", about: "domain", rdap: [], gives: [], outcome: "parse-error" },
  rdapDomain(
    "a technical contact inside the registrar whose mailbox says what it is for",
    {
      entities: [
        { roles: ["registrar"], ...card(), entities: [{ roles: ["technical"], ...card("abuse@reg.example") }] },
      ],
    },
    { gives: ["abuse@reg.example"] },
  ),
  rdapDomain(
    "the registrant inside the registrar",
    {
      entities: [
        { roles: ["registrar"], ...card(), entities: [{ roles: ["registrant"], ...card("abuse@bad-shop.example") }] },
      ],
    },
    { gives: [] },
  ),
  rdapDomain(
    "a desk that says it reads no mail",
    {
      entities: [
        {
          roles: ["registrar"],
          ...card(),
          entities: [
            {
              roles: ["abuse"],
              ...card("abuse@reg.example"),
              remarks: [{ description: ["Mail is not read. Use https://reg.example/abuse-form only."] }],
            },
          ],
        },
      ],
    },
    { gives: ["abuse@reg.example"], low: ["abuse@reg.example"], forms: ["https://reg.example/abuse-form"] },
  ),
  rdapDomain(
    "a desk that takes its form only",
    {
      entities: [
        {
          roles: ["registrar"],
          ...card(),
          entities: [
            {
              roles: ["abuse"],
              ...card("abuse@reg.example"),
              remarks: [{ description: ["Use the form only: https://reg.example/abuse-form"] }],
            },
          ],
        },
      ],
    },
    {
      gives: ["abuse@reg.example"],
      low: ["abuse@reg.example"],
      forms: ["https://reg.example/abuse-form"],
    },
  ),
];
