import { describe, expect, it } from "vitest";
import { readWhois } from "../../functions/contact/read-whois.ts";

const network = (text: string) => readWhois("ip", text);
const domain = (text: string) => readWhois("domain", text);
const told = (reading: ReturnType<typeof readWhois>) =>
  reading.candidates.map(({ email, confidence }) => `${email} ${confidence}`);

describe("RPSL", () => {
  it("takes the registry's own verdict for the smallest block first", () => {
    const reading = network(`% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'abuse@wide.example'

inetnum:        192.0.2.0 - 192.0.2.255
country:        SE

% Abuse contact for '192.0.2.0 - 192.0.2.15' is 'abuse@exact.example'

inetnum:        192.0.2.0 - 192.0.2.15
country:        NL # Netherlands
org:            ORG-A1-RIPE

route:          192.0.2.0/24
origin:         AS64500
`);
    expect(told(reading)).toEqual(["abuse@exact.example high", "abuse@wide.example medium"]);
    expect([reading.range, reading.country, reading.origins]).toEqual(["192.0.2.0 - 192.0.2.15", "NL", ["AS64500"]]);
  });

  it.each([
    [
      "a stub of transferred space",
      "% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'no-email@apnic.net'\n\n" +
        "inetnum: 192.0.2.0 - 192.0.2.255\nnetname: STUB-192-0-2SLASH24\ncountry: ZZ\nadmin-c: X\n\n" +
        "person: X\nnic-hdl: X\nabuse-mailbox: x@stub.example\n",
      "referral",
    ],
    [
      "a block that RIPE does not manage",
      "inetnum: 192.0.0.0 - 192.0.255.255\nnetname: NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK\nremarks: abuse@iana.org\n",
      "referral",
    ],
    ["IANA's referral", "refer: whois.ripe.net\n\ninetnum: 192.0.2.0 - 192.0.2.255\nstatus: ALLOCATED\n", "referral"],
    ["no entries", "%ERROR:101: no entries found\n%\n% No entries found in source RIPE.\n", "not-found"],
    [
      "a limit",
      "%ERROR:201: access denied for 192.0.2.55\n% Queries from your IP address have passed the daily limit.\n",
      "retry-later",
    ],
    [
      "an answer without its contacts",
      "% Query rate limit exceeded. Reduced information.\n\ninetnum: 192.0.2/24\n",
      "retry-later",
    ],
    ["nothing at all", " \r\n", "parse-error"],
  ])("names nobody out of %s", (_, text, outcome) => {
    const reading = network(text);
    expect([told(reading), reading.outcome]).toEqual([[], outcome]);
  });
});

describe("ARIN", () => {
  const block = (range: string, lines: string) => `# start\n\nNetRange:       ${range}\n${lines}\n\n# end\n\n`;
  it("takes RAbuse before OrgAbuse, and the smaller block before the wider", () => {
    const text =
      block("192.0.2.0 - 192.0.2.255", "NetType: Direct Allocation\nOrgAbuseEmail: abuse@big.example") +
      block(
        "192.0.2.0 - 192.0.2.15",
        "NetType: Reassigned\nCountry: CA\nOrgAbuseEmail: abuse@small.example\nRAbuseEmail: net@small.example",
      );
    const reading = network(text);
    expect([told(reading), reading.country]).toEqual([
      ["net@small.example high", "abuse@small.example medium", "abuse@big.example medium"],
      "CA",
    ]);
  });

  it("keeps the organisation where only RWHOIS is referred to", () => {
    expect(
      told(
        network(
          block(
            "192.0.2.0 - 192.0.2.255",
            "ReferralServer: rwhois://rwhois.isp.example:4321\nOrgAbuseEmail: abuse@isp.example",
          ),
        ),
      ),
    ).toEqual(["abuse@isp.example high"]);
  });

  it("asks on by the handle of the smallest network in a bare list", () => {
    expect(
      network(
        "Big BIG-1 (NET-192-0-0-0-1) 192.0.0.0 - 192.0.255.255\n" +
          "Small SMALL-2 (NET-192-0-2-0-1) 192.0.2.0 - 192.0.2.255\n",
      ).followUps,
    ).toEqual([{ handle: "NET-192-0-2-0-1", abuse: false }]);
  });
});

describe("domains", () => {
  it.each([
    [
      "ICANN's key",
      "Registrar: Reg\r\nRegistrar Abuse Contact Email: abuse@reg.example\r\n",
      ["abuse@reg.example high"],
    ],
    [
      "the key twice, which whois-json joins",
      "Registrar Abuse Contact Email: a@reg.example\r\nRegistrar Abuse Contact Email: b@reg.example\r\n",
      ["a@reg.example high", "b@reg.example high"],
    ],
    ["CoCCA's spelling", "Sponsoring Registrar Abuse Email: abuse@reg.example\n", ["abuse@reg.example high"]],
    [
      ".nl's heading",
      "Registrar:\n   Reg B.V.\n\nAbuse Contact:\n   +31.000\n   abuse@reg.example\n\nDNSSEC: yes\n",
      ["abuse@reg.example high"],
    ],
    [".ie's key", "Registrar Abuse Contact: abuse@reg.example\n", ["abuse@reg.example high"]],
    [
      ".ua's key",
      "registrar: ua.reg\nabuse-email: abuse@reg.example\nabuse-phone: +380\n\nperson: X\ne-mail: owner@shop.example\n",
      ["abuse@reg.example high"],
    ],
    [
      "AFNIC's trouble line",
      "registrar: REG\ne-mail: support@reg.example\ntrouble: Questions: mailto:tech@reg.example\n" +
        "trouble: Spam: mailto:abuse@reg.example\n",
      ["abuse@reg.example medium"],
    ],
    [
      ".tk's list",
      "E-mail: abuse: abuse@reg.example, copyright infringement: copyright@reg.example\n",
      ["abuse@reg.example high"],
    ],
    ["a disguised mailbox", "Registrar Abuse Contact Email: abuse[at]reg[dot]example\n", ["abuse@reg.example high"]],
    [
      "no registry's own desk beside the registrar's",
      "Registry Abuse Contact Email: desk@registry.example\nRegistrar Abuse Contact Email: abuse@reg.example\n",
      ["abuse@reg.example high"],
    ],
    [
      "a registry's own desk as a guess, after the registrar's general mailbox",
      "Registry Abuse Contact Email: desk@registry.example\nRegistrar Email: office@reg.example\n",
      ["office@reg.example guess", "desk@registry.example guess"],
    ],
  ])("reads %s", (_, text, contacts) => expect(told(domain(text))).toEqual(contacts));

  it.each([
    [
      "an empty value, which would swallow the next line",
      "Registrar Abuse Contact Email:\r\nRegistrar Abuse Contact Phone: +1\r\n",
    ],
    ["a redacted value", "Registrar Abuse Contact Email: REDACTED FOR PRIVACY\n"],
    [
      "the registrant",
      "Registrant Email: owner@shop.example\nAdmin Email: owner@shop.example\nTech Email: noc@shop.example\n",
    ],
    ["a banner", "% To report abuse of this service: abuse@registry.example\n>>> Abuse: abuse@registry.example <<<\n"],
    ["advice", "To report abuse of this service: abuse@registry.example\nabuse@registry.example\n"],
    ["an empty block", "Abuse Contact:\n\nDomain nameservers:\n   ns@shop.example\n"],
    ["the holder's address", "Registrant's address:\n    Registrar Abuse Contact Email: owner@shop.example\n"],
    [
      "a key named like a method",
      "constructor: abuse@reg.example\ntoString: abuse@reg.example\n__proto__: abuse@reg.example\n",
    ],
  ])("names nobody out of %s", (_, text) => expect(told(domain(text))).toEqual([]));

  it("gives a web form in place of a mailbox, and the registrar's server", () => {
    const reading = domain(
      "Registrar WHOIS Server: https://whois.reg.example/\nRegistrar Abuse Contact Email: https://reg.example/abuse\n",
    );
    expect([reading.forms.map(({ url }) => url), reading.referral]).toEqual([
      ["https://reg.example/abuse"],
      "whois.reg.example",
    ]);
  });

  it("is a referral where the answer is about no domain, and none where it is", () => {
    expect(domain("Whois Server: whois.reg.example\n")).toMatchObject({
      outcome: "referral",
      referral: "whois.reg.example",
    });
    expect(domain("Registrar: Reg\nWhois Server: whois.reg.example\n")).toMatchObject({
      outcome: "none",
      referral: "whois.reg.example",
    });
  });

  it("is led to no server by what the holder wrote", () => {
    const text = (heading: string) =>
      `Domain: shop.example\n${heading}\n    Whois Server: whois.shop.example\n\nRegistrar: Reg\n`;
    expect(domain(text("Holder:")).referral).toBeUndefined();
    expect(domain(text("Registrant's address:")).referral).toBeUndefined();
  });

  it.each([
    ["Number of allowed queries exceeded.\r\n", "retry-later"],
    ["ERROR: temporary failure\n", "retry-later"],
    ["Error 17: backend gone\n", "retry-later"],
    ["ERROR: no entries found\n", "not-found"],
    ["NOT AUTHORISED: requests to the WHOIS service are limited\n", "retry-later"],
    ["WHOIS LIMIT EXCEEDED - SEE WWW.REGISTRY.EXAMPLE\n", "retry-later"],
    ['No match for "SHOP.EXAMPLE".\r\n', "not-found"],
    ["%% NOT FOUND\n", "not-found"],
    ["Domain Name: SHOP.EXAMPLE\nRegistrar: Reg\n", "none"],
  ])("takes %j as %s", (text, outcome) => expect(domain(text).outcome).toBe(outcome));
});
