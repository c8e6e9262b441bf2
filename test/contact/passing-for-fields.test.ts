import { describe, expect, it } from "vitest";
import { readWhois } from "../../functions/contact/read-whois.ts";

/* What a holder writes into a registry's free text, so that it passes for a line of the registry's or of a client's. */

const mailboxes = (kind: "ip" | "domain", text: string) =>
  readWhois(kind, text).candidates.map(({ email, confidence }) => `${email} ${confidence}`);

const block = "inetnum: 192.0.2.0 - 192.0.2.255\nnetname: CUST\n";
const planted = "abuse-mailbox: x@planted.example";
const role = "source: RIPE\n\nrole: Desk\nnic-hdl: R1\nabuse-mailbox: abuse@harbour.example\n";

describe("a line by which a client joins two answers", () => {
  const arin = "NetRange: 192.0.2.0 - 192.0.2.255\nOrgAbuseEmail: abuse@wide.example\n";
  const referred = `${arin}ReferralServer: whois://whois.harbour.example\n`;
  const next = `inetnum: 192.0.2.0 - 192.0.2.255\nabuse-mailbox: abuse@harbour.example\n`;

  it.each([
    ["by itself, to the server that the answer above refers to", "\nFound a referral to whois.harbour.example.\n\n"],
    ["with a port", "\n\nFound a referral to whois.harbour.example:43.\n\n"],
  ])("counts where it stands %s", (_, line) => {
    expect(mailboxes("ip", `${referred}${line}${next}`)).toEqual(["abuse@harbour.example high"]);
  });

  it.each([
    ["within an object", `${block}remarks: x\nFound a referral to whois.harbour.example\n${planted}\n${role}`],
    [
      "within an object of an answer that refers there",
      `${referred}\n${block}Found a referral to whois.harbour.example.\n${planted}\n${role}`,
    ],
    [
      "with nothing blank behind it",
      `${block}${role}\nFound a referral to whois.harbour.example.\n${block}${planted}\n`,
    ],
    [
      "by itself, to a server that nothing refers to",
      `${block}abuse-c: R1\n${role}\nFound a referral to whois.evil.example.\n\nrole: X\n${planted}\n`,
    ],
    ["by itself, with more behind the name", `${referred}\nFound a referral to whois.harbour.example. See\n\n`],
  ])("replaces no contact %s", (_, text) => {
    const found = mailboxes("ip", text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join()).not.toContain("planted");
  });
});

describe("an indented key", () => {
  it.each([
    ["behind white space", "descr: x\n                abuse-mailbox: x@planted.example\n"],
    ["behind a tab", "descr: x\n\tabuse-mailbox: x@planted.example\n"],
    ["behind a plus (RFC 2622 §2)", "descr: x\n+abuse-mailbox: x@planted.example\n"],
    ["of another name", "remarks: x\n  abuse-c: x@planted.example\n"],
    ["that is a comment", "remarks: x\n % Abuse contact for '192.0.2.0 - 192.0.2.255' is 'x@planted.example'\n"],
  ])("in an RPSL object, %s, goes on with the value above it and names nobody", (_, text) => {
    expect(mailboxes("ip", `${block}${text}${role}`)).toEqual(["abuse@harbour.example medium"]);
  });

  it.each(["Comment: x\n", "CustName: x\n", "Address: x\n"])("below ARIN's %j is no field of ARIN's", (above) => {
    const text =
      `NetRange: 192.0.2.0 - 192.0.2.255\n${above}  OrgAbuseEmail: x@planted.example\n` +
      "OrgAbuseEmail: abuse@harbour.example\n";
    expect(mailboxes("ip", text)).toEqual(["abuse@harbour.example high"]);
    const returned = text.replace("\n  OrgAbuseEmail", "\n\rOrgAbuseEmail");
    expect(mailboxes("ip", returned)).toEqual(["abuse@harbour.example high"]);
  });

  it.each(["Registrant Organization", "Registrant Street", "Admin Name", "Tech City", "Owner", "Reseller"])(
    "below a value of the holder's (%s) is theirs in a domain's answer",
    (key) => {
      for (const indent of ["", "   "]) {
        const lines = [
          "Domain Name: bad.example",
          "Registrar: R",
          `${key}: x`,
          "   Registrar Abuse Contact Email: x@planted.example",
          "Registrar Abuse Contact Email: abuse@registrar.example",
        ];
        const text = lines.map((line) => `${indent}${line}\n`).join("");
        expect(mailboxes("domain", text)).toEqual(["abuse@registrar.example high"]);
      }
    },
  );

  it("is the registry's own where the whole answer is indented, or its heading has no value", () => {
    const all = "   Domain Name: BAD.EXAMPLE\n   Registrar: R\n   Registrant Name: x\n";
    expect(mailboxes("domain", `${all}   Registrar Abuse Contact Email: abuse@registrar.example\n`)).toEqual([
      "abuse@registrar.example high",
    ]);
    expect(mailboxes("domain", "Domain Name: bad.example\nAbuse Contact:\n   abuse@registrar.example\n")).toEqual([
      "abuse@registrar.example high",
    ]);
  });
});
