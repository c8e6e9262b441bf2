import type { Case } from "../case/case.ts";
import { anyOnlyCounted } from "../case/unproven.ts";
import type { ReportIndex } from "./ports.ts";

/**
 * How many mails to its notices were only counted (`case/unproven.ts`). Network: one query, and of most cases none.
 */
export const unprovenIn = async (store: Pick<ReportIndex, "unprovenOf">, state: Case): Promise<number> => {
  if (!anyOnlyCounted(state.notices)) return 0;
  return [...(await store.unprovenOf(state.id)).values()].reduce((sum, times) => sum + times, 0);
};
