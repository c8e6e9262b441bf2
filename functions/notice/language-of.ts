import type { Candidate } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import { knownCountries } from "../kernel/countries.ts";
import { isOfName } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { countryOf } from "./ground.ts";

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
  return row?.language?.toLowerCase() ?? knownCountries.get(country)?.language ?? "en";
};
