import type { Way } from "../turns.ts";

/** The same work by us and by others; `atMost`: how many times the other's time ours is to be. */
export type Contest = {
  readonly what: string;
  /** How many of it are done at once: answers, mails, letters. */
  readonly each: number;
  readonly ours: Way;
  readonly others: readonly (Way & { readonly atMost?: number })[];
};
