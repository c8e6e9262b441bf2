import type { Case } from "../case/case.ts";
import { isEntry, type ReviewItem } from "./queue-entry.ts";

/** The case, where that is what is kept, and no entry of the review queue. */
export const targetIn = (state: ReviewItem | undefined): Case | undefined => (isEntry(state) ? undefined : state);
