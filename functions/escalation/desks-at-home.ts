import type { Settings } from "../kernel/settings.ts";
import { type Category, isUrgent } from "../report/category.ts";
import { hotlineTakes } from "./countries.ts";

/**
 * Whom in the operator's own country a person may notify, in a sentence: the hotline for what it takes, the CERT
 * for what is no matter of persons, the police for all. Nothing if the settings name none. No machine writes to
 * them by this.
 */
export const desksAtHome = ({ countries, ownCountry }: Settings, category: Category): string | undefined => {
  const row = countries.find(({ country }) => country.toUpperCase() === ownCountry?.toUpperCase());
  const reached = (what: string, name: string, ...ways: readonly (string | undefined)[]) =>
    `the ${what} ${name} (${ways.filter((way) => way !== undefined).join(", ")})`;
  const desks = [
    row?.hotline && hotlineTakes({ countries }, row.country, category)
      ? reached("hotline", row.hotline.name, row.hotline.email, row.hotline.phone)
      : undefined,
    row?.cert && !isUrgent(category) ? reached("CERT", row.cert.name, row.cert.email) : undefined,
    row?.police ? reached("police", row.police.name, row.police.contact) : undefined,
  ].filter((desk) => desk !== undefined);
  return row && desks.length > 0 ? `In ${row.country.toUpperCase()} there is ${desks.join(", and ")}.` : undefined;
};
