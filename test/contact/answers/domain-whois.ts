import type { Answer } from "./answer.ts";

type Told = Omit<Answer, "rdap" | "whois" | "about" | "status" | "says">;
const domain = (says: string, whois: string, told: Told): Answer => ({ says, whois, about: "domain", ...told });

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
  domain("ICANN's form, no space after the colon", icann("Registrar Abuse Contact Email:abuse@reg.example"), {
    gives: abuse,
  }),
  domain("ICANN's form in small letters", icann("registrar abuse contact email: abuse@reg.example"), { gives: abuse }),
  domain("ICANN's form in large letters", icann("REGISTRAR ABUSE CONTACT EMAIL: ABUSE@REG.EXAMPLE"), { gives: abuse }),
  domain("ICANN's form with a tab", icann("Registrar Abuse Contact Email:\tabuse@reg.example"), { gives: abuse }),
  domain("ICANN's form, spaces before the colon", icann("Registrar Abuse Contact Email : abuse@reg.example"), {
    gives: abuse,
  }),
  domain("ICANN's form, dots before the colon", icann("Registrar Abuse Contact Email......: abuse@reg.example"), {
    gives: abuse,
  }),
  domain("ICANN's form, a closing full stop", icann("Registrar Abuse Contact Email: abuse@reg.example."), {
    gives: abuse,
  }),
  domain("ICANN's form, in angle brackets", icann("Registrar Abuse Contact Email: <abuse@reg.example>"), {
    gives: abuse,
  }),
  domain("ICANN's form, as a mailto", icann("Registrar Abuse Contact Email: mailto:abuse@reg.example"), {
    gives: abuse,
  }),
  domain("ICANN's form, name and mailbox", icann('Registrar Abuse Contact Email: "Abuse Desk" <abuse@reg.example>'), {
    gives: abuse,
  }),
  domain("ICANN's form, two mailboxes", icann("Registrar Abuse Contact Email: abuse@reg.example, phish@reg.example"), {
    gives: ["abuse@reg.example", "phish@reg.example"],
  }),
  domain("ICANN's form, at in square brackets", icann("Registrar Abuse Contact Email: legalservices[at]reg.example"), {
    gives: ["legalservices@reg.example"],
  }),
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
  domain("ICANN's form, a mailbox that nobody reads", icann("Registrar Abuse Contact Email: noreply@reg.example"), {
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
    "a reseller's desk beside the registrar's",
    icann(
      "Reseller: Shop\nReseller Abuse Contact Email: abuse@reseller.example\n" +
        "Registrar Abuse Contact Email: abuse@reg.example",
    ),
    { gives: ["abuse@reg.example"] },
  ),
  domain(
    "CoCCA",
    "Domain Name: bad-shop.example\nDomain ID: 1-CoCCA\nWHOIS Server: whois.nic.example\n" +
      "Sponsoring Registrar: Reg One\nSponsoring Registrar Email: office@reg.example\n" +
      "Sponsoring Registrar Abuse Email: abuse@reg.example\nSponsoring Registrar Abuse Phone: +1.5550100\n",
    { gives: abuse },
  ),
  domain(
    "CoCCA of old: registrar's customer service alone",
    "Domain Name: bad-shop.example\nRegistrar: Reg One\n" +
      "Registrar Customer Service Email: help@reg.example\nCreated: 2001\n",
    { gives: [] },
  ),
  domain(
    "Ukraine",
    "% This is the Ukrainian Whois query server #F.\n% The Whois is subject to Terms of use\n%\n" +
      "domain:           bad-shop.example\nlicense:          000000\nmnt-by:           ua.reg\n" +
      "status:           ok\nsource:           UAEPP\n\n% Registrar:\n% ==========\n" +
      "registrar:        ua.reg\norganization:     Reg LLC\nurl:              http://reg.example\n" +
      "city:             Kyiv\ncountry:          UA\nabuse-email:      abuse@reg.example\n" +
      "abuse-phone:      +380000000000\nabuse-postal:     Kyiv\nsource:           UAEPP\n\n% Registrant:\n" +
      "% ===========\nperson:           n/a\ne-mail: " +
      "          owner@bad-shop.example\nsource:           UAEPP\n",
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
    "Netherlands, the mailbox beside the heading",
    "Domain name: bad-shop.example\n\nAbuse Contact: abuse@reg.example\n\nDNSSEC:      no\n",
    {
      gives: abuse,
    },
  ),
  domain(
    "Netherlands, an empty block",
    "Domain name: bad-shop.example\nRegistrar:\n   Reg BV\n\nAbuse Contact:\n\nDNSSEC:      no\n\n" +
      "Domain nameservers:\n   hostmaster@bad-shop.example\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "France: registrar's object, no trouble line",
    "%%\n%% This is the AFNIC Whois server.\n%%\n\ndomain:                        bad-shop.example\n" +
      "status:                        ACTIVE\nholder-c:                      ANO00-FRNIC\n" +
      "tech-c:                        R1-FRNIC\nregistrar:                     REG ONE\n" +
      "source:                        FRNIC\n\nregistrar:                     REG ONE\n" +
      "address:                       Rue 1\ncountry:                       FR\n" +
      "phone:                         +33.000\ne-mail:                        support@reg.example\n" +
      "website:                       http://www.reg.example\nanonymous:                     No\n" +
      "source:                        FRNIC\n\nnic-hdl:                       R1-FRNIC\n" +
      "type:                          ROLE\ncontact:                       Reg tech\n" +
      "e-mail:                        tech@reg.example\nsource:                        FRNIC\n",
    { gives: [] },
  ),
  domain(
    "France: registrar's object with a mailbox that says what it is for",
    "domain:                        bad-shop.example\nholder-c:                      H1-FRNIC\n" +
      "registrar:                     REG ONE\nsource:                        FRNIC\n\n" +
      "registrar:                     REG ONE\naddress:                       Rue 1\n" +
      "e-mail:                        abuse@reg.example\nsource:                        FRNIC\n\n" +
      "nic-hdl:                       H1-FRNIC\ncontact:                       Holder\n" +
      "e-mail:                        abuse@bad-shop.example\nsource:                        FRNIC\n",
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
    "Tokelau",
    "\n   Domain name:\n      BAD-SHOP.EXAMPLE\n\n   Organisation:\n      Dot Reg B.V.\n" +
      "      Dot Reg administrator\n      P.O. Box 1\n      Phone: +31 0\n" +
      "      E-mail: abuse: abuse@reg.example, copyright infringement: copyright@reg.example\n\n" +
      "   Domain Nameservers:\n      NS1.BAD-SHOP.EXAMPLE\n",
    { gives: abuse },
  ),
  domain(
    "Chile",
    "Domain name: bad-shop.example\nRegistrant name: Dueño\nRegistrar name: NIC Chile\n" +
      "Registrar URL: https://www.nic.example\nRegistry abuse contact: abuse@nic.example\n",
    { gives: [] },
  ),
  domain(
    "Ireland",
    "Domain Name: bad-shop.example\nRegistrar: Reg Ltd\nRegistrar Abuse Contact: " +
      "abuse@reg.example\nDomain Status: ok\n",
    { gives: abuse },
  ),
  domain(
    "Germany: nothing but the status",
    "Domain: bad-shop.example\nNserver: ns1.bad-shop.example\nStatus: connect\nChanged: 2020-01-01T00:00:00+01:00\n",
    {
      gives: [],
      outcome: "none",
    },
  ),
  domain(
    "Germany of old: technical and zone contact",
    "Domain: bad-shop.example\nStatus: connect\n\n[Tech-C]\nType: ROLE\nName: Hostmaster\n" +
      "Email: hostmaster@bad-shop.example\n\n[Zone-C]\nType: ROLE\nName: Hostmaster\n" +
      "Email: hostmaster@bad-shop.example\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "Austria",
    "% Copyright (c)2026 by NIC.AT (1)\n\ndomain:         bad-shop.example\n" +
      "registrar:      Reg GmbH ( https://nic.at/registrar/1 )\nregistrant:     X1-NICAT\n" +
      "tech-c:         X2-NICAT\nsource:         AT-DOM\n\npersonname:     Tech\nnic-hdl:        X2-NICAT\n" +
      "e-mail:         tech@bad-shop.example\nsource:         AT-DOM\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "Poland: registrar's postal block",
    "\nDOMAIN NAME:           bad-shop.example\nregistrant type:       organization\n" +
      "nameservers:           ns1.bad-shop.example. [192.0.2.1]\n" +
      "created:               2001.01.01 00:00:00\n\nREGISTRAR:\nReg S.A.\nul. Jasna 1\nPolska/Poland\n" +
      "+48.000\nabuse@reg.example\n\nWHOIS database responses: https://dns.pl/en/whois\n",
    { gives: abuse },
  ),
  domain(
    "Poland: registrar's general mailbox",
    "DOMAIN NAME:           bad-shop.example\n\nREGISTRAR:\nReg S.A.\nul. Jasna 1\n+48.000\n" +
      "domains@reg.example\n\nWHOIS database responses: https://dns.pl/en/whois\n",
    { gives: [] },
  ),
  domain(
    "Czechia",
    "%  (c) 2006-2026 CZ.NIC, z.s.p.o.\n\ndomain:       bad-shop.example\nregistrant:   X\n" +
      "nsset:        Y\nregistrar:    REG-ONE\nstatus:       paid\n\ncontact:      X\n" +
      "name:         Holder\ne-mail:       abuse@bad-shop.example\nregistrar:    REG-ONE\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "Europe: registrar by name and site, technical mailbox",
    "% The WHOIS service offered by EURid and the access to the records\n\nDomain: bad-shop.example\n" +
      "Script: LATIN\n\nRegistrant:\n        NOT DISCLOSED!\n\nTechnical:\n        Organisation: Reg SA\n" +
      "        Language: en\n        Email: abuse@reg.example\n\nRegistrar:\n        Name: Reg SA\n" +
      "        Website: https://reg.example\n\nName servers:\n        ns1.bad-shop.example\n",
    { gives: [], outcome: "none" },
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
    "Luxembourg: registrar's keys with hyphens",
    "% Access to RESTENA DNS-LU WHOIS information is provided\ndomainname:     bad-shop.example\n" +
      "domaintype:     ACTIVE\nregistrar-name: Reg S.A.\nregistrar-email: abuse@reg.example\n" +
      "registrar-url:  http://www.reg.example\norg-name:       Holder\n" +
      "adm-email:      abuse@bad-shop.example\n",
    { gives: abuse },
  ),
  domain(
    "New Zealand of old: registrar's keys with underscores",
    "% New Zealand Domain Name Registry Limited\n%\nversion: 8.0\nquery_status: 200 Active\n" +
      "domain_name: bad-shop.example\nregistrar_name: Reg Ltd\nregistrar_email: abuse@reg.example\n" +
      "registrant_contact_email: abuse@bad-shop.example\n",
    { gives: abuse },
  ),
  domain("New Zealand", icann("Registrar Abuse Contact Email: abuse@reg.example\nRegistrar Abuse Contact Phone:"), {
    gives: abuse,
  }),
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
    "Denmark",
    "# Hello 192.0.2.55. Your session has been logged.\n#\n" +
      "# Copyright (c) 2002 - 2026 by Punktum dk A/S\n\nDomain:               bad-shop.example\n" +
      "DNS:                  bad-shop.example\nRegistered:           2001-01-01\n" +
      "Registrar:            Reg A/S\nStatus:               Active\n\nRegistrant\n" +
      "Name:                 ***N/A***\n\nNameservers\nHostname:             ns1.bad-shop.example\n",
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
    "Brazil: the national team in the footer",
    "% Copyright (c) Nic.br\n\ndomain:      bad-shop.example\nowner:       Dono\nowner-c:     D1\n" +
      "provider:    REG (1)\n\nnic-hdl-br:  D1\nperson:      Dono\ne-mail:      dono@bad-shop.example\n\n" +
      "% Security and mail abuse issues should also be addressed to\n" +
      "% cert.br, http://www.cert.br/ , respectivelly to cert@cert.br\n% and mail-abuse@cert.br\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "Japan",
    "[ JPRS database provides information on network administration. Its use is    ]\n\n" +
      "Domain Information:\na. [Domain Name]                BAD-SHOP.EXAMPLE\n" +
      "g. [Organization]               Holder\nm. [Administrative Contact]     AB1JP\n" +
      "[State]                         Connected\n",
    { gives: [], outcome: "none" },
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
    "Korea",
    "# ENGLISH\n\nDomain Name                 : bad-shop.example\nRegistrant                  : Holder\n" +
      "Administrative Contact(AC)  : Holder\nAC E-Mail                   : abuse@bad-shop.example\n" +
      "Authorized Agency           : Reg Co., Ltd.(http://reg.example)\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "China",
    "Domain Name: bad-shop.example\nROID: 1-cn\nRegistrant: Holder\n" +
      "Registrant Contact Email: abuse@bad-shop.example\nSponsoring Registrar: Reg\n" +
      "Name Server: ns1.bad-shop.example\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "Russia",
    "% TCI Whois Service. Terms of use:\n% https://tcinet.ru/documents/whois_ru_rf.pdf (in Russian)\n\n" +
      "domain:        BAD-SHOP.EXAMPLE\nnserver:       ns1.bad-shop.example.\n" +
      "state:         REGISTERED, DELEGATED\nperson:        Private Person\nregistrar:     REG-RU\n" +
      "admin-contact: https://www.reg.example/whois\nsource:        TCI\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "Australia",
    "Domain Name: bad-shop.example\nRegistrar: Reg Pty Ltd\n" +
      "Registrar Abuse Contact Email: abuse@reg.example\nRegistrar Abuse Contact Phone: +61.0\n" +
      "Registrant Contact Email: owner@bad-shop.example\n",
    {
      gives: abuse,
    },
  ),
  domain(
    "Canada, with its terms as a banner",
    icann("Registrar Abuse Contact Email: abuse@reg.example") +
      "% Use of CIRA's WHOIS service is governed by the Terms of Use. abuse@cira.example\n",
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
    "the United States' government: the holder's own security mailbox",
    "Domain Name: BAD-SHOP.EXAMPLE\nRegistrar: get.gov\nStatus: ACTIVE\n" +
      "Security Contact Email: security@bad-shop.example\n",
    { gives: [], outcome: "none" },
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
    "a name that IANA holds",
    "   Domain Name: BAD-SHOP.EXAMPLE\n   Registrar: RESERVED-Internet Assigned Numbers Authority\n" +
      "   Registrar IANA ID: 376\n   Registrar Abuse Contact Email:\n   Registrar Abuse Contact Phone:\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "a banner that names the registry's own desk before the data",
    "*******************************************************************\n" +
      "* Report abuse of this service to abuse@registry.example          *\n" +
      "*******************************************************************\n" +
      "To report abuse of the Whois: abuse@registry.example\n\nDomain Name: " +
      "bad-shop.example\nRegistrar: Reg One\n",
    { gives: [], outcome: "none" },
  ),
  domain(
    "a registrar's own answer that ends in advertising",
    `${icann("Registrar Abuse Contact Email: abuse@reg.example")}\n` +
      "The Data in the Reg One WHOIS database is provided by Reg One for information purposes.\n" +
      "Please report domain abuse to https://reg.example/report-abuse or spam@marketing.example\n",
    { gives: abuse },
  ),
  domain(
    "a key of a registrar's own making",
    "Domain: bad-shop.example\nRegistrar: Reg\nAbuse Email: abuse@reg.example\n",
    { gives: abuse },
  ),
  domain("a key run together", "domainName: bad-shop.example\nregistrarAbuseContactEmail: abuse@reg.example\n", {
    gives: abuse,
  }),
  domain(
    "an abuse mailbox of the registrant, by key",
    "Domain Name: bad-shop.example\nRegistrar: Reg\nRegistrant Abuse Email: abuse@bad-shop.example\n",
    {
      gives: [],
    },
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
  domain(
    "a registry's own desk in the place of the registrar's",
    icann("Registrar Abuse Contact Email: abuse@iana.org"),
    { gives: [] },
  ),
  ...(
    [
      [
        "Britain: a quota",
        'Error for "bad-shop.example".\n\nthe WHOIS query quota for 192.0.2.55 has been exceeded\n' +
          "and will be replenished in 50 seconds.\n",
      ],
      ["Germany: a limit", "% Error: 55000000002 Connection refused; access control limit exceeded.\n"],
      ["a public-interest registry: a limit", "WHOIS LIMIT EXCEEDED - SEE WWW.REGISTRY.EXAMPLE/WHOIS FOR DETAILS\n"],
      ["Czechia: a limit", "% Your connection limit exceeded. Please slow down and try again later.\n"],
      ["Russia: a rate", "You have exceeded allowed connection rate.\n"],
      [
        "Australia: a list",
        "BLACKLISTED: You have exceeded the query limit for your network or IP address and have been blacklisted.\n",
      ],
      ["Brazil: a grace period", "% Excessive querying, grace period of 1200 seconds.\n"],
      ["Brazil: no permission", "% Permission denied.\n"],
      ["Poland: a limit", "request limit exceeded for 192.0.2.55\n"],
      ["Belgium: a limit", "% Excessive querying, your IP address has been blocked.\n"],
      [
        "Switzerland: not this client",
        "Requests of this client are not permitted. Please use https://www.nic.ch/whois/ for queries.\n",
      ],
      ["Identity Digital: a rate", "Number of allowed queries exceeded.\r\n"],
      ["Singapore: a wait", "Your query rate is too high. Please try again later.\n"],
      ["Verisign: too many", "Your IP address has been temporarily blocked due to excessive queries.\n"],
      ["GoDaddy's registry: throttled", "Your request was throttled. Please wait a minute.\n"],
      [
        "Germany: a limit, the other word",
        "% Error: 55000000002 Connection refused; access control limit reached.\n\n\n",
      ],
      ["Germany: a fault", "% Error: 86000000050 Internal error\n"],
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
      ["South Africa: seconds", "Please go away for 90 Seconds"],
      [
        "Puerto Rico: a fault",
        "%\n% Disclaimer\n% By sub-mitting this query, you agree to \n% abide by these terms.\n\n" +
          "Connection attempt failed 2.\n\n\n",
      ],
      ["Verisign: down", "We are unable to process your request at this time. Please resubmit.\n"],
      ["Verisign: a database", "The WHOIS database is currently unavailable.\n"],
      [
        "Belgium: an hour",
        "% .be Whois Server 4.1\n%\n% WHOIS bad-shop.example\n% Maximum queries per hour reached (100)\n\n",
      ],
      ["the Netherlands: a minute", "whois.registry.example: maximum number of requests per minute exceeded\n"],
      ["the Netherlands: a limit", "Error: too many requests - limit reached\n"],
      ["Luxembourg: a rate", "% Maximum query rate reached\n"],
      ["islands: a quota", "Your request could not be performed. Lookup quota may be exceeded.\n"],
      ["islands: a quota, shorter", "Look up quota exceeded.\n"],
      ["Japan: a fault", "Cannot process your search request.\n"],
      ["a registrar: a day", "Maximum Daily connection limit reached. Lookup refused.\n"],
      ["a registrar: a use", "Excessive use\n"],
      ["Malaysia: a number", "Query limitation is 500 per day.\n"],
      ["a registry at night", "The service is down for scheduled maintenance.\n"],
      ["words that no reader knows", "Zu viele Fragen, bitte spaeter.\n"],
    ] as const
  ).map(([says, text]) => domain(says, text, { gives: [], outcome: "retry-later" })),
  ...(
    [
      [
        "Verisign",
        'No match for "BAD-SHOP.EXAMPLE".\r\n>>> Last update of whois database: 2026-11-24T10:00:00Z <<<\r\n',
      ],
      ["Identity Digital", "Domain not found.\n>>> Last update of WHOIS database: 2026-11-24T10:00:00Z <<<\n"],
      ["CentralNic", "The queried object does not exist: DOMAIN NOT FOUND\n"],
      ["France", "%% NOT FOUND\n"],
      ["Germany", "Domain: bad-shop.example\nStatus: free\n"],
      ["Belgium", "Domain:\tbad-shop.example\nStatus:\tAVAILABLE\n"],
      ["Switzerland", "We do not have an entry in our database matching your query.\n"],
      ["Ireland", "% Not Registered - bad-shop.example\n"],
      ["Poland", "No information available about domain name bad-shop.example in the Registry NASK database.\n"],
      ["Mexico", "No_Se_Encontro_El_Objeto/Object_Not_Found\n"],
      ["Chile", "bad-shop.example: no existe\n"],
      ["Argentina", "El dominio no se encuentra registrado en NIC Argentina\n"],
      ["Hong Kong", "The domain has not been registered.\n"],
      ["New Zealand of old", "version: 8.0\nquery_status: 220 Available\n"],
      ["Israel", "% No data was found to match the request criteria.\n"],
      ["Korea", "The requested domain was not found in the Registry or Registrar’s WHOIS Server.\n"],
      ["Japan", "No match!!\n"],
      ["Latvia", "[Domain]\nDomain: bad-shop.example\nStatus: free\n"],
      ["Sweden", 'domain "bad-shop.example" not found.\n'],
    ] as const
  ).map(([says, text]) => domain(`${says}: no such domain`, text, { gives: [], outcome: "not-found" })),
];
