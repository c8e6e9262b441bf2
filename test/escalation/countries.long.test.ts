import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { countryFacts, hostCountries } from "../../functions/escalation/countries.ts";
import { holidaysFile } from "../../infra/checks/write-holidays.ts";
import { aSettings } from "../support/a-case.ts";

describe("the rows of hosting countries", () => {
  test("are one a country, with a time zone that exists, and each fact with its source and the day it was read", () => {
    const codes = countryFacts.map(({ country }) => country);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const { timeZone, police, hotline, cert } of countryFacts) {
      expect(Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone).toBeTruthy();
      for (const { source, readOn } of [police, hotline, cert].filter((fact) => fact !== undefined)) {
        expect(source).toMatch(/^(?!.*memory).{10,}\.$/);
        expect(readOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      }
    }
  });

  test("hold no mail address: a hotline's stands in the operator's settings", () => {
    expect(JSON.stringify(countryFacts)).not.toContain("@");
  });

  test("say that the police come first only where the source says so", () => {
    const first = countryFacts.flatMap(({ country, police }) =>
      police?.hear === "first" ? [[country, police.source]] : [],
    );
    expect(first).toEqual([
      ["AU", expect.stringContaining("investigation is not compromised")],
      ["CH", expect.stringContaining("go to the prosecuting authorities")],
      ["DK", expect.stringContaining("goes to the national police")],
      ["FI", expect.stringContaining("cannot pass the address to the host")],
      ["GB", expect.stringContaining("in partnership with the police")],
      ["LT", expect.stringContaining("goes to the Police Department")],
      ["LU", expect.stringContaining("goes to the police")],
      ["RO", expect.stringContaining("police are told and the host is not")],
    ]);
  });

  test("of whom a source says that the police hear say in what order", () => {
    const unsaid = countryFacts.filter(
      ({ hotline, police }) => police === undefined && /goes? to the .*police/i.test(hotline?.source ?? ""),
    );
    expect(unsaid.map(({ country }) => country)).toEqual([]);
  });

  test("give way to the operator's, field by field; others are added", () => {
    const rows = hostCountries(
      aSettings({
        countries: [
          { country: "gb", lawEnforcementFirst: false },
          {
            country: "NL",
            lawEnforcementFirst: true,
            workingHours: { from: 9, to: 17 },
            police: { name: "Police", contact: "+31 555 0100" },
            hotline: { name: "Meldpunt", email: "desk@meldpunt.example" },
          },
          { country: "IN", timeZone: "Asia/Kolkata", holidays: ["2026-01-26"] },
        ],
      }),
    );
    const shown = (code: string) => {
      const { holidays, ...row } = rows.get(code) ?? { holidays: new Set() };
      return { ...row, hasChristmas: holidays.has("2026-12-25") };
    };
    expect(shown("GB")).toEqual({
      country: "GB",
      lawEnforcementFirst: false,
      timeZone: "Europe/London",
      workingHours: { from: 8, to: 18 },
      toCall: [],
      hasChristmas: true,
    });
    expect(shown("NL")).toEqual({
      country: "NL",
      lawEnforcementFirst: true,
      timeZone: "Europe/Amsterdam",
      workingHours: { from: 9, to: 17 },
      toCall: ["The police there: Police, +31 555 0100.", "The hotline there: Meldpunt."],
      hasChristmas: true,
    });
    expect(shown("IN")).toEqual({
      country: "IN",
      lawEnforcementFirst: false,
      timeZone: "Asia/Kolkata",
      workingHours: { from: 8, to: 18 },
      toCall: [],
      hasChristmas: false,
    });
    expect([...(rows.get("IN")?.holidays ?? [])]).toEqual(["2026-01-26"]);
  });
});

test("public holidays are what the library says of them (if not: npm run generate -- holidays)", () => {
  expect(readFileSync("functions/escalation/holidays.json", "utf8")).toBe(holidaysFile());
});
