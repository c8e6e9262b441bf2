import type { Case } from "../case/case.ts";

/** Whether a case or its notice is still to come after a restore. What retention took never comes again. */
export const lacks = (state: Case | undefined, has: (target: Pick<Case, "notices">) => boolean): boolean =>
  state === undefined || (state.forgottenAt === undefined && !has(state));
