import { hostCountries } from "../../../functions/escalation/countries.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import type { Row } from "./rows.ts";

/**
 * For how many countries the stage names a hotline, a CERT and police: for none on the first day, since mailboxes are
 * agreed with their desks. What that means is in `escalation/policy.ts` and `case/clearance.ts`.
 */
export const nationalDesks = (settings: Pick<Settings, "countries">): Row => {
  const countries = [...hostCountries(settings).values()];
  const having = (desk: "hotline" | "cert" | "police"): number =>
    settings.countries.filter((one) => one[desk] !== undefined).length;
  const row = {
    what: "Hotlines, CERTs, police",
    says:
      `Of ${countries.length} hosting countries settings.countries names a hotline for ${having("hotline")}, a CERT ` +
      `for ${having("cert")}, police for ${having("police")}.`,
  };
  if (having("hotline") > 0 && having("police") > 0) return { ...row, state: "ready" };
  const policeFirst = countries.filter(({ lawEnforcementFirst }) => lawEnforcementFirst).map(({ country }) => country);
  return {
    ...row,
    state: "heed",
    says:
      `${row.says} Without them only the host's side is notified of child abuse, and in ${policeFirst.join(", ")}, ` +
      "where police hear first, nobody until a person has called them, with no number at hand.",
    fix: "Agree a mailbox with each desk and enter it in settings.countries: hotline, cert and police of the country.",
  };
};
