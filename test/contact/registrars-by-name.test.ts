import { describe, expect, it } from "vitest";
import { checkProviders } from "../../functions/contact/check-providers.ts";
import { registrarKey } from "../../functions/contact/provider-matches.ts";
import { listedRows } from "../../functions/contact/provider-rows.ts";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { readDomainWhois } from "../../functions/contact/whois-domain.ts";
import { directoryEntry } from "../../functions/kernel/settings-rows.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { entity, playedSources } from "../support/sources.ts";
import { lookUp } from "./look-up.ts";

const namesIn = (text: string) => readDomainWhois(text).registrarNames;

it.each([
  [".ru", "domain:        BAD.RU\nregistrar:     REGRU-RU\nadmin-contact: http://x.ru/\n", ["REGRU-RU"]],
  [".cn", "Domain Name: bad.cn\nSponsoring Registrar: 阿里云计算有限公司（万网）\n", ["阿里云计算有限公司（万网）"]],
  [".kr", "Domain Name : bad.kr\nAuthorized Agency           : Gabia, Inc.(http://www.gabia.co.kr)\n", ["Gabia, Inc."]],
  [".kr in Korean", "등록대행자                  : (주)가비아(http://www.gabia.co.kr)\n", ["(주)가비아"]],
  [".at", "registrar:      NETPLANET GmbH ( https://nic.at/registrar/597 )\n", ["NETPLANET GmbH"]],
  [".fi", "registrar..........: Gandi SAS\n", ["Gandi SAS"]],
  [".ch", "Domain name\tbad.ch\n\nRegistrar\tMarkMonitor\n2150 S Bonito Way\n", ["MarkMonitor"]],
  [
    ".uk",
    "    Registrar:\n        GoDaddy.com, LLC. [Tag = GODADDY]\n        URL: http://uk.godaddy.com\n\n",
    ["GoDaddy.com, LLC.", "GODADDY"],
  ],
  [".nl", "Registrar:\n   Realtime Register\n   Ceintuurbaan 32a\n\n", ["Realtime Register"]],
  [
    ".it",
    "Registrar\n  Organization:     Aruba s.p.a.\n  Name:             ARUBA-REG\n  Web:              http://x.it\n\n",
    ["Aruba s.p.a.", "ARUBA-REG"],
  ],
  [".eu", "Registrar:\n        Name: OVH\n        Website: https://www.ovh.com\n\n", ["OVH"]],
  [
    ".tr",
    "** Domain Name: bad.tr\n\n** Registrant:\n   Registrar: GODADDY\n\n" +
      "** Registrar:\nNIC Handle\t\t: ogv40\nOrganization Name\t: BİR A.Ş.\nAddress\t\t\t: Ankara\n\n",
    ["BİR A.Ş."],
  ],
])("the registrar that a registry names is read of %s", (_, text, names) => expect(namesIn(text)).toEqual(names));

it.each([
  ["a holder's own words", "Registrant:\n   Registrar: GODADDY\n\nOrg: Registrar: GODADDY\n"],
  ["a registrar's page or server", "Registrar URL: https://x.example\nRegistrar WHOIS Server: whois.x.example\n"],
  ["a banner", "% Registrar: GODADDY\nNOTICE: Registrar: GODADDY\n"],
  ["an empty value", "Registrar:\n\nName: Somebody\n"],
])("the registrar that a registry names is not read of %s", (_, text) => expect(namesIn(text)).toEqual([]));

it("the registrar that a registry names is read of RDAP, with the registry's tag, and of nobody else", () => {
  const answer = {
    objectClassName: "domain",
    ldhName: "bad.uk",
    entities: [
      { ...entity(["registrar"], undefined), handle: "TAG-1" },
      { ...entity(["registrant"], undefined), handle: "HOLDER", entities: [entity(["registrar"], undefined)] },
    ],
  };
  expect(readRdap("domain", { status: 200, headers: {}, body: answer }).registrarNames).toEqual(["Desk", "TAG-1"]);
});

describe("a registrar's desk by its name", () => {
  const whois = (registrar: string, more = "") => ({
    "whois.tcinet.ru bad.ru": `domain: BAD.RU\nstate: REGISTERED\nregistrar: ${registrar}\n${more}`,
  });
  const find = async (registrar: string, more?: string, directory: readonly object[] = []) => {
    const answer = await lookUp("bad.ru", playedSources({ whois: whois(registrar, more) }), {
      settings: aSettings({ directory: directory.map((entry) => directoryEntry.parse(entry)) }),
    });
    const registrars = answer.candidates.filter(({ scope }) => scope === "registrar");
    return {
      desks: registrars.map(({ email, confidence }) => `${email} ${confidence}`),
      forms: answer.forms.map(({ url }) => url),
    };
  };

  it("is told where WHOIS names no mailbox, however the name is written", async () => {
    for (const name of ["REGRU-RU", "regru-ru", "Registrar of Domain Names REG.RU, LLC"])
      expect(await find(name)).toEqual({ desks: ["abuse@reg.ru medium"], forms: [] });
  });

  it("is nobody's of whom the name is a part alone", async () => {
    for (const name of ["REGRU", "REGRU-RU-2", "NOT REGRU-RU", "Unknown Registrar"])
      expect((await find(name)).desks, name).toEqual([]);
  });

  it("does not stand beside what WHOIS itself names", async () => {
    expect((await find("REGRU-RU", "Registrar Abuse Contact Email: desk@else.ru\n")).desks).toEqual([
      "desk@else.ru high",
    ]);
  });

  it("is a guess for a person where little is known of it", async () => {
    expect((await find("REGISTER-REG")).desks).toEqual(["abuse@register.it guess"]);
  });

  it("is its form where its mail is not read", async () => {
    expect(await find("GODADDY")).toEqual({
      desks: [],
      forms: ["https://supportcenter.godaddy.com/AbuseReport"],
    });
  });

  it("is as the operator says, by names of their own and of the list", async () => {
    const own = { name: "REG.RU", kind: "registrar", matches: ["@desk.example"], email: "own@desk.example" };
    expect((await find("REGRU-RU", "", [own])).desks).toEqual(["own@desk.example high"]);
    const other = { ...own, name: "Other", registrarNames: ["Other, Ltd."] };
    expect((await find("OTHER LTD", "", [other])).desks).toEqual(["own@desk.example high"]);
  });
});

it("names of registrars are of one row each, in a table of which nothing is wrong", () => {
  const keys = listedRows().flatMap(({ entry }) => (entry.registrarNames ?? []).map(registrarKey));
  expect(keys.length).toBeGreaterThan(30);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).not.toContain("");
  expect(checkProviders(aSettings(), morning).problems).toEqual([]);
});

it("names of registrars are found out where two rows have one, or where one could match nothing", () => {
  const one = { name: "One", kind: "registrar", matches: ["@one.example"], email: "abuse@one.example" };
  const directory = [{ ...one, registrarNames: ["GANDI", "…"] }].map((entry) => directoryEntry.parse(entry));
  expect(checkProviders(aSettings({ directory }), morning).problems.map(({ problem }) => problem)).toEqual([
    "registrar's name GANDI is Gandi's as well",
    "registrar's name … has neither letter nor number",
    "registrar's name GANDI is One's as well",
  ]);
});
