import { describe, expect, test } from "vitest";
import type { ContactAnswer } from "../../functions/case/candidate.ts";
import { registrarContacts } from "../../functions/contact/domain-contact.ts";
import { knownIn } from "../../functions/contact/known.ts";
import { lookUpContact } from "../../functions/contact/look-up-contact.ts";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { readWhois } from "../../functions/contact/read-whois.ts";
import { readRegistrationDate } from "../../functions/contact/registration-date.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { memoryKnownStore } from "../support/memory-known-store.ts";
import { entity, playedSources } from "../support/sources.ts";

type PlayedWorld = Parameters<typeof playedSources>[0];

const day = (text: string) => `${text}T00:00:00.000Z`;
const readLine = (line: string) =>
  readWhois("domain", `Domain Name: bad.example\nRegistrar: Reg\n${line}\n`).registeredAt;

describe("the registration date of a name", () => {
  test.each([
    ["Creation Date: 1995-08-14T04:00:00Z", "1995-08-14"],
    ["created:        2000-05-17T22:00:00Z", "2000-05-17"],
    ["created:        1997.09.23 09:45:07", "1997-09-23"],
    ["Created On: 14-May-2001 10:20:30 UTC", "2001-05-14"],
    ["Registered on: 26-Nov-1996", "1996-11-26"],
    ["Registered on: before Aug-1996", "1996-08-01"],
    ["    Registered on 30th April 2003 at 00:00:00.000", "2003-04-30"],
    ["Domain record activated:    25-Jul-1997", "1997-07-25"],
    ["Registration Time: 2003-03-17 12:20:05", "2003-03-17"],
    ["Registered Date             : 1999. 07. 28.", "1999-07-28"],
    ["[登録年月日]                    2001/03/22", "2001-03-22"],
    ["[Created on]                    2001/03/22", "2001-03-22"],
    ["Registered:\tTue Dec 12 2000", "2000-12-12"],
    ["registered:   21.10.1996 17:25:00", "1996-10-21"],
    ["created............: 1.1.1991 00:00:00", "1991-01-01"],
    ["created:     19990518 #112233", "1999-05-18"],
    ["Created on..............: 2001-Aug-23.", "2001-08-23"],
    ["Domain Name Commencement Date: 27-10-1998", "1998-10-27"],
    ["Creation Date: 30/10/1990 00:00:00", "1990-10-30"],
    ["   Record created on 1998-05-19 (YYYY-MM-DD)", "1998-05-19"],
    ["domain_dateregistered: 1997-02-10T00:00:00+13:00", "1997-02-10"],
    ["First registration date\t31 May 1999", "1999-05-31"],
    ["Creation Date: 2001-06-14-T10:32:43Z", "2001-06-14"],
    ["created:        May 25 1999", "1999-05-25"],
    ["Registered on: before 1996", "1996-01-01"],
    ["Registered on: Before 2001", "2001-01-01"],
    ["First registration date: before 1 January 1996", "1996-01-01"],
    ["created: before 19950101", "1995-01-01"],
    ["Creation Date: 2026-06-01 (first 2009-05-14)", "2026-06-01"],
    ["Creation Date: 14.05.2026 (Altbestand: 1998)", "2026-05-14"],
    ["Creation Date: 2026-11-14T03:00:00Z 2009-05-14", "2009-05-14"],
    ["Original Creation Date: 1999-01-01\nCreation Date: 2026-11-01", "1999-01-01"],
    ["Creation Date: 2026-11-01\nCreated: 2009-03-01", "2009-03-01"],
  ])("is read from WHOIS's line %j", (line, expected) => {
    expect(readLine(line)).toBe(day(expected));
  });

  test.each([
    "Creation Date: yesterday",
    "Creation Date:",
    "Creation Date: 2026-02-30T00:00:00Z",
    "Creation Date: 1970-01-01T00:00:00Z",
    "Creation Date: 0000-00-00",
    "Updated Date: 2024-01-01T00:00:00Z",
    "Registrant Name: Created: 1999-01-01",
    "% Creation Date: 1999-01-01",
    "Creation Date: unknown\nCreated: 2026-11-01",
    "Created: 2026-11-01\nCreation Date: 2026-02-30",
  ])("is none in %j", (line) => {
    expect(readLine(line)).toBeUndefined();
  });

  test.each(["05/06/2023", "05-06-2023", "05.06.2023", "06.05.2023"])(
    "may be either of two days in %s, and is the older",
    (written) => {
      expect(readRegistrationDate(written)).toBe(day("2023-05-06"));
    },
  );

  const ofDomain = "domain: bad.example\nregistrar: Reg\n";
  const ofContact = "nic-hdl: AB1\nperson: X\ncreated: 2026-11-01\n";

  test.each([
    ["before that of a contact", `${ofDomain}created: 2026-10-01\n\ncontact: Reg\ncreated: 1999-01-01\n`, "2026-10-01"],
    ["after that of a contact", `${ofContact}\n${ofDomain}created: 2009-03-01\n`, "2009-03-01"],
    [
      "below a heading of its own",
      "Domain name:\n  bad.example\n\nRegistrar:\n  Reg\n\nRelevant dates:\n  Registered on: 26-Nov-1996\n",
      "1996-11-26",
    ],
    [
      "below the holder's name",
      "[Domain Name]   BAD.EXAMPLE\n\n[Registrant]   X\n\n[Name Server]   ns.x.example\n[Created on]   2001/03/22\n",
      "2001-03-22",
    ],
    [
      "after the contacts, and beside one where its key names the domain",
      `${ofDomain}\nContact Information:\n\nAddress: X\nDomain Name Commencement Date: 27-10-1998\n`,
      "1998-10-27",
    ],
  ])("is the domain's, %s", (_, text, expected) => {
    expect(readWhois("domain", text).registeredAt).toBe(day(expected));
  });

  test.each([
    ["a contact", `${ofDomain}\n${ofContact}`],
    ["a contact by its number", `${ofDomain}\n% Registrant:\ncontact-id: x\nstatus: ok\ncreated: 2026-10-10\n`],
    ["a set of name servers", `${ofDomain}\nnsset: NSS-1\nnserver: ns.x.example\ncreated: 2026-10-10\n`],
    ["the registrar", `${ofDomain}\nregistrar: Reg\naddress: X\nregistered: 1998-01-01\nsource: X\n`],
    ["the holder below a heading", `${ofDomain}\nRegistrant\n  Organization: X\n  Created: 2026-10-10\n`],
  ])("is not that of %s", (_, text) => {
    expect(readWhois("domain", text).registeredAt).toBeUndefined();
  });
});

const registrar = entity(["registrar"], undefined, { entities: [entity(["abuse"], "abuse@reg.example")] });
const domain = (events: unknown, entities: readonly unknown[] = [registrar], more: object = {}) => ({
  objectClassName: "domain",
  ldhName: "bad.example",
  entities,
  events,
  ...more,
});
const event = (eventAction: string, eventDate: string) => ({ eventAction, eventDate });
const registration = (date: string) => [event("last changed", "2026-11-01T00:00:00Z"), event("registration", date)];

test.each([
  ["a registration", registration("2026-10-01T08:00:00Z"), "2026-10-01"],
  [
    "one that was registered again after it was deleted",
    [...registration("2001-01-01T00:00:00Z"), event("reregistration", "2026-10-01T08:00:00Z")],
    "2026-10-01",
  ],
  [
    "two registrations",
    [...registration("2026-10-01T08:00:00Z"), event("registration", "2001-01-01T00:00:00Z")],
    "2001-01-01",
  ],
])("RDAP's events name the day of %s", (_, events, expected) => {
  const read = readRdap("domain", { status: 200, headers: {}, body: domain(events) as never });
  expect(read.registeredAt).toBe(day(expected));
});

test.each([
  ["no events", undefined],
  ["an event without a date", [{ eventAction: "registration" }]],
  ["another event", [event("expiration", "2026-12-01T00:00:00Z")]],
  ["a date that is none", registration("soon")],
])("RDAP's events name none where there is %s", (_, events) => {
  const read = readRdap("domain", { status: 200, headers: {}, body: domain(events) as never });
  expect(read.registeredAt).toBeUndefined();
});

const nameOf = async (world: PlayedWorld, host = "bad.example"): Promise<ContactAnswer["name"]> => {
  const target = { kind: "host", host } as const;
  const question = {
    target,
    category: "phishing",
    rightfulSite: undefined,
    settings: aSettings(),
    now: morning,
  } as const;
  return (await lookUpContact(question, playedSources(world))).name;
};
const young = day("2026-10-01");

describe("a look-up's answer has of a name", () => {
  const whois = "Domain Name: bad.example\nRegistrar: Reg\nRegistrar Abuse Contact Email: abuse@reg.example\n";

  test("the date of RDAP, which names the registrar's desk", async () => {
    const world = { rdap: { "domain/bad.example": domain(registration("2026-10-01T08:00:00Z")) } };
    expect(await nameOf(world)).toEqual({ registeredAt: young });
    expect(await nameOf(world, "shop.bad.example")).toEqual({ registeredAt: young });
  });

  test("the date of an answer that names no desk", async () => {
    const world = { rdap: { "domain/bad.example": domain(registration("2026-10-01T08:00:00Z"), []) } };
    expect(await nameOf(world)).toEqual({ registeredAt: young });
    expect(await nameOf({ ...world, whois: { "whois.nic.example bad.example": whois } })).toEqual({
      registeredAt: young,
    });
  });

  test("the older date where two answers contradict each other", async () => {
    const world = {
      rdap: { "domain/bad.example": domain(registration("2026-10-01T08:00:00Z"), []) },
      whois: { "whois.nic.example bad.example": `${whois}Creation Date: 2009-03-01\n` },
    };
    expect(await nameOf(world)).toEqual({ registeredAt: day("2009-03-01") });
  });

  test("the first registration where the second is to come, or is not read", async () => {
    const again = (date: string) => ({
      rdap: {
        "domain/bad.example": domain([...registration("2009-03-01T08:00:00Z"), event("reregistration", date)], []),
      },
    });
    expect(await nameOf(again("2026-10-01T08:00:00Z"))).toEqual({ registeredAt: young });
    expect(await nameOf(again("soon"))).toEqual({ registeredAt: day("2009-03-01") });
    expect(await nameOf(again("2027-01-01T00:00:00Z"))).toEqual({ registeredAt: day("2009-03-01") });
    const whois = { "whois.nic.example bad.example": "Domain Name: bad.example\nRegistrar: Reg\n" };
    expect(await nameOf({ ...again("2027-01-01T00:00:00Z"), whois })).toEqual({ registeredAt: day("2009-03-01") });
    const played = playedSources(again("2027-01-01T00:00:00Z"));
    const known = knownIn({ store: memoryKnownStore(), nowMs: () => 0, sleep: async () => {}, holder: "here" });
    const dates = async () => (await registrarContacts({ ...played, known }, "bad.example")).firstRegisteredAt;
    expect([await dates(), await dates()]).toEqual([day("2009-03-01"), day("2009-03-01")]);
  });

  test("no date where none is said, where it is to come, and where the sources are silent", async () => {
    expect(await nameOf({ rdap: { "domain/bad.example": domain(undefined) } })).toEqual({});
    expect(await nameOf({ rdap: { "domain/bad.example": domain(registration("2027-01-01T00:00:00Z")) } })).toEqual({});
    expect(await nameOf({ silent: ["rdap", "whois"] })).toEqual({});
  });

  test("the date of an answer that was cached", async () => {
    const played = playedSources({ rdap: { "domain/bad.example": domain(registration("2026-10-01T08:00:00Z")) } });
    const known = knownIn({ store: memoryKnownStore(), nowMs: () => 0, sleep: async () => {}, holder: "here" });
    const dates = async () => (await registrarContacts({ ...played, known }, "bad.example")).registeredAt;
    expect([await dates(), await dates()]).toEqual([young, young]);
    expect(played.asked).toEqual(["rdap domain/bad.example"]);
  });

  test("that it is shared or well known, by the name itself or one above it", async () => {
    expect(await nameOf({}, "bit.ly")).toMatchObject({ isShared: true });
    expect(await nameOf({}, "bad.duckdns.org")).toMatchObject({ isShared: true });
    expect(await nameOf({}, "www.paypal.com")).toMatchObject({ isWellKnown: true });
    expect(await nameOf({}, "login.paypal.com")).toMatchObject({ isWellKnown: true });
    expect(await nameOf({}, "paypal.com.bad.example")).toEqual({});
  });

  test("nothing, where an address is reported", async () => {
    expect(await nameOf({}, "192.0.2.1")).toBeUndefined();
  });
});
