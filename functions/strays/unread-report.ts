import type { Review } from "../case/case.ts";
import type { CloseOutcome } from "../case/close-outcome.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";

/**
 * What one reporter said later and fits no report (`strays.ts`). The messages themselves stand in
 * the history.
 */
export type Strays = {
  readonly reporter: string;
  readonly messages: number;
  /** The first few reports that they name, each once, and of those the ones to be held. */
  readonly reportIds: readonly string[];
  readonly toHold: readonly string[];
  /** When on-call was last told. */
  readonly toldAt?: Instant;
};

/**
 * How many messages of one sender could not be read at one field (`unread.ts`). The messages
 * themselves stand beside the case.
 */
export type Alike = {
  /** Who put them on the queue, by SQS's own word; absent where SQS says nothing of it. */
  readonly sender?: string;
  readonly messages: number;
  /** When on-call was last told. */
  readonly toldAt?: Instant;
};

/**
 * Queue messages that could not be read as reports, kept until a person has seen them: one sender's
 * that are alike, or one alone where it was written before they were gathered. Or, with `strays`,
 * one reporter's many that fit no report.
 */
export type UnreadReport = {
  readonly kind: "unread";
  readonly id: string;
  readonly version: number;
  readonly lane: Lane;
  readonly openedAt: Instant;
  readonly field: string;
  readonly reason: string;
  readonly fix: string;
  /**
   * Its target names nobody's host: a report that a person passes on, or has reported otherwise.
   */
  readonly unhosted?: true;
  readonly strays?: Strays;
  readonly alike?: Alike;
  readonly reviews: readonly Review[];
  readonly closed?: { readonly at: Instant; readonly outcome: CloseOutcome };
  readonly forgottenAt?: Instant;
};
