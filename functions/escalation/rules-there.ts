import type { ContactAnswer } from "../case/candidate.ts";
import { countriesOf } from "../case/contact-facts.ts";
import type { Policy } from "../case/policy.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Category, isChildAbuse } from "../report/category.ts";
import { hostCountries } from "./countries.ts";

/** What the countries that serve a host change, all of them together. */
export type RulesThere = Pick<Policy, "policeFirst" | "policeUnconfirmed" | "toCall" | "isLeftToHotline">;

/**
 * For child abuse only: no source puts a country's police first for anything else, and a hotline network
 * exchanges nothing else. Pure.
 */
export const rulesThere = (
  settings: Pick<Settings, "countries" | "ownCountry" | "hostsAbroad">,
  category: Category,
  contact: ContactAnswer | undefined,
): RulesThere => {
  if (!contact || !isChildAbuse(category)) return {};
  // Nobody on the host's side hears, so no police need clear it.
  if (settings.hostsAbroad === "left-to-hotlines" && !isAtHome(settings, contact)) return { isLeftToHotline: true };
  const rows = hostCountries(settings);
  const police = countriesOf(contact).filter((country) => rows.get(country)?.lawEnforcementFirst);
  const [country] = police;
  if (country === undefined) return {};
  const unsure = contact.unconfirmedCountries?.map((one) => one.toUpperCase()) ?? [];
  const policeFirst = police.find((one) => !unsure.includes(one));
  return {
    ...(policeFirst === undefined ? { policeUnconfirmed: country } : { policeFirst }),
    toCall: rows.get(policeFirst ?? country)?.toCall ?? [],
  };
};

/** All its networks are known to be in the operator's own country: what is in two is another's, too. */
const isAtHome = ({ ownCountry }: Pick<Settings, "ownCountry">, contact: ContactAnswer): boolean => {
  const countries = countriesOf(contact);
  return countries.length > 0 && countries.every((country) => country === ownCountry?.toUpperCase());
};
