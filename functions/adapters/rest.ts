import { fullJitterMs } from "../kernel/full-jitter.ts";
import { realRests } from "../store/table/conflicts.ts";

/**
 * Rests between two tries at the same item, longer after each and spread, so that writers who met
 * once do not meet again.
 */
export const restBetweenTries = (tries: number): Promise<void> =>
  realRests.rest(fullJitterMs({ firstMs: 25, longestMs: 400 }, tries, realRests.random()));
