import type { HostCountry } from "../case/policy.ts";
import { type KnownCountry, knownCountries } from "../kernel/countries.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Category, isChildAbuse } from "../report/category.ts";
import publicHolidays from "./holidays.json" with { type: "json" };

/*
 * What decides cases in the countries in which most is hosted (`kernel/countries.json`, which says what its fields
 * mean). Time zones are IANA's and held against ICU. Working hours are 8 to 18 everywhere, our own choice.
 */

export type CountryFacts = KnownCountry & { readonly country: string; readonly timeZone: string };

export const countryFacts: readonly CountryFacts[] = [...knownCountries].flatMap(([country, { timeZone, ...known }]) =>
  timeZone === undefined ? [] : [{ country, timeZone, ...known }],
);

/** By `npm run generate -- holidays`, ten years from 2026. A year stands once before its days. */
const holidaysOf: Readonly<Record<string, string>> = publicHolidays;

/** `2026 01-01 12-25 2027 01-01` → `2026-01-01`, `2026-12-25`, `2027-01-01`. */
const holidaysIn = (country: string): ReadonlySet<string> => {
  const days = new Set<string>();
  let year = "";
  for (const word of (holidaysOf[country] ?? "").split(" ")) {
    if (word.length === 4) year = word;
    else if (word !== "") days.add(`${year}-${word}`);
  }
  return days;
};

/** True if a country's hotline takes this category, by default child abuse. */
export const hotlineTakes = (
  { countries }: Pick<Settings, "countries">,
  country: string | undefined,
  category: Category,
): boolean => {
  const row = countries.find((one) => one.country.toUpperCase() === country?.toUpperCase());
  const takes: readonly Category[] | undefined = row?.hotline?.takes;
  return takes?.includes(category) ?? isChildAbuse(category);
};

const toCallOf = ({ hotline, police }: Settings["countries"][number]): readonly string[] => [
  ...(police ? [`The police there: ${police.name}, ${police.contact}.`] : []),
  ...(hotline ? [`The hotline there: ${hotline.name}${hotline.phone ? `, ${hotline.phone}` : ""}.`] : []),
];

/** Read once for what is in force, which is one object meanwhile. */
const kept = new WeakMap<Settings["countries"], ReadonlyMap<string, HostCountry>>();

/** The rows that decide cases, by country: what is known, and over it the operator's entries. */
export const hostCountries = ({ countries }: Pick<Settings, "countries">): ReadonlyMap<string, HostCountry> => {
  const rows = kept.get(countries) ?? rowsWith(countries);
  kept.set(countries, rows);
  return rows;
};

const rowsWith = (countries: Settings["countries"]): ReadonlyMap<string, HostCountry> => {
  const known = countryFacts.map(
    ({ country, police, timeZone }): HostCountry => ({
      country,
      lawEnforcementFirst: police?.hear === "first",
      timeZone,
      workingHours: { from: 8, to: 18 },
      toCall: [],
      holidays: holidaysIn(country),
    }),
  );
  const byCountry = new Map(known.map((row): [string, HostCountry] => [row.country, row]));
  for (const own of countries) {
    const country = own.country.toUpperCase();
    const before = byCountry.get(country);
    byCountry.set(country, {
      country,
      lawEnforcementFirst: own.lawEnforcementFirst ?? before?.lawEnforcementFirst ?? false,
      timeZone: own.timeZone ?? before?.timeZone ?? "UTC",
      workingHours: own.workingHours ?? before?.workingHours ?? { from: 8, to: 18 },
      toCall: toCallOf(own),
      holidays: new Set([...(before?.holidays ?? []), ...(own.holidays ?? [])]),
    });
  }
  return byCountry;
};
