import type { ReplyClass } from "./reply-class.ts";

/**
 * A reply as it was taken, and how sure the reader was. Kept with the event, and no word of the mail in it: it
 * outlives what retention takes.
 */
export type AsRead = {
  readonly replyClass: ReplyClass;
  /** From 0 to 1, cut to thousandths; absent where no words were read. */
  readonly confidence?: number;
  /** Taken as unclear: it likely says "removed", and is not sure enough to close a case by. */
  readonly isLikelyRemoved?: true;
};
