import { type Instant, plusMinutes } from "../kernel/instant.ts";
import type { AsRead } from "./as-read.ts";
import type { Question } from "./question.ts";

/*
 * Whether it is gone is a question to whoever can look. A reporter whose settings say `checks` has
 * something that looks and answers with the status messages *gone* and *still-up*; it is asked by
 * the news `check-wanted`. The machine waits for the answer as long as the policy says, and goes on
 * without one as it would for a reporter who has no checker. Nothing ends by silence.
 */

/** Why a reporter's checker is asked. */
export const checkWhys = [
  "desk-says-removed",
  "desk-finds-nothing",
  "another-says-gone",
  "before-reminder",
  "before-next-rung",
  "before-a-person",
  "out-of-dns",
  "after-removal",
] as const;
export type CheckReason = (typeof checkWhys)[number];

/** A question that waits until the check is over, as it is asked where nobody answers. */
export type Deferred = {
  readonly question: Question;
  readonly blocking: boolean;
  readonly reason: string;
  readonly asRead?: AsRead;
};

/** A check that is open: nobody who was asked has said that it is still up, and some said nothing. */
export type Check = {
  readonly why: CheckReason;
  readonly askedAt: Instant;
  readonly until: Instant;
  readonly reporters: readonly string[];
  readonly noticeId?: string;
  /** A proven desk said that it is removed: the case closes by that unless somebody sees it. */
  readonly closes?: true;
  readonly asks?: Deferred;
  /**
   * A line that anybody may have written who holds a copy of the notice: what is due does not wait
   * for the answer, or each such line would put it off anew.
   */
  readonly unproven?: true;
};

/** What a case remembers of its checks. */
export type Checks = {
  /** What each was asked for, so that nothing is asked twice for one cause. */
  readonly causes: readonly string[];
  readonly lastAskedAt: Instant;
  readonly open?: Check;
  /** When an answer *still up* to a check came in, the last one. */
  readonly stillUpAt?: Instant;
  /** What that check was for. */
  readonly stillUpTo?: CheckReason;
};

/** Before what the ladder does in its time: nobody has said that it is gone. */
const routine: readonly CheckReason[] = ["before-reminder", "before-next-rung", "before-a-person"];

/**
 * Whether a *still up* of somebody who was asked changes nothing: it answers the last check, as its
 * first answer or as a further one's. `anyCheck`: whatever that check was for.
 */
export const changesNothing = (
  { lastAskedAt, stillUpAt, stillUpTo }: Checks,
  { anyCheck }: { readonly anyCheck: boolean },
): boolean =>
  stillUpAt !== undefined &&
  stillUpAt >= lastAskedAt &&
  (anyCheck || (stillUpTo !== undefined && routine.includes(stillUpTo)));

/** The clock of whoever looks may be behind ours by so much. */
const clocksDifferByMinutes = 5;

/** Whether a word is an answer to what was asked, and not what was seen long before. */
export const answers = ({ askedAt, reporters }: Check, reporter: string, saidAt: Instant): boolean =>
  reporters.includes(reporter) && saidAt >= plusMinutes(askedAt, -clocksDifferByMinutes);
