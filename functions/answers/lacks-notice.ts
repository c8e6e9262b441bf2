import type { Case } from "../matters/case.ts";
import { type Mailer, mailerIn } from "../matters/kinds.ts";

/**
 * Whether a case, or a notice of it, is not there yet after a restore: what says something about it has to
 * wait. What retention took comes never again.
 */
export const lacks = (state: Case | undefined, has: (mailer: Pick<Mailer, "notices">) => boolean): boolean => {
  const mailer = mailerIn(state);
  return state === undefined || (mailer !== undefined && mailer.forgottenAt === undefined && !has(mailer));
};
