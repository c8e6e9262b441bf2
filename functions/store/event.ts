import type { NewsLine } from "../case/reporter-steps.ts";

/** One line of a history: what one change wrote. Versions run 1, 2, 3 … without a gap. */
export type HistoryLine = NewsLine;
