import { type Instant, plusMinutes } from "../kernel/instant.ts";
import type { Unreadable } from "../report/report.ts";
import type { TakeInWork } from "./work.ts";

// Clocks differ by seconds; a moment further ahead is another zone's, and would outlast every word
// that is said before it.
const aheadAtMostMinutes = 10;

/** Whether a moment that a reporter names is past, by a clock that may differ from theirs. */
export const hasCome = ({ clock }: TakeInWork, at: Instant): boolean =>
  at <= plusMinutes(clock.now(), aheadAtMostMinutes);

/** What is wrong with a message that names a moment to come in `field`. */
export const notYetCome = (field: string, when: string): Unreadable => ({
  kind: "unreadable",
  field,
  reason: "This moment has not come yet.",
  fix: `Write when ${when}, with its zone; set the clock right.`,
});

/**
 * When it was seen at the earliest: a clock that is ahead of ours may be so by as much as is let pass, and
 * what it dates after a removal may have been seen before.
 */
export const seenAtEarliest = ({ clock }: Pick<TakeInWork, "clock">, seenAt: Instant): Instant =>
  seenAt > clock.now() ? plusMinutes(clock.now(), -aheadAtMostMinutes) : seenAt;
