import type { Answer } from "./answer.ts";

type Told = Omit<Answer, "rdap" | "whois" | "about" | "status" | "says">;
type Row = readonly unknown[];
const mail = (email: unknown, parameters: object = {}): Row => ["email", parameters, "text", email];
const card = (...rows: readonly Row[]) => ({
  vcardArray: ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "Desk"], ...rows]],
});
const entity = (roles: readonly string[], ...rows: readonly Row[]) => ({
  objectClassName: "entity",
  roles,
  ...card(...rows),
});
const network = (says: string, body: object, told: Told, about: "ip" | "autnum" = "ip"): Answer => ({
  says,
  about,
  rdap: {
    objectClassName: about === "ip" ? "ip network" : "autnum",
    ...(about === "ip" ? { startAddress: "192.0.2.0", endAddress: "192.0.2.255" } : {}),
    ...body,
  },
  ...told,
});
const domain = (says: string, body: object, told: Told): Answer => ({
  says,
  about: "domain",
  rdap: { objectClassName: "domain", ldhName: "bad-shop.example", ...body },
  ...told,
});
const registrar = (...desks: readonly object[]) => ({
  ...entity(["registrar"], mail("office@reg.example")),
  handle: "9999",
  entities: desks,
});
const abuse = ["abuse@reg.example"];

export const rdapAnswers: readonly Answer[] = [
  network(
    "RIPE: the role's own mailbox first, the abuse mailbox second",
    {
      entities: [
        entity(["registrant"], mail("office@harbour.example")),
        entity(
          ["abuse"],
          mail("keeper@harbour.example", { type: "email" }),
          mail("abuse@harbour.example", { type: "abuse" }),
        ),
        entity(["technical", "administrative"], mail("noc@harbour.example")),
      ],
    },
    { gives: ["abuse@harbour.example"] },
  ),
  network(
    "RIPE: one role for everything",
    {
      entities: [
        entity(
          ["abuse", "technical", "administrative"],
          mail("noc@harbour.example", { type: "email" }),
          mail("abuse@harbour.example", { type: "abuse" }),
        ),
      ],
    },
    { gives: ["abuse@harbour.example"] },
  ),
  network(
    "RIPE: only the technical role has the abuse type",
    {
      entities: [
        entity(
          ["technical"],
          mail("noc@harbour.example", { type: "email" }),
          mail("reports@harbour.example", { type: "abuse" }),
        ),
      ],
    },
    { gives: ["reports@harbour.example"] },
  ),
  network(
    "RIPE: the block that it does not manage",
    { name: "NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK", entities: [entity(["administrative"], mail("abuse@other.example"))] },
    {
      gives: [],
      outcome: "referral",
    },
  ),
  {
    says: "RIPE: an entity key that is two things",
    about: "entity",
    status: 500,
    rdap: { errorCode: 500, title: "Internal Server Error" },
    gives: [],
    outcome: "retry",
  },
  {
    says: "RIPE: too many entities today",
    about: "entity",
    status: 429,
    rdap: { errorCode: 429, title: "Too Many Requests", description: ["abuse@ripe.net"] },
    gives: [],
    outcome: "retry",
  },
  {
    says: "RIPE: an autonomous system of another registry",
    about: "autnum",
    status: 404,
    rdap: { errorCode: 404, title: "404 Not Found" },
    gives: [],
    outcome: "not-found",
  },
  network(
    "APNIC: preference, and a mailbox checked this year",
    {
      country: "SG",
      entities: [
        {
          ...entity(["abuse"], mail("noc@lotus.example"), mail("abuse@lotus.example", { pref: "1" })),
          handle: "IRT-LOTUS-SG",
          remarks: [
            {
              title: "remarks",
              description: ["abuse@lotus.example was validated on 2026-03-01", "noc@lotus.example is invalid"],
            },
          ],
        },
      ],
    },
    { gives: ["abuse@lotus.example", "noc@lotus.example"], low: ["noc@lotus.example"] },
  ),
  network(
    "APNIC: a mailbox found invalid",
    {
      entities: [
        {
          ...entity(["abuse"], mail("abuse@wilted.example", { pref: "1" })),
          remarks: [{ description: ["abuse@wilted.example is invalid"] }],
        },
      ],
    },
    { gives: ["abuse@wilted.example"], low: ["abuse@wilted.example"] },
  ),
  network(
    "APNIC: a stub of transferred space",
    {
      name: "STUB-192-0-2SLASH24",
      country: "ZZ",
      entities: [entity(["abuse"], mail("no-email@apnic.net"))],
      remarks: [{ description: ["Transferred to the ARIN region on 2018-05-01T00:00:00Z."] }],
    },
    { gives: [], outcome: "referral" },
  ),
  network(
    "APNIC: China's registry as the abuse role, the operator's desk as technician",
    {
      country: "CN",
      entities: [
        entity(["abuse"], mail("ipas@cnnic.cn", { pref: "1" })),
        entity(["technical"], mail("anti-spam@plum.example")),
      ],
    },
    { gives: ["anti-spam@plum.example", "ipas@cnnic.cn"], low: ["ipas@cnnic.cn"] },
  ),
  network(
    "ARIN: the desk below the organisation",
    {
      entities: [
        {
          ...entity(["registrant"]),
          handle: "MH-1",
          entities: [entity(["technical"], mail("tech@maple.example")), entity(["abuse"], mail("abuse@maple.example"))],
        },
      ],
    },
    { gives: ["abuse@maple.example"] },
  ),
  network(
    "ARIN: the network's own desk and the organisation's",
    {
      entities: [
        { ...entity(["registrant"]), entities: [entity(["abuse"], mail("abuse@maple.example"))] },
        entity(["abuse"], mail("block@maple.example")),
      ],
    },
    { gives: ["block@maple.example", "abuse@maple.example"] },
  ),
  network(
    "ARIN: the network's comment sends abuse to its customer only",
    {
      remarks: [
        {
          title: "Registration Comments",
          description: ["Please direct all abuse issues to net-abuse@tenant.example ONLY.", "Other mail is discarded."],
        },
      ],
      entities: [{ ...entity(["registrant"]), entities: [entity(["abuse"], mail("abuse@landlord.example"))] }],
    },
    { gives: ["abuse@landlord.example", "net-abuse@tenant.example"] },
  ),
  network(
    "ARIN: unvalidated desk",
    {
      entities: [
        {
          ...entity(["registrant"]),
          entities: [
            {
              ...entity(["abuse"], mail("abuse@gone.example")),
              remarks: [
                {
                  title: "Unvalidated POC",
                  description: [
                    "ARIN has attempted to validate the data for this POC, " +
                      "but has received no response from the POC since 2020-01-01",
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    { gives: ["abuse@gone.example"], low: [] },
  ),
  network(
    "ARIN: ends padded with zeros",
    {
      startAddress: "108.057.000.000",
      endAddress: "108.057.255.255",
      entities: [entity(["abuse"], mail("abuse@maple.example"))],
    },
    { gives: ["abuse@maple.example"] },
  ),
  network(
    "LACNIC",
    {
      country: "AR",
      handle: "192.0.2/24",
      entities: [
        { ...entity(["registrant"], mail("duenho@pampa.example")) },
        entity(["abuse"], mail("reclamos@pampa.example")),
        entity(["technical"], mail("tec@pampa.example")),
      ],
    },
    { gives: ["reclamos@pampa.example"] },
  ),
  network(
    "NIC.br: cut, with its notice",
    {
      entities: [{ objectClassName: "entity", handle: "00000000000100", roles: ["registrant"], ...card() }],
      remarks: [
        {
          title: "Truncated",
          type: "object truncated due to authorization",
          description: [
            "The object does not contain all data due to server policy. Could be excessive total number of queries.",
          ],
        },
      ],
    },
    { gives: [], outcome: "retry-later" },
  ),
  network(
    "AFRINIC of old: no roles",
    {
      entities: [
        { objectClassName: "entity", handle: "BN1-AFRINIC", ...card(mail("abuse@baobab.example")) },
        { handle: "X-AFRINIC", ...card(mail("tech@baobab.example")) },
      ],
    },
    { gives: ["abuse@baobab.example"] },
  ),
  network(
    "AFRINIC: the contact in a remark",
    {
      entities: [entity(["technical"], mail("tech@acacia.example"))],
      remarks: [{ description: ["For ABUSE please mail:", "abuse@acacia.example"] }],
    },
    { gives: ["abuse@acacia.example"] },
  ),
  network(
    "an autonomous system",
    {
      handle: "AS64500",
      startAutnum: 64500,
      endAutnum: 64500,
      entities: [entity(["abuse"], mail("abuse@carrier.example"))],
    },
    { gives: ["abuse@carrier.example"] },
    "autnum",
  ),
  network(
    "roles in large letters",
    { entities: [entity(["ABUSE"], mail("abuse@isp.example"))] },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "a role that is a word and not a list",
    { entities: [{ ...entity([], mail("abuse@isp.example")), roles: "abuse" }] },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "a mailbox as mailto URI",
    { entities: [entity(["abuse"], ["email", {}, "uri", "mailto:abuse@isp.example"])] },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "a mailto URI with a subject",
    { entities: [entity(["abuse"], ["email", {}, "uri", "mailto:abuse@isp.example?subject=Abuse"])] },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "grouped properties",
    {
      entities: [
        entity(
          ["abuse"],
          ["tel", { group: "item1" }, "text", "+1"],
          ["email", { group: "item1", type: "work" }, "text", "abuse@isp.example"],
        ),
      ],
    },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "types as a list",
    {
      entities: [
        entity(
          ["abuse"],
          mail("keeper@isp.example", { type: ["work"] }),
          mail("abuse@isp.example", { type: ["work", "abuse"] }),
        ),
      ],
    },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "preference as a number",
    { entities: [entity(["abuse"], mail("second@isp.example", { pref: 2 }), mail("first@isp.example", { pref: 1 }))] },
    { gives: ["first@isp.example", "second@isp.example"] },
  ),
  network(
    "property names in large letters",
    { entities: [{ roles: ["abuse"], vcardArray: ["vcard", [["EMAIL", {}, "text", "abuse@isp.example"]]] }] },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "a card of JSContact",
    {
      entities: [
        {
          roles: ["abuse"],
          jscard: {
            "@type": "Card",
            name: { full: "Desk" },
            emails: { e1: { address: "abuse@isp.example", pref: 1 } },
          },
        },
      ],
    },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "a card of JSContact under its newer name",
    {
      entities: [
        {
          roles: ["abuse"],
          jscontact_card: { "@type": "Card", version: "1.0", emails: { email: { address: "abuse@isp.example" } } },
        },
      ],
    },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "a card of JSContact with a form alone",
    {
      entities: [
        {
          roles: ["abuse"],
          jscard: { "@type": "Card", links: { c: { uri: "https://isp.example/abuse", kind: "contact" } } },
        },
      ],
    },
    { gives: [], forms: ["https://isp.example/abuse"], outcome: "found" },
  ),
  network(
    "a web form in place of the mailbox",
    { entities: [entity(["abuse"], ["email", {}, "text", "https://isp.example/report"])] },
    { gives: [], forms: ["https://isp.example/report"], outcome: "found" },
  ),
  network(
    "a card that names its mailbox in a note",
    { entities: [{ roles: ["abuse"], ...card(["note", {}, "text", "Abuse reports to abuse@isp.example"]) }] },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "the abuse role of the registrant's own customer",
    { entities: [{ ...entity(["sponsor"]), entities: [entity(["abuse"], mail("abuse@isp.example"))] }] },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "a mailbox in two entities",
    { entities: [entity(["abuse"], mail("abuse@isp.example")), entity(["abuse", "noc"], mail("ABUSE@isp.example"))] },
    { gives: ["abuse@isp.example"] },
  ),
  network("nobody", { entities: [] }, { gives: [], outcome: "none" }),
  network(
    "terms of use in the notices",
    {
      entities: [],
      notices: [{ title: "Terms", description: ["Report abuse of this service to abuse@registry.example"] }],
    },
    { gives: [], outcome: "none" },
  ),
  {
    says: "a limit told with 200",
    about: "ip",
    rdap: { title: "Rate Limit", description: ["Rate limit is maxed at 10 queries per 1 minutes"] },
    gives: [],
    outcome: "retry-later",
  },
  {
    says: "HTML in place of JSON",
    about: "ip",
    rdap: "<html>abuse@isp.example</html>",
    gives: [],
    outcome: "parse-error",
  },
  domain(
    "ICANN's profile: the desk in the registrar",
    { entities: [registrar(entity(["abuse"], mail("abuse@reg.example")))] },
    { gives: abuse },
  ),
  domain(
    "the registry's own desk before the registrar's",
    {
      entities: [
        entity(["abuse"], mail("desk@registry.example")),
        registrar(entity(["abuse"], mail("abuse@reg.example"))),
      ],
    },
    { gives: abuse },
  ),
  domain(
    "two levels below the registrar",
    {
      entities: [
        {
          ...entity(["registrar"]),
          entities: [{ ...entity(["technical"]), entities: [entity(["abuse"], mail("abuse@reg.example"))] }],
        },
      ],
    },
    { gives: abuse },
  ),
  domain(
    "a reseller's desk beside the registrar's",
    {
      entities: [
        { ...entity(["reseller"]), entities: [entity(["abuse"], mail("abuse@reseller.example"))] },
        registrar(entity(["abuse"], mail("abuse@reg.example"))),
      ],
    },
    { gives: ["abuse@reg.example", "abuse@reseller.example"] },
  ),
  domain(
    "a name that IANA holds: a desk without mailbox",
    {
      entities: [
        registrar({
          objectClassName: "entity",
          roles: ["abuse"],
          ...card(["tel", { type: "voice" }, "uri", "tel:+1"], mail("")),
        }),
      ],
    },
    { gives: [] },
  ),
  domain(
    "a desk redacted",
    {
      redacted: [{ name: { type: "Registrar Abuse Email" }, method: "emptyValue" }],
      entities: [registrar(entity(["abuse"], mail("REDACTED FOR PRIVACY")))],
    },
    { gives: [] },
  ),
  domain(
    "a registrant redacted, with a form for writing to it",
    {
      redacted: [{ name: { type: "Registrant Email" }, method: "replacementValue" }],
      entities: [
        entity(["registrant"], ["contact-uri", {}, "uri", "https://reg.example/contact-holder"]),
        registrar(entity(["abuse"], mail("abuse@reg.example"))),
      ],
    },
    { gives: abuse, forms: [] },
  ),
  domain(
    "a form in place of the registrar's mailbox",
    { entities: [registrar(entity(["abuse"], ["contact-uri", {}, "uri", "https://reg.example/abuse"]))] },
    { gives: [], forms: ["https://reg.example/abuse"], outcome: "found" },
  ),
  domain(
    "a form as url",
    { entities: [registrar(entity(["abuse"], ["url", {}, "uri", "https://reg.example/report-abuse"]))] },
    { gives: [], forms: ["https://reg.example/report-abuse"], outcome: "found" },
  ),
  domain("at in words", { entities: [registrar(entity(["abuse"], mail("abuse [at] reg.example")))] }, { gives: abuse }),
  domain(
    "the registrar's own mailbox says what it is for",
    { entities: [entity(["registrar"], mail("abuse@reg.example"))] },
    { gives: abuse },
  ),
  domain(
    "the registrar's general mailbox alone",
    { entities: [entity(["registrar"], mail("office@reg.example"))] },
    { gives: [] },
  ),
  domain(
    "a registrar who is also the abuse role",
    { entities: [entity(["registrar", "abuse"], mail("desk@reg.example"))] },
    { gives: ["desk@reg.example"] },
  ),
  domain(
    "the registrant's own abuse role",
    {
      entities: [
        { ...entity(["registrant"]), entities: [entity(["abuse"], mail("abuse@bad-shop.example"))] },
        registrar(),
      ],
    },
    { gives: [] },
  ),
  domain(
    "the technical contact's abuse mailbox",
    { entities: [entity(["technical"], mail("abuse@bad-shop.example"))] },
    { gives: [], outcome: "none" },
  ),
  domain(
    "a privacy service as the abuse role",
    { entities: [registrar(entity(["abuse"], mail("abuse@domainsbyproxy.com")))] },
    { gives: [] },
  ),
  domain(
    "Czechia and France: the registrar by handle alone",
    { entities: [{ objectClassName: "entity", handle: "REG-ONE", roles: ["registrar"] }] },
    { gives: [], outcome: "none" },
  ),
  domain(
    "a thin registry's link to the registrar",
    {
      links: [
        { rel: "related", type: "application/rdap+json", href: "https://rdap.reg.example/domain/bad-shop.example" },
      ],
      entities: [{ objectClassName: "entity", roles: ["registrar"], ...card() }],
    },
    { gives: [], referral: "https://rdap.reg.example/domain/bad-shop.example" },
  ),
  domain(
    "a registrar with two desks",
    { entities: [registrar(entity(["abuse"], mail("abuse@reg.example"), mail("phish@reg.example")))] },
    { gives: ["abuse@reg.example", "phish@reg.example"] },
  ),
  domain(
    "the registrar's desk by remark alone",
    {
      entities: [
        registrar({
          objectClassName: "entity",
          roles: ["abuse"],
          ...card(),
          remarks: [{ description: ["Report abuse to abuse@reg.example"] }],
        }),
      ],
    },
    { gives: abuse },
  ),
  domain("an error with 200", { errorCode: 404, title: "Not Found" }, { gives: [], outcome: "not-found" }),
  domain(
    "desks of a name server and of a network inside",
    {
      nameservers: [{ objectClassName: "nameserver", entities: [entity(["abuse"], mail("ns@other.example"))] }],
      network: { entities: [entity(["abuse"], mail("net@other.example"))] },
      entities: [registrar(entity(["abuse"], mail("abuse@reg.example")))],
    },
    { gives: abuse },
  ),
  {
    says: "ARIN: a desk asked for by itself",
    about: "entity",
    rdap: { objectClassName: "entity", handle: "ABU1-ARIN", ...card(mail("abuse@maple.example")) },
    gives: ["abuse@maple.example"],
  },
  {
    says: "RIPE: a role asked for by itself",
    about: "entity",
    rdap: {
      objectClassName: "entity",
      handle: "AR1-RIPE",
      ...card(mail("keeper@harbour.example", { type: "email" }), mail("reports@harbour.example", { type: "abuse" })),
    },
    gives: ["reports@harbour.example"],
  },
];
