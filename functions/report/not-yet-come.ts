import { type Instant, plusMinutes } from "../kernel/instant.ts";
import type { Report, StatusMessage, Unreadable } from "./report.ts";

// Clocks differ by seconds; a moment further ahead is another zone's, and would outlast every word
// that is said before it.
const aheadAtMostMinutes = 10;

/** Whether a moment that a reporter names is past, by a clock that may differ from theirs. */
export const hasCome = (at: Instant, now: Instant): boolean => at <= plusMinutes(now, aheadAtMostMinutes);

const problem = (field: string, when: string): Unreadable => ({
  kind: "unreadable",
  field,
  reason: "This moment has not come yet.",
  fix: `Write when ${when}, with its zone; set the clock right.`,
});

/**
 * What is wrong with a message that names a moment to come, by a clock that may differ from the reporter's;
 * nothing where all its moments are past. A desk looks into its logs at that moment, and a clock that is set
 * wrong makes it a wrong one. The queue's rule, and of whoever enters a report for it. Pure.
 */
export const notYetCome = (said: Report | StatusMessage, now: Instant): Unreadable | undefined => {
  if (said.kind === "status") return hasCome(said.at, now) ? undefined : problem("at", "it was said");
  if (!hasCome(said.seenAt, now)) return problem("seenAt", "it was seen");
  return said.target.kind === "peer" && !hasCome(said.target.seenAt, now)
    ? problem("target.peer.seenAt", "the peer was seen")
    : undefined;
};

/**
 * When it was seen at the earliest: a clock that is ahead of ours may be so by as much as is let pass, and
 * what it dates after a removal may have been seen before.
 */
export const seenAtEarliest = (seenAt: Instant, now: Instant): Instant =>
  seenAt > now ? plusMinutes(now, -aheadAtMostMinutes) : seenAt;
