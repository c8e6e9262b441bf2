import type { ReplyClass } from "./reply-class.ts";

/**
 * What each reader took a reply for (`answers/reader.ts`). Kept with the event, and no word of the
 * mail in it: it outlives what retention takes.
 */
export type Readings = {
  readonly rules: ReplyClass;
  /** Of the second reader; absent where it did not say, and so is `confidence`. */
  readonly other?: ReplyClass;
  /** From 0 to 1, cut to thousandths. */
  readonly confidence?: number;
  /** The second reader's name. */
  readonly reader?: string;
  /**
   * What both together come to, where the settings let the second reader decide nothing
   * (`secondReader: "shadow"`).
   */
  readonly wouldBe?: ReplyClass;
};

/** A reply as it was taken: for what, and what each reader read, where there were two. */
export type AsRead = { readonly replyClass: ReplyClass; readonly readings?: Readings };
