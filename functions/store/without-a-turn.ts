import { advance } from "../case/advance.ts";
import type { Case } from "../case/case.ts";
import type { PolicyOf } from "../case/policy.ts";
import { earliest, type Instant } from "../kernel/instant.ts";

/**
 * When whatever has mails in line that find no turn before `until` is looked at again: then, or before where something
 * else is due, as a look-up, a check, or the question about a mail on the wire. Pure.
 */
export const withoutATurnUntil = (state: Case, policyOf: PolicyOf, now: Instant, until: Instant): Instant => {
  const { events, wants } = advance(inLineFor(state, now, until), [], policyOf, now);
  return events.length > 0 ? now : (earliest(until, wants.wakeAt) ?? until);
};

/** In line anew, as after a definite no. What waits in a window comes by its batch's timer, and has its own time. */
const inLineFor = (state: Case, now: Instant, until: Instant): Case => ({
  ...state,
  notices: state.notices.map((notice) =>
    notice.state === "queued" && !notice.window && notice.notBefore <= now
      ? { ...notice, notBefore: until, dueAt: notice.dueAt ?? notice.notBefore }
      : notice,
  ),
});
