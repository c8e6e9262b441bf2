import type { HostCountry } from "../case/policy.ts";
import type { Settings } from "../kernel/settings.ts";
import publicHolidays from "./holidays.json" with { type: "json" };

/*
 * What is known of the countries in which most is hosted. Names alone: a hotline's or a CERT's mailbox is agreed with it, so it
 * stands in the operator's `settings.countries` or nowhere, and until then the ladder passes it by. Languages stand in
 * `notice/language-of.ts`. Time zones are IANA's; where a country has several, the one in which most of its desks work.
 */

export type CountryFacts = {
  readonly country: string;
  /**
   * > Child abuse material: hosting country's hotline and law-enforcement route and the host at once, unless that country's row says law enforcement first.
   *
   * INHOPE ("What is notice and takedown?"): the order in which a hotline tells police and host differs by country.
   */
  readonly lawEnforcement: "first" | "at-once";
  readonly hotline?: string;
  readonly cert?: string;
  readonly timeZone: string;
  /** Where it is from. */
  readonly source: string;
};

const unverified = "From memory, not verified: ask the hotline before you rely on it.";

const row = (country: string, timeZone: string, hotline: string | undefined, cert: string | undefined, facts: Partial<CountryFacts> = {}): CountryFacts => ({
  country,
  lawEnforcement: "at-once",
  ...(hotline && { hotline }),
  ...(cert && { cert }),
  timeZone,
  source: unverified,
  ...facts,
});

export const countryFacts: readonly CountryFacts[] = [
  row("AT", "Europe/Vienna", "Stopline", "CERT.at"),
  row("AU", "Australia/Sydney", "eSafety Commissioner", "Australian Cyber Security Centre"),
  row("BE", "Europe/Brussels", "Child Focus", "CERT.be"),
  row("BG", "Europe/Sofia", "SafeNet", "CERT Bulgaria"),
  row("BR", "America/Sao_Paulo", "SaferNet Brasil", "CERT.br"),
  row("CA", "America/Toronto", "Cybertip.ca", "Canadian Centre for Cyber Security"),
  row("CH", "Europe/Zurich", "clickandstop.ch", "National Cyber Security Centre"),
  row("CN", "Asia/Shanghai", "12377", "CNCERT/CC"),
  row("CZ", "Europe/Prague", "STOPonline.cz", "CSIRT.CZ"),
  row("DE", "Europe/Berlin", "jugendschutz.net, eco and FSM", "CERT-Bund"),
  row("DK", "Europe/Copenhagen", "Red Barnet", "CFCS"),
  row("ES", "Europe/Madrid", "INCIBE", "INCIBE-CERT"),
  row("FI", "Europe/Helsinki", "Nettivihje", "NCSC-FI"),
  row("FR", "Europe/Paris", "Point de Contact", "CERT-FR", {
    source: "Hotline: Safer Internet Day 2026 page of better-internet-for-kids.europa.eu, as INHOPE's French member. The rest from memory, not verified.",
  }),
  row("GB", "Europe/London", "Internet Watch Foundation", "NCSC", {
    lawEnforcement: "first",
    source: "Internet Watch Foundation: notices to hosts in the United Kingdom go out in partnership with the police, so that evidence is preserved.",
  }),
  row("HK", "Asia/Hong_Kong", undefined, "HKCERT"),
  row("IE", "Europe/Dublin", "Hotline.ie", "NCSC-IE"),
  row("IT", "Europe/Rome", "Telefono Azzurro and Save the Children Italia", "CSIRT Italia"),
  row("JP", "Asia/Tokyo", "Internet Hotline Center Japan", "JPCERT/CC", {
    source: "Internet Hotline Center: asks for removal and reports to the police. CERT from memory, not verified.",
  }),
  row("KR", "Asia/Seoul", "Korea Communications Standards Commission", "KrCERT/CC"),
  row("LT", "Europe/Vilnius", "Švarus internetas", "NKSC"),
  row("LU", "Europe/Luxembourg", "BEE SECURE Stopline", "CIRCL"),
  row("LV", "Europe/Riga", "Drossinternets.lv", "CERT.LV"),
  row("NL", "Europe/Amsterdam", "Offlimits", "NCSC-NL"),
  row("PL", "Europe/Warsaw", "Dyżurnet.pl", "CERT Polska"),
  row("RO", "Europe/Bucharest", "esc_ABUZ", "DNSC"),
  row("RU", "Europe/Moscow", undefined, "RU-CERT"),
  row("SE", "Europe/Stockholm", "ECPAT Sverige", "CERT-SE"),
  row("SG", "Asia/Singapore", undefined, "SingCERT"),
  row("TR", "Europe/Istanbul", "İhbarweb", "USOM"),
  row("UA", "Europe/Kyiv", undefined, "CERT-UA"),
  // Offices on the east coast and on the west are both open in the middle's working day.
  row("US", "America/Chicago", "NCMEC CyberTipline", "CISA"),
];

/** Written by `npm run holidays`, with its source; ten years from 2026. */
const holidaysOf: Readonly<Record<string, string>> = publicHolidays;

/** The rows by which cases are decided, by country: what is known, and over it what the operator says. */
export const hostCountries = ({ countries }: Pick<Settings, "countries">): ReadonlyMap<string, HostCountry> => {
  const known = countryFacts.map(
    ({ country, lawEnforcement, timeZone }): HostCountry => ({
      country,
      lawEnforcementFirst: lawEnforcement === "first",
      timeZone,
      workingHours: { from: 8, to: 18 },
      holidays: new Set((holidaysOf[country] ?? "").split(" ")),
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
      holidays: new Set([...(before?.holidays ?? []), ...(own.holidays ?? [])]),
    });
  }
  return byCountry;
};
