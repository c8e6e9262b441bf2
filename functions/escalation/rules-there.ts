import { type ContactAnswer, countriesOf } from "../case/candidate.ts";
import type { Policy } from "../case/policy.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Category, isChildAbuse } from "../report/category.ts";
import { hostCountries } from "./countries.ts";

/** What the countries that serve a host change, all of them together. */
export type RulesThere = Pick<Policy, "policeFirst" | "policeUnconfirmed" | "toCall">;

/** Of child abuse alone: no country's source says of anything else that its police come first. Pure. */
export const rulesThere = (
  settings: Pick<Settings, "countries">,
  category: Category,
  contact: ContactAnswer | undefined,
): RulesThere => {
  if (!contact || !isChildAbuse(category)) return {};
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
