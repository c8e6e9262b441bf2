import { describe, expect, it } from "vitest";
import { isForm } from "../../functions/contact/form-url.ts";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { readWhois } from "../../functions/contact/read-whois.ts";
import { entity } from "../support/sources.ts";

const whois = (kind: "ip" | "domain", text: string) =>
  readWhois(kind, text).candidates.map(({ email, confidence }) => `${email} ${confidence}`);
const rdap = (kind: "ip" | "autnum", body: object) => readRdap(kind, { status: 200, headers: {}, body });
const told = (reading: ReturnType<typeof rdap>) =>
  reading.candidates.map(({ email, confidence }) => `${email} ${confidence}`);
const card = (...emails: readonly string[]) => [
  "vcard",
  [["version", {}, "text", "4.0"], ...emails.map((email) => ["email", {}, "text", email])],
];
const noted = (...description: readonly string[]) => ({ remarks: [{ description }] });

describe("habits of registries", () => {
  it("puts abuse@ before ops@ where one card names both", () => {
    const mixed = { roles: ["abuse"], vcardArray: card("ops@pine.example", "abuse@pine.example") };
    expect(told(rdap("ip", { objectClassName: "ip network", entities: [mixed] }))).toEqual([
      "abuse@pine.example high",
      "ops@pine.example high",
    ]);
    expect(
      whois(
        "ip",
        "NetRange: 192.0.2.0 - 192.0.2.255\nOrgAbuseEmail: noc@pine.example\nOrgAbuseEmail: abuse@pine.example\n",
      ),
    ).toEqual(["abuse@pine.example high", "noc@pine.example high"]);
  });

  it("puts the desk of who holds a system before its sponsor's, wherever it stands", () => {
    const sponsor = entity(["sponsor"], undefined, { entities: [entity(["abuse"], "abuse@sponsor.example")] });
    const holder = entity(["registrant"], undefined, { entities: [entity(["abuse"], "abuse@holder.example")] });
    expect(told(rdap("autnum", { objectClassName: "autnum", entities: [sponsor, holder] }))[0]).toBe(
      "abuse@holder.example medium",
    );
    expect(told(rdap("autnum", { objectClassName: "autnum", entities: [sponsor] }))).toEqual([
      "abuse@sponsor.example medium",
    ]);
  });

  it("reads KRNIC in Korean alone", () => {
    const text = (key: string) => `# KOREAN(UTF8)

[ 네트워크 할당 정보 ]
IPv4주소           : 192.0.2.0 - 192.0.2.255 (/24)
기관명             : 소나무

[ ${key} 정보 ]
이름               : 담당자
전자우편           : ip@pine.example
`;
    expect(whois("ip", text("네트워크 스팸/해킹 담당자"))).toEqual(["ip@pine.example high"]);
    expect(whois("ip", text("네트워크 담당자"))).toEqual(["ip@pine.example guess"]);
    expect(readWhois("ip", text("네트워크 담당자"))).toMatchObject({
      range: "192.0.2.0 - 192.0.2.255",
      country: "KR",
    });
  });

  it("takes a .be registrar's technical contacts for its mailboxes, and the registrant's for none", () => {
    const text = (mail: string) =>
      "Domain:\tshop.example\n\nRegistrant:\n\tEmail:\towner@shop.example\n\n" +
      `Registrar Technical Contacts:\n\tOrganisation:\tPine\n\tLanguage:\ten\n\tEmail:\t${mail}\n\n` +
      "Registrar:\n\tName:\tPine\n";
    expect(whois("domain", text("abuse@pine.example"))).toEqual(["abuse@pine.example medium"]);
    expect(whois("domain", text("tech@pine.example"))).toEqual(["tech@pine.example guess"]);
  });

  it("is less sure of a desk that did not answer ARIN's question, in WHOIS as in RDAP", () => {
    const note =
      "Comment: ARIN has attempted to validate the data for this POC, " +
      "but has received no response from the POC since 2022-06-15\n";
    const block = "NetRange: 192.0.2.0 - 192.0.2.255\n\nOrgAbuseHandle: A1-ARIN\nOrgAbuseEmail: abuse@pine.example\n";
    expect(whois("ip", `${block}${note}`)).toEqual(["abuse@pine.example medium"]);
    expect(whois("ip", `${block}\n\nHandle: X\nEmail: tech@pine.example\n${note}`)).toEqual([
      "abuse@pine.example high",
    ]);
  });

  it("finds the form of a block's desk on its organisation's record, and leaves its mailbox behind it", () => {
    const organisation = entity(["registrant"], undefined, {
      ...noted("Abuse reports by mail are not read.", "Use https://pine.example/abuse/form only."),
      entities: [entity(["abuse"], "abuse@pine.example")],
    });
    const reading = rdap("ip", { objectClassName: "ip network", entities: [organisation] });
    expect(reading.forms).toEqual([{ url: "https://pine.example/abuse/form", scope: "network" }]);
    expect(told(reading)).toEqual(["abuse@pine.example low"]);
  });

  it.each([
    ["https://pine.example/", false],
    ["https://www.pine.example", false],
    ["https://pine.example/abuse", true],
    ["https://pine.example/?report", true],
    ["https://abuse.pine.example/", true],
    ["https://www.peeringdb.com/asn/64500", false],
    ["https://pine.example/peering", false],
    ["https://pine.example/geofeed.csv", false],
    ["https://geofeed.pine.example/v4", false],
    ["https://pine.example/abuse/blocks.csv", false],
    ["https://lg.pine.example/query?router=abuse", false],
    ["https://pine.example/looking-glass", false],
    ["https://pine.example/routing-policy", false],
    ["https://pine.example/geography-of-abuse", true],
    ["https://lge.example/abuse", true],
  ])("takes %s for a form: %s", (url, is) => {
    expect(isForm(url)).toBe(is);
  });

  it.each([
    "Geofeed: https://pine.example/feeds/v4",
    "Peering policy and requests: https://pine.example/as64500",
    "See our looking glass at https://pine.example/glass",
    "Routing policy: https://pine.example/as64500",
    "PeeringDB https://pine.example/as64500",
  ])("takes what a network says of itself beside its abuse desk for no form: %s", (line) => {
    const remarks = noted("Abuse: abuse@pine.example", line, "Spam: https://pine.example/form-for-spam");
    const system = { objectClassName: "autnum", entities: [entity(["registrant"], undefined)], ...remarks };
    expect(rdap("autnum", system).forms.map(({ url }) => url)).toEqual(["https://pine.example/form-for-spam"]);
  });
});
