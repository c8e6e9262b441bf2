import { advance } from "../case/advance.ts";
import type { Case } from "../case/case.ts";
import type { PolicyOf } from "../case/policy.ts";
import { earliest, type Instant } from "../kernel/instant.ts";

/**
 * When to look again at a case whose queued mails find no turn before `until`: then, or earlier where something else
 * is due, as a lookup, a check, or the question about a mail on the wire. Pure.
 */
export const withoutATurnUntil = (state: Case, policyOf: PolicyOf, now: Instant, until: Instant): Instant => {
  const { events, wants } = advance(inLineFor(state, now, until), [], policyOf, now);
  return events.length > 0 ? now : (earliest(until, wants.wakeAt) ?? until);
};

/** Queued anew, as after a definite no. What waits in a window has its own time, by its batch's timer. */
const inLineFor = (state: Case, now: Instant, until: Instant): Case => ({
  ...state,
  notices: state.notices.map((notice) =>
    notice.state === "queued" && !notice.window && notice.notBefore <= now
      ? { ...notice, notBefore: until, dueAt: notice.dueAt ?? notice.notBefore }
      : notice,
  ),
});
