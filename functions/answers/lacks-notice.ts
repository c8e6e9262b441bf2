import type { Case } from "../case/case.ts";

/**
 * Whether a case, or a notice of it, is not there yet after a restore: what says something about it has to
 * wait. What retention took comes never again.
 */
export const lacks = (state: Case | undefined, has: (target: Pick<Case, "notices">) => boolean): boolean =>
  state === undefined || (state.forgottenAt === undefined && !has(state));
