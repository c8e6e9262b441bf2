import { expect, test } from "vitest";
import { lookUpContact } from "../../functions/contact/look-up-contact.ts";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { readWhois } from "../../functions/contact/read-whois.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { entity, playedSources, rdapNetwork } from "../support/sources.ts";

const registrar = { roles: ["registrar"], entities: [entity(["abuse"], "abuse@reg.example")] };
const domain = (...status: readonly string[]) => ({
  objectClassName: "domain",
  ldhName: "bad.example",
  status,
  entities: [registrar],
});

test.each([
  [["active"], undefined],
  [["client transfer prohibited", "client hold"], "client hold"],
  [["server hold"], "server hold"],
  [["pending delete", "redemption period"], "pending delete"],
  [["client hold but not quite"], undefined],
])("is told by RDAP's status %j as %s", (status, expected) => {
  expect(readRdap("domain", { status: 200, headers: {}, body: domain(...status) }).outOfDns).toBe(expected);
});

test.each([
  ["Domain Status: ok https://icann.org/epp#ok", undefined],
  ["Domain Status: clientHold https://icann.org/epp#clientHold", "client hold"],
  ["Status: serverHold", "server hold"],
  ["domain status:pendingDelete (https://www.icann.org/epp#pendingDelete)", "pending delete"],
])("is told by WHOIS's line %j as %s", (line, expected) => {
  const text = `Domain Name: BAD.EXAMPLE\nRegistrar: Reg\nRegistrar Abuse Contact Email: abuse@reg.example\n${line}\n`;
  expect(readWhois("domain", text).outOfDns).toBe(expected);
});

test("is in the answer about a host of that name, and in none about an address", async () => {
  const harbour = rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["abuse"], "abuse@harbour.example")]);
  const sources = playedSources({ rdap: { "domain/bad.example": domain("client hold"), "ip/192.0.2.1": harbour } });
  const find = (host: string) =>
    lookUpContact(
      {
        target: { kind: "host", host },
        category: "phishing",
        rightfulSite: undefined,
        settings: aSettings(),
        now: morning,
      },
      sources,
    );
  expect((await find("shop.bad.example")).outOfDns).toBe("client hold");
  expect((await find("192.0.2.1")).outOfDns).toBeUndefined();
  expect((await find("shop.bad.example")).heldSince).toBe(morning);
});

test("is the registry's word where its own RDAP says so, and not where the registrar alone does", async () => {
  const link = { rel: "related", href: "https://rdap.reg.example/domain/bad.example", type: "application/rdap+json" };
  const { entities: _, ...unnamed } = domain("active");
  const sources = playedSources({
    rdap: { "domain/bad.example": { ...unnamed, links: [link] }, [link.href]: domain("client hold") },
  });
  const { outOfDns, heldSince } = await lookUpContact(
    {
      target: { kind: "host", host: "bad.example" },
      category: "phishing",
      rightfulSite: undefined,
      settings: aSettings(),
      now: morning,
    },
    sources,
  );
  expect([outOfDns, heldSince]).toEqual(["client hold", undefined]);
});
