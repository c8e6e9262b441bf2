import { describe, expect, it } from "vitest";
import {
  bootstrapOf,
  bundledBootstrap,
  readBootstrapFile,
  unlistedRdapOf,
  whoisOfDomain,
  whoisQuery,
} from "../../functions/contact/bootstrap.ts";
import table from "../../functions/contact/bootstrap-table.json" with { type: "json" };
import { fixture } from "../support/fixture.ts";

const file = (services: unknown, publication = "2027-01-01T00:00:00Z") =>
  JSON.stringify({ version: "1.0", publication, services });

describe("whom to ask first", () => {
  it("knows the registries without any file", () => {
    expect(bundledBootstrap().registryOfAddress("193.0.6.139")).toMatchObject({
      name: "ripe",
      rdap: "https://rdap.db.ripe.net/",
      whois: "whois.ripe.net",
    });
    expect(bundledBootstrap().registryOfAsn(3333)?.name).toBe("ripe");
    expect(bundledBootstrap().rdapOfDomain("bad.com")).toBe("https://rdap.verisign.com/com/v1/");
    expect([bundledBootstrap().rdapOfHandle("ABUSE123-ARIN"), bundledBootstrap().rdapOfHandle("NOBODY")]).toEqual([
      "https://rdap.arin.net/registry/",
      undefined,
    ]);
  });

  it("takes a newer file's word, longest prefix first, and keeps its WHOIS host for a base that it lacks", () => {
    const ipv4 = readBootstrapFile(
      "ipv4",
      file([
        [
          ["193.0.0.0/8", "8.0.0.0/8"],
          ["http://rdap.arin.net/registry/", "https://rdap.arin.net/registry/"],
        ],
        [["193.0.6.0/24"], ["https://rdap.new.example"]],
      ]),
      0,
    );
    const newer = bootstrapOf(ipv4 ? { ipv4 } : {});
    expect(newer.registryOfAddress("193.0.6.139")).toEqual({
      name: "ripe",
      rdap: "https://rdap.new.example/",
      whois: "whois.ripe.net",
    });
    expect(newer.registryOfAddress("193.0.7.1")).toMatchObject({
      name: "arin",
      rdap: "https://rdap.arin.net/registry/",
    });
    // The other files' parts are our own table's.
    expect(newer.rdapOfDomain("bad.com")).toBe("https://rdap.verisign.com/com/v1/");
  });

  it.each([
    ["not JSON", "<html>"],
    ["of another form", "[]"],
    ["without services", file([])],
    ["without a usable URL", file([[["193.0.0.0/8"], ["ftp://x.example/", 5]]])],
    ["http alone", file([[["193.0.0.0/8"], ["http://x.example/"]]])],
    ["older than our own table", file([[["193.0.0.0/8"], ["https://x.example/"]]], "2001-01-01T00:00:00Z")],
    ["without a date", JSON.stringify({ services: [[["193.0.0.0/8"], ["https://x.example/"]]] })],
  ])("keeps to its own table where a file is %s", (_, text) =>
    expect(readBootstrapFile("ipv4", text, 0)).toBeUndefined(),
  );

  it("takes a file that names far fewer than our own table for one that was cut", () => {
    const cut = file([[["193.0.0.0/8"], ["https://x.example/"]]]);
    expect([readBootstrapFile("ipv4", cut), readBootstrapFile("ipv4", cut, 0)?.length]).toEqual([undefined, 1]);
  });
});

it.each(["dns", "ipv4", "ipv6", "asn", "object-tags"] as const)(
  "IANA's files as they are reads %s whole, and as our own table has it",
  (name) => {
    const services = readBootstrapFile(name, fixture(`iana/${name}.json`));
    expect(services?.length).toBeGreaterThan(4);
    const read = bootstrapOf(services ? { [name]: services } : {});
    for (const address of ["8.8.8.8", "193.0.6.139", "2001:43f8::1", "200.160.0.1"])
      expect(read.registryOfAddress(address)).toEqual(bundledBootstrap().registryOfAddress(address));
    for (const asn of [15169, 3333, 28573])
      expect(read.registryOfAsn(asn)).toEqual(bundledBootstrap().registryOfAsn(asn));
    for (const domain of ["a.com", "a.fr", "a.de"])
      expect(read.rdapOfDomain(domain)).toBe(bundledBootstrap().rdapOfDomain(domain));
  },
);

describe("registries' RDAP that IANA does not name", () => {
  const tlds = Object.values(table.unlistedRdap).flatMap((of) => of.split(" "));

  it("is of top-level domains that neither IANA's file nor our own table has, each once", () => {
    const services = readBootstrapFile("dns", fixture("iana/dns.json")) ?? [];
    const listed = bootstrapOf({ dns: services });
    expect(
      tlds.filter((tld) => listed.rdapOfDomain(`bad.${tld}`) ?? bundledBootstrap().rdapOfDomain(`bad.${tld}`)),
    ).toEqual([]);
    expect(new Set(tlds).size).toBe(tlds.length);
    expect(tlds.filter((tld) => whoisOfDomain(`bad.${tld}`) === undefined)).toEqual([]);
  });

  it("is on https, ends in a slash and may be asked", () => {
    for (const tld of tlds) {
      const base = unlistedRdapOf(`bad.${tld}`) ?? "";
      expect(base).toMatch(/^https:\/\/[a-z.]+\/([a-z]+\/)?$/);
      expect(bundledBootstrap().isServer(new URL(base).hostname)).toBe(true);
    }
    expect([unlistedRdapOf("bad.co"), unlistedRdapOf("bad.com"), unlistedRdapOf("bad.com.de")]).toEqual([
      "https://rdap.registry.co/co/",
      undefined,
      undefined,
    ]);
  });
});

describe("the line that a WHOIS server is asked", () => {
  it.each([
    ["whois.arin.net", "192.0.2.7", "n + 192.0.2.7"],
    ["whois.arin.net", "AS64500", "a + AS64500"],
    ["whois.arin.net", "NET-192-0-2-0-1", "NET-192-0-2-0-1"],
    ["whois.ripe.net", "192.0.2.7", "--charset UTF-8 -r 192.0.2.7"],
    ["whois.apnic.net", "192.0.2.7", "192.0.2.7"],
    ["whois.afrinic.net", "192.0.2.7", "192.0.2.7"],
    ["whois.nic.ad.jp", "192.0.2.7", "192.0.2.7/e"],
    ["whois.jprs.jp", "shop.example", "shop.example/e"],
    ["whois.denic.de", "shop.example", "-T dn shop.example"],
    ["whois.punktum.dk", "shop.example", "--charset=utf-8 shop.example"],
    ["whois.verisign-grs.com", "shop.example", "domain shop.example"],
  ])("to %s about %s is %s", (server, query, line) => expect(whoisQuery(server, query)).toBe(line));
});
