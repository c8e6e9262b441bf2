import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";

/**
 * Who had the dead letters of a queue sent back, when and why; `messages` is about how many there
 * were. `unconfirmed`: no answer of SQS came, so whether it took the order is not known.
 */
export type SentBack = {
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
  readonly messages: number;
  readonly unconfirmed?: true;
};

/**
 * What became of the last order to send all of a queue's dead letters back, as SQS tells it;
 * `moved` is about how many.
 */
export type Move =
  | { readonly kind: "going-on"; readonly moved: number }
  | { readonly kind: "done"; readonly moved: number }
  /**
   * `reason` is SQS's own word, or that somebody stopped it. What was not moved lies where it lay.
   */
  | { readonly kind: "gave-up"; readonly moved: number; readonly reason: string }
  /** It can't be read; `reason` says why, as a missing right or a limit of AWS. */
  | { readonly kind: "unreadable"; readonly reason: string };

/** How many messages, about, their function could not do with in several receives. */
export type DeadLetterQueue = {
  readonly queue: string;
  readonly messages: number;
  readonly lastSentBack?: SentBack;
  readonly move?: Move;
};

export type NotSentBack =
  | { readonly kind: "no-such-queue" }
  /** SQS moves those of one queue once at a time. */
  | { readonly kind: "under-way" }
  /** Nothing was sent. `reason` is AWS's own word, as of a missing right or a limit. */
  | { readonly kind: "refused"; readonly reason: string }
  /** SQS took the order, and gave it up within seconds. */
  | { readonly kind: "gave-up"; readonly reason: string };

/**
 * Messages that were set aside, by the queue that they came from. To send them back is safe at any
 * time: reports, statuses, hints, replies and deliveries count once, and by their own moment.
 */
export type DeadLetters = {
  readonly look: () => Promise<readonly DeadLetterQueue[]>;
  /**
   * Notes who and why, then moves them back to their queue: all, a few a second and by themselves,
   * or at most so many at once. Gives what was moved, or about how many will be; `move` says how
   * far SQS had come with all of them after some seconds. What was refused is in no `lastSentBack`.
   */
  readonly sendBack: (
    queue: string,
    who: Omit<SentBack, "messages">,
    atMost?: number,
  ) => Promise<Result<SentBack & { readonly move?: Move }, NotSentBack>>;
};
