import { hash } from "node:crypto";
import { idsOf } from "../kernel/reporter-ids.ts";
import type { Settings } from "../kernel/settings.ts";
import { hostCountries } from "./countries.ts";
import { answerWays, customersHoursAtMost, lookAgainMinutes, policyTable, rowsOf } from "./policy.ts";

/**
 * A fingerprint of all that due times are computed by: if it changes, waiting cases are looked at again
 * (`follow-up/reach.ts`). Who may be written to is not in it: that is looked at when a mail is due.
 */
export const clocksOf = (settings: Settings, rows: typeof policyTable = policyTable): string => {
  const countries = [...hostCountries(settings).values()].map(({ country, timeZone, workingHours, holidays }) => [
    country,
    timeZone,
    workingHours,
    [...holidays].sort(),
  ]);
  const { digests, forgetAfterDays, approveNewContacts } = settings;
  const all = [
    [...rowsOf(settings, rows).values()],
    customersHoursAtMost,
    answerWays,
    lookAgainMinutes,
    countries.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    digests,
    settings.reporters
      .filter(({ checks }) => checks)
      .flatMap(idsOf)
      .sort(),
    Object.entries(forgetAfterDays).sort(),
    Object.entries(approveNewContacts).sort(),
  ];
  return hash("sha256", JSON.stringify(all)).slice(0, 16);
};
