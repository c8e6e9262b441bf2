import { expect, test } from "vitest";
import { countryFacts } from "../../functions/escalation/countries.ts";
import { languageOf } from "../../functions/notice/language-of.ts";
import { aCandidate } from "../support/a-case.ts";

/*
 * Time zones and languages were typed by hand; ICU, which Node brings along (CLDR's data), knows
 * both of every country. It knows which language most people speak, and not in which a desk does
 * business: where the two differ, the reason stands here.
 */

const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const codes = alphabet.flatMap((first) => alphabet.map((second) => first + second));
const named = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

const written = (country: string): string => {
  const { language: _, ...nobody } = aCandidate({ country });
  return languageOf({}, nobody, { countries: [] });
};
const ofFacts = countryFacts.map(({ country }) => country);
/**
 * Every country with a row of facts or of a language; all others are written to in English for want
 * of one.
 */
const rows = codes.filter((country) => ofFacts.includes(country) || written(country) !== "en");

/**
 * Written on purpose in another language than the one that ICU names, or than one that it named
 * still in Node 20.19 (CLDR 46).
 */
const onPurpose: Readonly<Record<string, readonly [string, string]>> = {
  BY: ["ru", "Belarusian and Russian are both official; ICU named Belarusian in CLDR 46, and Russian in CLDR 48."],
  CD: [
    "fr",
    "French is the official language; ICU named Swahili, one of the national ones, in CLDR 46, and French in CLDR 48.",
  ],
  KG: [
    "ru",
    "Kyrgyz is the state language and Russian is used as the official one (law No. 140 of 2023); " +
      "there are texts in Russian.",
  ],
  ML: [
    "fr",
    "By the constitution of 2023 thirteen national languages are official and French is the working language.",
  ],
  NE: [
    "fr",
    "By Article 12 of the charter of 2025 Hausa is the national language, French and English are the working ones.",
  ],
  NO: ["no", "The same language: `nb`, which ICU names, and `nn` are the two written forms of `no`."],
  PY: [
    "es",
    "Spanish and Guarani are both official (Article 140); " +
      "where the constitution's texts differ, the Spanish one counts.",
  ],
  SN: ["fr", "French is the official language, Wolof the one that most people speak."],
};

/** As our rows name it: with the script where the same language has texts in two. */
const likely = (country: string): string => {
  const { language, script } = new Intl.Locale(`und-${country}`).maximize();
  return language === "zh" && script === "Hant" ? "zh-Hant" : language;
};

type Zones = { readonly timeZones?: readonly string[]; readonly getTimeZones?: () => readonly string[] };
/** A getter in older engines, and a method in newer ones. */
const zonesOf = (country: string): readonly string[] => {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & Zones;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
};
/** `Europe/Kyiv` and `Europe/Kiev` are one zone, by whichever name the engine knows it. */
const canonical = (timeZone: string): string => new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;

test("is of a country that there is", () => {
  expect(rows.length).toBeGreaterThan(ofFacts.length);
  expect(rows.filter((country) => named.of(country) === undefined)).toEqual([]);
});

test.each(countryFacts)("has a time zone of the country's own: $country, $timeZone", ({ country, timeZone }) => {
  expect(zonesOf(country).map(canonical)).toContain(canonical(timeZone));
});

test.each(rows.filter((country) => !(country in onPurpose)))(
  "is written in the language that most people speak there: %s",
  (country) => {
    expect(written(country)).toBe(likely(country));
  },
);

test.each(Object.entries(onPurpose))("is written in another language on purpose: %s", (country, [language, why]) => {
  expect([rows.includes(country), written(country)]).toEqual([true, language]);
  expect(why).toMatch(/^.{20,}\.$/);
});
