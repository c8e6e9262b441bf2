import type { Settings } from "../kernel/settings.ts";
import { type Category, isUrgent } from "../report/category.ts";
import { hotlineTakes } from "./countries.ts";

/**
 * Whom in the operator's own country a person may tell, in a sentence: for what it takes the hotline,
 * for what is no matter of persons the CERT, and the police for all. Nothing where the settings
 * name none of them. A machine writes to none of them by this.
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
