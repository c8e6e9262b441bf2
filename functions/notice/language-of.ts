import type { Candidate } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import { isOfName } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { countryOf } from "./ground.ts";

/**
 * The business language of a country where it is not English; one where there are several. Traditional Chinese
 * has no two-letter code and is not the simplified one. From official status, checked against ICU's likely
 * language: `test/escalation/country-rows.test.ts` wants a reason for each row that differs.
 */
const mainLanguages: Readonly<Record<string, string>> = {
  ...spread("ar", "AE BH DZ EG IQ JO KW LB LY MA OM QA SA SY TN YE"),
  ...spread("de", "AT CH DE LI"),
  ...spread("es", "AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE"),
  ...spread("fr", "BF BJ CD CG CI FR GA GN LU MC ML NE SN TG"),
  ...spread("it", "IT SM VA"),
  ...spread("nl", "BE NL SR"),
  ...spread("pt", "AO BR CV MZ PT"),
  ...spread("ru", "BY KG KZ RU"),
  ...spread("ko", "KP KR"),
  ...spread("el", "CY GR"),
  ...spread("ro", "MD RO"),
  ...spread("zh-Hant", "HK MO TW"),
  AL: "sq",
  AM: "hy",
  AZ: "az",
  BA: "bs",
  BG: "bg",
  CN: "zh",
  CZ: "cs",
  DK: "da",
  EE: "et",
  FI: "fi",
  GE: "ka",
  HR: "hr",
  HU: "hu",
  ID: "id",
  IL: "he",
  IR: "fa",
  IS: "is",
  JP: "ja",
  LT: "lt",
  LV: "lv",
  ME: "sr",
  MK: "mk",
  NO: "no",
  PL: "pl",
  RS: "sr",
  SE: "sv",
  SI: "sl",
  SK: "sk",
  TH: "th",
  TR: "tr",
  UA: "uk",
  UZ: "uz",
  VN: "vi",
};

function spread(language: string, countries: string): Readonly<Record<string, string>> {
  return Object.fromEntries(countries.split(" ").map((country) => [country, language]));
}

/**
 * The contact's own language, else the operator's for its country, else the country's main one, else `en`. A
 * registrar need not sit where the host does, so only its own country counts.
 */
export const languageOf = (
  state: Pick<Case, "contact">,
  to: Candidate,
  settings: Pick<Settings, "countries">,
): string => {
  if (to.language !== undefined) return to.language.toLowerCase();
  const country = isOfName(to.scope) ? to.country?.toUpperCase() : countryOf(state, to);
  if (country === undefined) return "en";
  const row = settings.countries.find((known) => known.country.toUpperCase() === country);
  return (
    row?.language?.toLowerCase() ?? (Object.hasOwn(mainLanguages, country) ? mainLanguages[country] : undefined) ?? "en"
  );
};
