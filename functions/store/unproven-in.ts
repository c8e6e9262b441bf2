import type { Case } from "../case/case.ts";
import { anyOnlyCounted } from "../case/unproven.ts";
import type { ReportIndex } from "./ports.ts";

/** Mails to its notices only counted (`case/unproven.ts`). Network: one query, for most cases none. */
export const unprovenIn = async (store: Pick<ReportIndex, "unprovenOf">, state: Case): Promise<number> => {
  if (!anyOnlyCounted(state.notices)) return 0;
  return [...(await store.unprovenOf(state.id)).values()].reduce((sum, times) => sum + times, 0);
};
