import type { Case } from "../case/case.ts";
import type { QueueEntry, ReviewItem } from "./queue-entry.ts";

export const isEntry = (item: ReviewItem | undefined): item is QueueEntry => item?.kind === "entry";
/** The case, where that is what is kept, and no entry. */
export const targetIn = (item: ReviewItem | undefined): Case | undefined => (isEntry(item) ? undefined : item);
