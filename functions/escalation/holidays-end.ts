import { type Instant, plusHours } from "../kernel/instant.ts";
import { notifyAfter, type OnCallLog } from "../kernel/notified.ts";
import type { Settings } from "../kernel/settings.ts";
import { hostCountries } from "./countries.ts";

/** Long enough for a new version and its budget. */
const saidAheadHours = 365 * 24;
/** There is a year's time, and daily messages would be filtered away. */
const tellsAgainAfterHours = 7 * 24;

/** Public holidays are known to the end of `lastYear`. */
export type HolidaysEnd = { readonly country: string; readonly lastYear: string };

/** Without any entries of an operator's. */
const nobodys: Settings["countries"] = [];

/**
 * Countries whose public holidays end within a year or have ended: from then on desks there are written to on
 * days off. A country's list counts, if there is one, and not the days that the operator adds.
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

/** Notifies on-call once a week whose public holidays end within a year. */
export const tellOfHolidaysEnd = async (
  { settings, told, now }: { readonly settings: Settings; readonly told: OnCallLog; readonly now: Instant },
  tell: (ending: readonly HolidaysEnd[]) => Promise<void>,
): Promise<void> => {
  const ending = holidaysEnding(settings, now);
  if (ending.length > 0)
    await notifyAfter(told, "holidays-end", { hours: tellsAgainAfterHours, now }, () => tell(ending));
};

/** One line for each year: `2035: AT, AU, BE`. */
export const sayHolidaysEnd = (ending: readonly HolidaysEnd[]): readonly string[] =>
  [...new Set(ending.map(({ lastYear }) => lastYear))]
    .sort()
    .map(
      (year) => `${year}: ${ending.flatMap(({ country, lastYear }) => (lastYear === year ? country : [])).join(", ")}`,
    );
