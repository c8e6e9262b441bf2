import { describe, expect, it } from "vitest";
import table from "../../functions/contact/listed-names.json" with { type: "json" };
import { isSharedName, isWellKnownName } from "../../functions/contact/listed-names.ts";
import { listedRows } from "../../functions/contact/provider-rows.ts";
import { soldWhois } from "../../functions/contact/sold-names.ts";
import { isPublicSuffix, registrableDomain, sharedPlatformSuffix } from "../../functions/kernel/domain.ts";

const namesOf = (groups: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(groups).flatMap(([parent, labels]) => labels.split(" ").map((label) => `${label}.${parent}`));
const [shared, wellKnown] = [namesOf(table.shared), namesOf(table.wellKnown)];

it.each([
  ..."t.co bit.ly tinyurl.com is.gd cutt.ly rebrand.ly goo.su".split(" "),
  ..."linktr.ee beacons.ai taplink.cc lnk.bio".split(" "),
  ..."duckdns.org ddns.net hopto.org zapto.org sytes.net mooo.com us.to dyndns.org".split(" "),
  ..."rf.gd pastebin.com ipfs.io transfer.sh".split(" "),
])("a shared name is %s, and so is what is below it", (name) => {
  expect(isSharedName(name)).toBe(true);
  expect(isSharedName(`www.bad.${name}`)).toBe(true);
});

it("a shared name is by whole labels, and not for the name below which one is listed", () => {
  expect(isSharedName("link.zip.net")).toBe(true);
  expect(isSharedName("a.link.zip.net")).toBe(true);
  expect(isSharedName("zip.net")).toBe(false);
  expect(isSharedName("notduckdns.org")).toBe(false);
  expect(isSharedName("duckdns.org.evil.com")).toBe(false);
  for (const name of ["org", "com", "constructor", "x.constructor", "toString.__proto__", ""])
    expect(isSharedName(name), name).toBe(false);
});

it("a shared name is none where names are sold, and none of a registry's own suffixes", () => {
  expect(shared.filter((name) => soldWhois().has(name) || registrableDomain(name) === undefined)).toEqual([]);
  for (const host of ["bad.eu.org", "bad.uk.com", "bad.com.np", "bad.co.uk"])
    expect(isSharedName(host), host).toBe(false);
});

describe("a well-known name", () => {
  it.each([
    ..."paypal.com chase.com hsbc.co.uk lloydsbank.co.uk deutsche-bank.de ing.nl".split(" "),
    ..."gov.uk nhs.uk irs.gov europa.eu bund.de gov.br".split(" "),
    ..."wikipedia.org britannica.com google.com apple.com microsoft.com amazon.com netflix.com dhl.com".split(" "),
  ])("is %s and its www., and nothing else below it", (name) => {
    expect(isWellKnownName(name)).toBe(true);
    expect(isWellKnownName(`www.${name}`)).toBe(true);
    expect(isWellKnownName(`www.www.${name}`)).toBe(false);
    expect(isWellKnownName(`login.${name}`)).toBe(false);
  });

  it("is not one that only reads like it", () => {
    for (const host of ["paypal.com.evil.com", "notpaypal.com", "paypa1.com", "com", "www.com", "x.constructor"])
      expect(isWellKnownName(host), host).toBe(false);
  });

  it("is none that strangers share, and none of a platform whose customers have pages there", () => {
    const platforms = new Set(
      listedRows().flatMap(({ lines }) => lines.flatMap((line) => (line.kind === "name" ? [line.name] : []))),
    );
    const strangers = wellKnown.filter(
      (name) => isSharedName(name) || sharedPlatformSuffix(name) !== undefined || platforms.has(name),
    );
    expect(strangers).toEqual([]);
  });

  it("is what somebody registered, or a suffix that has a site of its own", () => {
    expect(wellKnown.filter((name) => registrableDomain(name) !== name && !isPublicSuffix(name))).toEqual([]);
  });
});
