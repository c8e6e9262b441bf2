import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";

/** `messages`: about how many there were. `unconfirmed`: SQS gave no answer, and may have taken the order. */
export type SentBack = {
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
  readonly messages: number;
  readonly unconfirmed?: true;
};

/** The last order to send all of a queue's dead letters back, by SQS's word; `moved`: about how many. */
export type Move =
  | { readonly kind: "going-on"; readonly moved: number }
  | { readonly kind: "done"; readonly moved: number }
  /** `reason`: SQS's own word, or that somebody stopped it. The rest lies where it lay. */
  | { readonly kind: "gave-up"; readonly moved: number; readonly reason: string }
  /** It can't be read; `reason` says why, as a missing right or a limit of AWS. */
  | { readonly kind: "unreadable"; readonly reason: string };

/** About how many messages their function could not process in several receives. */
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
  /** Nothing was sent. `reason`: AWS's own word, as of a missing right or a limit. */
  | { readonly kind: "refused"; readonly reason: string }
  /** SQS took the order, and gave it up within seconds. */
  | { readonly kind: "gave-up"; readonly reason: string };

/** Safe to send back: reports, statuses, hints, replies and deliveries count once, by their own moment. */
export type DeadLetters = {
  readonly look: () => Promise<readonly DeadLetterQueue[]>;
  /**
   * Notes who and why, then moves them back: all, a few a second and by themselves, or `atMost` at once. Gives how
   * many were moved or about how many will be; `move`: SQS's progress after some seconds. What was refused is in no
   * `lastSentBack`.
   */
  readonly sendBack: (
    queue: string,
    who: Omit<SentBack, "messages">,
    atMost?: number,
  ) => Promise<Result<SentBack & { readonly move?: Move }, NotSentBack>>;
};
