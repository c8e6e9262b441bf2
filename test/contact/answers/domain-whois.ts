import { type Answer, domain } from "./answer.ts";

/** ICANN's own form, by the Registration Data Policy; `abuse` is the line for the mailbox. */
const icann = (abuse: string) => `Domain Name: BAD-SHOP.EXAMPLE
Registry Domain ID: D1-EXAMPLE
Registrar WHOIS Server: whois.reg.example
Registrar URL: http://www.reg.example
Updated Date: 2026-01-01T00:00:00Z
Registrar: Reg One, Inc.
Registrar IANA ID: 9999
${abuse}
Domain Status: ok https://icann.org/epp#ok
Registrant Organization: Privacy service provided by Withheld
Registrant Email: owner@bad-shop.example
Admin Email: Please query the RDDS service of the Registrar of Record
Tech Email: tech@bad-shop.example
Name Server: NS1.BAD-SHOP.EXAMPLE
DNSSEC: unsigned
URL of the ICANN Whois Inaccuracy Complaint Form: https://www.icann.org/wicf/
>>> Last update of WHOIS database: 2026-11-24T10:00:00Z <<<

For more information on Whois status codes, please visit https://icann.org/epp

Terms of Use: Abuse of this service is monitored. To report misuse write to whois-abuse@registry.example
`;

const referral = "whois.reg.example";
const abuse = ["abuse@reg.example"];

export const domainWhois: readonly Answer[] = [
  domain(
    "ICANN's form",
    icann("Registrar Abuse Contact Email: abuse@reg.example\nRegistrar Abuse Contact Phone: +1.5550100"),
    { gives: abuse, referral },
  ),
  domain("ICANN's form in large letters", icann("REGISTRAR ABUSE CONTACT EMAIL: ABUSE@REG.EXAMPLE"), { gives: abuse }),
  domain("ICANN's form, at in words", icann("Registrar Abuse Contact Email: abuse (at) reg (dot) example"), {
    gives: abuse,
  }),
  domain(
    "ICANN's form, a web form in place of the mailbox",
    icann("Registrar Abuse Contact Email: https://reg.example/abuse"),
    {
      gives: [],
      forms: ["https://reg.example/abuse"],
    },
  ),
  domain(
    "ICANN's form, empty mailbox before the telephone",
    icann("Registrar Abuse Contact Email:\nRegistrar Abuse Contact Phone: +1.5550100"),
    {
      gives: [],
      outcome: "none",
    },
  ),
  domain("ICANN's form, redacted", icann("Registrar Abuse Contact Email: REDACTED FOR PRIVACY"), {
    gives: [],
    outcome: "none",
  }),
  domain("ICANN's form, a placeholder", icann("Registrar Abuse Contact Email: none@none.example"), {
    gives: [],
    outcome: "none",
  }),
  domain(
    "Verisign, thin and indented",
    icann("Registrar Abuse Contact Email: abuse@reg.example").replace(/^/gm, "   ").replaceAll("\n", "\r\n"),
    {
      gives: abuse,
      referral,
    },
  ),
  domain(
    "Verisign of before 2017: a referral alone",
    "\nWhois Server Version 2.0\n\n   Domain Name: BAD-SHOP.EXAMPLE\n   Registrar: REG ONE, INC.\n" +
      "   Sponsoring Registrar IANA ID: 9999\n   Whois Server: whois.reg.example\n" +
      "   Referral URL: http://www.reg.example\n",
    { gives: [], referral },
  ),
  domain(
    "CoCCA",
    "Domain Name: bad-shop.example\nDomain ID: 1-CoCCA\nWHOIS Server: whois.nic.example\n" +
      "Sponsoring Registrar: Reg One\nSponsoring Registrar Email: office@reg.example\n" +
      "Sponsoring Registrar Abuse Email: abuse@reg.example\nSponsoring Registrar Abuse Phone: +1.5550100\n",
    { gives: abuse },
  ),
  domain(
    "Netherlands",
    "Domain name: bad-shop.example\nStatus:      active\n\nReseller:\n   Shop BV\n   Street 1\n" +
      "   Netherlands\n\nRegistrar:\n   Reg BV\n   Street 2\n   Netherlands\n\nAbuse Contact:\n" +
      "   +31.000000000\n   abuse@reg.example\n\nDNSSEC:      yes\n\nDomain nameservers:\n" +
      "   ns1.bad-shop.example\n\nCreation Date: 2001-01-01\n\nRecord maintained by: SIDN BV\n\n" +
      "As the registrant's address is not in the Netherlands, the registrant is\n" +
      "obliged by the General Terms and Conditions for .nl Registrants to use\n" +
      "SIDN's registered office address as a domicile address.\n",
    { gives: abuse },
  ),
  domain(
    "Réunion: trouble lines in a box",
    "domain:      bad-shop.example\nregistrar:   REG ONE\nsource:      FRNIC\n\nrole:        Reg Role\n" +
      "trouble:     ----------------------------\ntrouble:     for more information:\n" +
      "trouble:     Web:   http://www.reg.example\ntrouble:     - network troubles: noc@reg.example\n" +
      "trouble:     - SPAM:             abuse@reg.example\ntrouble:     ----------------------------\n",
    { gives: abuse },
  ),
  domain(
    "Chile",
    "Domain name: bad-shop.example\nRegistrant name: Dueño\nRegistrar name: NIC Chile\n" +
      "Registrar URL: https://www.nic.example\nRegistry abuse contact: abuse@nic.example\n",
    { gives: [] },
  ),
  domain(
    "Slovakia: registrar with a mailbox that says what it is for",
    "Domain:                       bad-shop.example\nRegistrant:                   H-1\n" +
      "Registrar:                    REG-0001\nDomain Status:                ok\n\n" +
      "Registrar:                    REG-0001\nName:                         Reg s.r.o.\n" +
      "Organization:                 Reg s.r.o.\nPhone:                        +421.000\n" +
      "Email:                        abuse@reg.example\nStreet:                       Ulica 1\n\n" +
      "Contact:                      H-1\nName:                         Holder\n" +
      "Email:                        security@bad-shop.example\n",
    { gives: abuse },
  ),
  domain(
    "Lithuania: registrar's mailbox by key",
    "Domain:\t\t\tbad-shop.example\nStatus:\t\t\tregistered\n\nRegistrar:\t\tReg UAB\n" +
      "Registrar website:\thttp://reg.example\nRegistrar email:\tabuse@reg.example\n\n" +
      "Contact organization:\tHolder\nContact email:\t\tabuse@bad-shop.example\n",
    { gives: abuse },
  ),
  domain(
    "Latvia: sections in brackets",
    "[Domain]\nDomain: bad-shop.example\nStatus: active\n\n[Holder]\nType: Natural person\n\n[Tech]\n" +
      "Type: Legal person\nEmail: abuse@bad-shop.example\n\n[Registrar]\nType: Legal person\n" +
      "Name: Reg SIA\nEmail: abuse@reg.example\n\n[Nservers]\nNserver: ns1.bad-shop.example\n",
    { gives: abuse },
  ),
  domain(
    "Hong Kong: registrar's contact information",
    "Domain Name:  BAD-SHOP.EXAMPLE\n\nBundled Domain Name:\n\nDomain Status: " +
      "Active\n\nRegistrar Name: Reg Limited\n" +
      "Registrar Contact Information: Email: abuse@reg.example Hotline: +852-0000\n\nReseller:\n\n" +
      "Registrant Contact Information:\n\nCompany English Name: HOLDER\nEmail: abuse@bad-shop.example\n",
    { gives: abuse },
  ),
  domain(
    "Britain",
    "\n    Domain name:\n        bad-shop.example\n\n    Data validation:\n" +
      "        Nominet was able to match the registrant's name and address\n\n    Registrar:\n" +
      "        Reg Ltd [Tag = REG]\n        URL: https://www.reg.example\n\n    Relevant dates:\n" +
      "        Registered on: 01-Jan-2001\n\n" +
      "    This information is provided. To report abuse see abuse@nominet.example\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "Switzerland of old: registrar's block with a mailbox that says what it is for",
    "whois: This information is subject to an Acceptable Use Policy.\n" +
      "See https://www.nic.ch/terms/aup/\n\nDomain name:\nbad-shop.example\n\nHolder of domain name:\n" +
      "Holder\nCH-1000 Ort\nSwitzerland\n\nTechnical contact:\nabuse@bad-shop.example\n\nRegistrar:\n" +
      "Reg AG\nabuse@reg.example\n\nDNSSEC:N\n\nName servers:\nns1.bad-shop.example\n",
    { gives: abuse },
  ),
  domain(
    "Japan, public contact and an abuse line",
    "Domain Information:\n[Domain Name]                   BAD-SHOP.EXAMPLE\n" +
      "[Registrant]                    Holder\n\nContact Information:\n" +
      "[Name]                          Reg Privacy\n[Email]                         privacy@reg.example\n" +
      "[Registrar Abuse Contact Email] abuse@reg.example\n",
    { gives: abuse },
  ),
  domain(
    "Indonesia: sponsoring registrar by key",
    "Domain ID:PANDI-1\nDomain Name:BAD-SHOP.EXAMPLE\nSponsoring Registrar Organization:Reg PT\n" +
      "Sponsoring Registrar URL:www.reg.example\nSponsoring Registrar Contact Email:abuse@reg.example\n" +
      "Registrant Email:owner@bad-shop.example\n",
    { gives: abuse },
  ),
  domain(
    "IANA on a top-level domain",
    "% IANA WHOIS server\n% for more information on IANA, visit http://www.iana.org\n\n" +
      "refer:        whois.nic.example\n\ndomain:       EXAMPLE\n\norganisation: Registry\n\n" +
      "contact:      administrative\ne-mail:       admin@registry.example\n\n" +
      "whois:        whois.nic.example\n",
    { gives: [], outcome: "referral", referral: "whois.nic.example" },
  ),
  domain(
    "an abuse address in the registrar's street",
    "Domain Name: bad-shop.example\nRegistrar: Reg\nabuse-postal: PO Box 1, abuse@postal.example\n",
    {
      gives: [],
    },
  ),
  domain(
    "a privacy service in the place of the desk",
    icann("Registrar Abuse Contact Email: abuse@domainsbyproxy.com"),
    { gives: [] },
  ),
  ...(
    [
      [
        "Switzerland: not this client",
        "Requests of this client are not permitted. Please use https://www.nic.ch/whois/ for queries.\n",
      ],
      [
        "Europe: a grace period",
        "% The service is provided for information only.\n%\n% WHOIS bad-shop.example\n" +
          "-1: Still in grace period, wait 7777 seconds\n",
      ],
      ["Europe: a quarantine", "% WHOIS bad-shop.example\n-2: Still in quarantine, wait 86400 seconds\n"],
      [
        "New Zealand: a limit",
        "% Domain Name Registry Limited\n%\nversion: 5.00\ndomain_name: bad-shop.example\n" +
          "query_status: 440 Request Denied\n%\n",
      ],
      ["the Netherlands: a minute", "whois.registry.example: maximum number of requests per minute exceeded\n"],
      ["words that no reader knows", "Zu viele Fragen, bitte spaeter.\n"],
    ] as const
  ).map(([says, text]) => domain(says, text, { gives: [], outcome: "retry-later" })),
  ...(
    [
      ["France", "%% NOT FOUND\n"],
      ["Germany", "Domain: bad-shop.example\nStatus: free\n"],
      ["Belgium", "Domain:\tbad-shop.example\nStatus:\tAVAILABLE\n"],
      ["Switzerland", "We do not have an entry in our database matching your query.\n"],
      ["Mexico", "No_Se_Encontro_El_Objeto/Object_Not_Found\n"],
      ["Chile", "bad-shop.example: no existe\n"],
      ["Argentina", "El dominio no se encuentra registrado en NIC Argentina\n"],
      ["Hong Kong", "The domain has not been registered.\n"],
      ["Latvia", "[Domain]\nDomain: bad-shop.example\nStatus: free\n"],
    ] as const
  ).map(([says, text]) => domain(`${says}: no such domain`, text, { gives: [], outcome: "not-found" })),
];
