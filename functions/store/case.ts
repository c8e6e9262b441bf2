import type { TargetCase } from "../case/case.ts";

/**
 * All that is kept as a case is: with an id, versions, a history, a due time and questions of its
 * own.
 */
export type Case = TargetCase;
