import { expect, it } from "vitest";
import { bundledBootstrap, whoisOfDomain } from "../../functions/contact/bootstrap.ts";
import { soldDomain } from "../../functions/contact/sold-names.ts";
import { networkOf, playedSources, registered } from "../support/sources.ts";
import { lookUp } from "./look-up.ts";

const world = {
  addresses: {
    "login.bad.uk.com": ["192.0.2.1"],
    "uk.com": ["192.0.2.1"],
    "www.uk.com": ["192.0.2.1"],
    "login.bad.eu.org": ["192.0.2.1"],
  },
  rdap: {
    "ip/192.0.2.1": networkOf("abuse@harbour.example"),
    "domain/uk.com": registered("abuse@suffix-registrar.example", { ldhName: "uk.com" }),
    "domain/eu.org": registered("abuse@suffix-registrar.example", { ldhName: "eu.org" }),
    "domain/bad.uk.com": registered("abuse@registrar.example", { ldhName: "bad.uk.com" }),
  },
};

const find = async (host: string, played: Parameters<typeof playedSources>[0] = world) => {
  const sources = playedSources(played);
  const answer = await lookUp(host, sources, { domainIsMalicious: true });
  return {
    desks: answer.candidates.filter(({ scope }) => scope !== "site").map(({ email, scope }) => `${email} ${scope}`),
    namedBy: answer.namedBy,
    asked: sources.asked,
  };
};

it("has the registrar of the whole registered name, and that of the suffix is never asked", async () => {
  const { desks, namedBy, asked } = await find("login.bad.uk.com");
  expect([desks, namedBy]).toEqual([["abuse@harbour.example network", "abuse@registrar.example registrar"], undefined]);
  expect(asked).not.toContain("rdap domain/uk.com");
});

it("is asked for by the WHOIS of its registry where there is no RDAP", async () => {
  const text = "Domain Name: bad.eu.org\nRegistrar: One\nRegistrar Abuse Contact Email: abuse@registrar.example\n";
  const { desks, asked } = await find("login.bad.eu.org", { ...world, whois: { "whois.eu.org bad.eu.org": text } });
  expect(desks).toEqual(["abuse@harbour.example network", "abuse@registrar.example registrar"]);
  expect(asked).not.toContain("rdap domain/eu.org");
});

it("leaves the registrar of the suffix unasked about the suffix' own site too", async () => {
  for (const host of ["uk.com", "www.uk.com"])
    expect((await find(host)).desks).toEqual(["abuse@harbour.example network"]);
});

it.each([
  ["a.b.de.com", "b.de.com"],
  ["bad.eu.org", "bad.eu.org"],
  ["uk.com", undefined],
  ["bad.github.io", undefined],
  ["bad.co.uk", undefined],
])("%s: %s", (host, domain) => expect(soldDomain(host)).toBe(domain));

it("is served by its suffix' registry, which a look-up may ask", () => {
  expect([
    bundledBootstrap().rdapOfDomain("bad.us.com"),
    whoisOfDomain("bad.us.com"),
    whoisOfDomain("bad.com"),
  ]).toEqual(["https://rdap.centralnic.com/us.com/", "whois.centralnic.com", "whois.verisign-grs.com"]);
  expect(bundledBootstrap().isServer("whois.eu.org")).toBe(true);
});
