import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";

/** Who had the dead letters of a queue sent back, when and why; `messages` is about how many there were. */
export type SentBack = { readonly at: Instant; readonly by: string; readonly why: string; readonly messages: number };

/** How many messages, about, their function could not do with in several receives. */
export type DeadLetterQueue = { readonly queue: string; readonly messages: number; readonly lastSentBack?: SentBack };

export type NotSentBack =
  | { readonly kind: "no-such-queue" }
  /** SQS moves those of one queue once at a time. */
  | { readonly kind: "under-way" };

/**
 * Messages that were set aside, by the queue that they came from. To send them back is safe at any time: reports, statuses,
 * hints, replies and deliveries count once, and by their own moment.
 */
export type DeadLetters = {
  readonly look: () => Promise<readonly DeadLetterQueue[]>;
  /**
   * Notes who and why, then moves them back to their queue: all, a few a second and by themselves, or at most so many at
   * once. Gives what was moved, or about how many will be.
   */
  readonly sendBack: (queue: string, who: Omit<SentBack, "messages">, atMost?: number) => Promise<Result<SentBack, NotSentBack>>;
};
