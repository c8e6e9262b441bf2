import { expect, test } from "vitest";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { readWhois } from "../../functions/contact/read-whois.ts";
import { morning } from "../support/a-case.ts";
import { entity, networkOf, playedSources } from "../support/sources.ts";
import { lookUp } from "./look-up.ts";

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
  const harbour = networkOf("abuse@harbour.example");
  const sources = playedSources({ rdap: { "domain/bad.example": domain("client hold"), "ip/192.0.2.1": harbour } });
  const find = (host: string) => lookUp(host, sources, { rightfulSite: undefined });
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
  const { outOfDns, heldSince } = await lookUp("bad.example", sources, { rightfulSite: undefined });
  expect([outOfDns, heldSince]).toEqual(["client hold", undefined]);
});
