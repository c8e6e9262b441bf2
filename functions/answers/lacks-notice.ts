import type { Case } from "../case/case.ts";
import type { ReadRestoreGuard } from "../send/restore-guard.ts";
import type { CaseWork } from "../store/work.ts";

type Has = (target: Pick<Case, "notices">) => boolean;

/** Whether a case or its notice is still to come after a restore. What retention took never comes again. */
export const lacks = (state: Case | undefined, has: Has): boolean =>
  state === undefined || (state.forgottenAt === undefined && !has(state));

/** The table was restored, and what comes again brings this case or notice. */
export const isToCome = async (
  { store, guard }: Pick<CaseWork, "store"> & { readonly guard?: ReadRestoreGuard },
  caseId: string,
  has: Has,
): Promise<boolean> => (await guard?.()) !== undefined && lacks(await store.read(caseId), has);
