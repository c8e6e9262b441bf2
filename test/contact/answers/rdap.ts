import type { Answer, Expectation } from "./answer.ts";

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
const network = (says: string, body: object, told: Expectation, about: "ip" | "autnum" = "ip"): Answer => ({
  says,
  about,
  rdap: {
    objectClassName: about === "ip" ? "ip network" : "autnum",
    ...(about === "ip" ? { startAddress: "192.0.2.0", endAddress: "192.0.2.255" } : {}),
    ...body,
  },
  ...told,
});
const domain = (says: string, body: object, told: Expectation): Answer => ({
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
    "a mailto URI with a subject",
    { entities: [entity(["abuse"], ["email", {}, "uri", "mailto:abuse@isp.example?subject=Abuse"])] },
    { gives: ["abuse@isp.example"] },
  ),
  network(
    "preference as a number",
    { entities: [entity(["abuse"], mail("second@isp.example", { pref: 2 }), mail("first@isp.example", { pref: 1 }))] },
    { gives: ["first@isp.example", "second@isp.example"] },
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
    "a form in place of the registrar's mailbox",
    { entities: [registrar(entity(["abuse"], ["contact-uri", {}, "uri", "https://reg.example/abuse"]))] },
    { gives: [], forms: ["https://reg.example/abuse"], outcome: "found" },
  ),
  domain(
    "a form as url",
    { entities: [registrar(entity(["abuse"], ["url", {}, "uri", "https://reg.example/report-abuse"]))] },
    { gives: [], forms: ["https://reg.example/report-abuse"], outcome: "found" },
  ),
  domain(
    "the registrar's own mailbox says what it is for",
    { entities: [entity(["registrar"], mail("abuse@reg.example"))] },
    { gives: abuse },
  ),
  domain(
    "a privacy service as the abuse role",
    { entities: [registrar(entity(["abuse"], mail("abuse@domainsbyproxy.com")))] },
    { gives: [] },
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
