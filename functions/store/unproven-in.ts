import type { Case } from "../case/case.ts";
import { anyOnlyCounted } from "../case/unproven.ts";
import type { UnprovenMails } from "./ports.ts";

/**
 * How many mails to its notices were only counted (`case/unproven.ts`). Network: one query, and of most cases none.
 */
export const unprovenIn = async (store: Pick<UnprovenMails, "unprovenOf">, state: Case): Promise<number> => {
  if (!anyOnlyCounted(state.notices)) return 0;
  return [...(await store.unprovenOf(state.id)).values()].reduce((sum, times) => sum + times, 0);
};
