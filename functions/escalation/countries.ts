import type { HostCountry } from "../case/policy.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Category, isChildAbuse } from "../report/category.ts";
import publicHolidays from "./holidays.json" with { type: "json" };

/*
 * Facts on the countries in which most is hosted. Names alone: a hotline's or a CERT's mailbox is agreed with
 * it, so it stands in the operator's `settings.countries` or nowhere, and until then the ladder skips it. A name
 * without a source is absent; if the operator knows none either, the escalation step is skipped and the case
 * reaches a person by its policy's time. Languages are in `notice/language-of.ts`. Time zones are IANA's and
 * held against ICU; of several, the one in which most desks work. Working hours are 8 to 18 everywhere, our own
 * choice.
 */

/** The page that says so, and when a stored copy of it was read; the page may have moved on since. */
type Source = { readonly source: string; readonly readOn: string };

export type CountryFacts = {
  readonly country: string;
  /**
   * > Child abuse material: hosting country's hotline and law-enforcement route and the host at once, unless
   * that country's row says law enforcement first.
   *
   * INHOPE ("What is notice and takedown?"): the order in which a hotline notifies police and host differs by
   * country. Absent without a source; then the host hears at once.
   */
  readonly police?: Source & { readonly hear: "first" | "at-once" };
  readonly hotline?: Source & { readonly name: string };
  readonly cert?: Source & { readonly name: string };
  readonly timeZone: string;
};

const readOn = "2026-11-24";
const row = (
  country: string,
  timeZone: string,
  facts: Omit<CountryFacts, "country" | "timeZone"> = {},
): CountryFacts => ({ country, timeZone, ...facts });
const named = (name: string, source: string) => ({ name, source, readOn });
const first = (source: string, on = readOn) => ({ hear: "first" as const, source, readOn: on });
const atOnce = (source: string) => ({ hear: "at-once" as const, source, readOn });

/** One list for the Union's national teams; it names them as they were in 2023. */
const csirtsNetwork = (name: string) =>
  named(name, "ENISA's list of the CSIRTs Network's members (its advisories on GitHub, 2023).");
const apcert = (name: string) => named(name, "APCERT's annual report of 2012, as a full member.");

export const countryFacts: readonly CountryFacts[] = [
  row("AT", "Europe/Vienna", {
    hotline: named("Stopline", "betterinternetforkids.eu, Austrian Safer Internet Centre (2022)."),
    cert: csirtsNetwork("CERT.at"),
  }),
  row("AU", "Australia/Sydney", {
    police: first(
      "esafety.gov.au, The actions we can take: police are notified, and the host is directed to remove " +
        "once it is certain that their investigation is not compromised.",
    ),
    hotline: named("eSafety Commissioner", "esafety.gov.au, as INHOPE's Australian member since 2000."),
    cert: named(
      "Australian Cyber Security Centre",
      "ACSC Annual Cyber Threat Report 2020–21: leads the government's efforts on national cyber security.",
    ),
  }),
  row("BE", "Europe/Brussels", {
    hotline: named("Child Focus", "childfocus.be, as a member of INHOPE."),
    cert: csirtsNetwork("CERT.be"),
  }),
  row("BG", "Europe/Sofia", {
    hotline: named("SafeNet", "inhope.org, Child Safety in Bulgaria: part of the network since 2006."),
    cert: csirtsNetwork("CERT Bulgaria"),
  }),
  row("BR", "America/Sao_Paulo", {
    hotline: named(
      "SaferNet Brasil",
      "better-internet-for-kids.europa.eu, Brazil (2024): the national hotline, with the public prosecutors.",
    ),
    cert: named("CERT.br", "cert.br, RFC 2350 description (2025)."),
  }),
  row("CA", "America/Toronto", {
    hotline: named("Cybertip.ca", "cybertip.ca, as Canada's national tipline (2023)."),
    cert: named(
      "Canadian Centre for Cyber Security",
      "cyber.gc.ca, reporting portal: Canada's authority on cyber security.",
    ),
  }),
  row("CH", "Europe/Zurich", {
    police: first(
      "kinderschutz.ch, clickandstop: reports go to the prosecuting authorities, and providers are asked " +
        "to block or delete where these find a crime.",
    ),
    hotline: named("clickandstop.ch", "kinderschutz.ch, as the national reporting office."),
    cert: named("National Cyber Security Centre", "ncsc.admin.ch, which takes reports of phishing and malware (2025)."),
  }),
  row("CN", "Asia/Shanghai", { cert: apcert("CNCERT/CC") }),
  row("CZ", "Europe/Prague", {
    hotline: named(
      "STOPonline.cz",
      "stopline.cz, About us: a member of INHOPE since 2017, under a memorandum with the police.",
    ),
    cert: csirtsNetwork("CSIRT.CZ"),
  }),
  row("DE", "Europe/Berlin", {
    hotline: named(
      "jugendschutz.net, eco and FSM",
      "klicksafe.de, Internet-Beschwerdestellen: all three are members of INHOPE.",
    ),
    cert: named("CERT-Bund", "bsi.bund.de, CERT-Bund Reports: takes the part of Germany's national CERT."),
  }),
  row("DK", "Europe/Copenhagen", {
    police: first(
      "redbarnet.dk, Hotlinens arbejde: illegal material goes to the national police or to the hotline of the " +
        "country where it is hosted; no notice to a host is named.",
      "2026-12-01",
    ),
    hotline: named("Red Barnet", "redbarnet.dk, as a member of INHOPE since 2001."),
    cert: csirtsNetwork("CFCS"),
  }),
  row("ES", "Europe/Madrid", {
    hotline: named("INCIBE", "betterinternetforkids.eu, Spain: runs the hotline since January 2021."),
    cert: csirtsNetwork("INCIBE-CERT"),
  }),
  row("FI", "Europe/Helsinki", {
    police: first(
      "pelastakaalapset.fi, Processing of reports: the National Bureau of Investigation is told; by " +
        "Finnish law the hotline cannot pass the address to the host.",
    ),
    hotline: named("Nettivihje", "pelastakaalapset.fi, as a member of INHOPE since 2002."),
    cert: csirtsNetwork("NCSC-FI"),
  }),
  row("FR", "Europe/Paris", {
    hotline: named(
      "Point de Contact",
      "The Commission's list of trusted flaggers, in a copy on GitHub: for the protection of minors, since 2025-03-12.",
    ),
    cert: csirtsNetwork("CERT-FR"),
  }),
  row("GB", "Europe/London", {
    police: first(
      "iwf.org.uk, Takedown Notices: sent in partnership with the police, so that evidence is preserved " +
        "and investigations are not compromised.",
    ),
    hotline: named(
      "Internet Watch Foundation",
      "iwf.org.uk, Takedown Notices: for what is hosted in the United Kingdom.",
    ),
    cert: named("NCSC", "ncsc.gov.uk, Incident management: GovCertUK and CERT-UK in one team."),
  }),
  row("HK", "Asia/Hong_Kong", { cert: apcert("HKCERT") }),
  row("IE", "Europe/Dublin", {
    police: atOnce("hotline.ie, Report processing: the Garda and the service provider are notified immediately."),
    hotline: named("Hotline.ie", "hotline.ie, as the national reporting centre."),
    cert: csirtsNetwork("NCSC-IE"),
  }),
  row("IT", "Europe/Rome", {
    hotline: named(
      "Telefono Azzurro",
      "avvenire.it: takes reports of illegal content by Clicca e segnala, as a trusted flagger.",
    ),
    cert: csirtsNetwork("CSIRT Italia"),
  }),
  row("JP", "Asia/Tokyo", {
    police: atOnce(
      "internethotline.jp, About: provides the information to the police and asks administrators for removal.",
    ),
    hotline: named("Internet Hotline Center Japan", "internethotline.jp, About."),
    cert: apcert("JPCERT/CC"),
  }),
  row("KR", "Asia/Seoul", { cert: apcert("KrCERT/CC") }),
  row("LT", "Europe/Vilnius", {
    police: first(
      "rrt.lt, Interneto karštoji linija: what is found on servers in Lithuania goes to the Police Department, which " +
        "acts after its investigation; no notice to a host is named.",
      "2026-12-01",
    ),
    hotline: named("Švarus internetas", "svarusinternetas.lt, About us: a member of INHOPE since 2008."),
    cert: csirtsNetwork("NKSC"),
  }),
  row("LU", "Europe/Luxembourg", {
    police: first(
      "stopline.bee-secure.lu, Privacy policy: what may be unlawful goes to the police or another authority; no " +
        "notice to a host is named.",
      "2026-12-01",
    ),
    hotline: named("BEE SECURE Stopline", "stopline.bee-secure.lu: part of INHOPE."),
    cert: csirtsNetwork("CIRCL"),
  }),
  row("LV", "Europe/Riga", {
    hotline: named("Drossinternets.lv", "betterinternetforkids.eu, Latvian Safer Internet Centre (2022)."),
    cert: csirtsNetwork("CERT.LV"),
  }),
  row("NL", "Europe/Amsterdam", {
    hotline: named(
      "Offlimits",
      "openprovider.com, on Offlimits (2024): runs the Dutch hotline and sends hosts its notices.",
    ),
    cert: csirtsNetwork("NCSC-NL"),
  }),
  row("PL", "Europe/Warsaw", {
    hotline: named(
      "Dyżurnet.pl",
      "prportal.pl (2012), as a member of INHOPE since 2005: tells police, administrators and hotlines abroad.",
    ),
    cert: csirtsNetwork("CERT Polska"),
  }),
  row("RO", "Europe/Bucharest", {
    police: first(
      "safernet.ro, Hotline procedures (the earlier hotline, 2014 or before): police are told and the host " +
        "is not, so that no evidence is destroyed.",
    ),
    hotline: named("esc_ABUZ", "oradenet.ro and better-internet-for-kids.europa.eu, Romania (2024)."),
    cert: csirtsNetwork("DNSC"),
  }),
  row("RU", "Europe/Moscow"),
  row("SE", "Europe/Stockholm", {
    police: atOnce(
      "ecpat.se, on its hotline: the police are informed, then whoever answers for the server is asked to remove.",
    ),
    hotline: named("ECPAT Sverige", "ecpat.se, as a member of INHOPE since 2014."),
    cert: csirtsNetwork("CERT-SE"),
  }),
  row("SG", "Asia/Singapore", { cert: apcert("SingCERT") }),
  row("TR", "Europe/Istanbul", {
    hotline: named("İhbarweb", "ihbarweb.org.tr, About: Turkey's hotline under Law No. 5651."),
    cert: named("USOM", "Wikipedia, TR-CERT: the national team, within the telecommunications authority."),
  }),
  row("UA", "Europe/Kyiv", { cert: named("CERT-UA", "Law of Ukraine 2163-VIII on cyber security, Article 9.") }),
  // Offices on both coasts are open in the middle's working day.
  row("US", "America/Chicago", {
    hotline: named(
      "NCMEC CyberTipline",
      "missingkids.com, CyberTipline: the national reporting system, which notifies providers as well.",
    ),
    cert: named("CISA", "cisa.gov, Report: takes reports of phishing and malware (2022)."),
  }),
];

/** By `npm run holidays`, ten years from 2026. A year stands once before its days: each function has them. */
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
