import { type Instant, plusHours, plusMinutes } from "../kernel/instant.ts";
import type { Report, StatusMessage, Unreadable } from "./report.ts";
import { momentOf } from "./target.ts";

// Clocks differ by seconds. A moment further ahead is another zone's, and would outlast every word before it.
const aheadAtMostMinutes = 10;

/** Whether a reporter's moment is past, by a clock that may differ from theirs. */
export const hasCome = (at: Instant, now: Instant): boolean => at <= plusMinutes(now, aheadAtMostMinutes);

const problem = (field: string, when: string): Unreadable => ({
  kind: "unreadable",
  field,
  reason: "This moment has not come yet.",
  fix: `Write when ${when}, with its zone; set the clock right.`,
});

/** Nothing last seen longer ago is reported: a clock that was never set says 1970, and an empty field 0. */
const yearsAgoAtMost = 10;

const longAgo = (field: string, at: Instant | undefined, now: Instant): Unreadable | undefined =>
  at === undefined || at >= plusHours(now, -24 * 365 * yearsAgoAtMost)
    ? undefined
    : {
        kind: "unreadable",
        field,
        reason: `This moment is more than ${yearsAgoAtMost} years ago.`,
        fix: "Write when it was seen, with its zone; set the clock right.",
      };

/**
 * What is wrong with a message's moments: one is still to come, by a clock that may differ from the reporter's,
 * or was seen more than ten years ago. A desk searches its logs at that moment, and a wrong clock misleads it.
 * For the queue, and for whoever enters a report for it. Pure.
 */
export const wrongMoment = (said: Report | StatusMessage, now: Instant): Unreadable | undefined => {
  if (said.kind === "status") return hasCome(said.at, now) ? undefined : problem("at", "it was said");
  if (!hasCome(said.seenAt, now)) return problem("seenAt", "it was seen");
  const peerSeenAt = momentOf(said.target);
  if (peerSeenAt !== undefined && !hasCome(peerSeenAt, now)) return problem("target.peer.seenAt", "the peer was seen");
  return (
    longAgo("seenAt", said.seenAt, now) ??
    longAgo("firstSeenAt", said.firstSeenAt, now) ??
    longAgo("target.peer.seenAt", peerSeenAt, now)
  );
};

/** When it was seen at the earliest: a clock ahead by as much as is let pass may date it after a removal. */
export const seenAtEarliest = (seenAt: Instant, now: Instant): Instant =>
  seenAt > now ? plusMinutes(now, -aheadAtMostMinutes) : seenAt;
