import { type Instant, plusHours } from "../kernel/instant.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Told, tellAgainAfter } from "../kernel/told.ts";
import { hostCountries } from "./countries.ts";

/** Long enough for a new version, and for whoever budgets it. */
const saidAheadHours = 365 * 24;
/** It has a year's time; a message a day would be filtered away. */
const tellsAgainAfterHours = 7 * 24;

/** A country whose public holidays are known up to the end of this year and no further. */
export type HolidaysEnd = { readonly country: string; readonly lastYear: string };

/** Where no operator says anything. */
const nobodys: Settings["countries"] = [];

/**
 * The countries whose public holidays end within a year, or have ended: from then on desks there are
 * written to on days off. Where the list of before knows a country it counts, and not the days that
 * the operator adds to it.
 */
export const holidaysEnding = (settings: Pick<Settings, "countries">, now: Instant): readonly HolidaysEnd[] => {
  const known = hostCountries({ countries: nobodys });
  return [...hostCountries(settings)].flatMap(([country, { holidays }]) => {
    const ofList = known.get(country)?.holidays ?? new Set<string>();
    const lastYear = [...(ofList.size > 0 ? ofList : holidays)].sort().at(-1)?.slice(0, 4);
    return lastYear !== undefined && `${lastYear}-12-31T23:59:59.999Z` <= plusHours(now, saidAheadHours)
      ? [{ country, lastYear }]
      : [];
  });
};

/** Tells on-call once a week whose public holidays end within a year. */
export const tellOfHolidaysEnd = async (
  { settings, told, now }: { readonly settings: Settings; readonly told: Told; readonly now: Instant },
  tell: (ending: readonly HolidaysEnd[]) => Promise<void>,
): Promise<void> => {
  const ending = holidaysEnding(settings, now);
  if (ending.length > 0)
    await tellAgainAfter(told, "holidays-end", { hours: tellsAgainAfterHours, now }, () => tell(ending));
};

/** One line for each year: `2035: AT, AU, BE`. */
export const sayHolidaysEnd = (ending: readonly HolidaysEnd[]): readonly string[] =>
  [...new Set(ending.map(({ lastYear }) => lastYear))]
    .sort()
    .map(
      (year) => `${year}: ${ending.flatMap(({ country, lastYear }) => (lastYear === year ? country : [])).join(", ")}`,
    );
